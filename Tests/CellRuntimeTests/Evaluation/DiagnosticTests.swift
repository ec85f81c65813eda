import Testing

/// Errors as they are shown: place, caret, message, hint, calls.
@Suite struct DiagnosticTests {
    @Test(arguments: [
        (
            "learn = 1\nlern.fine_tune(1)",
            """
            cell 1:2:1: NameError: name 'lern' is not defined
                lern.fine_tune(1)
                ^~~~
            did you mean 'learn'?
            """
        ),
        (
            "text = 'a'\nprint(text.uper())",
            """
            cell 1:2:12: AttributeError: 'str' object has no attribute 'uper'
                print(text.uper())
                           ^~~~
            did you mean 'upper'?
            """
        ),
        (
            "def outer(x):\n    return inner(x) + 1\ndef inner(x):\n    return [1, 2][x]\nouter(5)",
            """
            cell 1:4:12: IndexError: list index out of range
                return [1, 2][x]
                       ^~~~~~~~~
            called from cell 1:2:12, in outer
                return inner(x) + 1
                       ^~~~~~~~
            called from cell 1:5:1, in <module>
                outer(5)
                ^~~~~~~~
            """
        ),
        (
            "value = 3 + (1 + 'a')",
            """
            cell 1:1:14: TypeError: unsupported operand type(s) for +: 'int' and 'str'
                value = 3 + (1 + 'a')
                             ^~~~~~~
            """
        ),
        (
            "sorted([3, 1], key=lambda x: x / 0)",
            """
            cell 1:1:30: ZeroDivisionError: division by zero
                sorted([3, 1], key=lambda x: x / 0)
                                             ^~~~~
            called from cell 1:1:1, in <module>
                sorted([3, 1], key=lambda x: x / 0)
                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            """
        ),
        (
            "def f(*, rate=1): pass\nf(rat=2)",
            """
            cell 1:2:1: TypeError: f() got an unexpected keyword argument 'rat'
                f(rat=2)
                ^~~~~~~~
            did you mean 'rate'?
            """
        ),
        (
            "import maths",
            """
            cell 1:1:8: ModuleNotFoundError: No module named 'maths'
                import maths
                       ^~~~~
            did you mean 'math'?
            """
        ),
        (
            "from math import sqr",
            """
            cell 1:1:18: ImportError: cannot import name 'sqr' from 'math'
                from math import sqr
                                 ^~~
            did you mean 'sqrt'?
            """
        ),
        (
            "%matplot inline",
            """
            cell 1:1:2: NameError: %matplot is not supported
                %matplot inline
                 ^~~~~~~
            did you mean 'matplotlib'?
            """
        ),
        (
            "class A(int, str): pass",
            """
            cell 1:1:1: TypeError: multiple bases have instance lay-out conflict
                class A(int, str): pass
                ^~~~~~~~~~~~~~~~~~~~~~~
            """
        ),
    ]) func isShown(cell: String, expected: String) {
        #expect(Session.run(cell).error == expected)
    }

    @Test func callsReachBackIntoEarlierCells() {
        let result = Session.run("def f(x):\n    return 1 / x", "f(0)")
        #expect(result.error?.contains("cell 1:2:12: ZeroDivisionError") == true)
        #expect(result.error?.contains("called from cell 2:1:1, in <module>") == true)
    }
}

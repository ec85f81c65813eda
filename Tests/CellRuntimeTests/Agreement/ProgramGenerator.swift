/// Writes programs at random: expressions of numbers, slices, formats, methods of strings, lists and dictionaries. Each
/// line prints a value, or the exception that it raises. The same seed writes the same program everywhere.
struct ProgramGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

    mutating func program(lines: Int) -> String {
        var text = "s, t, xs, d = 'Nuthatch bird', 'äb, c;D', [3, 1, 2, 10, -4], {'b': 1, 'a': 2, 'c': [1]}\n"
        for _ in 0..<lines {
            let expression =
                switch next(8) {
                case 0, 1: number(depth: 3)
                case 2: slice()
                case 3: format()
                case 4: method()
                case 5: list(depth: 2)
                case 6: dictionary()
                default: comparison(depth: 2)
                }
            text += "try: print(repr(\(expression)))\nexcept Exception as e: print(type(e).__name__, e)\n"
            if chance(20) { text += change() }
        }
        return text
    }

    private mutating func literal() -> String {
        pick([
            "0", "1", "2", "7", "-3", "10", "255", "-1", "100", "12345678901234567890", "0.5", "-2.5", "1e10", "3.0",
            "1e-7", "True", "False", "xs[0]", "len(s)", "d['b']",
        ])
    }

    private mutating func number(depth: Int) -> String {
        guard depth > 0, !chance(15) else { return literal() }
        let a = number(depth: depth - 1)
        let b = number(depth: depth - 1)
        switch next(14) {
        case 0...6: return "(\(a) \(pick(["+", "-", "*", "//", "%", "/"])) \(b))"
        case 7: return "(\(a)) ** \(pick(["0", "1", "2", "3"]))"
        case 8: return "(int(\(a)) % 1000 \(pick(["&", "|", "^", "<<", ">>"])) abs(int(\(b))) % 9)"
        // `1 + not x` is no Python.
        case 9: return "(\(pick(["-", "+", "abs", "round", "int", "float", "not "]))(\(a)))"
        case 10: return "(\(a) if \(comparison(depth: 1)) else \(b))"
        case 11: return "\(pick(["min", "max"]))(\(a), \(b))"
        case 12: return "round(\(a), \(pick(["0", "1", "2", "-1"])))"
        default: return "divmod(\(a), \(b))[\(pick(["0", "1", "-1"]))]"
        }
    }

    private mutating func comparison(depth: Int) -> String {
        let a = number(depth: depth - 1)
        let b = number(depth: depth - 1)
        switch next(6) {
        case 0...2: return "(\(a) \(pick(["<", "<=", "==", "!=", ">", ">="])) \(b))"
        case 3: return "(\(a) < \(b) <= \(literal()))"
        case 4: return "(\(a) \(pick(["and", "or"])) \(b))"
        default:
            return "(\(literal()) \(pick(["in", "not in"])) \(pick(["xs", "[1, 2]", "d", "range(5)", "(1, 2.5)"])))"
        }
    }

    private mutating func bound() -> String { pick(["", "", "0", "1", "2", "-1", "-3", "5", "100", "-100", "None"]) }

    private mutating func slice() -> String {
        let subject = pick(["s", "t", "xs", "'abc'", "tuple(xs)", "range(10)", "b'bytes'", "s[::-1]", "[]"])
        if chance(25) { return "\(subject)[\(pick(["0", "-1", "2", "20", "-20", "1.0", "'a'"]))]" }
        return "\(subject)[\(bound()):\(bound())\(chance(50) ? ":" + pick(["", "1", "2", "-1", "-2", "3", "0"]) : "")]"
    }

    private mutating func specification() -> String {
        pick(["", "*", "0", "é"]).isEmpty || chance(50)
            ? pick([
                "", "5", "<8", ">8", "^9", "08", "+", ",", "_", ".2f", "10.3e", ".3g", "%", "x", "#b", "o", "=+7", " d",
                ",.1f", "c", "s", ".2", "q",
            ])
            : pick(["*^9", "0>6", "-<7", "é>5"])
    }

    private mutating func format() -> String {
        let value = pick([
            "42", "-7", "3.14159", "0.0", "1e20", "'text'", "True", "None", "xs", "255", "-0.5", "10**12", "s",
        ])
        switch next(4) {
        case 0: return "format(\(value), '\(specification())')"
        case 1: return "f'{\(value == "'text'" ? "t" : value):\(specification())}|{\(literal().replacingQuotes)!r}'"
        case 2:
            return
                "'%\(pick(["", "5", "-6", "05", "+", ".2", "8.3", "#"]))\(pick(["d", "s", "r", "f", "g", "x", "e", "c", "o", "i"]))|' % (\(value),)"
        default: return "'{:\(specification())} {!\(pick(["r", "s", "a"]))}'.format(\(value), \(value))"
        }
    }

    private mutating func method() -> String {
        let subject = pick(["s", "t", "''", "'  pad '", "'a,b,,c'", "'ÄÖß'", "'one two'", "'123'"])
        let argument = pick(["'t'", "'b'", "' '", "','", "''", "'th'", "'xyz'", "s[0]"])
        switch next(6) {
        case 0:
            return subject + "."
                + pick([
                    "upper()", "lower()", "title()", "capitalize()", "swapcase()", "strip()", "lstrip()", "rstrip()",
                    "split()", "splitlines()", "isalpha()", "isdigit()", "isalnum()", "isspace()", "istitle()",
                    "casefold()", "encode()", "isidentifier()", "isprintable()",
                ])
        case 1:
            return
                "\(subject).\(pick(["split", "rsplit", "partition", "rpartition", "strip", "count", "find", "rfind", "index", "startswith", "endswith", "removeprefix", "removesuffix", "join"]))(\(argument))"
        case 2:
            return
                "\(subject).replace(\(argument), \(pick(["'-'", "''", "'long'"]))\(chance(40) ? ", \(next(3))" : ""))"
        case 3: return "\(subject).\(pick(["center", "ljust", "rjust"]))(\(next(15))\(chance(50) ? ", '*'" : ""))"
        case 4: return "\(subject).\(pick(["find", "count", "index", "rfind"]))(\(argument), \(next(5)), \(next(12)))"
        default: return "\(argument).join(\(pick(["xs", "map(str, xs)", "s.split()", "sorted(t)", "d"])))"
        }
    }

    private mutating func list(depth: Int) -> String {
        switch next(9) {
        case 0: return "[x * \(literal()) for x in xs if x \(pick([">", "<", "!="])) \(literal())]"
        case 1: return "sorted(\(pick(["xs", "s", "d", "t.split()"]))\(chance(50) ? ", reverse=True" : ""))"
        case 2: return "list(zip(xs, \(pick(["s", "d", "xs[::-1]", "range(3)"]))))"
        case 3: return "list(enumerate(\(pick(["t", "xs"])), \(next(4))))[\(bound()):\(bound())]"
        case 4: return "[\(number(depth: 1)), *xs[:\(next(4))], \(number(depth: 1))]"
        case 5: return "sum(x \(pick(["*", "+", "-", "%"])) \(pick(["2", "3", "x", "0.5"])) for x in xs)"
        case 6: return "(xs + [\(literal())]) * \(next(3))"
        case 7: return "list(map(lambda x: \(pick(["x", "-x", "x + 1", "str(x)", "x / 2", "(x, x % 3)"])), xs))"
        default: return "{x % \(1 + next(5)): x for x in xs}"
        }
    }

    private mutating func dictionary() -> String {
        pick([
            "list(d)", "d", "list(d.items())", "d.get('zz', \(literal()))", "{**d, 'n': \(literal())}", "d | {'b': 9}",
            "sorted(d)", "max(d)", "{v: k for k, v in enumerate(d)}", "dict(zip(s, xs))", "list(reversed(d))",
            "d.pop('b', None)", "d.setdefault('z', \(literal()))", "'\(pick(["a", "q"]))' in d", "len(d)",
            "dict.fromkeys(s[:4], \(literal()))", "d['nope']", "{len(k): k for k in d}", "list(d.keys())[\(bound()):]",
            "set(s) & set('birds') == set('bird')", "{1: 'a', True: 'b', 1.0: 'c'}",
        ])
    }

    private mutating func change() -> String {
        pick([
            "d['k\(next(3))'] = \(literal())\n", "xs.append(\(next(20)))\n", "xs.sort()\n", "xs.reverse()\n",
            "d.update(a=\(next(9)))\n", "s = s[::-1]\n", "t += 'x'\n", "xs[\(next(3)):\(next(4))] = [\(next(9))]\n",
            "d.pop('a', None)\n", "xs.insert(\(next(6)), -1)\n", "d = dict(sorted(d.items()))\n",
        ])
    }
}

extension String {
    /// Inside a field of an f-string its own quotes cannot stand.
    fileprivate var replacingQuotes: String { contains("'") ? "1" : self }
}

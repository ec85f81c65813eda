/// Writes programs that the grammar allows, of all statements and expressions, over few names: most run some way.
struct ProgramGenerator {
    var random: SplitMix
    private var depth = 0
    private var isInFunction = false
    private var isInLoop = false
    private var isInClass = false

    init(random: SplitMix) { self.random = random }

    private static let names = ["a", "b", "c", "d", "e", "f", "g", "xs", "s", "n"]

    mutating func program() -> String {
        var text =
            "a, b, c, d = 1, 2.5, 'text', [1, 2, 3]\ne = {'k': 1, 2: 'v'}\nxs = list(range(5))\ns = {1, 'x'}\nn = 0\n"
        for _ in 0..<2 + random.below(8) {
            // What one statement raises does not keep the next from running.
            text += "try:\n\(statement(indent: "    "))except Exception as error: print(type(error), error)\n"
        }
        return text
    }

    private mutating func name() -> String { random.pick(Self.names) }

    // MARK: Statements

    private mutating func block(_ indent: String) -> String {
        depth += 1
        defer { depth -= 1 }
        var text = ""
        for _ in 0..<1 + random.below(3) { text += statement(indent: indent + "    ") }
        return text
    }

    private mutating func statement(indent: String) -> String {
        let simple = depth > 3 || random.chance(55)
        return simple ? indent + simpleStatement() + "\n" : compound(indent)
    }

    private mutating func simpleStatement() -> String {
        switch random.below(18) {
        case 0...3: return "\(target()) = \(expression())"
        case 4:
            return
                "\(name()) \(random.pick(["+=", "-=", "*=", "//=", "%=", "|=", "&=", "**=", "<<=", ">>=", "^=", "@="])) \(expression())"
        case 5: return "print(\(expression()), \(expression()), sep=\(expression()))"
        case 6: return "del \(target())"
        case 7: return "assert \(expression()), \(expression())"
        case 8: return isInFunction ? "return \(expression())" : expression()
        case 9:
            return isInFunction
                ? random.pick(["yield \(expression())", "\(name()) = yield", "yield from \(expression())"]) : "pass"
        case 10: return isInLoop ? random.pick(["break", "continue"]) : "pass"
        case 11:
            return
                "raise \(random.pick(["ValueError('x')", "KeyError(\(expression()))", "StopIteration(\(expression()))", "a", "TypeError() from \(name())", ""]))"
        case 12:
            return
                "import \(random.pick(["math", "re", "json", "itertools", "functools", "collections", "random", "copy", "operator", "string", "datetime"]))"
        case 13:
            return
                "from \(random.pick(["math import *", "itertools import *", "functools import reduce, partial, lru_cache", "collections import *", "copy import deepcopy", "operator import *"]))"
        case 14: return isInFunction ? "global \(random.pick(["zz", "yy"]))" : "pass"
        case 15: return "\(name()): int = \(expression())"
        default: return expression()
        }
    }

    private mutating func target() -> String {
        switch random.below(8) {
        case 0: return "\(name())[\(place())]"
        case 1: return "\(name()).\(random.pick(["x", "y", "__class__", "__dict__", "__name__"]))"
        case 2: return "\(name()), \(name())"
        case 3: return "\(name()), *\(name())"
        case 4: return "[\(name()), (\(name()), *\(name()))]"
        default: return name()
        }
    }

    private mutating func compound(_ indent: String) -> String {
        switch random.below(9) {
        case 0: return "\(indent)if \(expression()):\n\(block(indent))\(indent)else:\n\(block(indent))"
        case 1, 2:
            let (wasInLoop, iterable) = (isInLoop, expression())
            isInLoop = true
            defer { isInLoop = wasInLoop }
            return "\(indent)for \(random.pick([name(), "\(name()), \(name())"])) in \(iterable):\n\(block(indent))"
        case 3:
            let wasInLoop = isInLoop
            isInLoop = true
            defer { isInLoop = wasInLoop }
            return "\(indent)while n < \(random.below(9)) and \(expression()):\n\(indent)    n += 1\n\(block(indent))"
        case 4: return function(indent)
        case 5: return definition(indent)
        case 6:
            return "\(indent)with \(expression()) as \(name()):\n\(block(indent))"
        default:
            var text = "\(indent)try:\n\(block(indent))"
            let kind = random.pick(["Exception", "ValueError", "(TypeError, KeyError)", "BaseException", name()])
            if random.chance(80) { text += "\(indent)except \(kind) as \(name()):\n\(block(indent))" }
            if text.contains("except") {
                if random.chance(30) { text += "\(indent)else:\n\(block(indent))" }
                if random.chance(30) { text += "\(indent)finally:\n\(block(indent))" }
            } else {
                text += "\(indent)finally:\n\(block(indent))"
            }
            return text
        }
    }

    private mutating func function(_ indent: String) -> String {
        let outer = (isInFunction, isInLoop)
        (isInFunction, isInLoop) = (true, false)
        defer { (isInFunction, isInLoop) = outer }
        let decorator = random.pick([
            "", "", "",
            "\(indent)@\(random.pick(["staticmethod", "property", "lru_cache(None)", "f", "(lambda g: g)"]))\n",
        ])
        let parameters = random.pick([
            "", "a", "a, b=2", "*a, **b", "a, /, b, *, c=3", "self", "self, a=[]", "a, *b", "*, d=None",
        ])
        return "\(decorator)\(indent)def \(name())(\(parameters)):\n\(block(indent))"
    }

    private mutating func definition(_ indent: String) -> String {
        let outer = (isInFunction, isInLoop, isInClass)
        (isInFunction, isInLoop, isInClass) = (false, false, true)
        defer { (isInFunction, isInLoop, isInClass) = outer }
        let base = random.pick([
            "", "", "(object)", "(list)", "(dict)", "(str)", "(int)", "(float)", "(Exception)", "(tuple)",
            "(\(name()))",
        ])
        let owner = name()
        var text = "\(indent)class \(owner)\(base):\n"
        for _ in 0..<1 + random.below(4) {
            let method = random.pick([
                "__init__(self, *a)", "__repr__(self)", "__str__(self)", "__eq__(self, other)", "__hash__(self)",
                "__lt__(self, other)", "__getattr__(self, n)", "__setattr__(self, n, v)", "__getitem__(self, i)",
                "__setitem__(self, i, v)", "__len__(self)", "__iter__(self)", "__next__(self)", "__call__(self, *a)",
                "__add__(self, o)", "__radd__(self, o)", "__iadd__(self, o)", "__bool__(self)", "__contains__(self, x)",
                "__enter__(self)", "__exit__(self, *a)", "__index__(self)", "__format__(self, s)", "__del__(self)",
                "__getattribute__(self, n)", "__new__(cls, *a)", "__init_subclass__(cls)", "__class_getitem__(cls, i)",
                "m(self)", "x(self)", "__reversed__(self)", "__missing__(self, k)", "__float__(self)", "__abs__(self)",
            ])
            isInFunction = true
            text += "\(indent)    def \(method):\n\(block(indent + "    "))"
            isInFunction = false
        }
        if random.chance(70) { text += "\(indent)\(name()) = \(owner)(\(random.pick(["", "1", "'a'", "[1]"])))\n" }
        return text
    }

    // MARK: Expressions

    private mutating func place() -> String {
        random.pick([
            expression(), "0", "-1", "1:", ":-1", "::-1", "::2", ":\(expression())",
            "\(expression()):\(expression()):2",
            "...", "1, 2", "'k'", "::0", "5:1:-1",
        ])
    }

    private mutating func expression() -> String {
        depth += 1
        defer { depth -= 1 }
        if depth > 5 || random.chance(20) { return atom() }
        if random.chance(60) { return typed(random.pick([.number, .text, .list, .dictionary, .any])) }
        switch random.below(17) {
        case 0...2:
            let sign = random.pick([
                "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "and", "or", "==", "!=", "<", ">=",
                "in", "not in", "is", "is not",
            ])
            return "(\(expression()) \(sign) \(expression()))"
        case 3: return "\(random.pick(["-", "+", "~", "not "]))\(expression())"
        case 4: return "(\(expression()) if \(expression()) else \(expression()))"
        case 5: return "\(atom())[\(place())]"
        case 6: return "[\(expression()) for \(name()) in \(expression()) if \(expression())]"
        case 7: return "{\(expression()): \(expression()) for \(name()) in \(expression())}"
        case 8: return "list(\(expression()) for \(name()) in \(expression()))"
        case 9: return "(lambda a=1, *b, **c: \(expression()))"
        case 10: return "(\(random.pick(["u", "v"])) := \(expression()))"
        case 11: return formatted()
        case 12, 13: return method()
        case 14:
            return
                "\(name())(\(random.pick(["", expression(), "*\(expression())", "**\(expression())", "a=\(expression())"])))"
        default: return builtin()
        }
    }

    private enum Kind { case number, text, list, dictionary, any }

    /// An expression that mostly has a value of a kind, of operands that suit it.
    private mutating func typed(_ kind: Kind) -> String {
        depth += 1
        defer { depth -= 1 }
        if depth > 6 { return leaf(kind) }
        switch kind {
        case .number:
            switch random.below(8) {
            case 0, 1, 2:
                let sign = random.pick(["+", "-", "*", "//", "%", "/", "**", "<<", ">>", "&", "|", "^", "<", "=="])
                return
                    "(\(typed(.number)) \(sign) \(sign == "**" || sign == "<<" ? String(random.below(70)) : typed(.number)))"
            case 3: return "len(\(typed(random.pick([.text, .list, .dictionary]))))"
            case 4: return "sum(\(typed(.list)))"
            case 5: return "\(typed(.text)).\(random.pick(["count", "find", "rfind"]))(\(typed(.text)))"
            case 6: return "\(random.pick(["int", "abs", "hash", "bool", "round", "float"]))(\(typed(.number)))"
            default: return "max(\(typed(.number)), \(typed(.number)))"
            }
        case .text:
            switch random.below(8) {
            case 0: return "(\(typed(.text)) + \(typed(.text)))"
            case 1: return "(\(typed(.text)) * \(random.below(5)))"
            case 2: return "\(typed(.text))[\(random.pick(["1:", "::-1", ":3", "-2:", "::2", "1:1"]))]"
            case 3:
                let method = random.pick(["upper", "title", "strip", "swapcase", "capitalize", "casefold", "lstrip"])
                return "\(typed(.text)).\(method)()"
            case 4: return "\(typed(.text)).join(str(i) for i in \(typed(.list)))"
            case 5: return "\(typed(.text)).replace(\(typed(.text)), \(typed(.text)))"
            case 6: return "\(random.pick(["str", "repr", "ascii"]))(\(typed(.any)))"
            default: return formatted()
            }
        case .list:
            switch random.below(9) {
            case 0: return "[\(expression()) for \(name()) in \(typed(.list)) if \(typed(.number))]"
            case 1: return "sorted(\(typed(.list)), key=lambda v: str(v), reverse=\(random.pick(["True", "False"])))"
            case 2: return "(\(typed(.list)) + \(typed(.list)))"
            case 3:
                return
                    "list(\(random.pick(["zip(", "enumerate(", "reversed(", "map(str, ", "filter(None, "]))\(typed(.list))))"
            case 4: return "\(typed(.text)).split(\(random.pick(["", "' '", "'x'", "None, 1"])))"
            case 5: return "list(\(typed(.dictionary)).\(random.pick(["items", "keys", "values"]))())"
            case 6: return "[*\(typed(.list)), *\(typed(.text))]"
            case 7: return "list(range(\(random.below(20)), \(random.below(20)), \(random.pick(["1", "2", "-1"]))))"
            default: return "[\(typed(.number)), \(typed(.text)), \(typed(.list))]"
            }
        case .dictionary:
            switch random.below(5) {
            case 0: return "{k: \(expression()) for k in \(typed(.text))}"
            case 1: return "{**\(typed(.dictionary)), \(typed(.text)): \(expression())}"
            case 2: return "dict(zip(\(typed(.text)), \(typed(.list))))"
            case 3: return "(\(typed(.dictionary)) | \(typed(.dictionary)))"
            default: return "{\(typed(.text)): \(typed(.any)), \(typed(.number)): \(typed(.any))}"
            }
        case .any: return expression()
        }
    }

    private mutating func leaf(_ kind: Kind) -> String {
        switch kind {
        case .number: random.pick(["0", "1", "n", "(-3)", "2.5", "(10**18)", "len(xs)", "a"])
        case .text: random.pick(["''", "'abc'", "'é🐦x'", "'a b  c'", "c", "'\\n\\t'"])
        case .list: random.pick(["[]", "[3, 1, 2]", "xs", "['b', 'a']", "[[1], [2, 3]]", "list('hello')", "d"])
        case .dictionary: random.pick(["{}", "{'a': 1, 'b': 2}", "e", "{1: 'x', (1, 2): None}"])
        case .any: atom()
        }
    }

    private mutating func atom() -> String {
        switch random.below(12) {
        case 0...3: return name()
        case 4:
            return random.pick([
                "0", "1", "(-1)", "(7)", "(255)", "(2**63)", "(-2**63)", "(10**20)", "(2**200)", "True",
                "(9223372036854775807)",
            ])
        case 5: return random.pick(["0.0", "-0.5", "1e308", "float('nan')", "float('inf')", "3.14", "1e-300"])
        case 6, 7:
            return random.pick([
                "''", "'abc'", "'é🐦'", "'a b c'", "'%s %d'", "'{} {x}'", "b'ab'", "r'\\d+(a|b)*'", "'line\\nline'",
                "'x' * 9",
            ])
        case 8: return "[\(expression()), \(expression())]"
        case 9: return "(\(expression()), \(expression()))"
        case 10: return random.pick(["{}", "[]", "()", "set()", "{1, 2}", "{'a': 1}", "range(3)", "None", "..."])
        default: return "{\(expression()): \(expression())}"
        }
    }

    private mutating func formatted() -> String {
        let spec = random.pick([
            "", "!r", ":>10", ":.3f", ":,", ":x", ":e", ":05d", ":{n}", "!s:^9", ":%", ":#b", "=",
            ":<\(random.below(40))",
        ])
        return "f'{\(random.pick(Self.names))\(spec)} {\(random.pick(Self.names))}'"
    }

    private mutating func builtin() -> String {
        let function = random.pick([
            "len", "str", "repr", "int", "float", "bool", "list", "tuple", "dict", "set", "frozenset", "sorted",
            "reversed",
            "sum", "min", "max", "abs", "round", "divmod", "pow", "enumerate", "zip", "map", "filter", "any", "all",
            "iter",
            "next", "range", "type", "isinstance", "hash", "id", "callable", "getattr", "setattr", "hasattr", "chr",
            "ord",
            "hex", "bin", "format", "slice", "bytes", "vars", "dir", "print", "super", "issubclass", "ascii", "object",
        ])
        var arguments: [String] = []
        for _ in 0..<random.below(4) { arguments.append(expression()) }
        if random.chance(10) {
            let name = random.pick(["key", "reverse", "default", "sep", "end", "start", "base", "strict"])
            arguments.append("\(name)=\(expression())")
        }
        return "\(function)(\(arguments.joined(separator: ", ")))"
    }

    private mutating func method() -> String {
        let method = random.pick([
            "append", "extend", "insert", "pop", "remove", "sort", "reverse", "index", "count", "clear", "copy", "get",
            "keys", "values", "items", "update", "setdefault", "popitem", "add", "discard", "union", "intersection",
            "split", "join", "strip", "replace", "upper", "title", "find", "format", "startswith", "encode", "decode",
            "zfill", "center", "partition", "splitlines", "translate", "isdigit", "casefold", "expandtabs", "rsplit",
            "bit_length", "is_integer", "as_integer_ratio", "hex", "send", "throw", "close", "__len__", "__iter__", "m",
            "x",
        ])
        var arguments: [String] = []
        for _ in 0..<random.below(3) { arguments.append(expression()) }
        return "\(atom()).\(method)(\(arguments.joined(separator: ", ")))"
    }
}

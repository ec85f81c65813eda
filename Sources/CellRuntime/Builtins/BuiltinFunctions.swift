internal import BigInt
internal import CellSyntax

/// The functions and classes that every cell sees without importing them.
enum BuiltinFunctions {
    /// In one table, by name.
    static var named: [(String, Value)] {
        var result: [(String, Value)] = []
        for member in values + iteration + objects + session {
            guard case .value(let value) = member.content else { continue }
            (value.object as? NativeFunction)?.signature.style = .native
            result.append((member.name, value))
        }
        let classes = [
            types.object, types.type, types.bool, types.int, types.float, types.str, types.bytes, types.list,
            types.tuple,
            types.dict, types.set, types.frozenset, types.range, types.slice, types.property, types.staticMethod,
            types.classMethod, types.superType, types.enumerate, types.zip, types.map, types.filter, types.reversed,
        ]
        for type in classes + exceptions.all { result.append((type.name, .object(type))) }
        for alias in ["IOError", "EnvironmentError"] { result.append((alias, .object(exceptions.osError))) }
        result.append(("NotImplemented", .notImplemented))
        result.append(("Ellipsis", .ellipsis))
        result.append(("__debug__", .bool(true)))
        return result
    }

    @MembersBuilder private static var values: [Member] {
        RawFunction("abs", doc: "The distance from zero.", parameters("x, /")) { (arguments) throws(Raise) in
            try arguments.cell.absolute(arguments[0])
        }
        RawFunction("len", doc: "How many items a container holds.", parameters("obj, /")) {
            (arguments) throws(Raise) in
            .int(try arguments.cell.length(of: arguments[0]))
        }
        RawFunction("repr", doc: "The text that shows a value.", parameters("obj, /")) { (arguments) throws(Raise) in
            .string(try arguments.cell.repr(arguments[0]))
        }
        RawFunction("ascii", doc: "As repr, in ASCII.", parameters("obj, /")) { (arguments) throws(Raise) in
            .string(try arguments.cell.ascii(arguments[0]))
        }
        RawFunction("hash", doc: "A number that equal values share.", parameters("obj, /")) {
            (arguments) throws(Raise) in
            .int(try arguments.cell.hash(arguments[0]))
        }
        RawFunction("chr", doc: "The character of a code point.", parameters("i, /")) { (arguments) throws(Raise) in
            let code = try arguments.cell.index(arguments[0])
            guard code >= 0, code < 0x110000 else { throw .valueError("chr() arg not in range(0x110000)") }
            guard let scalar = Unicode.Scalar(UInt32(code)) else {
                throw .valueError("chr() arg is a surrogate, which cannot stand alone in a string")
            }
            return .object(Str.single(scalar))
        }
        RawFunction("ord", doc: "The code point of a character.", parameters("c, /")) { (arguments) throws(Raise) in
            if let bytes = arguments[0].object as? Bytes, bytes.bytes.count == 1 { return .int(Int(bytes.bytes[0])) }
            guard let string = arguments[0].object as? Str else {
                throw .typeError("ord() expected string of length 1, but \(arguments[0].type.name) found")
            }
            guard string.count == 1, let scalar = string.text.unicodeScalars.first else {
                throw .typeError("ord() expected a character, but string of length \(string.count) found")
            }
            return .int(Int(scalar.value))
        }
        for (name, radix) in [("bin", 2), ("oct", 8), ("hex", 16)] {
            RawFunction(name, doc: "An integer's text in base \(radix).", parameters("number, /")) {
                (arguments) throws(Raise) in
                .string(IntegerText.prefixed(try arguments.cell.integer(arguments[0]), radix: radix))
            }
        }
        RawFunction("divmod", doc: "Quotient and rest.", parameters("x, y, /")) { (arguments) throws(Raise) in
            let cell = arguments.cell
            let (x, y) = (arguments[0], arguments[1])
            for (value, other, special) in [(x, y, SpecialName.divmod), (y, x, .rdivmod)] where value.type.has(special)
            {
                let answer = try cell.callSpecial(value.type.special(special), value, other)
                if !answer.isNotImplemented { return answer }
            }
            guard x.isNumber, y.isNumber else {
                throw .typeError("unsupported operand type(s) for divmod(): '\(x.type.name)' and '\(y.type.name)'")
            }
            if case .float = x, try cell.double(y) == 0 { throw .zeroDivision("float divmod()") }
            if case .float = y, try cell.double(y) == 0 { throw .zeroDivision("float divmod()") }
            return .tuple([try cell.binary(.floorDivide, x, y), try cell.binary(.modulo, x, y)])
        }
        RawFunction("pow", doc: "A power, perhaps modulo a number.", parameters("base, exp, mod=None")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            guard arguments.has(2), !arguments[2].isNone else {
                return try cell.binary(.power, arguments[0], arguments[1])
            }
            guard let base = arguments[0].bigInteger, let power = arguments[1].bigInteger,
                let modulus = arguments[2].bigInteger
            else { throw .typeError("pow() 3rd argument not allowed unless all arguments are integers") }
            if power.sign == .plus, modulus.sign == .plus, power.bitWidth * modulus.bitWidth > 1 << 20 {
                let root = try cell.floorDivide(base, modulus).rest
                return .integer(
                    BigInt(try cell.wide.power(root.magnitude, power.magnitude, modulus: modulus.magnitude)))
            }
            return .integer(
                try raising { () throws(Failure) in try Arithmetic.power(base, power, modulus: modulus) })
        }
        RawFunction(
            "round", doc: "The nearest number with so many digits; halves go to even.",
            parameters("number, ndigits=None")
        ) {
            (arguments) throws(Raise) in
            try arguments.cell.rounded(arguments[0], arguments[1])
        }
        RawFunction("format", doc: "A value's text by a format specification.", parameters("value, format_spec='', /"))
        {
            (arguments) throws(Raise) in
            guard arguments.has(1) else { return .string(try arguments.cell.format(arguments[0], "")) }
            guard let specification = arguments[1].text else {
                throw .typeError("format() argument 2 must be str, not \(arguments[1].type.name)")
            }
            return .string(try arguments.cell.format(arguments[0], specification))
        }
    }

    @MembersBuilder private static var iteration: [Member] {
        RawFunction("all", doc: "Whether no item is false.", parameters("iterable, /")) { (arguments) throws(Raise) in
            var answer = true
            try arguments.cell.forEach(in: arguments[0]) { (item) throws(Raise) in
                answer = try arguments.cell.truth(item)
                return answer
            }
            return .bool(answer)
        }
        RawFunction("any", doc: "Whether an item is true.", parameters("iterable, /")) { (arguments) throws(Raise) in
            var answer = false
            try arguments.cell.forEach(in: arguments[0]) { (item) throws(Raise) in
                answer = try arguments.cell.truth(item)
                return !answer
            }
            return .bool(answer)
        }
        RawFunction("sum", doc: "A start value and all items, added.", parameters("iterable, /, start=0")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            var total = arguments.has(1) ? arguments[1] : .int(0)
            if total.text != nil { throw .typeError("sum() can't sum strings [use ''.join(seq) instead]") }
            try cell.forEach(in: arguments[0]) { (item) throws(Raise) in
                switch (total, item) {
                case (.int(let a), .int(let b)):
                    let (sum, overflow) = a.addingReportingOverflow(b)
                    total = overflow ? try cell.binary(.add, total, item) : .int(sum)
                case (.float(let a), .float(let b)): total = .float(a + b)
                default: total = try cell.binary(.add, total, item)
                }
                return true
            }
            return total
        }
        for (name, isMaximum) in [("min", false), ("max", true)] {
            RawFunction(
                name, doc: "The \(isMaximum ? "largest" : "smallest") of several values or of an iterable's items.",
                parameters("*args, key=None, default=...")
            ) { (arguments) throws(Raise) in try arguments.cell.extreme(arguments, name, isMaximum: isMaximum) }
        }
        RawFunction(
            "sorted", doc: "A list of an iterable's items in order.",
            parameters("iterable, /, *, key=None, reverse=False")
        ) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let items = try cell.items(of: arguments[0])
            let reverse = arguments.has(2) ? try cell.truth(arguments[2]) : false
            return .object(List(try cell.sorted(items, key: arguments[1], reverse: reverse)))
        }
        RawFunction(
            "iter", doc: "An iterator over a value, or over a function's results up to a sentinel.",
            parameters("object, sentinel=..., /")
        ) {
            (arguments) throws(Raise) in
            if arguments.has(1) { return .object(SentinelIterator(arguments[0], arguments[1])) }
            let iterator = try arguments.cell.iterator(over: arguments[0])
            return (iterator as? MethodIterator)?.object ?? .object(iterator)
        }
        RawFunction("next", doc: "An iterator's next value.", parameters("iterator, default=..., /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let value = arguments[0]
            do throws(Raise) {
                if let next = try cell.nextValue(of: value) { return next }
            } catch {
                guard arguments.has(1), error.is(exceptions.stopIteration) else { throw error }
                return arguments[1]
            }
            if arguments.has(1) { return arguments[1] }
            let result = (value.object as? Generator)?.takeResult() ?? .none
            throw Raise(ExceptionObject(exceptions.stopIteration, Tuple(result.isNone ? [] : [result])))
        }
    }

    @MembersBuilder private static var objects: [Member] {
        RawFunction("callable", doc: "Whether a value can be called.", parameters("obj, /")) {
            (arguments) throws(Raise) in
            guard case .object(let object) = arguments[0] else { return .bool(false) }
            let isFunction =
                object is CellFunction || object is NativeFunction || object is BoundMethod || object is TypeObject
            return .bool(isFunction || object.type.has(.call))
        }
        RawFunction("id", doc: "A number that no other living object has.", parameters("obj, /")) {
            (arguments) throws(Raise) in
            if case .object(let object) = arguments[0] {
                return .int(Int(bitPattern: Unmanaged.passUnretained(object).toOpaque()))
            }
            return .int((try arguments.cell.hash(arguments[0]) &* 32 &+ 9_000_000) & Int.max)
        }
        RawFunction(
            "isinstance", doc: "Whether a value belongs to a class or one of several.",
            parameters("obj, class_or_tuple, /")
        ) {
            (arguments) throws(Raise) in
            .bool(
                try arguments.cell.isInstance(
                    arguments[0], of: arguments[1],
                    wrong: "isinstance() arg 2 must be a type, a tuple of types, or a union"))
        }
        RawFunction(
            "issubclass", doc: "Whether a class derives from a class or one of several.",
            parameters("cls, class_or_tuple, /")
        ) {
            (arguments) throws(Raise) in
            guard let type = arguments[0].object as? TypeObject else {
                throw .typeError("issubclass() arg 1 must be a class")
            }
            return .bool(
                try arguments.cell.isSubclass(
                    type, of: arguments[1], wrong: "issubclass() arg 2 must be a class, a tuple of classes, or a union")
            )
        }
        RawFunction("getattr", doc: "An attribute by name.", parameters("object, name, default=..., /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let name = try cell.attributeName(arguments[1], "getattr")
            guard arguments.has(2) else { return try cell.attribute(name, of: arguments[0]) }
            do throws(Raise) {
                return try cell.attributeIfAny(name, of: arguments[0]) ?? arguments[2]
            } catch {
                guard error.is(exceptions.attributeError) else { throw error }
                return arguments[2]
            }
        }
        RawFunction("hasattr", doc: "Whether there is an attribute of a name.", parameters("obj, name, /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let name = try cell.attributeName(arguments[1], "hasattr")
            do throws(Raise) {
                return .bool(try cell.attributeIfAny(name, of: arguments[0]) != nil)
            } catch {
                guard error.is(exceptions.attributeError) else { throw error }
                return .bool(false)
            }
        }
        RawFunction("setattr", doc: "Sets an attribute by name.", parameters("obj, name, value, /")) {
            (arguments) throws(Raise) in
            let name = try arguments.cell.attributeName(arguments[1], "setattr")
            try arguments.cell.setAttribute(name, of: arguments[0], to: arguments[2])
            return .none
        }
        RawFunction("delattr", doc: "Removes an attribute by name.", parameters("obj, name, /")) {
            (arguments) throws(Raise) in
            let name = try arguments.cell.attributeName(arguments[1], "delattr")
            try arguments.cell.deleteAttribute(name, of: arguments[0])
            return .none
        }
        RawFunction("dir", doc: "The names of a value's attributes.", parameters("object=..., /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            guard arguments.has(0) else { return .list(cell.globals.names.sorted().map { .string($0) }) }
            if arguments[0].type.has(.dir) {
                let names = try cell.items(of: cell.callSpecial(.dir, of: arguments[0]))
                return .object(List(try cell.sorted(names, key: .none, reverse: false)))
            }
            return .list(cell.allAttributeNames(of: arguments[0]).map { .string($0) })
        }
        RawFunction("vars", doc: "A value's attributes as a dictionary.", parameters("object=..., /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            guard arguments.has(0) else { return .object(cell.globalsDictionary()) }
            do throws(Raise) {
                return try cell.attribute("__dict__", of: arguments[0])
            } catch {
                guard error.is(exceptions.attributeError) else { throw error }
                throw .typeError("vars() argument must have __dict__ attribute")
            }
        }
    }

    @MembersBuilder private static var session: [Member] {
        RawFunction(
            "print", doc: "Shows values, with text between and after.",
            parameters("*args, sep=' ', end='\\n', file=None, flush=False")
        ) {
            (arguments) throws(Raise) in
            try arguments.cell.print(arguments)
            return .none
        }
        RawFunction("open", doc: "Opens a file.", StandardModules.openParameters) { (arguments) throws(Raise) in
            try StandardModules.open(arguments)
        }
        RawFunction("input", doc: "A line that the person types.", parameters("prompt='', /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let prompt = arguments.has(0) ? try cell.str(arguments[0]) : ""
            do {
                if let line = try cell.host.input(prompt: prompt) { return .string(line) }
            } catch {
                throw Raise(error)
            }
            throw Raise(exceptions.eofError, "EOF when reading a line")
        }
        RawFunction("globals", doc: "The session's variables.") { (arguments) throws(Raise) in
            .object(arguments.cell.globalsDictionary())
        }
        RawFunction("help", doc: "Shows what there is to know about a value.", parameters("subject=..., /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            cell.display(
                .output(
                    (arguments.has(0)
                        ? cell.help(on: arguments[0], isDetailed: false) : try cell.help("", isDetailed: false)) + "\n")
            )
            return .none
        }
        for (name, isExpression) in [("eval", true), ("exec", false)] {
            RawFunction(
                name, doc: isExpression ? "The value of an expression's text." : "Runs a program's text.",
                parameters("source, globals=None, locals=None, /")
            ) { (arguments) throws(Raise) in
                let cell = arguments.cell
                if let compiled = arguments[0].object as? CompiledObject {
                    return try cell.evaluate(compiled.text, name: compiled.name, isExpression: compiled.isExpression)
                }
                guard
                    let text = arguments[0].text
                        ?? (arguments[0].object as? Bytes).map({ String(decoding: $0.bytes, as: UTF8.self) })
                else { throw .typeError("\(name)() arg 1 must be a string, bytes or code object") }
                let source = isExpression ? String(text.drop { $0 == " " || $0 == "\t" }) : text
                guard arguments.isGiven(1) || arguments.isGiven(2) else {
                    return try cell.evaluate(source, isExpression: isExpression)
                }
                guard !arguments.isGiven(1) || arguments[1].object is Dict else {
                    throw .typeError(
                        isExpression
                            ? "globals must be a dict"
                            : "exec() globals must be a dict, not \(arguments[1].type.name)")
                }
                return try cell.evaluate(
                    source, isExpression: isExpression,
                    globals: arguments[1].object as? Dict ?? cell.globalsDictionary(),
                    locals: arguments[2].object as? Dict)
            }
        }
        RawFunction(
            "compile", doc: "A program's text, to be run later.",
            parameters("source, filename, mode, flags=0, dont_inherit=False, optimize=-1")
        ) { (arguments) throws(Raise) in
            let cell = arguments.cell
            let (text, name, mode) = try (cell.str(arguments[0]), cell.str(arguments[1]), cell.str(arguments[2]))
            guard ["exec", "eval", "single"].contains(mode) else {
                throw .valueError("compile() mode must be 'exec', 'eval' or 'single'")
            }
            _ = try cell.compile(Source(name: name, text: text), range: 0..<text.utf8.count)
            return .object(CompiledObject(text, name: name, isExpression: mode == "eval"))
        }
        RawFunction(
            "__import__", doc: "Imports a module by its name.",
            parameters("name, globals=None, locals=None, fromlist=..., level=0")
        ) { (arguments) throws(Raise) in
            let path = try arguments.cell.str(arguments[0]).split(separator: ".").map(String.init)
            let whole = try arguments.cell.importModule(path)
            let wantsPart = arguments.has(3) ? try arguments.cell.truth(arguments[3]) : false
            return .object(wantsPart ? whole : try arguments.cell.importModule(Array(path.prefix(1))))
        }
        for name in ["exit", "quit"] {
            RawFunction(name, doc: "Ends the session.", parameters("code=None, /")) { (arguments) throws(Raise) in
                let code = arguments.has(0) ? arguments[0] : .none
                throw Raise(ExceptionObject(exceptions.systemExit, Tuple([code])))
            }
        }
        RawFunction("display", doc: "Shows values as a cell's last one is shown.", parameters("*objs")) {
            (arguments) throws(Raise) in
            for value in arguments.variadic(0) { try arguments.cell.show(value) }
            return .none
        }
    }
}

/// What `compile` gives: text whose syntax is known to be right.
final class CompiledObject: Object {
    let text: String
    let name: String
    let isExpression: Bool

    init(_ text: String, name: String, isExpression: Bool) {
        self.text = text
        self.name = name
        self.isExpression = isExpression
        super.init(type: CodeObject.declaration)
    }
}

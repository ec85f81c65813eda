internal import BigInt

extension StandardModules {
    /// `json.JSONDecodeError`
    static let jsonDecodeError: TypeObject = {
        let type = TypeObject(
            "JSONDecodeError", module: "json.decoder", doc: "A mistake in a document.", base: exceptions.valueError,
            metatype: types.type)
        type.allowsAttributes = true
        return type
    }()

    static let json = NativeModule("json", doc: "Reads and writes JSON.", source: writtenJSON) {
        jsonDecodeError
        RawFunction(
            "loads", doc: "The value that a document stands for.",
            parameters(
                "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None"
            )
        ) { (arguments: Arguments) throws(Raise) -> Value in
            try JSONDecoding(arguments, cell: arguments.cell).decode(arguments[0])
        }
        RawFunction(
            "load", doc: "The value that a file's document stands for.",
            parameters(
                "fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None"
            )
        ) { (arguments: Arguments) throws(Raise) -> Value in
            let text = try arguments.cell.callMethod("read", of: arguments[0])
            return try JSONDecoding(arguments, cell: arguments.cell).decode(text)
        }
        RawFunction("dumps", doc: "A value as a document.", parameters("obj, *, " + JSONEncoding.options)) {
            (arguments: Arguments) throws(Raise) -> Value in
            var encoding = try JSONEncoding(arguments, first: 1)
            return .string(try encoding.encode(arguments[0]))
        }
        RawFunction(
            "dump", doc: "Writes a value as a document to a file.", parameters("obj, fp, *, " + JSONEncoding.options)
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            var encoding = try JSONEncoding(arguments, first: 2)
            let text = try encoding.encode(arguments[0])
            _ = try arguments.cell.callMethod("write", of: arguments[1], [.string(text)])
            return .none
        }
    }
}

/// Makes values of a document.
private struct JSONDecoding {
    let cell: Interpreter
    let objectHook, parseFloat, parseInt, parseConstant, pairsHook: Value

    init(_ arguments: Arguments, cell: Interpreter) throws(Raise) {
        if arguments.isGiven(1) {
            throw .notImplemented("json: cls= is not supported; object_hook= changes what objects become")
        }
        self.cell = cell
        objectHook = arguments[2]
        parseFloat = arguments[3]
        parseInt = arguments[4]
        parseConstant = arguments[5]
        pairsHook = arguments[6]
    }

    func decode(_ value: Value) throws(Raise) -> Value {
        let text: String
        if let given = value.text {
            text = given
        } else if let bytes = value.object as? Bytes {
            text = try TextCoding.decode(bytes.bytes, .utf8Signed)
        } else {
            throw .typeError("the JSON object must be str, bytes or bytearray, not \(value.type.name)")
        }
        let document: JSON
        do throws(JSON.Mistake) {
            document = try JSON(parsing: text)
        } catch {
            throw raise(error, in: text)
        }
        return try make(document)
    }

    private func raise(_ mistake: JSON.Mistake, in text: String) -> Raise {
        if mistake.message == JSON.depthMessage { return Raise(exceptions.recursionError, mistake.message) }
        let exception = ExceptionObject(StandardModules.jsonDecodeError, mistake.described(in: text))
        let before = Array(text.unicodeScalars.prefix(mistake.position))
        exception.attributes = Dict(named: [
            ("msg", .string(mistake.message)), ("doc", .string(text)), ("pos", .int(mistake.position)),
            ("lineno", .int(before.count { $0 == "\n" } + 1)),
            ("colno", .int(mistake.position - (before.lastIndex(of: "\n") ?? -1))),
        ])
        return Raise(exception)
    }

    private func isGiven(_ hook: Value) -> Bool { !hook.isNone && !hook.isUnset }

    private func make(_ document: JSON) throws(Raise) -> Value {
        switch document {
        case .null: return .none
        case .bool(let flag): return .bool(flag)
        case .string(let text): return .string(text)
        case .integer(let text):
            if isGiven(parseInt) { return try cell.call(parseInt, [.string(text)]) }
            return try raising { () throws(Failure) in try NumberParsing.integer(text) }.value
        case .float(let text):
            let isConstant = text.utf8.last == UInt8(ascii: "N") || text.utf8.last == UInt8(ascii: "y")
            if isConstant, isGiven(parseConstant) { return try cell.call(parseConstant, [.string(text)]) }
            if !isConstant, isGiven(parseFloat) { return try cell.call(parseFloat, [.string(text)]) }
            return .float(try raising { () throws(Failure) in try NumberParsing.float(text) })
        case .array(let items):
            let list = List()
            list.items.reserveCapacity(items.count)
            for item in items { list.items.append(try make(item)) }
            return .object(list)
        case .object(let members):
            if isGiven(pairsHook) {
                var pairs: [Value] = []
                for member in members { pairs.append(.tuple([.string(member.name), try make(member.value)])) }
                return try cell.call(pairsHook, [.list(pairs)])
            }
            let dict = Dict()
            for member in members { dict.set(Str(member.name), try make(member.value)) }
            return isGiven(objectHook) ? try cell.call(objectHook, [.object(dict)]) : .object(dict)
        }
    }
}

/// Writes values as documents.
private struct JSONEncoding {
    static let options =
        "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, "
        + "default=None, sort_keys=False"

    let cell: Interpreter
    let skipsKeys, asciiOnly, allowsNaN, sortsKeys: Bool
    let indent: String?
    var itemSeparator: String
    var keySeparator = ": "
    let fallback: Value
    private var result = ""
    private var open: [ObjectIdentifier] = []

    /// - Parameter first: The slot of `skipkeys`.
    init(_ arguments: Arguments, first: Int) throws(Raise) {
        cell = arguments.cell
        skipsKeys = try arguments.bool(first, default: false)
        asciiOnly = try arguments.bool(first + 1, default: true)
        allowsNaN = try arguments.bool(first + 3, default: true)
        let given = arguments[first + 5]
        if given.isUnset || given.isNone {
            indent = nil
        } else if let text = given.text {
            indent = text
        } else {
            indent = String(repeating: " ", count: min(max(try cell.index(given), 0), 1000))
        }
        itemSeparator = indent == nil ? ", " : ","
        if arguments.isGiven(first + 6) {
            let separators = try cell.items(of: arguments[first + 6])
            guard separators.count == 2, let item = separators[0].text, let key = separators[1].text else {
                throw .valueError("separators must be a pair of strings")
            }
            (itemSeparator, keySeparator) = (item, key)
        }
        if arguments.isGiven(first + 4) {
            let encoder = try cell.call(arguments[first + 4], [])
            fallback = try cell.attribute("default", of: encoder)
        } else {
            fallback = arguments[first + 7]
        }
        sortsKeys = try arguments.bool(first + 8, default: false)
    }

    mutating func encode(_ value: Value) throws(Raise) -> String {
        try write(value)
        return result
    }

    private mutating func write(_ value: Value) throws(Raise) {
        switch value {
        case .none, .unset: result += "null"
        case .bool(let flag): result += flag ? "true" : "false"
        case .int(let number): result += String(number)
        case .float(let number): result += try float(number)
        case .object(let object):
            switch object {
            case let string as Str: result += JSONText.string(string.text, asciiOnly: asciiOnly)
            case let number as IntBig:
                result += try raising { () throws(Failure) in try IntegerText.decimal(number.value) }
            case let number as FloatBox: result += try float(number.value)
            case let list as List: try write(list, list.items)
            case let tuple as Tuple: try write(tuple, tuple.items)
            case let dict as Dict: try write(dict)
            default:
                guard !fallback.isUnset, !fallback.isNone else {
                    throw .typeError("Object of type \(object.type.name) is not JSON serializable")
                }
                try enter(object)
                try write(try cell.call(fallback, [value]))
                open.removeLast()
            }
        }
    }

    private func float(_ number: Double) throws(Raise) -> String {
        if !number.isFinite, !allowsNaN {
            throw .valueError("Out of range float values are not JSON compliant")
        }
        return JSONText.float(number)
    }

    private mutating func enter(_ object: Object) throws(Raise) {
        if open.contains(ObjectIdentifier(object)) { throw .valueError("Circular reference detected") }
        if open.count > 980 {
            throw Raise(exceptions.recursionError, "maximum recursion depth exceeded while encoding a JSON object")
        }
        open.append(ObjectIdentifier(object))
    }

    private mutating func newLine() {
        if let indent { result += "\n" + String(repeating: indent, count: open.count) }
    }

    private mutating func write(_ object: Object, _ items: ContiguousArray<Value>) throws(Raise) {
        if items.isEmpty {
            result += "[]"
            return
        }
        try enter(object)
        result += "["
        for (index, item) in items.enumerated() {
            if index > 0 { result += itemSeparator }
            newLine()
            try write(item)
        }
        open.removeLast()
        newLine()
        result += "]"
    }

    private mutating func write(_ dict: Dict) throws(Raise) {
        if dict.count == 0 {
            result += "{}"
            return
        }
        try enter(dict)
        result += "{"
        var entries = dict.map { ($0.key, $0.value) }
        if sortsKeys {
            let order = try cell.sorted(ContiguousArray(dict.keys), key: .none, reverse: false)
            entries = []
            for key in order { entries.append((key, try dict.get(key, cell) ?? .none)) }
        }
        var isFirst = true
        for (key, value) in entries {
            guard let name = try name(key) else { continue }
            if !isFirst { result += itemSeparator }
            isFirst = false
            newLine()
            result += JSONText.string(name, asciiOnly: asciiOnly) + keySeparator
            try write(value)
        }
        open.removeLast()
        newLine()
        result += "}"
    }

    private func name(_ key: Value) throws(Raise) -> String? {
        if let text = key.text { return text }
        switch key {
        case .none: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .float(let number): return try float(number)
        default:
            if key.bigInteger != nil { return try cell.str(.integer(key.bigInteger ?? 0)) }
            if skipsKeys { return nil }
            throw .typeError("keys must be str, int, float, bool or None, not \(key.type.name)")
        }
    }
}

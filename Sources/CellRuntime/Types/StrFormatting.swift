internal import BigInt

/// `str.format`, `str.format_map` and the `%` of strings.
extension BuiltinMembers {
    @MembersBuilder static var strFormats: [Member] {
        textMethod("format", "With values put into the fields in braces.", "*args, **kwargs") {
            (text, arguments) throws(Raise) in
            let keywords = arguments.keywords(2)
            var filler = TemplateFiller(cell: arguments.cell, positional: arguments.variadic(1)) {
                (name) throws(Raise) in
                guard let value = keywords.get(Str(name)) else { throw .keyError(.string(name)) }
                return value
            }
            return .string(try filler.fill(text, depth: 2))
        }
        textMethod("format_map", "With values of a mapping put into the fields in braces.", "mapping, /") {
            (text, arguments) throws(Raise) in
            let cell = arguments.cell
            let mapping = arguments[1]
            var filler = TemplateFiller(cell: cell, positional: nil) { (name) throws(Raise) in
                try cell.item(of: mapping, at: .string(name))
            }
            return .string(try filler.fill(text, depth: 2))
        }
    }
}

/// Fills the fields of a `str.format` template.
private struct TemplateFiller {
    let cell: Interpreter
    /// None for `format_map`.
    let positional: ContiguousArray<Value>?
    let lookup: (String) throws(Raise) -> Value
    private enum Numbering { case automatic, manual }
    private var numbering: Numbering?
    private var nextNumber = 0

    init(cell: Interpreter, positional: ContiguousArray<Value>?, lookup: @escaping (String) throws(Raise) -> Value) {
        self.cell = cell
        self.positional = positional
        self.lookup = lookup
    }

    mutating func fill(_ template: String, depth: Int) throws(Raise) -> String {
        guard depth > 0 else { throw .valueError("Max string recursion exceeded") }
        let parts = try raising { () throws(Failure) in try FormatTemplate.parse(template) }
        var result = ""
        for part in parts {
            switch part {
            case .literal(let text): result += text
            case .field(let name, let conversion, let specification):
                var value = try self.value(named: name)
                switch conversion {
                case nil: break
                case "r": value = .string(try cell.repr(value))
                case "s": value = .string(try cell.str(value))
                case "a": value = .string(try cell.asciiRepr(value))
                case let other?:
                    let shown = other.value > 32 && other.value < 127 ? "\(other)" : StringRepr.escape(other.value)
                    throw .valueError("Unknown conversion specifier \(shown)")
                }
                let filled =
                    specification.contains("{") || specification.contains("}")
                    ? try fill(specification, depth: depth - 1) : specification
                result += try cell.format(value, filled)
            }
        }
        return result
    }

    private mutating func value(named text: String) throws(Raise) -> Value {
        let name = try raising { () throws(Failure) in try FormatTemplate.parseName(text) }
        var value: Value
        if name.first.isEmpty || name.position != nil {
            let isAutomatic = name.first.isEmpty
            if numbering == .manual, isAutomatic {
                throw .valueError("cannot switch from manual field specification to automatic field numbering")
            }
            if numbering == .automatic, !isAutomatic {
                throw .valueError("cannot switch from automatic field numbering to manual field specification")
            }
            numbering = isAutomatic ? .automatic : .manual
            let index = name.position ?? nextNumber
            if isAutomatic { nextNumber += 1 }
            guard let positional else { throw .valueError("Format string contains positional fields") }
            guard index < positional.count else {
                throw .indexError("Replacement index \(index) out of range for positional args tuple")
            }
            value = positional[index]
        } else {
            value = try lookup(name.first)
        }
        for step in name.steps {
            switch step {
            case .attribute(let attribute): value = try cell.attribute(cell.intern(attribute), of: value)
            case .index(let index): value = try cell.item(of: value, at: .int(index))
            case .key(let key): value = try cell.item(of: value, at: .string(key))
            }
        }
        return value
    }
}

extension Interpreter {
    /// `ascii(value)`
    func asciiRepr(_ value: Value) throws(Raise) -> String {
        let shown = try repr(value)
        if shown.isASCIIOnly { return shown }
        return shown.unicodeScalars.map { $0.isASCII ? String(Character($0)) : StringRepr.escape($0.value) }.joined()
    }

    /// `template % value`
    func percentFormat(_ template: String, _ value: Value) throws(Raise) -> String {
        let (parts, failure) = PercentTemplate.parse(template)
        let tuple = value.object as? Tuple
        let isMapping =
            tuple == nil && value.text == nil
            && (value.object is Dict || (value.object?.type.has(.getitem) ?? false) || value.object is List)
        var next = 0
        var usedMapping = false
        func take() throws(Raise) -> Value {
            guard let tuple else {
                guard next == 0 else { throw .typeError("not enough arguments for format string") }
                next = 1
                return value
            }
            guard next < tuple.items.count else { throw .typeError("not enough arguments for format string") }
            next += 1
            return tuple.items[next - 1]
        }
        func amount(_ amount: PercentTemplate.Amount?) throws(Raise) -> Int? {
            switch amount {
            case nil: return nil
            case .fixed(let number)?: return number
            case .argument?:
                guard let number = try take().smallInteger else { throw .typeError("* wants int") }
                return number
            }
        }
        var result = ""
        for part in parts {
            switch part {
            case .literal(let text): result += text
            case .conversion(let conversion):
                var named: Value?
                if let key = conversion.key {
                    guard isMapping else { throw .typeError("format requires a mapping") }
                    named = try item(of: value, at: .string(key))
                    usedMapping = true
                }
                let width = try amount(conversion.width)
                let precision = try amount(conversion.precision)
                let layout = PercentTemplate.Layout(conversion, width: width, precision: precision)
                if width ?? 0 > FormatSpecification.maximumWidth { throw .memoryError("") }
                guard "diouxXeEfFgGcrsa".unicodeScalars.contains(conversion.type) else {
                    let type = conversion.type
                    let shown = type.value > 31 && type.value < 128 ? "\(type)" : "?"
                    throw .valueError(
                        "unsupported format character '\(shown)' (0x\(String(type.value, radix: 16))) at index \(conversion.index)"
                    )
                }
                let item: Value
                if let named { item = named } else { item = try take() }
                result += try percent(item, conversion.type, layout)
            }
        }
        if let failure { throw failure.raise }
        let isConsumed = tuple.map { next == $0.items.count } ?? (next == 1 || isMapping || usedMapping)
        if !isConsumed { throw .typeError("not all arguments converted during string formatting") }
        return result
    }

    private func percent(
        _ item: Value, _ type: Unicode.Scalar, _ layout: PercentTemplate.Layout
    ) throws(Raise) -> String {
        switch type {
        case "s": return try text(self.str(item), layout)
        case "r": return try text(repr(item), layout)
        case "a": return try text(asciiRepr(item), layout)
        case "c":
            var layout = layout
            layout.precision = nil
            if let character = item.text {
                guard character.unicodeScalars.count == 1 else { throw .typeError("%c requires int or char") }
                return try text(character, layout)
            }
            guard item.bigInteger != nil || item.type.has(.index) else { throw .typeError("%c requires int or char") }
            guard let code = UInt32(exactly: try integer(item)), let scalar = Unicode.Scalar(code) else {
                throw .overflowError("%c arg not in range(0x110000)")
            }
            return try text(String(Character(scalar)), layout)
        case "d", "i", "u", "o", "x", "X":
            let isDecimal = type == "d" || type == "i" || type == "u"
            let number = try percentInteger(item, type, isDecimal: isDecimal)
            return try raising { () throws(Failure) in try layout.integer(number, type: isDecimal ? "d" : type) }
        default:
            let number = try double(item)
            return try raising { () throws(Failure) in try layout.float(number, type: type) }
        }
    }

    private func text(_ text: String, _ layout: PercentTemplate.Layout) throws(Raise) -> String {
        try raising { () throws(Failure) in try layout.text(text) }
    }

    private func percentInteger(_ item: Value, _ type: Unicode.Scalar, isDecimal: Bool) throws(Raise) -> BigInt {
        if let number = item.bigInteger { return number }
        if item.type.has(.index) { return try integer(item) }
        if isDecimal {
            if let number = item.double {
                switch try raising({ () throws(Failure) in try Arithmetic.integer(number) }) {
                case .small(let value): return BigInt(value)
                case .big(let value): return value
                }
            }
            throw .typeError("%\(type) format: a real number is required, not \(item.type.name)")
        }
        throw .typeError("%\(type) format: an integer is required, not \(item.type.name)")
    }
}

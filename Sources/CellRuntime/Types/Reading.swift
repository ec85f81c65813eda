internal import BigInt

/// The parameters of a raw function, written as Python writes them: `sub, start=None, end=None, /`, `*, key=None`,
/// `*args`, `**kwargs`. One that has a default may be left out, and is ``Value/unset`` then.
func parameters(_ text: String) -> [ParameterDescription] {
    var result: [ParameterDescription] = []
    var kind = ParameterKind.ordinary
    for part in text.split(separator: ",").map({ $0.drop { $0 == " " } }) {
        if part == "/" {
            result = result.map { $0.of(kind: .positionalOnly) }
        } else if part == "*" {
            kind = .keywordOnly
        } else if part.hasPrefix("**") {
            result.append(ParameterDescription(name: String(part.dropFirst(2)), kind: .keywords))
        } else if part.hasPrefix("*") {
            result.append(ParameterDescription(name: String(part.dropFirst()), kind: .variadic))
            kind = .keywordOnly
        } else {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            result.append(
                ParameterDescription(
                    name: sides[0], kind: kind, isOptional: sides.count > 1,
                    shownDefault: sides.count > 1 ? sides[1] : nil))
        }
    }
    // The stars' slots come last, keyword-only parameters before them.
    return result.filter { $0.kind != .variadic && $0.kind != .keywords } + result.filter { $0.kind == .variadic }
        + result.filter { $0.kind == .keywords }
}

extension ParameterDescription {
    fileprivate func of(kind: ParameterKind) -> ParameterDescription {
        ParameterDescription(
            name: name, kind: kind, typeName: typeName, isOptional: isOptional, shownDefault: shownDefault, doc: doc)
    }
}

extension Arguments {
    /// Whether an argument is there and is not `None`.
    func isGiven(_ index: Int) -> Bool { !self[index].isUnset && !self[index].isNone }

    /// The object that a method was called on, by its Swift class.
    func receiver<Kind: Object>(_ type: Kind.Type, _ name: String, of className: String) throws(Raise) -> Kind {
        if let object = self[0].object as? Kind { return object }
        throw .typeError(
            "descriptor '\(name)' for '\(className)' objects doesn't apply to a '\(self[0].type.name)' object")
    }

    /// An argument that is an integer of the machine, or its default.
    func int(_ index: Int, default fallback: Int) throws(Raise) -> Int {
        self[index].isUnset ? fallback : try cell.index(self[index])
    }

    func bool(_ index: Int, default fallback: Bool) throws(Raise) -> Bool {
        self[index].isUnset ? fallback : try cell.truth(self[index])
    }

    /// Further positional arguments.
    func variadic(_ index: Int) -> ContiguousArray<Value> { (self[index].object as? Tuple)?.items ?? [] }

    /// Further keyword arguments.
    func keywords(_ index: Int) -> Dict { (self[index].object as? Dict) ?? Dict() }
}

extension Interpreter {
    /// A bound of a slice: negative ones count from the end, and all are brought into `0...count`.
    func bound(_ value: Value, default fallback: Int, count: Int) throws(Raise) -> Int {
        if value.isUnset || value.isNone { return fallback }
        guard value.bigInteger != nil || value.type.has(.index) else {
            throw .typeError("slice indices must be integers or None or have an __index__ method")
        }
        let number = try integer(value)
        let index = Int(exactly: number) ?? (number.sign == .minus ? -1 << 62 : 1 << 62)
        return index < 0 ? max(index + count, 0) : min(index, count)
    }

    /// Whether `iter(value)` has an answer.
    func isIterable(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.type.has(.iter) || object.type.has(.getitem) || builtinIterator(object) != nil
    }
}

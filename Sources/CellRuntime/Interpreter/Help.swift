internal import CellSyntax

extension Interpreter {
    /// What `subject?` shows: signature, documentation, parameters. `subject` is a name with dots, or a magic.
    /// - Throws: a `NameError` for a name that is not there.
    public func help(_ subject: String, isDetailed: Bool = false) throws(Raise) -> String {
        let subject = subject.filter { !$0.isWhitespace }
        if subject.isEmpty {
            return "name? shows what a name is, name?? its source too; names: \(globals.names.joined(separator: " "))"
        }
        if subject.hasPrefix("%") {
            let name = String(subject.drop { $0 == "%" })
            guard let magic = magics.magics[name] else { throw .nameError("Object `\(subject)` not found.") }
            return "%\(name)\(magic.takesCell ? ", %%\(name)" : "")\n    \(magic.doc)"
        }
        var parts = subject.split(separator: ".").map(String.init)
        let first = parts.removeFirst()
        guard var value = globals.get(first) else {
            throw Raise(
                exceptions.nameError, "Object `\(subject)` not found.",
                hint: Diagnostic.suggestion(for: first, among: globals.visibleNames))
        }
        for part in parts { value = try attribute(intern(part), of: value) }
        return help(on: value, name: subject, isDetailed: isDetailed)
    }

    /// What there is to know about a value.
    public func help(on value: Value, name: String? = nil, isDetailed: Bool) -> String {
        switch value.object {
        case let function as CellFunction:
            var text = (name ?? function.name) + signatureText(of: function)
            if isDetailed { text += "\n\n" + function.code.source.text(in: function.code.range) }
            if let doc = function.doc.text, !isDetailed { text += "\n" + Self.indented(doc) }
            return text
        case let function as NativeFunction: return help(on: function, name: name ?? function.qualifiedName)
        case let method as BoundMethod: return help(on: method.function, name: name, isDetailed: isDetailed)
        case let type as TypeObject: return help(on: type, name: name ?? type.name)
        case let module as ModuleObject:
            let names = module.attributes?.keys.compactMap(\.text).filter { !$0.hasPrefix("_") } ?? []
            return "module \(module.name)\n\(Self.indented(module.doc))\n\(Self.indented(names.joined(separator: " ")))"
        default:
            let shown = (try? repr(value)) ?? "?"
            let text = shown.count > 200 ? String(shown.prefix(200)) + "..." : shown
            var lines = ["\(name.map { "\($0): " } ?? "")\(value.type.name) = \(text)"]
            if let doc = value.type.doc, !doc.isEmpty { lines.append(Self.indented(doc)) }
            return lines.joined(separator: "\n")
        }
    }

    private func help(on function: NativeFunction, name: String) -> String {
        var lines = [name + signatureText(of: function)]
        if !function.doc.isEmpty { lines.append(Self.indented(function.doc)) }
        for (index, doc) in function.parameterDocs.enumerated()
        where !doc.isEmpty && index < function.signature.names.count {
            lines.append("    \(function.signature.names[index].text): \(doc)")
        }
        return lines.joined(separator: "\n")
    }

    private func help(on type: TypeObject, name: String) -> String {
        var lines: [String] = []
        if let constructor = type.constructor {
            lines.append("class " + name + signatureText(of: constructor))
        } else if case .object(let function as CellFunction)? = type.lookup("__init__") {
            lines.append("class " + name + signatureText(of: function, dropsFirst: true))
        } else if case .object(let function as NativeFunction)? = type.lookup("__init__"), type.base != nil {
            lines.append("class " + name + signatureText(of: function))
        } else {
            lines.append("class " + name)
        }
        if let doc = type.namespace.get(intern("__doc__"))?.text ?? type.doc, !doc.isEmpty {
            lines.append(Self.indented(doc))
        }
        let members = attributeNames(of: .object(type)).filter { !$0.hasPrefix("_") && types.type.lookup($0) == nil }
        if !members.isEmpty { lines.append(Self.indented("has " + members.joined(separator: " "))) }
        return lines.joined(separator: "\n")
    }

    /// `(a, b=1, *args)`
    func signatureText(of function: CellFunction, dropsFirst: Bool = false) -> String {
        let text = function.code.signature.text(defaults: function.code.shownDefaults)
        guard dropsFirst, let first = function.code.signature.names.first?.text else { return text }
        let rest = text.dropFirst(1 + first.count)
        return "(" + rest.drop { $0 == "," || $0 == " " }
    }

    func signatureText(of function: NativeFunction) -> String {
        let signature = function.signature
        var shown = ContiguousArray<String?>(repeating: nil, count: signature.slotCount)
        for index in 0..<signature.slotCount {
            if index < function.shownDefaults.count, let text = function.shownDefaults[index] {
                shown[index] = text
            } else if !function.defaults[index].isUnset {
                shown[index] = try? repr(function.defaults[index])
            } else if index < function.isOptional.count, function.isOptional[index],
                index < signature.positional + signature.keywordOnly
            {
                shown[index] = "..."
            }
        }
        let text = signature.text(defaults: shown)
        guard signature.isMethod else { return text }
        return text.hasPrefix("(self, ") ? "(" + text.dropFirst(7) : text == "(self)" ? "()" : text
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
            .joined(separator: "\n")
    }
}

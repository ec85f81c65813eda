internal import CellSyntax
internal import Foundation

/// `_nuthatch`: the natives that modules written in the cell language stand on. Not for cells.
extension StandardModules {
    static let natives = NativeModule("_nuthatch", doc: "Natives of modules written in the cell language.") {
        RawFunction("shell", doc: "Runs a command and shows what it writes.", parameters("command, /")) {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let status = try cell.runShell(try cell.str(arguments[0])) { cell.display(.output($0)) }
            return .int(Int(status))
        }
        RawFunction("digest", doc: "A checksum.", parameters("name, data, /")) { (arguments) throws(Raise) in
            guard let bytes = arguments[1].object as? Bytes, let name = arguments[0].text,
                let digest = Digest.compute(name, Array(bytes.bytes))
            else { throw .valueError("unsupported hash type") }
            return .object(Bytes(digest))
        }
        RawFunction("parameters", doc: "Name, kind and default of each parameter.", parameters("function, /")) {
            (arguments) throws(Raise) in
            switch arguments[0].object {
            case let function as CellFunction:
                return Introspection.parameters(
                    function.code.signature, defaults: function.defaults.map { $0.isUnset ? nil : "" })
            case let function as NativeFunction: return Introspection.parameters(function)
            case let type as TypeObject: return type.constructor.map(Introspection.parameters) ?? .none
            default: return .none
            }
        }
        RawFunction("source", doc: "The text of a function or class, with its whole lines.", parameters("object, /")) {
            (arguments) throws(Raise) in
            switch arguments[0].object {
            case let function as CellFunction:
                return .string(Introspection.lines(function.code.source, function.code.range))
            case let method as BoundMethod:
                guard let function = method.function.object as? CellFunction else { return .none }
                return .string(Introspection.lines(function.code.source, function.code.range))
            case let type as TypeObject:
                guard let (source, range) = type.definition else { return .none }
                return .string(Introspection.lines(source, range))
            default: return .none
            }
        }
        RawFunction("is_generator", doc: "Whether a function yields.", parameters("function, /")) {
            (arguments) throws(Raise) in
            .bool((arguments[0].object as? CellFunction)?.code.isGenerator ?? false)
        }
        RawFunction("calls", doc: "File, line, function and text of each call of an error.", parameters("error, /")) {
            (arguments) throws(Raise) in
            guard let error = arguments[0].object as? ExceptionObject else { return .list([]) }
            return .list(
                error.entries.reversed().map { entry in
                    let line = entry.source.line(at: entry.range.lowerBound)
                    let text = entry.source.text(in: entry.source.range(ofLine: line))
                    return .tuple([
                        .string(entry.source.name), .int(line), .string(entry.function),
                        .string(text.trimmingCharacters(in: .whitespacesAndNewlines)),
                    ])
                })
        }
        RawFunction("modules", doc: "The names of all modules.") { (arguments) throws(Raise) in
            .list(arguments.cell.modules.names.map { .string($0) })
        }
        RawFunction("machine", doc: "System, name, release, version and kind of processor.") { (_) throws(Raise) in
            var parts = utsname()
            uname(&parts)
            func text<Field>(_ field: Field) -> Value {
                withUnsafeBytes(of: field) { .string(String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)) }
            }
            return .list([
                text(parts.sysname), text(parts.nodename), text(parts.release), text(parts.version),
                text(parts.machine),
            ])
        }
    }
}

enum Introspection {
    /// Name, kind (0 positional-only to 4 `**`) and the default's text or `None`, in the order they are written.
    static func parameters(_ signature: Signature, defaults: [String?]) -> Value {
        var result: [Value] = []
        func add(_ index: Int, _ kind: Int) {
            let text = index < defaults.count ? defaults[index] : nil
            result.append(
                .tuple([.object(signature.names[index]), .int(kind), text.map { .string($0) } ?? .none]))
        }
        let named = signature.positional + signature.keywordOnly
        for index in 0..<signature.positional { add(index, index < signature.positionalOnly ? 0 : 1) }
        if signature.hasVariadic { add(named, 2) }
        for index in signature.positional..<named { add(index, 3) }
        if signature.hasKeywords { add(signature.slotCount - 1, 4) }
        return .list(result)
    }

    static func parameters(_ function: NativeFunction) -> Value {
        guard case .object(let list as List) = parameters(function.signature, defaults: function.shownDefaults) else {
            return .none
        }
        return .object(function.signature.isMethod ? List(ContiguousArray(list.items.dropFirst())) : list)
    }

    /// The whole lines that a range touches.
    static func lines(_ source: Source, _ range: SourceRange) -> String {
        let first = source.range(ofLine: source.line(at: range.lowerBound)).lowerBound
        let last = source.range(ofLine: source.line(at: max(range.upperBound - 1, first))).upperBound
        let text = source.text(in: first..<last)
        return text.hasSuffix("\n") ? text : text + "\n"
    }
}

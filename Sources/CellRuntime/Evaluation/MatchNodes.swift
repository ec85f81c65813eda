internal import CellSyntax

/// One `case`: whether the subject fits the pattern and the guard holds. Names are bound once all of the pattern fits.
final class CaseNode: Node {
    /// Where the subject lies.
    let subject: Int
    let pattern: Matcher
    /// Where captured values lie, and the names they are for.
    let captures: [(index: Int, target: Node)]
    let condition: Node?

    init(
        _ code: Code, _ range: SourceRange, subject: Int, _ pattern: @escaping Matcher,
        captures: [(index: Int, target: Node)], condition: Node?
    ) {
        self.subject = subject
        self.pattern = pattern
        self.captures = captures
        self.condition = condition
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        do throws(Raise) {
            guard try pattern(f[subject], f) else { return .bool(false) }
        } catch {
            throw placed(error)
        }
        for (index, target) in captures {
            try target.assign(f, f[index])
            f[index] = .unset
        }
        guard let condition else { return .bool(true) }
        return .bool(try condition.test(f))
    }
}

/// Whether a value fits a pattern; what it captures goes to places of the frame.
typealias Matcher = (Value, UnsafeMutablePointer<Value>) throws(Raise) -> Bool

extension Interpreter {
    /// The items of what a sequence pattern accepts: lists, tuples, ranges and deques, but no text.
    func sequenceForMatching(_ value: Value) throws(Raise) -> ContiguousArray<Value>? {
        switch value.object {
        case is List, is Tuple, is RangeObject, is DequeObject: return try items(of: value)
        default: return nil
        }
    }

    /// The values that a class pattern looks at: positional ones by `__match_args__`, then named ones.
    /// - Returns: nil when the value is not of the class, or lacks an attribute.
    func parts(of value: Value, as type: Value, positional: Int, names: [String]) throws(Raise) -> [Value]? {
        guard let type = type.object as? TypeObject else { throw .typeError("called match pattern must be a class") }
        guard try isInstance(value, of: .object(type), wrong: "") else { return nil }
        var names = names
        var result: [Value] = []
        if positional > 0 {
            if let arguments = try attributeIfAny(intern("__match_args__"), of: .object(type)) {
                guard let tuple = arguments.object as? Tuple else {
                    throw .typeError("\(type.name).__match_args__ must be a tuple (got \(arguments.type.name))")
                }
                guard positional <= tuple.items.count else { throw tooMany(type, tuple.items.count, positional) }
                let first = tuple.items.prefix(positional).map { $0.text ?? "" }
                if let twice = first.first(where: { names.contains($0) }) {
                    throw .typeError("\(type.name)() got multiple sub-patterns for attribute '\(twice)'")
                }
                names = first + names
            } else if Self.wholeClasses.contains(where: { type.isSubclass(of: $0) }) {
                guard positional == 1 else { throw tooMany(type, 1, positional) }
                result.append(value)
            } else {
                throw tooMany(type, 0, positional)
            }
        }
        for name in names {
            guard let part = try attributeIfAny(intern(name), of: value) else { return nil }
            result.append(part)
        }
        return result
    }

    private func tooMany(_ type: TypeObject, _ allowed: Int, _ given: Int) -> Raise {
        .typeError(
            "\(type.name)() accepts \(allowed) positional sub-pattern\(allowed == 1 ? "" : "s") (\(given) given)")
    }

    /// Classes whose one positional pattern is for the value itself.
    private static let wholeClasses = [
        types.bool, types.bytes, types.dict, types.float, types.frozenset, types.int, types.list, types.set, types.str,
        types.tuple,
    ]
}

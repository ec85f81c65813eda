internal import CellSyntax

final class ConstantNode: Node {
    let value: Value

    init(_ code: Code, _ range: SourceRange, _ value: Value) {
        self.value = value
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) -> Value { value }
}

/// An item of a display: a value, or `*values`.
struct DisplayItem {
    let node: Node
    let isStarred: Bool
}

extension Node {
    /// The values of a display's items.
    final func items(_ items: [DisplayItem], _ f: Frame) throws(Raise) -> ContiguousArray<Value> {
        var result = ContiguousArray<Value>()
        result.reserveCapacity(items.count)
        for item in items {
            let value = try item.node.evaluate(f)
            if item.isStarred {
                do throws(Raise) {
                    result.append(contentsOf: try cell.items(of: value))
                } catch {
                    throw placed(starError(error, value), item.node.range)
                }
            } else {
                result.append(value)
            }
        }
        return result
    }

    private func starError(_ error: Raise, _ value: Value) -> Raise {
        let plain = "'\(value.type.name)' object is not iterable"
        guard error.exception.arguments.items.first?.text == plain else { return error }
        return .typeError("Value after * must be an iterable, not \(value.type.name)")
    }
}

final class TupleNode: Node {
    let items: [DisplayItem]

    init(_ code: Code, _ range: SourceRange, _ items: [DisplayItem]) {
        self.items = items
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { .object(Tuple(try items(items, f))) }
}

final class ListNode: Node {
    let items: [DisplayItem]

    init(_ code: Code, _ range: SourceRange, _ items: [DisplayItem]) {
        self.items = items
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { .object(List(try items(items, f))) }
}

final class SetNode: Node {
    let items: [DisplayItem]

    init(_ code: Code, _ range: SourceRange, _ items: [DisplayItem]) {
        self.items = items
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let set = SetObject()
        let values = try items(items, f)
        do throws(Raise) {
            for value in values { try set.insert(value, cell) }
        } catch {
            throw placed(error)
        }
        return .object(set)
    }
}

final class DictNode: Node {
    enum Item {
        case pair(Node, Node)
        case unpack(Node)
    }

    let items: [Item]

    init(_ code: Code, _ range: SourceRange, _ items: [Item]) {
        self.items = items
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let dict = Dict()
        for item in items {
            switch item {
            case .pair(let keyNode, let valueNode):
                let key = try keyNode.evaluate(f)
                let value = try valueNode.evaluate(f)
                do throws(Raise) { try dict.set(key, value, cell) } catch { throw placed(error, keyNode.range) }
            case .unpack(let node):
                let value = try node.evaluate(f)
                do throws(Raise) {
                    try cell.forEachEntry(of: value) { (key, item) throws(Raise) in try dict.set(key, item, cell) }
                } catch {
                    throw placed(error, node.range)
                }
            }
        }
        return .object(dict)
    }
}

extension Interpreter {
    /// Visits the entries of a mapping: a dictionary, or anything with `keys` and `__getitem__`.
    public func forEachEntry(of value: Value, _ body: (Value, Value) throws(Raise) -> Void) throws(Raise) {
        if let dict = value.object as? Dict {
            for (key, item) in dict.copy() { try body(key, item) }
            return
        }
        guard let keys = try attributeIfAny(intern("keys"), of: value) else {
            throw .typeError("'\(value.type.name)' object is not a mapping")
        }
        for key in try items(of: call(keys, [])) { try body(key, item(of: value, at: key)) }
    }
}

/// An f-string, or a format specification with fields.
final class FormattedNode: Node {
    enum Part {
        case literal(String)
        case field(Node, FormattedField.Conversion?, FormattedNode?)
    }

    let parts: [Part]

    init(_ code: Code, _ range: SourceRange, _ parts: [Part]) {
        self.parts = parts
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { .string(try text(f)) }

    func text(_ f: Frame) throws(Raise) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .literal(let text): result += text
            case .field(let node, let conversion, let specification):
                result += try text(of: node.evaluate(f), node, conversion, specification?.text(f) ?? "")
            }
        }
        return result
    }

    private func text(
        of value: Value, _ node: Node, _ conversion: FormattedField.Conversion?, _ specification: String
    ) throws(Raise) -> String {
        do throws(Raise) {
            switch conversion {
            case nil: return try cell.format(value, specification)
            case .str: return try cell.format(.string(cell.str(value)), specification)
            case .repr: return try cell.format(.string(cell.repr(value)), specification)
            case .ascii: return try cell.format(.string(cell.ascii(value)), specification)
            }
        } catch {
            throw placed(error, node.range)
        }
    }
}

extension Interpreter {
    /// `ascii(value)`
    public func ascii(_ value: Value) throws(Raise) -> String {
        var result = ""
        for scalar in try repr(value).unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else {
                result += StringRepr.escape(scalar.value)
            }
        }
        return result
    }
}

import CellRuntime
import DataBlocks

extension Interpreter {
    /// What a label function asks for by its name: "cat" of `is_cat`.
    func subject(of function: Value) throws(Raise) -> String? {
        guard let name = try attributeIfAny(Str("__name__"), of: function)?.text, name.hasPrefix("is_"), name.count > 3
        else { return nil }
        return String(name.dropFirst(3))
    }

    /// What a label function returned, as data blocks take it.
    func label(_ value: Value) throws(Raise) -> Label {
        switch value {
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .float(let number): return .number(number)
        case .none, .unset:
            throw .valueError("the label function returned None: does it end in a return?")
        case .object: break
        }
        if let text = value.text { return .text(text) }
        if let path = try pathText(value) { return .text(path) }
        if value.object is CellFunction || value.object is NativeFunction {
            throw .typeError("a label is a text, a number or a list of them, not a function")
        }
        if let number = value.double { return .number(number) }
        if let single = try self.scalar(value) { return single }
        var labels: [Label] = []
        for item in try items(of: value) { labels.append(try label(item)) }
        let numbers = labels.compactMap { label -> Double? in
            switch label {
            case .number(let number): number
            case .int(let number): Double(number)
            default: nil
            }
        }
        return numbers.count == labels.count && !numbers.isEmpty ? .numbers(numbers) : .several(labels)
    }

    /// A tensor of one number.
    private func scalar(_ value: Value) throws(Raise) -> Label? {
        guard let object = value.object as? TensorObject, object.tensor.dimensions == 0 else { return nil }
        do {
            return object.tensor.dtype.isFloatingPoint
                ? .number(try object.tensor.item()) : .int(try object.tensor.intItem())
        } catch { throw Raise(error) }
    }

    /// A label as the cell that gave it knows it.
    func value(of label: Label) -> Value {
        switch label {
        case .text(let text): .string(text)
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .number(let number): .float(number)
        case .several(let labels): .list(labels.map { value(of: $0) })
        case .numbers(let numbers): .list(numbers.map { .float($0) })
        }
    }
}

/// What makes the label of an item: a function of cells, or one of fastai's, which need not ask a cell.
struct Labeller: CellConvertible {
    let label: (Value, Interpreter) throws -> Label

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Labeller {
        Labeller { item, cell in try cell.label(cell.call(value, [item])) }
    }
    static var cellTypeName: String { "function" }
}

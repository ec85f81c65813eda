/// Prints a tensor as PyTorch's `repr` does; the rules are those of its `_tensor_str.py`.
public struct TensorPrinter: Sendable {
    public var options: PrintOptions

    public init(options: PrintOptions = .torch) { self.options = options }

    /// - Parameter typeName: what stands before the values; fastai's subclasses print their own name.
    public func text(_ tensor: Tensor, typeName: String = "tensor") throws(TensorError) -> String {
        let indent = typeName.count + 1
        var body = "\(typeName)("
        var suffixes: [String] = []
        let (dtype, shape, device) = (tensor.dtype, tensor.shape, tensor.device)
        if device != "cpu" { suffixes.append("device='\(device)'") }
        if shape.contains(0) {
            body += "[]"
            if shape.count != 1 { suffixes.append("size=\(Self.tuple(shape))") }
            if dtype != .float32 { suffixes.append("dtype=torch.\(dtype.name)") }
        } else {
            if ![.float32, .int64, .bool].contains(dtype) { suffixes.append("dtype=torch.\(dtype.name)") }
            body += try values(tensor, indent: indent)
        }
        let function = tensor.gradFunction
        if !function.isEmpty {
            suffixes.append("grad_fn=<\(function)>")
        } else if tensor.requiresGrad {
            suffixes.append("requires_grad=True")
        }
        return withSuffixes(body, suffixes, indent: indent)
    }

    /// A tuple as Python prints it.
    static func tuple(_ numbers: [Int]) -> String {
        numbers.count == 1 ? "(\(numbers[0]),)" : "(\(numbers.map(String.init).joined(separator: ", ")))"
    }

    private func withSuffixes(_ body: String, _ suffixes: [String], indent: Int) -> String {
        var text = body
        // One more than there are, as PyTorch counts.
        var lineLength = (body.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0) + 2
        for suffix in suffixes {
            if lineLength + suffix.count + 2 > options.lineWidth {
                text += ",\n" + String(repeating: " ", count: indent) + suffix
                lineLength = indent + suffix.count
            } else {
                text += ", " + suffix
                lineLength += suffix.count + 2
            }
        }
        return text + ")"
    }

    // MARK: Values

    private func values(_ tensor: Tensor, indent: Int) throws(TensorError) -> String {
        let summarized = tensor.count > options.threshold
        let shown = try ShownValues(tensor, edge: summarized ? options.edgeItems : nil)
        let style = FloatStyle(shown, options)
        let texts = shown.texts(
            integer: { String($0) }, boolean: { $0 ? "True" : "False" }, float: { style.text($0) })
        let width = max(style.width, shown.isFloat ? 1 : texts.map(\.count).max() ?? 1)
        let padded = texts.map { NumberText.padded($0, to: width) }
        var rows = Rows(values: padded[...], shown: shown, width: width, options: options)
        return rows.text(0, indent: indent)
    }
}

extension ShownValues {
    var isFloat: Bool {
        if case .floats = numbers { true } else { false }
    }
}

/// How the floats of one tensor are written: all as whole numbers, with a fixed number of digits or by powers
/// of ten.
private struct FloatStyle {
    private(set) var width = 1
    private var isWhole = true
    private var isScientific = false
    private let precision: Int

    init(_ shown: ShownValues, _ options: PrintOptions) {
        precision = options.precision
        guard case .floats(let all) = shown.numbers else { return }
        let values = all.filter { $0.isFinite && $0 != 0 }
        guard let least = values.map(\.magnitude).min(), let most = values.map(\.magnitude).max() else { return }
        isWhole = values.allSatisfy { $0 == $0.rounded(.up) }
        isScientific = options.scientific ?? (most / least > 1000 || most > 1e8 || least < 1e-4)
        for value in values { width = max(width, text(value).count) }
    }

    func text(_ value: Double) -> String {
        if isScientific { return NumberText.scientific(value, digits: precision) }
        guard isWhole else { return NumberText.fixed(value, digits: precision) }
        return NumberText.fixed(value, digits: 0) + (value.isFinite ? "." : "")
    }
}

/// Puts texts of values into brackets, row by row.
private struct Rows {
    var values: ArraySlice<String>
    let shown: ShownValues
    let width: Int
    let options: PrintOptions

    mutating func text(_ dimension: Int, indent: Int) -> String {
        if shown.shape.isEmpty { return values.first ?? "" }
        let size = shown.shape[dimension]
        let isCut = shown.isCut[dimension]
        if dimension == shown.shape.count - 1 { return vector(size, isCut, indent: indent) }
        var slices: [String] = []
        for index in 0..<size {
            if isCut, index == options.edgeItems { slices.append("...") }
            slices.append(text(dimension + 1, indent: indent + 1))
        }
        let separator = "," + String(repeating: "\n", count: shown.shape.count - dimension - 1)
        return "[" + slices.joined(separator: separator + String(repeating: " ", count: indent + 1)) + "]"
    }

    private mutating func vector(_ size: Int, _ isCut: Bool, indent: Int) -> String {
        var items = Array(values.prefix(size))
        values = values.dropFirst(size)
        if isCut { items.insert(" ...", at: options.edgeItems) }
        let perLine = max(1, (options.lineWidth - indent) / (width + 2))
        let lines = stride(from: 0, to: items.count, by: perLine).map {
            items[$0..<min($0 + perLine, items.count)].joined(separator: ", ")
        }
        return "[" + lines.joined(separator: ",\n" + String(repeating: " ", count: indent + 1)) + "]"
    }
}

extension Tensor: CustomStringConvertible {
    /// As PyTorch prints it.
    public var description: String {
        do {
            return try TensorPrinter().text(self)
        } catch {
            return "tensor(<\(error)>)"
        }
    }
}

/// The values of a tensor that are printed: all, or of long dimensions the first and the last few.
struct ShownValues {
    enum Numbers {
        case integers([Int])
        case booleans([Bool])
        case floats([Double])
    }

    let numbers: Numbers
    let shape: [Int]
    /// Dimensions of which the middle is left out.
    let isCut: [Bool]

    /// - Parameter edge: how many stay on each side; nil shows all.
    init(_ tensor: Tensor, edge: Int?) throws(TensorError) {
        var shown = try tensor.detach()
        var isCut = [Bool](repeating: false, count: shown.dimensions)
        if let edge {
            for (dimension, size) in shown.shape.enumerated() where size > 2 * edge {
                let (first, last) = try (shown.narrow(dimension, 0, edge), shown.narrow(dimension, size - edge, edge))
                shown = try Tensor.cat([first, last], dimension)
                isCut[dimension] = true
            }
        }
        shape = shown.shape
        self.isCut = isCut
        numbers =
            switch shown.dtype {
            case .bool: .booleans(try shown.array())
            case let dtype where dtype.isFloatingPoint: .floats(try shown.array())
            default: .integers(try shown.array())
            }
    }

    /// Each value's text, row by row.
    func texts(integer: (Int) -> String, boolean: (Bool) -> String, float: (Double) -> String) -> [String] {
        switch numbers {
        case .integers(let values): values.map(integer)
        case .booleans(let values): values.map(boolean)
        case .floats(let values): values.map(float)
        }
    }
}

/// How tensors and arrays are printed; PyTorch's and numpy's defaults differ.
public struct PrintOptions: Sendable, Equatable {
    /// Digits after the point.
    public var precision: Int
    /// More values than this are summarised.
    public var threshold: Int
    /// Values on each side of a summarised dimension.
    public var edgeItems: Int
    public var lineWidth: Int
    /// Powers of ten always or never; nil decides by the values.
    public var scientific: Bool?

    public init(
        precision: Int, threshold: Int = 1000, edgeItems: Int = 3, lineWidth: Int, scientific: Bool? = nil
    ) {
        self.precision = precision
        self.threshold = threshold
        self.edgeItems = edgeItems
        self.lineWidth = lineWidth
        self.scientific = scientific
    }

    /// `torch.set_printoptions()`
    public static let torch = PrintOptions(precision: 4, lineWidth: 80)
    /// `numpy.set_printoptions()`
    public static let numpy = PrintOptions(precision: 8, lineWidth: 75)
}

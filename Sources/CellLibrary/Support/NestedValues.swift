import CellRuntime
import Tensors

/// The numbers, flags or texts of nested lists, tuples, arrays and tensors, row by row: what `torch.tensor(…)` and
/// `np.array(…)` are given.
struct NestedValues {
    enum Content {
        case flags([Bool])
        case ints([Int])
        case floats([Double])
        case texts([String])
    }

    private(set) var shape: [Int] = []
    private(set) var content: Content
    /// The type of the arrays or tensors among them, if there were any.
    private(set) var dtype: DType?

    /// - Throws: a `ValueError` when rows differ in length, a `TypeError` for what is not a number.
    init(_ value: Value, _ cell: Interpreter) throws {
        var reader = Reader(cell: cell)
        try reader.read(value, depth: 0)
        shape = reader.shape
        dtype = reader.dtype.flatMap { $0.isFloatingPoint == (reader.kind == .float) ? $0 : nil }
        content =
            switch reader.kind {
            case .text: .texts(reader.texts)
            case .float: .floats(reader.floats)
            case .int: .ints(reader.ints)
            case .flag: .flags(reader.ints.map { $0 != 0 })
            case nil: .floats([])
            }
    }

    /// As a tensor: whole numbers as int64, others as `floating`, unless a type is asked for.
    func tensor(_ wanted: DType? = nil, floating: DType) throws -> Tensor {
        let made: Tensor
        switch content {
        case .flags(let flags): made = try Tensor(flags, shape: shape)
        case .ints(let ints): made = try Tensor(ints, shape: shape)
        case .floats(let floats):
            made =
                wanted == .float64 || floating == .float64
                ? try Tensor(floats, shape: shape) : try Tensor(floats.map(Float.init), shape: shape)
        case .texts: throw Raise.typeError("expected numbers, found strings")
        }
        guard let type = wanted ?? dtype, type != made.dtype else { return made }
        return try made.to(dtype: type)
    }

    private enum Kind: Int { case flag, int, float, text }

    /// Walks the nesting depth first.
    private struct Reader {
        let cell: Interpreter
        var shape: [Int] = []
        var kind: Kind?
        var dtype: DType?
        var ints: [Int] = []
        var floats: [Double] = []
        var texts: [String] = []
        /// At which depth the numbers stand, once one was seen.
        private var leafDepth: Int?

        init(cell: Interpreter) { self.cell = cell }

        mutating func read(_ value: Value, depth: Int) throws {
            switch value {
            case .bool(let flag): try leaf(.flag, depth) { $0.append(int: flag ? 1 : 0) }
            case .int(let number): try leaf(.int, depth) { $0.append(int: number) }
            case .float(let number): try leaf(.float, depth) { $0.append(float: number) }
            case .none, .unset: throw Raise.typeError("must be real number, not NoneType")
            case .object(let object): try read(object, value, depth: depth)
            }
        }

        private mutating func read(_ object: Object, _ value: Value, depth: Int) throws {
            switch object {
            case let text as Str: try leaf(.text, depth) { $0.texts.append(text.text) }
            case let tensor as TensorObject: try read(tensor.tensor, depth: depth)
            case let array as ArrayObject:
                switch array.content {
                case .numbers(let tensor): try read(tensor, depth: depth)
                case .texts(let texts):
                    try block(array.shape, .text, depth)
                    self.texts += texts
                }
            case is List, is Tuple, is RangeObject: try row(cell.items(of: value), depth: depth)
            case let scalar as ScalarObject:
                try leaf(scalar.dtype == .bool ? .flag : .int, depth) { $0.append(int: scalar.number) }
            case let number as FloatBox: try leaf(.float, depth) { $0.append(float: number.value) }
            default:
                if object.type.lookup("__iter__") != nil, object.type.lookup("__len__") != nil {
                    try row(cell.items(of: value), depth: depth)
                } else if object.type.lookup("__float__") != nil {
                    let number = try Double.convert(
                        value, ArgumentPlace(function: "tensor", parameter: "data", position: 1, cell: cell))
                    try leaf(.float, depth) { $0.append(float: number) }
                } else {
                    throw Raise.typeError("must be real number, not \(object.type.name)")
                }
            }
        }

        private mutating func row(_ items: some Collection<Value>, depth: Int) throws {
            try enter(size: items.count, depth)
            for item in items { try read(item, depth: depth + 1) }
        }

        private mutating func read(_ tensor: Tensor, depth: Int) throws {
            let type = tensor.dtype
            let own: Kind = type == .bool ? .flag : type.isFloatingPoint ? .float : .int
            try block(tensor.shape, own, depth)
            dtype = dtype ?? type
            if own == .float {
                let values: [Double] = try tensor.detach().array()
                values.forEach { append(float: $0) }
            } else {
                let values: [Int] = try tensor.array()
                values.forEach { append(int: $0) }
            }
        }

        private mutating func block(_ sizes: [Int], _ own: Kind, _ depth: Int) throws {
            for (offset, size) in sizes.enumerated() { try enter(size: size, depth + offset) }
            try leaf(own, depth + sizes.count) { _ in }
        }

        /// A dimension: its size is that of the first row seen at this depth.
        private mutating func enter(size: Int, _ depth: Int) throws {
            if depth == shape.count, leafDepth == nil {
                shape.append(size)
            } else if depth >= shape.count {
                throw Raise.valueError("too many dimensions: a list stands where a number stood before")
            } else if shape[depth] != size {
                throw Raise.valueError("expected sequence of length \(shape[depth]) at dim \(depth) (got \(size))")
            }
        }

        private mutating func leaf(_ own: Kind, _ depth: Int, _ add: (inout Reader) -> Void) throws {
            if depth != shape.count || (leafDepth ?? depth) != depth {
                let expected = depth < shape.count ? shape[depth] : 0
                throw Raise.valueError("expected sequence of length \(expected) at dim \(depth): found a number")
            }
            leafDepth = depth
            if let kind, (kind == .text) != (own == .text) {
                throw Raise.typeError("numbers and strings cannot be mixed in an array")
            }
            if own.rawValue > (kind?.rawValue ?? -1) {
                if own == .float { floats = ints.map(Double.init) }
                kind = own
            }
            add(&self)
        }

        private mutating func append(int: Int) {
            if kind == .float { floats.append(Double(int)) } else { ints.append(int) }
        }

        private mutating func append(float: Double) { floats.append(float) }
    }
}

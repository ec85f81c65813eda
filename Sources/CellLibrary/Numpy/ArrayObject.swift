public import CellRuntime
public import Tensors

/// `numpy.ndarray`: numbers kept in a tensor, or texts.
public final class ArrayObject: Object, NativeObject {
    public enum Content {
        case numbers(Tensor)
        case texts([String])
    }

    public let content: Content
    public let shape: [Int]

    public init(_ tensor: Tensor) {
        content = .numbers(tensor)
        shape = tensor.shape
        super.init(type: Self.declaration)
    }

    /// Texts row by row.
    public init(_ texts: [String], shape: [Int]? = nil) {
        content = .texts(texts)
        self.shape = shape ?? [texts.count]
        super.init(type: Self.declaration)
    }

    /// - Throws: `TypeError` for an array of strings.
    func numbers(_ what: String) throws(Raise) -> Tensor {
        if case .numbers(let tensor) = content { return tensor }
        throw .typeError("\(what) is not supported for an array of strings")
    }

    public static let declaration = NativeType<ArrayObject>(
        "ndarray", module: "numpy", doc: "An n-dimensional array.", isBase: false, isContainer: false
    ) {
        ArrayMembers.attributes
        ArrayMembers.special
        ArrayMembers.operators
        ArrayMembers.reductions
        ArrayMembers.shapes
        ArrayMembers.conversions
    }.type
}

extension ArrayObject {
    /// An array, or NumPy's scalar where a calculation left one number.
    static func value(_ tensor: Tensor) throws -> Value {
        tensor.dimensions == 0 ? try ScalarTypes.value(tensor) : .object(ArrayObject(tensor))
    }

    /// An array of anything that `np.array` takes.
    static func make(_ value: Value, as type: DType? = nil, _ cell: Interpreter) throws -> ArrayObject {
        if let array = value.object as? ArrayObject {
            guard case .numbers(let tensor) = array.content, let type, tensor.dtype != type else { return array }
            return ArrayObject(try tensor.to(dtype: type))
        }
        if let picture = value.object as? ImageObject { return ArrayObject(try picture.numbers()) }
        let nested = try NestedValues(value, cell)
        if case .texts(let texts) = nested.content { return ArrayObject(texts, shape: nested.shape) }
        return ArrayObject(try nested.tensor(type, floating: .float64))
    }
}

/// Numbers for a calculation: an array, a scalar, a list or a number.
struct Numbers: CellConvertible {
    let tensor: Tensor
    /// A Python number, which takes on the type of the array beside it.
    let isWeak: Bool

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Numbers {
        do {
            let isWeak: Bool
            switch value {
            case .int, .float, .bool: isWeak = true
            default: isWeak = false
            }
            return Numbers(tensor: try ArrayObject.make(value, place.cell).numbers(place.function), isWeak: isWeak)
        } catch { throw Raise(error) }
    }
    static var cellTypeName: String { "array_like" }
}

enum ArrayMembers {
    @MembersBuilder static var attributes: [Member] {
        Property<ArrayObject>("shape", doc: "The sizes of the dimensions.") { array, _ -> Value in
            .tuple(array.shape.map(Value.int))
        }
        Property<ArrayObject>("ndim", doc: "How many dimensions it has.") { array, _ in array.shape.count }
        Property<ArrayObject>("size", doc: "How many values it holds.") { array, _ in array.shape.reduce(1, *) }
        Property<ArrayObject>("dtype", doc: "The type of the values.") { array, _ -> Value in
            switch array.content {
            case .numbers(let tensor): .object(ArrayTypeObject.of(tensor.dtype))
            case .texts(let texts): .string("<U\(max(1, texts.map(\.unicodeScalars.count).max() ?? 1))")
            }
        }
        Property<ArrayObject>("T", doc: "With its dimensions in reverse order.") { array, _ in
            let tensor = try array.numbers("T")
            return ArrayObject(try tensor.permute(Array((0..<tensor.dimensions).reversed())))
        }
        Property<ArrayObject>("flat", doc: "All values in one dimension.") { array, _ in
            ArrayObject(try array.numbers("flat").reshape([-1]))
        }
    }

    @MembersBuilder static var special: [Member] {
        Method<ArrayObject>("__repr__") { array, cell in try array.literal(cell) }
        Method<ArrayObject>("__str__") { array, cell in try array.text(cell) }
        Method<ArrayObject>("__format__", Parameter("spec", String.self)) { array, cell, spec in
            if spec.isEmpty { return try cell.str(.object(array)) }
            guard array.shape.isEmpty else {
                throw Raise.typeError("unsupported format string passed to numpy.ndarray.__format__")
            }
            return try cell.format(array.numbers("format").single(), spec)
        }
        Method<ArrayObject>("__len__") { array, _ in
            guard let first = array.shape.first else { throw Raise.typeError("len() of unsized object") }
            return first
        }
        Method<ArrayObject>("__bool__") { array, _ in
            let tensor = try array.numbers("bool")
            if tensor.count > 1 {
                throw Raise.valueError(
                    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
            }
            return try tensor.count == 1 && tensor.item() != 0
        }
        Method<ArrayObject>("__float__") { array, _ in try array.only().item() }
        Method<ArrayObject>("__int__") { array, _ in try array.only().intItem() }
        Method<ArrayObject>("__index__") { array, _ in
            let tensor = try array.only()
            if tensor.dtype.isFloatingPoint || tensor.dimensions > 0 {
                throw Raise.typeError("only integer scalar arrays can be converted to a scalar index")
            }
            return try tensor.intItem()
        }
        Method<ArrayObject>("__hash__") { _, _ -> Int in throw Raise.typeError("unhashable type: 'numpy.ndarray'") }
        Method<ArrayObject>("__iter__") { array, cell in
            guard let count = array.shape.first else { throw Raise.typeError("iteration over a 0-d array") }
            var next = 0
            return ClosureIterator { (cell) throws(Raise) -> Value? in
                guard next < count else { return nil }
                defer { next += 1 }
                do { return try array.entry(.int(next), cell) } catch { throw Raise(error) }
            }
        }
        Method<ArrayObject>("__contains__", Parameter("value", Value.self)) { array, cell, value in
            if case .texts(let texts) = array.content { return value.text.map(texts.contains) ?? false }
            guard let operand = Operand(value) else { return false }
            return try array.numbers("in").eq(operand).any().item() != 0
        }
        Method<ArrayObject>("__getitem__", Parameter("index", Value.self)) { array, cell, index in
            try array.entry(index, cell)
        }
        Method<ArrayObject>("__setitem__", Parameter("index", Value.self), Parameter("value", Value.self)) {
            array, cell, index, value in
            let tensor = try array.numbers("item assignment")
            let operand = try Operand(value) ?? .tensor(ArrayObject.make(value, cell).numbers("item assignment"))
            try IndexList(index, style: .numpy, cell).set(tensor, to: operand, cell)
        }
    }
}

extension ArrayObject {
    fileprivate func only() throws -> Tensor {
        let tensor = try numbers("conversion")
        guard tensor.count == 1 else {
            throw Raise.typeError("only length-1 arrays can be converted to Python scalars")
        }
        return tensor
    }

    /// `array[…]`
    func entry(_ index: Value, _ cell: Interpreter) throws -> Value {
        let list = try IndexList(index, style: .numpy, cell)
        switch content {
        case .numbers(let tensor): return try Self.value(list.get(tensor, cell))
        case .texts(let texts):
            // The places of the texts are picked as numbers are.
            let places = try list.get(Tensor(Array(0..<texts.count), shape: shape), cell)
            let picked = try places.array(of: Int.self).map { texts[$0] }
            return places.dimensions == 0 ? .string(picked[0]) : .object(ArrayObject(picked, shape: places.shape))
        }
    }
}

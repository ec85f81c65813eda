public import CellRuntime
public import Tensors

/// `torch.Tensor`: a tensor as cells see it.
public class TensorObject: Object, NativeObject {
    public let tensor: Tensor

    /// - Parameter type: a class derived from `torch.Tensor`, such as `TensorImage`.
    public init(_ tensor: Tensor, type: TypeObject = TensorObject.declaration) {
        self.tensor = tensor
        super.init(type: type)
    }

    public static let declaration = NativeType<TensorObject>(
        "Tensor", module: "torch", doc: "An n-dimensional array of numbers that can keep track of gradients.",
        allowsAttributes: true, isContainer: false
    ) {
        TensorMembers.attributes
        TensorMembers.conversions
        TensorMembers.special
        TensorMembers.operators
        TensorMembers.elementwise
        TensorMembers.reductions
        TensorMembers.shapes
        TensorMembers.indexing
        TensorMembers.inPlace
        TensorMembers.gradients
    }.type
}

extension Tensor: CellConvertible, CellReturn {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Tensor {
        if let object = value.object as? TensorObject { return object.tensor }
        throw place.mismatch("Tensor", value)
    }
    public static var cellTypeName: String { "Tensor" }
    public var cellValue: Value { .object(TensorObject(self)) }
}

extension TensorError: CellError {
    /// The exception that PyTorch raises for it.
    public var raise: Raise {
        switch self {
        case .index(let words): .indexError(words)
        case .value(let words): .valueError(words)
        case .type(let words): .typeError(words)
        case .notImplemented(let words): .notImplemented(words)
        case .operation(let words), .engine(let words): .runtimeError(words)
        case .outOfMemory(let words): .memoryError(words)
        case .interrupted: Raise(exceptions.keyboardInterrupt, "")
        }
    }
}

/// The members of `torch.Tensor`, by subject in the files beside this one.
enum TensorMembers {
    @MembersBuilder static var attributes: [Member] {
        Property<Tensor>("shape", doc: "The sizes of the dimensions, outermost first.") { tensor, _ in
            SizeObject.make(tensor.shape)
        }
        Property<Tensor>("dtype", doc: "The type of the elements.") { tensor, _ in DTypeObject.of(tensor.dtype) }
        Property<Tensor>("device", doc: "Where it is kept: the processor, or a GPU.") { tensor, _ in
            DeviceObject(tensor.device)
        }
        Property<Tensor>("ndim", doc: "How many dimensions it has.") { tensor, _ in tensor.dimensions }
        Property<Tensor>("T", doc: "The matrix with rows and columns exchanged.") { tensor, _ in
            try tensor.permute(Array((0..<tensor.dimensions).reversed()))
        }
        Property<Tensor>("is_leaf", doc: "Whether it was made by a cell and not by an operation.") { tensor, _ in
            tensor.isLeaf
        }
        Property<Tensor>("is_cuda", doc: "Whether it is kept by a GPU.") { tensor, _ in tensor.device.hasPrefix("cuda")
        }
        Method<Tensor>("dim", doc: "How many dimensions it has.") { tensor, _ in tensor.dimensions }
        Method<Tensor>("numel", doc: "How many numbers it holds.") { tensor, _ in tensor.count }
        Method<Tensor>("nelement", doc: "How many numbers it holds.") { tensor, _ in tensor.count }
        Method<Tensor>("element_size", doc: "Bytes an element takes.") { tensor, _ in tensor.dtype.size }
        Method<Tensor>(
            "size", doc: "The shape, or the size of one dimension.", Parameter("dim", Int?.self, default: nil)
        ) {
            tensor, _, dimension -> Value in
            guard let dimension else { return SizeObject.make(tensor.shape) }
            return .int(tensor.shape[try tensor.position(of: dimension)])
        }
        Method<Tensor>(
            "stride", doc: "How far apart neighbours along each dimension are in memory.",
            Parameter("dim", Int?.self, default: nil)
        ) { tensor, _, dimension -> Value in
            guard let dimension else { return .tuple(tensor.strides.map(Value.int)) }
            return .int(tensor.strides[try tensor.position(of: dimension)])
        }
        Method<Tensor>("is_contiguous", doc: "Whether its numbers lie row by row in memory.") { tensor, _ in
            var expected = 1
            return zip(tensor.shape, tensor.strides).reversed().allSatisfy { size, stride in
                defer { expected *= size }
                return size == 1 || stride == expected
            }
        }
        Method<Tensor>("is_floating_point", doc: "Whether its elements are fractions.") { tensor, _ in
            tensor.dtype.isFloatingPoint
        }
    }

    @MembersBuilder static var special: [Member] {
        Method<TensorObject>("__repr__") { object, cell in
            let name = object.type === TensorObject.declaration ? "tensor" : object.type.name
            return try LibraryState.of(cell).tensorPrinter.text(object.tensor, typeName: name)
        }
        Method<Tensor>("__len__") { tensor, _ in
            guard let first = tensor.shape.first else { throw Raise.typeError("len() of a 0-d tensor") }
            return first
        }
        Method<Tensor>("__bool__") { tensor, _ in
            if tensor.count > 1 {
                throw Raise.runtimeError("Boolean value of Tensor with more than one value is ambiguous")
            }
            return try tensor.item() != 0
        }
        Method<Tensor>("__float__") { tensor, _ in try tensor.item() }
        Method<Tensor>("__int__") { tensor, _ in try tensor.intItem() }
        Method<Tensor>("__index__") { tensor, _ in
            if tensor.dtype.isFloatingPoint || tensor.count != 1 {
                throw Raise.typeError("only integer tensors of a single element can be converted to an index")
            }
            return try tensor.intItem()
        }
        Method<TensorObject>("__hash__") { object, _ in ObjectIdentifier(object).hashValue >> 4 }
        Method<TensorObject>("__format__", Parameter("spec", String.self)) { object, cell, spec in
            if object.tensor.dimensions == 0 { return try cell.format(object.tensor.single(), spec) }
            if spec.isEmpty { return try cell.str(.object(object)) }
            throw Raise.typeError("unsupported format string passed to Tensor.__format__")
        }
        Method<Tensor>("__iter__") { tensor, _ in
            guard let count = tensor.shape.first else { throw Raise.typeError("iteration over a 0-d tensor") }
            var next = 0
            return ClosureIterator { (_) throws(Raise) -> Value? in
                guard next < count else { return nil }
                defer { next += 1 }
                do { return try tensor.select(0, next).cellValue } catch { throw Raise(error) }
            }
        }
        Method<Tensor>("__contains__", Parameter("value", Value.self)) { tensor, cell, value in
            guard let operand = Operand(value) else {
                throw Raise.runtimeError("a tensor can contain numbers only, not \(value.type.name)")
            }
            return try tensor.eq(operand).any().item() != 0
        }
    }
}

extension Tensor {
    /// A dimension counted from 0, where negative ones count from the end.
    ///
    /// - Throws: `IndexError` in PyTorch's words.
    func position(of dimension: Int) throws(Raise) -> Int {
        let count = Swift.max(1, dimensions)
        guard (-count..<count).contains(dimension) else {
            throw .indexError(
                "Dimension out of range (expected to be in range of [\(-count), \(count - 1)], but got \(dimension))")
        }
        return dimension < 0 ? dimension + count : dimension
    }

    /// The only value, as a cell's bool, int or float.
    func single() throws -> Value {
        switch dtype {
        case .bool: .bool(try item() != 0)
        case let type where type.isFloatingPoint: .float(try item())
        default: .int(try intItem())
        }
    }
}

extension Operand {
    /// A number or tensor of a cell; nil for anything else.
    init?(_ value: Value) {
        switch value {
        case .int(let number): self = .int(number)
        case .bool(let flag): self = .int(flag ? 1 : 0)
        case .float(let number): self = .double(number)
        case .object(let object as TensorObject): self = .tensor(object.tensor)
        case .object(let object as FloatBox): self = .double(object.value)
        case .object(let object as ScalarObject): self = .int(object.number)
        case .object(let object as ArrayObject):
            guard case .numbers(let tensor) = object.content else { return nil }
            self = .tensor(tensor)
        default: return nil
        }
    }
}

extension Operand: CellConvertible {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Operand {
        if let operand = Operand(value) { return operand }
        throw place.mismatch("Tensor or number", value)
    }
    public static var cellTypeName: String { "Tensor or number" }
}

public import CellRuntime
import Tensors

/// The modules `torch`, `torch.cuda`, `torch.nn`, `torch.optim` and those below them.
public enum TorchModule {
    public static let modules = [torch, cuda, FunctionalModule.module] + NetworkModules.all

    static let torch = NativeModule("torch", doc: "Tensors and their gradients, computed by libtorch.") {
        TensorObject.declaration
        SizeObject.declaration
        DTypeObject.declaration
        DeviceObject.declaration
        GradientModeObject.declaration
        types
        methodsAsFunctions
        making
        random
        joining
        modes
    }

    @MembersBuilder private static var types: [Member] {
        for type in DType.allCases { Constant(type.name, DTypeObject.of(type)) }
        Constant("float", DTypeObject.of(.float32))
        Constant("double", DTypeObject.of(.float64))
        Constant("half", DTypeObject.of(.float16))
        Constant("long", DTypeObject.of(.int64))
        Constant("int", DTypeObject.of(.int32))
        Constant("short", DTypeObject.of(.int16))
        Constant("pi", Double.pi)
        Constant("e", 2.718281828459045)
        Constant("inf", Double.infinity)
        Constant("nan", Double.nan)
    }

    /// Methods of tensors that are functions of the module too: `torch.sqrt(t)` is `t.sqrt()`.
    private static let shared = [
        "abs", "neg", "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "rsqrt", "square", "reciprocal", "sin",
        "cos",
        "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "sigmoid", "relu", "erf", "sign", "floor", "ceil",
        "trunc",
        "frac", "isnan", "isinf", "isfinite", "logical_not", "bitwise_not", "round", "add", "sub", "mul", "div", "pow",
        "remainder", "floor_divide", "eq", "ne", "lt", "le", "gt", "ge", "maximum", "minimum", "matmul", "mm", "bmm",
        "mv",
        "dot", "outer", "atan2", "logical_and", "logical_or", "logical_xor", "clamp", "clip", "lerp", "softmax",
        "log_softmax",
        "equal", "allclose", "isclose", "sum", "mean", "std", "var", "max", "min", "median", "argmax", "argmin", "any",
        "all", "amax", "amin",
        "prod", "norm", "cumsum", "cumprod", "logsumexp", "sort", "argsort", "topk", "unique", "bincount", "histc",
        "count_nonzero", "reshape", "permute", "flip", "tile", "flatten", "ravel", "t", "transpose", "squeeze",
        "unsqueeze",
        "split", "chunk", "unbind", "diag", "tril", "triu", "roll", "index_select", "gather", "masked_fill",
        "masked_select",
        "nonzero", "select", "narrow", "clone", "detach", "numel", "is_floating_point",
    ]

    private static var methodsAsFunctions: [Member] {
        shared.compactMap { name in
            TensorObject.declaration.lookup(name).map { Constant(name, $0) }
        }
    }

    @MembersBuilder private static var making: [Member] {
        Function(
            "tensor", doc: "A tensor of numbers, lists of numbers, or arrays.", Parameter("data", Value.self),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil),
            Parameter("device", Value.self, .keywordOnly, default: .none),
            Parameter("requires_grad", Bool.self, .keywordOnly, default: false)
        ) { cell, data, type, _, requiresGrad in
            var tensor = try NestedValues(data, cell).tensor(type?.dtype, floating: .float32)
            if let source = (data.object as? TensorObject)?.tensor {
                tensor = try source.detach().clone().to(dtype: tensor.dtype)
            }
            if requiresGrad { try tensor.setRequiresGrad(true) }
            return tensor
        }
        Function(
            "as_tensor", doc: "The same tensor, or one of other data.", Parameter("data", Value.self),
            Parameter("dtype", DTypeArgument?.self, default: nil)
        ) { cell, data, type -> Value in
            if data.object is TensorObject, type == nil { return data }
            return try NestedValues(data, cell).tensor(type?.dtype, floating: .float32).cellValue
        }
        Function(
            "from_numpy", doc: "A tensor that shares a numpy array's memory.", Parameter("array", ArrayObject.self)
        ) {
            _, array in try array.numbers("from_numpy")
        }
        shaped("zeros", "Zeros of a shape.") { shape, type in try .zeros(shape, dtype: type ?? .float32) }
        shaped("ones", "Ones of a shape.") { shape, type in try .ones(shape, dtype: type ?? .float32) }
        shaped("empty", "Memory of a shape, whatever it holds.") { shape, type in
            try Tensor(uninitialized: shape, dtype: type ?? .float32)
        }
        like("zeros_like", "Zeros of the same shape and type.") { tensor in try tensor.zerosLike() }
        like("ones_like", "Ones of the same shape and type.") { tensor in try tensor.onesLike() }
        like("empty_like", "Memory of the same shape and type.") { tensor in
            try Tensor(uninitialized: tensor.shape, dtype: tensor.dtype)
        }
        like("rand_like", "Random numbers between 0 and 1 of the same shape.") { tensor in
            try Tensor.call("aten::rand_like", .tensor(tensor))
        }
        like("randn_like", "Normally distributed random numbers of the same shape.") { tensor in
            try Tensor.call("aten::randn_like", .tensor(tensor))
        }
        Function(
            "full_like", doc: "One number all over, of the same shape and type.", Parameter("input", Tensor.self),
            Parameter("fill_value", Double.self)
        ) { _, tensor, value in try Tensor.full(tensor.shape, value, dtype: tensor.dtype) }
        Function(
            "full", doc: "One number all over.", Parameter("size", Dimensions.self),
            Parameter("fill_value", Value.self),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil)
        ) { cell, size, value, type in
            let one = try NestedValues(value, cell).tensor(floating: .float32)
            return try Tensor.full(size.list, one.item(), dtype: type?.dtype ?? one.dtype)
        }
        Function(
            "arange", doc: "Numbers from a start to before an end: arange(end) or arange(start, end, step).",
            Parameter("start", Value.self), Parameter("end", Value.self, default: .none),
            Parameter("step", Value.self, default: .int(1)),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil)
        ) { cell, first, second, step, type in
            let (start, end) = second.isNone ? (Value.int(0), first) : (first, second)
            return try Arange.make(start, end, step, type?.dtype, floating: .float32, cell)
        }
        Function(
            "linspace", doc: "Numbers at equal distances, both ends included.", Parameter("start", Double.self),
            Parameter("end", Double.self), Parameter("steps", Int.self)
        ) { _, start, end, steps in try Tensor.linspace(start, end, steps: steps) }
        Function(
            "logspace", doc: "Powers of 10 at equal ratios.", Parameter("start", Double.self),
            Parameter("end", Double.self),
            Parameter("steps", Int.self)
        ) { _, start, end, steps in try Tensor.pow(.double(10), Tensor.linspace(start, end, steps: steps)) }
        Function("eye", doc: "A matrix with ones on its diagonal.", Parameter("n", Int.self)) { _, size in
            try Tensor.eye(size)
        }
    }

    @MembersBuilder private static var random: [Member] {
        Function(
            "manual_seed", doc: "Starts the random numbers anew, the same each time for a seed.",
            Parameter("seed", Int.self)
        ) {
            _, seed in
            try RandomNumbers.seed(seed)
            return GeneratorObject()
        }
        shaped("rand", "Random numbers between 0 and 1.") { shape, type in
            let made = try Tensor.rand(shape)
            return type == nil || type == .float32 ? made : try made.to(dtype: type ?? .float32)
        }
        shaped("randn", "Random numbers of the normal distribution.") { shape, type in
            let made = try Tensor.randn(shape)
            return type == nil || type == .float32 ? made : try made.to(dtype: type ?? .float32)
        }
        Function("randperm", doc: "The whole numbers below n in random order.", Parameter("n", Int.self)) { _, count in
            try Tensor.randperm(count)
        }
        Function(
            "randint", doc: "Random whole numbers: randint(high, size) or randint(low, high, size).",
            Parameter("low", Int.self),
            Parameter("high", Value.self), Parameter("size", Value.self, default: .none)
        ) { cell, first, second, third in
            let place = ArgumentPlace(function: "randint", parameter: "size", position: 3, cell: cell)
            if third.isNone { return try Tensor.randint(0, first, Dimensions.convert(second, place).list) }
            return try Tensor.randint(first, Int.convert(second, place), Dimensions.convert(third, place).list)
        }
        Function(
            "normal", doc: "Random numbers of a normal distribution.", Parameter("mean", Double.self),
            Parameter("std", Double.self),
            Parameter("size", Dimensions.self)
        ) { _, mean, deviation, size in try Tensor(uninitialized: size.list).normal_(mean: mean, std: deviation) }
        Function("bernoulli", doc: "1 with the given probabilities, else 0.", Parameter("input", Tensor.self)) {
            _, tensor in
            try Tensor.call("aten::bernoulli", .tensor(tensor))
        }
        Function(
            "multinomial", doc: "Positions drawn with the given weights.", Parameter("input", Tensor.self),
            Parameter("num_samples", Int.self), Parameter("replacement", Bool.self, default: false)
        ) { _, tensor, count, replacement in
            try Tensor.call("aten::multinomial", .tensor(tensor), .int(count), .bool(replacement))
        }
    }

    @MembersBuilder private static var joining: [Member] {
        for name in ["cat", "concat"] {
            Function(
                name, doc: "Tensors joined along a dimension.", Parameter("tensors", [Tensor].self),
                Parameter("dim", Int.self, default: 0)
            ) {
                _, tensors, dimension in try Tensor.cat(tensors, dimension)
            }
        }
        Function(
            "stack", doc: "Tensors of one shape joined along a new dimension.", Parameter("tensors", [Tensor].self),
            Parameter("dim", Int.self, default: 0)
        ) {
            _, tensors, dimension in try Tensor.stack(tensors, dimension)
        }
        Function(
            "where", doc: "One of two values at each place, by a condition; places where it holds without values.",
            Parameter("condition", Tensor.self), Parameter("input", Operand?.self, default: nil),
            Parameter("other", Operand?.self, default: nil)
        ) { _, condition, first, second -> Value in
            guard let first, let second else {
                let places = try condition.nonzero()
                return .tuple(try (0..<condition.dimensions).map { try places.select(1, $0).cellValue })
            }
            let own: Tensor
            if case .tensor(let tensor) = first {
                own = tensor
            } else if case .tensor(let tensor) = second {
                own = tensor
            } else {
                own = try Tensor(Float(0))
            }
            return try Tensor.call(
                "aten::where", overload: "self", .tensor(condition), .tensor(first.tensor(like: own)),
                .tensor(second.tensor(like: own))
            ).cellValue
        }
        Function(
            "einsum", doc: "Sums of products by letters for dimensions: 'ik,kj->ij'.",
            Parameter("equation", String.self), Parameter("operands", Variadic.self)
        ) {
            cell, equation, operands in
            let place = ArgumentPlace(function: "einsum", parameter: "operands", position: 2, cell: cell)
            let listed = operands.values.count == 1 && operands.values[0].object is List
            let tensors =
                listed
                ? try [Tensor].convert(operands.values[0], place)
                : try operands.values.map { try Tensor.convert($0, place) }
            return try Tensor.call("aten::einsum", .string(equation), .tensors(tensors))
        }
        Function("is_tensor", doc: "Whether it is a tensor.", Parameter("object", Value.self)) { _, value in
            value.object is TensorObject
        }
        Function("numel", doc: "How many numbers a tensor holds.", Parameter("input", Tensor.self)) { _, tensor in
            tensor.count
        }
    }

    @MembersBuilder private static var modes: [Member] {
        Function("enable_grad", doc: "A block in which operations are recorded for gradients.") { _ in
            GradientModeObject(isOn: true)
        }
        Function("inference_mode", doc: "A block in which operations are not recorded for gradients.") { _ in
            GradientModeObject(isOn: false)
        }
        Function("set_grad_enabled", doc: "Switches the recording of operations.", Parameter("mode", Bool.self)) {
            _, isOn in
            let mode = GradientModeObject(isOn: isOn)
            setGradientRecording(isOn)
            return mode
        }
        Function("is_grad_enabled", doc: "Whether operations are recorded for gradients.") { _ in gradientsAreRecorded()
        }
        Function("get_num_threads", doc: "How many cores one operation uses.") { _ in try Engine.threads() }
        Function("set_num_threads", doc: "How many cores one operation may use.", Parameter("n", Int.self)) {
            _, count in
            try Engine.setThreads(count)
        }
        Function(
            "set_printoptions", doc: "How tensors are written.", Parameter("precision", Int?.self, default: nil),
            Parameter("threshold", Int?.self, default: nil), Parameter("edgeitems", Int?.self, default: nil),
            Parameter("linewidth", Int?.self, default: nil), Parameter("profile", String?.self, default: nil),
            Parameter("sci_mode", Bool?.self, default: nil)
        ) { cell, precision, threshold, edgeItems, lineWidth, _, scientific in
            var options = LibraryState.of(cell).tensorPrinter.options
            options.precision = precision ?? options.precision
            options.threshold = threshold ?? options.threshold
            options.edgeItems = edgeItems ?? options.edgeItems
            options.lineWidth = lineWidth ?? options.lineWidth
            options.scientific = scientific
            LibraryState.of(cell).tensorPrinter.options = options
        }
    }

    static let cuda = NativeModule("torch.cuda", doc: "GPUs of NVIDIA.") {
        Function("is_available", doc: "Whether tensors can be kept by a GPU.") { _ in
            (try? Tensor(Float(0)).to(device: "cuda")) != nil
        }
        Function("device_count", doc: "How many there are.") { _ in
            (try? Tensor(Float(0)).to(device: "cuda")) != nil ? 1 : 0
        }
    }

    private static func shaped(_ name: String, _ doc: String, make: @escaping ([Int], DType?) throws -> Tensor)
        -> Member
    {
        Function(
            name, doc: doc, Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil),
            Parameter("requires_grad", Bool.self, .keywordOnly, default: false),
            Parameter("device", Value.self, .keywordOnly, default: .none), Parameter("size", Variadic.self)
        ) { cell, type, requiresGrad, device, sizes in
            var tensor = try make(sizes.sizes(name, cell), type?.dtype)
            if let place = device.text ?? (device.object as? DeviceObject)?.name, place != "cpu" {
                tensor = try tensor.to(device: place)
            }
            if requiresGrad { try tensor.setRequiresGrad(true) }
            return tensor
        }
    }

    private static func like(_ name: String, _ doc: String, make: @escaping (Tensor) throws -> Tensor) -> Member {
        Function(
            name, doc: doc, Parameter("input", Tensor.self),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil)
        ) {
            _, tensor, type in
            let made = try make(tensor)
            return type.map { $0.dtype } == nil ? made : try made.to(dtype: type?.dtype ?? made.dtype)
        }
    }
}

/// `arange` of torch and numpy: whole numbers unless one of the bounds is a fraction.
enum Arange {
    static func make(
        _ start: Value, _ end: Value, _ step: Value, _ wanted: DType?, floating: DType, _ cell: Interpreter
    ) throws -> Tensor {
        func number(_ value: Value, _ name: String) throws -> Double {
            try Double.convert(value, ArgumentPlace(function: "arange", parameter: name, position: 1, cell: cell))
        }
        let isWhole = [start, end, step].allSatisfy { value in
            switch value {
            case .float: false
            case .object(let object):
                !(object is FloatBox) && (object as? TensorObject)?.tensor.dtype.isFloatingPoint != true
            default: true
            }
        }
        let (first, last, distance) = (try number(start, "start"), try number(end, "end"), try number(step, "step"))
        if distance == 0 { throw Raise.runtimeError("step must be nonzero") }
        if (last - first) / distance < 0 {
            throw Raise.runtimeError("upper bound and lower bound inconsistent with step sign")
        }
        let type = wanted ?? (isWhole ? .int64 : floating)
        return try Tensor.arange(first, last, step: distance, dtype: type)
    }
}

/// What `torch.manual_seed` gives back.
final class GeneratorObject: Object, NativeObject {
    init() { super.init(type: Self.declaration) }

    static let declaration = NativeType<GeneratorObject>(
        "Generator", module: "torch", doc: "Where random numbers come from.", isBase: false
    ) {
        Method<GeneratorObject>("manual_seed", doc: "Starts the random numbers anew.", Parameter("seed", Int.self)) {
            generator, _, seed in
            try RandomNumbers.seed(seed)
            return generator
        }
    }.type
}

import CellRuntime
import Layers
import Tensors

/// The layers of `torch.nn`, each a class of cells over one of ours.
enum LayerTypes {
    /// The class that cells know a layer by; `Module` for what has none of its own.
    static func type(of module: Layers.Module) -> TypeObject {
        names[module.kind] ?? NetworkObject.declaration
    }

    static let all: [TypeObject] = [
        layer("Linear", "x @ weight.T + bias: every output sees every input.", linear),
        layer("Conv2d", "A small window of weights slid over pictures.", convolution),
        layer("Embedding", "A row of learnt numbers for each index.", embedding),
        layer(
            "BatchNorm1d", "Values brought to mean 0 and deviation 1, feature by feature.",
            normalisation { try BatchNorm1d($0, momentum: $1, epsilon: $2) }),
        layer(
            "BatchNorm2d", "Values brought to mean 0 and deviation 1, channel by channel.",
            normalisation { try BatchNorm2d($0, momentum: $1, epsilon: $2) }),
        layer("ReLU", "0 in place of negative values.", inPlace { ReLU(inPlace: $0) }),
        layer("ReLU6", "ReLU that stops at 6.", inPlace { ReLU6(inPlace: $0) }),
        layer("SiLU", "x times sigmoid(x).", inPlace { _ in SiLU() }),
        layer("Sigmoid", "1 / (1 + exp(-x)).", plain { Sigmoid() }),
        layer("Tanh", "The hyperbolic tangent.", plain { Tanh() }),
        layer("Identity", "Gives its input back.", plain { Identity() }),
        layer("Flatten", "All dimensions but the first in one.", flatten),
        layer("Dropout", "In training, 0 in place of some values at random.", dropout),
        layer("MaxPool2d", "The greatest value of each window.", pooling { MaxPool2d($0, stride: $1, padding: $2) }),
        layer(
            "AvgPool2d", "The mean of each window.",
            pooling { kernel, stride, padding throws(Raise) in
                guard padding == 0 else { throw .notImplemented("AvgPool2d(padding=…) is not supported") }
                return AvgPool2d(kernel, stride: stride)
            }),
        layer("AdaptiveAvgPool2d", "Means over a grid, whatever the picture's size.", grid { AdaptiveAvgPool2d($0) }),
        layer(
            "AdaptiveMaxPool2d", "Greatest values over a grid, whatever the picture's size.",
            grid { AdaptiveMaxPool2d($0) }),
        layer("Sequential", "Layers one after the other.", sequential),
        layer("ModuleList", "Layers in a list, for a class that goes through them by itself.", list),
        layer("MSELoss", "The mean of the squared differences.", loss("MSELoss", "mse_loss")),
        layer("L1Loss", "The mean of the differences without signs.", loss("L1Loss", "l1_loss")),
        layer(
            "CrossEntropyLoss", "-log of the probability that logits give the right class.",
            loss("CrossEntropyLoss", "cross_entropy")),
        layer("NLLLoss", "-log probabilities of the right classes.", loss("NLLLoss", "nll_loss")),
        layer(
            "BCELoss", "-log of the probability of the right one of two answers.",
            loss("BCELoss", "binary_cross_entropy")),
        layer(
            "BCEWithLogitsLoss", "BCELoss of sigmoids.", loss("BCEWithLogitsLoss", "binary_cross_entropy_with_logits")),
    ]

    private static let names = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// A class whose calls make a layer.
    private static func layer(_ name: String, _ doc: String, _ constructor: CellRuntime.Member) -> TypeObject {
        NativeType<NetworkObject>(
            name, module: "torch.nn", doc: doc, base: NetworkObject.declaration, isBase: false
        ) { [constructor] }.type
    }

    // MARK: Constructors

    /// The layer as an object; its class is found when it is made.
    private static func object(_ module: Layers.Module) -> NetworkObject { NetworkObject(module) }

    private static var linear: CellRuntime.Member {
        Constructor(
            Parameter("in_features", Int.self), Parameter("out_features", Int.self),
            Parameter("bias", Bool.self, default: true)
        ) { _, inputs, outputs, bias in
            try positive(("in_features", inputs), ("out_features", outputs))
            return object(try Linear(inputs, outputs, bias: bias))
        }
    }

    private static var convolution: CellRuntime.Member {
        Constructor(
            Parameter("in_channels", Int.self), Parameter("out_channels", Int.self),
            Parameter("kernel_size", Dimensions.self),
            Parameter("stride", Dimensions.self, default: Dimensions(list: [1])),
            Parameter("padding", Dimensions.self, default: Dimensions(list: [0])),
            Parameter("dilation", Dimensions.self, default: Dimensions(list: [1])),
            Parameter("groups", Int.self, default: 1), Parameter("bias", Bool.self, default: true)
        ) { _, inputs, outputs, kernel, stride, padding, dilation, groups, bias in
            let sizes = [kernel, stride, padding, dilation].map(\.pair)
            guard sizes.allSatisfy({ $0.count == 2 && $0[0] == $0[1] }) else {
                throw Raise.notImplemented("Conv2d takes the same size, stride and padding in both directions here")
            }
            try positive(
                ("in_channels", inputs), ("out_channels", outputs), ("kernel_size", sizes[0][0]),
                ("stride", sizes[1][0]),
                ("dilation", sizes[3][0]), ("groups", groups))
            guard inputs % groups == 0, outputs % groups == 0 else {
                throw Raise.valueError("in_channels must be divisible by groups")
            }
            return object(
                try Conv2d(
                    inputs, outputs, kernel: sizes[0][0], stride: sizes[1][0], padding: sizes[2][0],
                    dilation: sizes[3][0], groups: groups, bias: bias))
        }
    }

    private static var embedding: CellRuntime.Member {
        Constructor(Parameter("num_embeddings", Int.self), Parameter("embedding_dim", Int.self)) { _, entries, width in
            try positive(("num_embeddings", entries), ("embedding_dim", width))
            return object(try Embedding(normal: entries, width))
        }
    }

    private static func normalisation(_ make: @escaping (Int, Double, Double) throws -> Layers.Module)
        -> CellRuntime.Member
    {
        Constructor(
            Parameter("num_features", Int.self), Parameter("eps", Double.self, default: 1e-5),
            Parameter("momentum", Double.self, default: 0.1)
        ) { _, features, epsilon, momentum in
            try positive(("num_features", features))
            return object(try make(features, momentum, epsilon))
        }
    }

    private static func plain(_ make: @escaping () -> Layers.Module) -> CellRuntime.Member {
        Constructor { _ in object(make()) }
    }

    private static func inPlace(_ make: @escaping (Bool) -> Layers.Module) -> CellRuntime.Member {
        Constructor(Parameter("inplace", Bool.self, default: false)) { _, inPlace in object(make(inPlace)) }
    }

    private static var flatten: CellRuntime.Member {
        Constructor(Parameter("start_dim", Int.self, default: 1), Parameter("end_dim", Int.self, default: -1)) {
            _, start, end in
            guard start == 1, end == -1 else {
                throw Raise.notImplemented("Flatten joins all dimensions but the first")
            }
            return object(Flatten())
        }
    }

    private static var dropout: CellRuntime.Member {
        Constructor(Parameter("p", Double.self, default: 0.5)) { _, probability in
            guard (0...1).contains(probability) else {
                throw Raise.valueError("dropout probability has to be between 0 and 1, but got \(probability)")
            }
            return object(Dropout(probability))
        }
    }

    private static func pooling(_ make: @escaping (Int, Int?, Int) throws -> Layers.Module) -> CellRuntime.Member {
        Constructor(
            Parameter("kernel_size", Int.self), Parameter("stride", Int?.self, default: nil),
            Parameter("padding", Int.self, default: 0)
        ) { _, kernel, stride, padding in
            try positive(("kernel_size", kernel), ("stride", stride ?? 1))
            return object(try make(kernel, stride, padding))
        }
    }

    private static func grid(_ make: @escaping (Int) -> Layers.Module) -> CellRuntime.Member {
        Constructor(Parameter("output_size", Dimensions.self)) { _, size in
            guard let first = size.list.first, size.list.allSatisfy({ $0 == first }) else {
                throw Raise.notImplemented("the grid is as wide as it is high here")
            }
            return object(make(first))
        }
    }

    private static var sequential: CellRuntime.Member {
        Constructor(Parameter("layers", Variadic.self)) { cell, layers in
            object(Sequential(try modules(layers.values, cell)))
        }
    }

    private static var list: CellRuntime.Member {
        Constructor(Parameter("modules", [Value].self, default: [])) { cell, parts in
            object(ModuleList(try modules(ContiguousArray(parts), cell)))
        }
    }

    private static func modules(_ values: ContiguousArray<Value>, _ cell: Interpreter) throws(Raise) -> [Layers.Module]
    {
        var modules: [Layers.Module] = []
        for value in values {
            guard let part = value.object as? NetworkObject else {
                throw .typeError("\(value.type.name) is not a Module subclass")
            }
            part.module.adopt(by: cell)
            modules.append(part.module)
        }
        return modules
    }

    /// A loss as a layer, which calls the function of `torch.nn.functional`.
    private static func loss(_ name: String, _ function: String) -> CellRuntime.Member {
        Constructor(Parameter("reduction", String.self, default: "mean")) { cell, reduction in
            let body = try cell.attribute(function, of: cell.module("torch.nn.functional"))
            return object(LossLayer(name, body, reduction, cell))
        }
    }

    private static func positive(_ values: (name: String, value: Int)...) throws(Raise) {
        for (name, value) in values where value < 1 {
            throw .valueError("\(name) is at least 1, not \(value)")
        }
    }
}

/// A loss of two tensors: predictions and targets.
final class LossLayer: Layers.Module {
    private let name: String
    private let function: Value
    private let reduction: String
    private weak var cell: Interpreter?

    init(_ name: String, _ function: Value, _ reduction: String, _ cell: Interpreter) {
        (self.name, self.function, self.reduction, self.cell) = (name, function, reduction, cell)
    }

    override var kind: String { name }

    override func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard inputs.count == 2, let cell else {
            throw Raise.typeError("\(name) takes predictions and targets")
        }
        let result = try cell.call(
            function, inputs.map { .object(TensorObject($0)) }, keywords: [("reduction", .string(reduction))])
        guard let tensor = result.object as? TensorObject else { throw Raise.typeError("\(name) gives a tensor") }
        return tensor.tensor
    }
}

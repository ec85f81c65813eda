import CellRuntime
import Tensors
import Training

/// An optimiser in cells: `torch.optim.SGD(model.parameters(), lr=0.1)`.
final class TorchOptimiser: Object, NativeObject {
    private let optimiser: Optimiser
    /// As PyTorch's `param_groups`: the settings of each group are read from here at each step.
    private let groups: [Dict]
    /// Whether weight decay acts through the gradient, as in PyTorch's SGD and Adam, or by itself, as in AdamW.
    private let decaysThroughGradient: Bool

    init(
        _ parameters: ParameterGroups, rule: any UpdateRule, settings: [(String, Value)], decaysThroughGradient: Bool,
        type: TypeObject
    ) throws {
        optimiser = try Optimiser(parameters.groups.map(\.tensors), rule: rule)
        self.decaysThroughGradient = decaysThroughGradient
        groups = parameters.groups.map { group in
            let dict = Dict(named: [("params", Value.list(group.tensors.map { .object(ParameterTypes.object($0)) }))])
            for (name, value) in settings { dict.set(Str(name), value) }
            for (name, value) in group.settings { dict.set(Str(name), value) }
            return dict
        }
        super.init(type: type)
    }

    override func forEachReference(_ visit: (Value) -> Void) { for group in groups { visit(.object(group)) } }

    private func step(_ cell: Interpreter) throws {
        var decays: [Double] = []
        for (index, group) in groups.enumerated() {
            func number(_ name: String, _ fallback: Double = 0) throws -> Double {
                try group[name].map { try cell.double($0) } ?? fallback
            }
            let decay = try number("weight_decay")
            decays.append(decay)
            optimiser.hypers[index][.learningRate] = try number("lr")
            optimiser.hypers[index][.decay] = decaysThroughGradient ? 0 : decay
            if let momentum = group["momentum"] { optimiser.hypers[index][.momentum] = try cell.double(momentum) }
        }
        let kept = decaysThroughGradient ? try addDecay(decays) : []
        try optimiser.step()
        for (tensor, gradient) in kept { try tensor.setGrad(gradient) }
    }

    /// Adds `decay * parameter` to the gradients, and gives back what they were.
    private func addDecay(_ decays: [Double]) throws -> [(Tensor, Tensor)] {
        var kept: [(Tensor, Tensor)] = []
        try withoutGradients {
            for (tensors, decay) in zip(optimiser.groups, decays) where decay != 0 {
                for tensor in tensors {
                    guard let gradient = tensor.grad else { continue }
                    kept.append((tensor, gradient))
                    try tensor.setGrad(gradient.add(.tensor(tensor.mul(.double(decay)))))
                }
            }
        }
        return kept
    }

    // MARK: Classes

    static let declaration: TypeObject = NativeType<TorchOptimiser>(
        "Optimizer", module: "torch.optim", doc: "Changes parameters by their gradients.", isBase: false
    ) {
        Method<TorchOptimiser>("step", doc: "Changes every parameter that has a gradient.") { object, cell in
            try object.step(cell)
        }
        Method<TorchOptimiser>(
            "zero_grad", doc: "Forgets the gradients.", Parameter("set_to_none", Bool.self, default: true)
        ) { object, _, _ in try object.optimiser.zeroGrad() }
        Property<TorchOptimiser>("param_groups", doc: "Settings of each group, which may be changed.") { object, _ in
            Value.list(object.groups.map { .object($0) })
        }
        Method<TorchOptimiser>("__repr__") { object, cell in
            var text = "\(object.type.name) (\n"
            for (index, group) in object.groups.enumerated() {
                text += "Parameter Group \(index)\n"
                for (key, value) in group where key.text != "params" {
                    text += "    \(key.text ?? ""): \(try cell.repr(value))\n"
                }
            }
            return text + ")"
        }
    }.type

    static let torch = [
        sgd, adam("Adam", decay: 0, throughGradient: true), adam("AdamW", decay: 0.01, throughGradient: false),
    ]

    private static var parameters: Parameter<ParameterGroups> {
        Parameter("params", ParameterGroups.self, doc: "Such as model.parameters().")
    }
    private static var rate: Parameter<Double> {
        Parameter("lr", Double.self, default: 1e-3, doc: "The learning rate.")
    }

    private static let sgd = NativeType<TorchOptimiser>(
        "SGD", module: "torch.optim", doc: "Gradient descent, with momentum if it is not 0.", base: declaration,
        isBase: false
    ) {
        Constructor(
            parameters, rate, Parameter("momentum", Double.self, default: 0),
            Parameter("weight_decay", Double.self, default: 0)
        ) { _, parameters, rate, momentum, decay in
            try TorchOptimiser(
                parameters, rule: SGD(momentum: momentum),
                settings: [("lr", .float(rate)), ("momentum", .float(momentum)), ("weight_decay", .float(decay))],
                decaysThroughGradient: true, type: sgdType)
        }
    }.type
    private static var sgdType: TypeObject { sgd }

    private static func adam(_ name: String, decay: Double, throughGradient: Bool) -> TypeObject {
        NativeType<TorchOptimiser>(
            name, module: "torch.optim",
            doc: "Steps scaled for each parameter by its own gradients (Kingma and Ba, 2014).",
            base: declaration, isBase: false
        ) {
            Constructor(
                parameters, rate, Parameter("betas", [Double].self, default: [0.9, 0.999]),
                Parameter("eps", Double.self, default: 1e-8), Parameter("weight_decay", Double.self, default: decay)
            ) { _, parameters, rate, betas, epsilon, decay in
                guard betas.count == 2 else { throw Raise.valueError("betas are two numbers") }
                return try TorchOptimiser(
                    parameters,
                    rule: Adam(momentum: betas[0], squareMomentum: betas[1], epsilon: epsilon, decay: 0),
                    settings: [
                        ("lr", .float(rate)), ("betas", .tuple(betas.map { .float($0) })), ("eps", .float(epsilon)),
                        ("weight_decay", .float(decay)),
                    ], decaysThroughGradient: throughGradient, type: throughGradient ? torch[1] : torch[2])
            }
        }.type
    }
}

/// Parameters to optimise: tensors, or dictionaries of `params` with settings of their own.
struct ParameterGroups: CellConvertible {
    var groups: [(tensors: [Tensor], settings: [(String, Value)])] = []

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> ParameterGroups {
        if value.object is TensorObject {
            throw .typeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, but got Tensor")
        }
        let items = try place.cell.items(of: value)
        var result = ParameterGroups()
        if items.first?.object is Dict {
            for item in items {
                guard let dict = item.object as? Dict, let list = dict["params"] else {
                    throw .typeError("a group of parameters is a dictionary with 'params'")
                }
                let settings = dict.compactMap { key, value in key.text.map { ($0, value) } }.filter {
                    $0.0 != "params"
                }
                result.groups.append((try tensors(place.cell.items(of: list)), settings))
            }
        } else {
            result.groups = [(try tensors(items), [])]
        }
        guard result.groups.contains(where: { !$0.tensors.isEmpty }) else {
            throw .valueError("optimizer got an empty parameter list")
        }
        return result
    }

    private static func tensors(_ values: some Sequence<Value>) throws(Raise) -> [Tensor] {
        var tensors: [Tensor] = []
        for value in values {
            guard let object = value.object as? TensorObject else {
                throw .typeError("optimizer can only optimize Tensors, but one of the params is \(value.type.name)")
            }
            guard object.tensor.isLeaf else { throw .valueError("can't optimize a non-leaf Tensor") }
            tensors.append(object.tensor)
        }
        return tensors
    }
    static var cellTypeName: String { "iterable of Tensors or dicts" }
}

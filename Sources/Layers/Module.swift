import Tensors

/// What a module holds under a name.
public enum Member {
    /// A tensor that is learned.
    case parameter(Tensor)
    /// A tensor that belongs to the state but is not learned, such as running statistics.
    case buffer(Tensor)
    /// A part with members of its own.
    case module(Module)
}

public typealias NamedTensor = (name: String, tensor: Tensor)

/// A part of a network: tensors, further parts, and how a batch goes through them.
///
/// Members are listed in the order and by the names of PyTorch's modules, so that state dictionaries
/// of both sides agree to the key.
open class Module {
    /// Whether layers work as in training: dropout on, statistics of the batch. Set by ``train(_:)``.
    public private(set) var isTraining = true
    /// Those who look at what comes out, in the order in which they came.
    var watchers: [ForwardWatcher] = []

    public init() {}

    /// What it holds, in PyTorch's order.
    open var members: [(name: String, member: Member)] { [] }

    /// The result for one batch. Call the module itself instead, which looks for interruption first.
    open func forward(_ input: Tensor) throws -> Tensor {
        throw LayerError.noForward(kind)
    }

    /// The result for a batch of several inputs, such as categories and numbers of a table.
    open func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard inputs.count == 1, let input = inputs.first else {
            throw LayerError.inputCount(kind, given: inputs.count)
        }
        return try forward(input)
    }

    public final func callAsFunction(_ input: Tensor) throws -> Tensor {
        try Interruption.check()
        let output = try forward(input)
        return watchers.isEmpty ? output : try heard([input], output)
    }

    public final func callAsFunction(_ inputs: [Tensor]) throws -> Tensor {
        try Interruption.check()
        let output = try forward(inputs)
        return watchers.isEmpty ? output : try heard(inputs, output)
    }

    /// Called when the mode or the weights change: the place to forget what was computed from them.
    open func forgetDerived() {}

    /// Whether its parameters are of the kind that weight decay leaves alone and that trains in frozen
    /// groups (fastai's `norm_types`).
    open var isNormalisation: Bool { false }

    /// The class's name as PyTorch's `print(model)` shows it.
    open var kind: String { String(describing: type(of: self)) }

    /// The settings as PyTorch's `print(model)` shows them, such as "3, 64, kernel_size=(7, 7)".
    open var settings: String { "" }

    /// Switches the whole tree to training, or to evaluation.
    public func train(_ on: Bool = true) {
        for module in modules { module.isTraining = on }
        weightsChanged()
    }

    /// To be called after changing weights by hand while in evaluation: what was computed from them, such as
    /// weights with the normalisation folded in, is forgotten.
    public func weightsChanged() {
        for module in modules { module.forgetDerived() }
    }

    /// Switches the whole tree to evaluation.
    public func eval() { train(false) }
}

extension Module {
    /// The parts it holds itself.
    public var children: [(name: String, module: Module)] {
        members.compactMap { entry in
            if case .module(let module) = entry.member { (entry.name, module) } else { nil }
        }
    }

    /// Itself and every part below, each before its own parts.
    public var modules: [Module] { [self] + children.flatMap(\.module.modules) }

    /// All parameters with their paths, such as "layer1.0.conv1.weight"; a shared one once.
    public var namedParameters: [NamedTensor] {
        var seen = Set<ObjectIdentifier>()
        return tensors { if case .parameter(let tensor) = $0 { tensor } else { nil } }
            .filter { seen.insert(ObjectIdentifier($0.tensor)).inserted }
    }

    public var parameters: [Tensor] { namedParameters.map(\.tensor) }

    public var namedBuffers: [NamedTensor] {
        tensors { if case .buffer(let tensor) = $0 { tensor } else { nil } }
    }

    /// Parameters and buffers with their paths: PyTorch's `state_dict()`.
    public var stateDict: StateDict {
        StateDict(
            tensors {
                switch $0 {
                case .parameter(let tensor), .buffer(let tensor): tensor
                case .module: nil
                }
            })
    }

    private func tensors(_ prefix: String = "", _ pick: (Member) -> Tensor?) -> [NamedTensor] {
        members.compactMap { entry in pick(entry.member).map { (prefix + entry.name, $0) } }
            + children.flatMap { $0.module.tensors(prefix + $0.name + ".", pick) }
    }

    /// The parameters of normalisation layers, and, if wanted, every parameter called "bias":
    /// fastai's `norm_bias_params`.
    public func normalisationParameters(withBias: Bool) -> [Tensor] {
        if isNormalisation { return parameters }
        let below = children.flatMap { $0.module.normalisationParameters(withBias: withBias) }
        guard withBias else { return below }
        return below
            + members.compactMap { entry in
                if entry.name == "bias", case .parameter(let tensor) = entry.member { tensor } else { nil }
            }
    }

    /// How many numbers are learned.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }
}

extension Module: CustomStringConvertible {
    /// The tree as PyTorch's `print(model)` writes it.
    public var description: String {
        let parts = children
        if parts.isEmpty { return "\(kind)(\(settings))" }
        let lines = parts.map { part in
            "(\(part.name)): "
                + part.module.description.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n  ")
        }
        return "\(kind)(\n" + lines.map { "  \($0)\n" }.joined() + ")"
    }
}

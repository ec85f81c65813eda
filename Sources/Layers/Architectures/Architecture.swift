import Tensors

/// A body for pictures that a learner can be built on, with what fastai knows of it.
public enum Architecture: String, CaseIterable, Sendable, Codable {
    case resnet18, resnet34, resnet50
    case efficientnet_lite0

    /// - Throws: ``LayerError/unknownArchitecture(_:known:)`` with those that there are.
    public init(named name: String) throws {
        guard let known = Architecture(rawValue: name) else {
            throw LayerError.unknownArchitecture(name, known: Self.allCases.map(\.rawValue))
        }
        self = known
    }

    /// Channels of the body's feature maps.
    public var features: Int { resNet?.features ?? EfficientNetLite0.features }

    private var resNet: ResNet.Kind? { ResNet.Kind(rawValue: rawValue) }

    /// The whole network with its own classifier, as its publisher trains it on ImageNet.
    public func network(channels: Int = 3, classes: Int = 1000, initialised: Bool = true) throws -> Module {
        if let resNet { return try ResNet(resNet, channels: channels, classes: classes, initialised: initialised) }
        return try EfficientNetLite0(channels: channels, classes: classes, initialised: initialised)
    }

    /// The network cut where fastai cuts it: `[n, c, h, w] -> [n, features, h/32, w/32]`.
    ///
    /// - Parameter weights: The whole network's state dictionary by its publisher's names, or nil for
    ///   random weights. For other than three colours the first convolution's weights are adapted.
    public func body(channels: Int = 3, weights: StateDict? = nil) throws -> Module {
        let state = try weights.map { try adapted($0, channels: channels) }
        guard let resNet else {
            let model = try EfficientNetLite0(channels: channels, classes: 0, initialised: state == nil)
            if let state { try model.load(state.renamed { $0.hasPrefix("classifier.") ? nil : $0 }) }
            return TimmBody(model)
        }
        let network = try ResNet(resNet, channels: channels, initialised: state == nil)
        if let state { try network.load(state) }
        return network.body()
    }

    /// Weights under this network's names, for so many colours.
    private func adapted(_ state: StateDict, channels: Int) throws -> StateDict {
        let isPackaged = state.names.contains { $0.hasPrefix("_conv_stem") }
        var state = isPackaged ? try EfficientNetLite0.renamed(packaged: state) : state
        guard channels != 3 else { return state }
        let first = resNet == nil ? "conv_stem.weight" : "conv1.weight"
        if let weight = state[first] { state[first] = try Self.adapted(weight, channels) }
        return state
    }

    /// fastai's rule for other than three colours: one is the sum of all, two are the first two half as
    /// strong again, further ones begin at zero.
    private static func adapted(_ weight: Tensor, _ channels: Int) throws -> Tensor {
        switch channels {
        case 1: return try weight.sum([1], keep: true)
        case 2: return try weight.slice(1, 0, 2).mul(.double(1.5))
        default:
            var shape = weight.shape
            shape[1] = channels - 3
            return try Tensor.cat([weight, .zeros(shape)], 1)
        }
    }

    /// fastai's parameter groups of a learner's model, a body before a head: of ResNets the stem with two
    /// stages, two stages, the head; of others the body, the head.
    public func groups(_ model: Module) -> [[Tensor]] {
        guard let parts = (model as? Sequential)?.layers, let body = parts.first else { return [model.parameters] }
        let head = parts.dropFirst().flatMap(\.parameters)
        guard resNet != nil, let layers = (body as? Sequential)?.layers else { return [body.parameters, head] }
        return [layers.prefix(6).flatMap(\.parameters), layers.dropFirst(6).flatMap(\.parameters), head]
    }
}

/// A network of timm's as fastai wraps it, which puts "model." before its names.
public final class TimmBody: Module {
    private let model: Module
    public init(_ model: Module) { self.model = model }
    public override var members: [(name: String, member: Member)] { [("model", .module(model))] }
    public override func forward(_ input: Tensor) throws -> Tensor { try model(input) }
    /// Its parts one after the other; empty where they cannot be told.
    var stages: [Module] { (model as? EfficientNetLite0)?.stages ?? [] }
}

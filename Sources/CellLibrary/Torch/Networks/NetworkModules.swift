import CellRuntime

/// The modules `torch.nn`, `torch.optim` and `torch.utils.data`.
enum NetworkModules {
    static let all = [
        NativeModule("torch.nn", doc: "Layers of networks.") {
            NetworkObject.declaration
            ParameterTypes.declaration
            for type in LayerTypes.all { type }
            Constant("functional") { cell in (try? cell.module("torch.nn.functional")) ?? .unset }
        },
        NativeModule("torch.optim", doc: "Optimisers: what changes parameters by their gradients.") {
            for type in TorchOptimiser.torch { type }
        },
        NativeModule("torch.utils", doc: "Data sets and loaders.") {
            Constant("data") { cell in (try? cell.module("torch.utils.data")) ?? .unset }
        },
        NativeModule("torch.utils.data", doc: "Data sets and loaders.") {
            TensorDataSet.declaration
            TensorLoaders.torchLoader
        },
    ]
}

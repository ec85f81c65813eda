import CellRuntime
import Layers
import Tensors

/// fastai's hooks: what came out of a part of a network when it ran last.
final class HookObject: Object, NativeObject {
    private var watchers: [ForwardWatcher] = []
    private var stored: [Tensor?]
    /// Of one part, `stored` is what came out of it; of several, a list.
    private let isSingle: Bool

    init(_ modules: [Layers.Module], isSingle: Bool, detaches: Bool) {
        stored = modules.map { _ in nil }
        self.isSingle = isSingle
        super.init(type: Self.declaration)
        watchers = modules.enumerated().map { index, module in
            module.watch { [weak self] _, _, output in
                self?.stored[index] = detaches ? try output.detach() : output
                return nil
            }
        }
    }

    deinit { remove() }

    private func remove() {
        watchers.forEach { $0.remove() }
        watchers = []
    }

    static let declaration = NativeType<HookObject>(
        "Hook", module: "fastai.callback.hook", doc: "Keeps what comes out of a part of a network.", isBase: false
    ) {
        Property<HookObject>("stored", doc: "What came out last; None before.") { object, _ in
            let values = object.stored.map { $0.map { Value.object(TensorObject($0)) } ?? .none }
            return object.isSingle ? values.first ?? .none : .list(values)
        }
        Method<HookObject>("remove", doc: "Keeps nothing more.") { object, _ in object.remove() }
        Method<HookObject>("__enter__") { object, _ in object }
        Method<HookObject>(
            "__exit__", Parameter("type", Value.self), Parameter("value", Value.self),
            Parameter("traceback", Value.self)
        ) { object, _, _, _, _ in
            object.remove()
            return false
        }
    }.type

    static var members: [CellRuntime.Member] {
        [
            Function(
                "hook_output", doc: "Keeps what comes out of a part of a network, as .stored.",
                Parameter("module", NetworkObject.self), Parameter("detach", Bool.self, default: true)
            ) { _, module, detaches in HookObject([module.module], isSingle: true, detaches: detaches) },
            Function(
                "hook_outputs", doc: "Keeps what comes out of several parts, as the list .stored.",
                Parameter("modules", [NetworkObject].self), Parameter("detach", Bool.self, default: true)
            ) { _, modules, detaches in HookObject(modules.map(\.module), isSingle: false, detaches: detaches) },
            Function(
                "flatten_model", doc: "All parts that have no parts of their own.", Parameter("m", NetworkObject.self)
            ) { _, network in
                network.module.modules.filter { $0.children.isEmpty }.map { NetworkObject($0) }
            },
        ]
    }
}

import CellRuntime
import Layers
import Tensors

/// A network: `learn.model`.
class NetworkObject: Object, NativeObject {
    let module: Layers.Module

    /// - Parameter type: A class derived from `Module`.
    init(_ module: Layers.Module, type: TypeObject = NetworkObject.declaration) {
        self.module = module
        super.init(type: type)
    }

    static let declaration: TypeObject = NativeType<NetworkObject>(
        "Module", module: "torch.nn", doc: "A network or a part of one."
    ) {
        Method<NetworkObject>("__call__", doc: "The network's output.", Parameter("inputs", Variadic.self)) {
            object, _, inputs in
            let tensors = try inputs.values.map { value in
                guard let tensor = value.object as? TensorObject else {
                    throw Raise.typeError("a network takes tensors, not \(value.type.name)")
                }
                return tensor.tensor
            }
            return TensorObject(try object.module(tensors))
        }
        Method<NetworkObject>("parameters", doc: "The tensors that are learnt.") { object, _ in
            object.module.parameters.map { TensorObject($0) }
        }
        Method<NetworkObject>("named_parameters", doc: "The same with their names.") { object, _ in
            Value.list(
                object.module.namedParameters.map { .tuple([.string($0.name), .object(TensorObject($0.tensor))]) })
        }
        Method<NetworkObject>("state_dict", doc: "Parameters and buffers by name.") { object, _ in
            Dict(named: object.module.stateDict.map { ($0.name, .object(TensorObject($0.tensor))) })
        }
        Method<NetworkObject>("children", doc: "Its parts.") { object, _ in
            object.module.children.map { NetworkObject($0.module) }
        }
        Method<NetworkObject>("train", doc: "Switches to training.", Parameter("mode", Bool.self, default: true)) {
            object, _, on in
            object.module.train(on)
            return object
        }
        Method<NetworkObject>("eval", doc: "Switches to evaluation.") { object, _ in
            object.module.eval()
            return object
        }
        Property<NetworkObject>("training") { object, _ in object.module.isTraining }
        Method<NetworkObject>("__getattr__", Parameter("name", String.self)) { object, _, name in
            switch object.module.members.first(where: { $0.name == name })?.member {
            case .module(let part)?: return Value.object(NetworkObject(part))
            case .parameter(let tensor)?, .buffer(let tensor)?: return Value.object(TensorObject(tensor))
            case nil:
                throw Raise(
                    exceptions.attributeError, "'\(object.module.kind)' object has no attribute '\(name)'")
            }
        }
        Method<NetworkObject>("__len__") { object, _ in object.module.children.count }
        Method<NetworkObject>("__getitem__", Parameter("i", Int.self)) { object, _, place in
            let parts = object.module.children
            let index = place < 0 ? place + parts.count : place
            guard parts.indices.contains(index) else { throw Raise.indexError("there are \(parts.count) parts") }
            return NetworkObject(parts[index].module)
        }
        Method<NetworkObject>("__repr__") { object, _ in "\(object.module)" }
    }.type
}

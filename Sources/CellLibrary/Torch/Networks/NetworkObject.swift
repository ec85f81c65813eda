import CellRuntime
import Layers
import Tensors

/// `torch.nn.Module`: a network or a part of one, ours or written in cells.
class NetworkObject: Object, NativeObject {
    private let held: Layers.Module

    /// - Parameter type: nil finds the class that cells know such a layer by.
    init(_ module: Layers.Module, type: TypeObject? = nil) {
        held = module
        let written = module as? CellNetwork
        super.init(type: type ?? written?.type ?? LayerTypes.type(of: module))
        if let written { attributes = written.attributes }
    }

    /// The module itself. A class written in cells becomes known to it here, as an instance is made before its class is set.
    var module: Layers.Module {
        if let written = held as? CellNetwork { written.type = type }
        return held
    }

    static let declaration: TypeObject = NativeType<NetworkObject>(
        "Module", module: "torch.nn", doc: "A network or a part of one. Derive a class, and give it a `forward`."
    ) {
        Allocator { NetworkObject(CellNetwork()) }
        NetworkMembers.making
        NetworkMembers.running
        NetworkMembers.parts
        NetworkMembers.text
    }.type
}

/// The members of `torch.nn.Module`.
enum NetworkMembers {
    @MembersBuilder static var making: [CellRuntime.Member] {
        Method<NetworkObject>("__init__") { object, cell in
            (object.module as? CellNetwork)?.cell = cell
        }
        Method<NetworkObject>(
            "register_buffer", doc: "Keeps a tensor that is not learnt.", Parameter("name", String.self),
            Parameter("tensor", TensorObject.self)
        ) { object, _, name, tensor in
            guard let written = object.module as? CellNetwork else {
                throw Raise.typeError("register_buffer is for classes of your own")
            }
            written.attributes.set(Str(name), .object(tensor))
            written.buffers.insert(name)
        }
        Method<NetworkObject>(
            "register_forward_hook",
            doc: "Calls a function with the part, its inputs and its output each time it runs.",
            Parameter("hook", Value.self)
        ) { object, cell, function in
            HandleObject(
                object.module.watch { [unowned cell] module, inputs, output in
                    let arguments = Value.tuple(inputs.map { .object(TensorObject($0)) })
                    let result = try cell.call(
                        function, [.object(NetworkObject(module)), arguments, .object(TensorObject(output))])
                    return (result.object as? TensorObject)?.tensor
                })
        }
    }

    @MembersBuilder static var running: [CellRuntime.Member] {
        Method<NetworkObject>(
            "__call__", doc: "The network's output.", Parameter("inputs", Variadic.self),
            Parameter("options", Keywords.self)
        ) { object, cell, inputs, options in
            if let written = object.module as? CellNetwork {
                return try written.call(inputs.values, options.entries, cell)
            }
            return .object(TensorObject(try object.module(tensors(inputs))))
        }
        Method<NetworkObject>(
            "forward", doc: "The network's output; call the network itself instead.", Parameter("inputs", Variadic.self)
        ) {
            object, _, inputs in
            TensorObject(try object.module.forward(tensors(inputs)))
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
        Property<NetworkObject>("training", doc: "Whether it works as in training.") { object, _ in
            object.module.isTraining
        }
        Method<NetworkObject>("zero_grad", doc: "Forgets all gradients.") { object, _ in
            for tensor in object.module.parameters { try tensor.setGrad(nil) }
        }
        Method<NetworkObject>(
            "requires_grad_", doc: "Lets its parameters learn, or not.",
            Parameter("requires_grad", Bool.self, default: true)
        ) { object, _, wanted in
            for tensor in object.module.parameters { try tensor.setRequiresGrad(wanted) }
            return object
        }
        Method<NetworkObject>("apply", doc: "Calls a function with every part.", Parameter("fn", Value.self)) {
            object, cell, function in
            for module in object.module.modules.reversed() {
                _ = try cell.call(function, [.object(NetworkObject(module))])
            }
            return object
        }
        for name in ["cpu", "float"] {
            Method<NetworkObject>(name, doc: "Itself: it is there already.") { object, _ in object }
        }
        Method<NetworkObject>("to", doc: "Itself: networks stay with the processor.", Parameter("device", Value.self)) {
            object, cell, device in
            let name = device.text ?? (device.object as? DeviceObject)?.name ?? "cpu"
            guard name == "cpu" else {
                throw Raise.notImplemented("networks are computed by the processor here, not by '\(name)'")
            }
            return object
        }
    }

    private static func tensors(_ inputs: Variadic) throws(Raise) -> [Tensor] {
        var tensors: [Tensor] = []
        for value in inputs.values {
            guard let tensor = value.object as? TensorObject else {
                throw .typeError("a network takes tensors, not \(value.type.name)")
            }
            tensors.append(tensor.tensor)
        }
        return tensors
    }

    @MembersBuilder static var parts: [CellRuntime.Member] {
        Method<NetworkObject>("parameters", doc: "The tensors that are learnt.") { object, _ in
            Value.list(object.module.parameters.map { .object(ParameterTypes.object($0)) })
        }
        Method<NetworkObject>("named_parameters", doc: "The same with their names.") { object, _ in
            Value.list(
                object.module.namedParameters.map {
                    .tuple([.string($0.name), .object(ParameterTypes.object($0.tensor))])
                })
        }
        Method<NetworkObject>("state_dict", doc: "Parameters and buffers by name.") { object, _ in
            Dict(named: object.module.stateDict.map { ($0.name, .object(TensorObject($0.tensor))) })
        }
        Method<NetworkObject>(
            "load_state_dict", doc: "Copies parameters and buffers from a dictionary.",
            Parameter("state_dict", Dict.self),
            Parameter("strict", Bool.self, default: true)
        ) { object, _, state, strict in
            var tensors: [NamedTensor] = []
            for (key, value) in state {
                guard let name = key.text, let tensor = value.object as? TensorObject else {
                    throw Raise.typeError("a state dictionary has tensors by name")
                }
                tensors.append((name, tensor.tensor))
            }
            try object.module.load(StateDict(tensors), strict: strict)
        }
        Method<NetworkObject>("children", doc: "Its parts.") { object, _ in
            object.module.children.map { NetworkObject($0.module) }
        }
        Method<NetworkObject>("named_children", doc: "Its parts with their names.") { object, _ in
            Value.list(object.module.children.map { .tuple([.string($0.name), .object(NetworkObject($0.module))]) })
        }
        Method<NetworkObject>("modules", doc: "Itself and all parts below.") { object, _ in
            object.module.modules.map { NetworkObject($0) }
        }
        Method<NetworkObject>("__len__") { object, _ in object.module.children.count }
        Method<NetworkObject>("__iter__") { object, _ in
            var rest = object.module.children.map(\.module)[...]
            return ClosureIterator { (_: Interpreter) throws(Raise) -> Value? in
                rest.popFirst().map { .object(NetworkObject($0)) }
            }
        }
        Method<NetworkObject>("__getitem__", Parameter("index", Value.self)) { object, cell, index -> Value in
            guard object.module is Sequential || object.module is ModuleList else {
                throw Raise.typeError("'\(object.type.name)' object is not subscriptable")
            }
            let parts = Value.list(object.module.children.map { .object(NetworkObject($0.module)) })
            let found = try cell.item(of: parts, at: index)
            guard let list = found.object as? List else { return found }
            return .object(NetworkObject(Sequential(list.items.compactMap { ($0.object as? NetworkObject)?.module })))
        }
        Method<NetworkObject>("__getattr__", Parameter("name", String.self)) { object, _, name -> Value in
            guard let member = object.module.members.first(where: { $0.name == name })?.member else {
                throw Raise.attributeError("'\(object.type.name)' object has no attribute '\(name)'")
            }
            return switch member {
            case .parameter(let tensor): .object(ParameterTypes.object(tensor))
            case .buffer(let tensor): .object(TensorObject(tensor))
            case .module(let module): .object(NetworkObject(module))
            }
        }
    }

    @MembersBuilder static var text: [CellRuntime.Member] {
        Method<NetworkObject>("__repr__") { object, _ in "\(object.module)" }
        Method<NetworkObject>("__eq__", Parameter("other", Value.self)) { object, _, other in
            (other.object as? NetworkObject)?.module === object.module
        }
        Method<NetworkObject>("__hash__") { object, _ in ObjectIdentifier(object.module).hashValue >> 1 }
    }
}

/// What `register_forward_hook` gives: takes the hook away again.
final class HandleObject: Object, NativeObject {
    private var watcher: ForwardWatcher?

    init(_ watcher: ForwardWatcher) {
        self.watcher = watcher
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<HandleObject>(
        "RemovableHandle", module: "torch.utils.hooks", doc: "Takes a hook away again.", isBase: false
    ) {
        Method<HandleObject>("remove", doc: "The hook is not called any more.") { object, _ in
            object.watcher?.remove()
            object.watcher = nil
        }
    }.type
}

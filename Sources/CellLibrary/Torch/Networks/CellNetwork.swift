import CellRuntime
import Layers
import Tensors

/// A network whose class is written in cells: its parts are the attributes that `__init__` sets, in their order.
///
/// It holds its class and its attributes, and makes the object that cells see when it is needed, so that neither keeps the
/// other alive.
final class CellNetwork: Layers.Module {
    var type = NetworkObject.declaration
    let attributes = Dict()
    /// Names of attributes that are tensors of the state, and not learnt.
    var buffers: Set<String> = []
    weak var cell: Interpreter?

    override var members: [(name: String, member: Layers.Member)] {
        attributes.compactMap { key, value in
            guard let name = key.text else { return nil }
            switch value.object {
            case let part as NetworkObject: return (name, .module(part.module))
            case let tensor as TensorObject:
                if buffers.contains(name) { return (name, .buffer(tensor.tensor)) }
                return tensor.type.isSubclass(of: ParameterTypes.declaration) ? (name, .parameter(tensor.tensor)) : nil
            default: return nil
            }
        }
    }

    override var kind: String { type.name }

    /// Runs `forward` with whatever it was called with.
    func call(_ inputs: ContiguousArray<Value>, _ options: [(name: String, value: Value)], _ cell: Interpreter) throws
        -> Value
    {
        self.cell = cell
        try cell.poll()
        let result = try run(Array(inputs), options, cell)
        guard isWatched, let output = result.object as? TensorObject else { return result }
        let tensors = inputs.compactMap { ($0.object as? TensorObject)?.tensor }
        let heard = try heard(tensors, output.tensor)
        return heard === output.tensor ? result : .object(TensorObject(heard))
    }

    private func run(_ inputs: [Value], _ options: [(name: String, value: Value)], _ cell: Interpreter) throws(Raise)
        -> Value
    {
        guard type.lookup("forward")?.object is CellFunction else {
            throw .notImplemented("Module [\(type.name)] is missing the required \"forward\" function")
        }
        let forward = try cell.attribute("forward", of: .object(NetworkObject(self)))
        return try cell.call(forward, inputs, keywords: options.map { ($0.name, $0.value) })
    }

    override func forward(_ input: Tensor) throws -> Tensor { try forward([input]) }

    override func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard let cell else {
            throw Raise.runtimeError("\(type.name).__init__ is to call super().__init__() first")
        }
        let result = try run(inputs.map { .object(TensorObject($0)) }, [], cell)
        guard let output = result.object as? TensorObject else {
            throw Raise.typeError("\(type.name).forward gives a tensor, not \(result.type.name)")
        }
        return output.tensor
    }
}

extension Layers.Module {
    /// Lets all parts written in cells know who runs cells.
    func adopt(by cell: Interpreter) {
        for case let written as CellNetwork in modules { written.cell = cell }
    }
}

/// Parts in a list, for a class that goes through them by itself (PyTorch's `nn.ModuleList`).
final class ModuleList: Layers.Module {
    private var parts: [Layers.Module]

    init(_ parts: [Layers.Module]) { self.parts = parts }

    func append(_ part: Layers.Module) { parts.append(part) }

    override var members: [(name: String, member: Layers.Member)] {
        parts.enumerated().map { ("\($0.offset)", .module($0.element)) }
    }
}

/// A parameter that takes a network.
struct NetworkArgument: CellConvertible {
    let module: Layers.Module

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> NetworkArgument {
        guard let object = value.object as? NetworkObject else { throw place.mismatch("nn.Module", value) }
        object.module.adopt(by: place.cell)
        return NetworkArgument(module: object.module)
    }
    static var cellTypeName: String { "Module" }
}

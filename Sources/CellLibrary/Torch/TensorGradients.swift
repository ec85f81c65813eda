import CellRuntime
import Tensors

extension TensorMembers {
    /// Gradients: what a change of each number would do to a result.
    @MembersBuilder static var gradients: [Member] {
        Property<Tensor>(
            "requires_grad", doc: "Whether operations on it are recorded for backward().",
            get: { tensor, _ in tensor.requiresGrad },
            set: { (tensor: Tensor, _, wanted: Bool) in try tensor.require(wanted) })
        Property<TensorObject>(
            "grad", doc: "What backward() has added up for it; None before.",
            get: { object, _ in object.tensor.grad },
            set: { (object: TensorObject, _, gradient: Tensor?) in try object.tensor.setGrad(gradient) })
        Property<Tensor>("grad_fn", doc: "The operation that made it, for gradients.") { tensor, _ -> Value in
            tensor.gradFunction.isEmpty ? .none : .object(GradientFunctionObject(tensor.gradFunction))
        }
        Property<TensorObject>(
            "data", doc: "The same numbers without gradients.",
            get: { object, _ in TensorObject(try object.tensor.detach(), type: object.resultType) },
            set: { (object: TensorObject, _, other: Tensor) in
                _ = try withoutGradients { () throws(TensorError) in try object.tensor.copy_(other) }
            })
        Method<TensorObject>(
            "requires_grad_", doc: "Records operations on it from now on.",
            Parameter("requires_grad", Bool.self, default: true)
        ) { object, _, wanted in
            try object.tensor.require(wanted)
            return object
        }
        Method<Tensor>(
            "backward", doc: "Adds to each tensor that it was made of how much it would change with it.",
            Parameter("gradient", Tensor?.self, default: nil), Parameter("retain_graph", Bool.self, default: false)
        ) { tensor, _, gradient, retain in
            if tensor.gradFunction.isEmpty, !tensor.requiresGrad {
                throw Raise.runtimeError("element 0 of tensors does not require grad and does not have a grad_fn")
            }
            if gradient == nil, tensor.count != 1 {
                throw Raise.runtimeError("grad can be implicitly created only for scalar outputs")
            }
            try tensor.backward(gradient: gradient, retainGraph: retain)
        }
        Method<TensorObject>("detach", doc: "The same numbers without gradients.") { object, _ in
            TensorObject(try object.tensor.detach(), type: object.resultType)
        }
        Method<TensorObject>("detach_", doc: "Forgets what it was made of.") { object, _ in
            _ = try Tensor.call("aten::detach_", .tensor(object.tensor))
            return object
        }
        Method<TensorObject>("retain_grad", doc: "Keeps the gradient though it is not a leaf.") { object, _ in
            _ = try callOperator("aten::retain_grad", [.tensor(object.tensor)])
        }
    }
}

extension Tensor {
    fileprivate func require(_ wanted: Bool) throws {
        if wanted, !dtype.isFloatingPoint {
            throw Raise.runtimeError("only Tensors of floating point dtype can require gradients")
        }
        try setRequiresGrad(wanted)
    }
}

/// What `t.grad_fn` is.
final class GradientFunctionObject: Object, NativeObject {
    let name: String

    init(_ name: String) {
        self.name = name
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<GradientFunctionObject>(
        "Node", module: "torch.autograd.graph", doc: "An operation remembered for gradients.", isBase: false
    ) {
        Method<GradientFunctionObject>("name", doc: "Which operation.") { function, _ in function.name }
        Method<GradientFunctionObject>("__repr__") { function, _ in
            "<\(function.name) object at 0x\(String(UInt(bitPattern: ObjectIdentifier(function).hashValue), radix: 16))>"
        }
    }.type
}

/// `torch.no_grad()`, `torch.enable_grad()`: a block, or a decorator of a function, in which gradients are off or on.
final class GradientModeObject: Object, NativeObject {
    let isOn: Bool
    /// What held outside, for each time it was entered.
    private var before: [Bool] = []

    init(isOn: Bool) {
        self.isOn = isOn
        super.init(type: Self.declaration)
    }

    private func enter() {
        before.append(gradientsAreRecorded())
        setGradientRecording(isOn)
    }

    private func leave() {
        if let last = before.popLast() { setGradientRecording(last) }
    }

    static let declaration = NativeType<GradientModeObject>(
        "no_grad", module: "torch", doc: "A block in which operations are not recorded for gradients.", isBase: false
    ) {
        Constructor { _ in GradientModeObject(isOn: false) }
        Method<GradientModeObject>("__enter__") { mode, _ in mode.enter() }
        Method<GradientModeObject>(
            "__exit__", Parameter("type", Value.self), Parameter("value", Value.self),
            Parameter("traceback", Value.self)
        ) { mode, _, _, _, _ in
            mode.leave()
            return false
        }
        Method<GradientModeObject>("__call__", Parameter("function", Value.self)) { mode, cell, function in
            GradientModeFunction(function, isOn: mode.isOn)
        }
    }.type
}

/// A function that runs with gradients off or on.
final class GradientModeFunction: Object, NativeObject {
    let function: Value
    let isOn: Bool

    init(_ function: Value, isOn: Bool) {
        self.function = function
        self.isOn = isOn
        super.init(type: Self.declaration)
    }

    override func forEachReference(_ visit: (Value) -> Void) { visit(function) }

    static let declaration = NativeType<GradientModeFunction>(
        "function", module: "torch", doc: "A function that runs with gradients off or on.", isBase: false
    ) {
        Method<GradientModeFunction>("__call__", Parameter("args", Variadic.self), Parameter("kwargs", Keywords.self)) {
            wrapped, cell, arguments, keywords in
            let before = gradientsAreRecorded()
            setGradientRecording(wrapped.isOn)
            defer { setGradientRecording(before) }
            return try cell.call(
                wrapped.function, Array(arguments.values), keywords: keywords.entries.map { ($0.name, $0.value) })
        }
    }.type
}

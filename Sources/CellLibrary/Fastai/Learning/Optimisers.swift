import CellRuntime
import Training

/// An optimiser by fastai's name: given as `opt_func`, or called with other settings.
final class OptimiserObject: Object, NativeObject {
    let name: String
    /// The rule with these settings, by fastai's names; what is left out is as fastai has it.
    let make: ([String: Double]) -> any UpdateRule
    private let settings: [String: Double]
    /// A rule of its own for each learner.
    var rule: any UpdateRule { make(settings) }

    init(_ name: String, settings: [String: Double] = [:], make: @escaping ([String: Double]) -> any UpdateRule) {
        (self.name, self.settings, self.make) = (name, settings, make)
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<OptimiserObject>(
        "Optimizer", module: "fastai.optimizer", doc: "How weights are changed by their gradients: opt_func=…."
    ) {
        Method<OptimiserObject>(
            "__call__", doc: "The same with other settings, as partial gives them.",
            Parameter("params", Value.self, default: .none), Parameter("lr", Double?.self, default: nil),
            Parameter("mom", Double?.self, default: nil), Parameter("sqr_mom", Double?.self, default: nil),
            Parameter("eps", Double?.self, default: nil), Parameter("wd", Double?.self, default: nil)
        ) { object, _, _, _, momentum, squareMomentum, epsilon, decay in
            let given = ["mom": momentum, "sqr_mom": squareMomentum, "eps": epsilon, "wd": decay]
            return OptimiserObject(object.name, settings: given.compactMapValues(\.self), make: object.make)
        }
        Property<OptimiserObject>("__name__") { object, _ in object.name }
        Method<OptimiserObject>("__repr__") { object, _ in "<function \(object.name)>" }
    }.type

    static var members: [Member] {
        [
            Constant(
                "Adam",
                OptimiserObject("Adam") { given in
                    Adam(
                        momentum: given["mom"] ?? 0.9, squareMomentum: given["sqr_mom"] ?? 0.99,
                        epsilon: given["eps"] ?? 1e-5, decay: given["wd"] ?? 0.01)
                }),
            Constant(
                "SGD", OptimiserObject("SGD") { SGD(momentum: $0["mom"] ?? 0, decay: $0["wd"] ?? 0) }),
            Constant(
                "RMSProp",
                OptimiserObject("RMSProp") { given in
                    RMSProp(
                        momentum: given["mom"] ?? 0, squareMomentum: given["sqr_mom"] ?? 0.99,
                        epsilon: given["eps"] ?? 1e-8, decay: given["wd"] ?? 0)
                }),
            Constant("RAdam", OptimiserObject("RAdam") { rectified($0, 0.9, 0.99, 1e-5, 0) }),
            Constant("ranger", OptimiserObject("ranger") { Lookahead(rectified($0, 0.95, 0.99, 1e-6, 0.01)) }),
        ]
    }

    private static func rectified(
        _ given: [String: Double], _ momentum: Double, _ squareMomentum: Double, _ epsilon: Double, _ decay: Double
    ) -> RAdam {
        RAdam(
            momentum: given["mom"] ?? momentum, squareMomentum: given["sqr_mom"] ?? squareMomentum,
            epsilon: given["eps"] ?? epsilon, decay: given["wd"] ?? decay)
    }
}

/// A parameter that takes an optimiser: `SGD`, `partial(SGD, mom=0.9)`.
struct OptimiserArgument: CellConvertible {
    let rule: any UpdateRule

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> OptimiserArgument {
        if let object = value.object as? OptimiserObject { return OptimiserArgument(rule: object.rule) }
        guard value.object?.type.lookup("__call__") != nil || value.object is CellFunction else {
            throw place.mismatch("an optimiser, such as SGD or partial(SGD, mom=0.9)", value)
        }
        let made = try place.cell.call(value, [.list([]), .float(1e-3)])
        guard let object = made.object as? OptimiserObject else {
            throw place.mismatch("an optimiser, such as SGD or partial(SGD, mom=0.9)", made)
        }
        return OptimiserArgument(rule: object.rule)
    }
    static var cellTypeName: String { "optimizer" }
    static var adam: OptimiserArgument { OptimiserArgument(rule: Adam()) }
}

import CellRuntime
import Training

/// A callback of a training, made by fastai's names.
final class CallbackObject: Object, NativeObject {
    let callback: any Callback

    init(_ callback: any Callback) {
        self.callback = callback
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<CallbackObject>(
        "Callback", module: "fastai.callback.core", doc: "Takes part in a training."
    ) {
        Method<CallbackObject>("__repr__") { object, _ in "\(Swift.type(of: object.callback))" }
    }.type

    private static var monitor: Parameter<String> {
        Parameter("monitor", String.self, default: "valid_loss", doc: "A column of the table.")
    }
    private static var comparison: Parameter<Value> {
        Parameter("comp", Value.self, default: .none, doc: "np.less or np.greater.")
    }
    private static var change: Parameter<Double> {
        Parameter("min_delta", Double.self, default: 0, doc: "By how much it must get better.")
    }

    private static func tracker(_ name: String, _ comparison: Value, _ change: Double, _ cell: Interpreter) throws
        -> Tracker
    {
        // np.less and np.greater are told apart by what they say.
        let lower = try comparison.isNone ? nil : cell.truth(cell.call(comparison, [.int(0), .int(1)]))
        return Tracker(name, lowerIsBetter: lower, minimumChange: change)
    }

    static var functions: [Member] {
        [
            Function(
                "EarlyStoppingCallback", doc: "Ends a training that gets no better.", monitor, comparison, change,
                Parameter("patience", Int.self, default: 1, doc: "Epochs it waits.")
            ) { cell, name, comparison, change, patience in
                CallbackObject(EarlyStopping(try tracker(name, comparison, change, cell), patience: patience))
            },
            Function(
                "SaveModelCallback", doc: "Saves the best model of a training and takes it at the end.", monitor,
                comparison, change,
                Parameter("fname", String.self, default: "model"), Parameter("every_epoch", Bool.self, default: false),
                Parameter("at_end", Bool.self, default: false), Parameter("with_opt", Bool.self, default: false)
            ) { cell, name, comparison, change, file, every, end, optimiser in
                CallbackObject(
                    SaveBest(
                        try tracker(name, comparison, change, cell), name: file, every: every ? 1 : nil, atEnd: end,
                        withOptimiser: optimiser))
            },
            Function(
                "ReduceLROnPlateau", doc: "Lowers the learning rate of a training that gets no better.", monitor,
                comparison, change,
                Parameter("patience", Int.self, default: 1), Parameter("factor", Double.self, default: 10),
                Parameter("min_lr", Double.self, default: 0)
            ) { cell, name, comparison, change, patience, factor, least in
                CallbackObject(
                    ReduceOnPlateau(
                        try tracker(name, comparison, change, cell), patience: patience, factor: factor, minimum: least)
                )
            },
            Function(
                "GradientClip", doc: "Scales gradients down where their norm is above a limit.",
                Parameter("max_norm", Double.self, default: 1), Parameter("norm_type", Double.self, default: 2)
            ) { _, limit, norm in
                guard limit > 0, norm > 0 else { throw Raise.valueError("max_norm and norm_type are above 0") }
                return CallbackObject(GradientClip(limit, norm: norm))
            },
            Function(
                "MixUp", doc: "Trains on blends of two items each, and of their targets.",
                Parameter("alpha", Double.self, default: 0.4, doc: "Lower: blends are mostly one item.")
            ) { _, alpha in
                guard alpha > 0 else { throw Raise.valueError("alpha is above 0, not \(alpha)") }
                return CallbackObject(MixUp(alpha))
            },
            Function(
                "CSVLogger", doc: "Writes the table of a training to a file.",
                Parameter("fname", String.self, default: "history.csv"),
                Parameter("append", Bool.self, default: false)
            ) { _, name, appends in CallbackObject(HistoryFile(name, appends: appends)) },
        ]
    }
}

/// A parameter that takes a callback, a list of them, or None.
struct CallbacksArgument: CellConvertible {
    let callbacks: [any Callback]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> CallbacksArgument {
        if value.isNone { return .none }
        var values = [value]
        if let object = value.object, !(object is CallbackObject), !(object is NativeFunction) {
            values = Array(try place.cell.items(of: value))
        }
        var callbacks: [any Callback] = []
        for value in values {
            // fastai takes a callback's class for the callback itself.
            let made = value.object is NativeFunction ? try place.cell.call(value, []) : value
            guard let object = made.object as? CallbackObject else {
                throw place.mismatch("callbacks, such as EarlyStoppingCallback()", made)
            }
            callbacks.append(object.callback)
        }
        return CallbacksArgument(callbacks: callbacks)
    }
    static var cellTypeName: String { "callbacks" }
    static var none: CallbacksArgument { CallbacksArgument(callbacks: []) }
}

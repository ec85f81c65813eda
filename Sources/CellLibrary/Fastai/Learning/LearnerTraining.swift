import CellRuntime
import Display
import Training

/// How a learner is trained, by fastai's names.
enum LearnerTraining {
    private static var decay: Parameter<Double?> {
        Parameter("wd", Double?.self, default: nil, doc: "Weight decay.")
    }
    private static var callbacks: Parameter<CallbacksArgument> {
        Parameter("cbs", CallbacksArgument.self, default: .none, doc: "For this fit only.")
    }
    private static var resets: Parameter<Bool> {
        Parameter("reset_opt", Bool.self, default: false)
    }
    private static var start: Parameter<Int> {
        Parameter("start_epoch", Int.self, default: 0)
    }
    private static var epochs: Parameter<Int> {
        Parameter("n_epoch", Int.self, doc: "Passes over the training set.")
    }

    private static func checked(_ epochs: Int) throws(Raise) -> Int {
        guard epochs >= 0 else { throw .valueError("the number of epochs is not negative, but \(epochs) is") }
        return epochs
    }

    @MembersBuilder static var members: [Member] {
        Method<LearnerObject>(
            "fine_tune", doc: "Trains the head of a pretrained model, then all of it.",
            Parameter("epochs", Int.self, doc: "Epochs after unfreezing."),
            Parameter("base_lr", Double.self, default: 2e-3, doc: "The head's learning rate."),
            Parameter("freeze_epochs", Int.self, default: 1, doc: "Epochs of the head alone."),
            Parameter("lr_mult", Double.self, default: 100, doc: "How much lower the first layers' rate is."),
            Parameter("pct_start", Double.self, default: 0.3), Parameter("div", Double.self, default: 5), decay,
            callbacks
        ) { object, cell, epochs, rate, frozen, multiplier, share, divisor, decay, callbacks in
            guard rate > 0 else { throw Raise.valueError("base_lr is above 0, not \(rate)") }
            try FitKeeper.of(cell).fit(object.learner, cell) {
                try object.learner.fineTune(
                    checked(epochs), rate: rate, freezeEpochs: checked(frozen), multiplier: multiplier, share: share,
                    divisor: divisor, decay: decay, callbacks: callbacks.callbacks)
            }
        }
        Method<LearnerObject>(
            "fit_one_cycle", doc: "Trains with a learning rate that rises and falls.", epochs,
            Parameter("lr_max", RateArgument?.self, default: nil, doc: "The highest rate: a number or a slice."),
            Parameter("div", Double.self, default: 25), Parameter("div_final", Double.self, default: 1e5),
            Parameter("pct_start", Double.self, default: 0.25), decay,
            Parameter("moms", MomentaArgument?.self, default: nil),
            callbacks, resets, start
        ) { object, cell, epochs, peak, divisor, last, share, decay, momenta, callbacks, resets, start in
            try FitKeeper.of(cell).fit(object.learner, cell) {
                try object.learner.fitOneCycle(
                    checked(epochs), peak: peak?.rate, divisor: divisor, finalDivisor: last, share: share,
                    decay: decay, momenta: momenta?.momenta, callbacks: callbacks.callbacks,
                    resetsOptimiser: resets, startEpoch: start)
            }
        }
        Method<LearnerObject>(
            "fit", doc: "Trains with a constant learning rate.", epochs,
            Parameter("lr", RateArgument?.self, default: nil), decay,
            callbacks, resets, start
        ) { object, cell, epochs, rate, decay, callbacks, resets, start in
            try FitKeeper.of(cell).fit(object.learner, cell) {
                try object.learner.fit(
                    checked(epochs), rate: rate?.rate, decay: decay, callbacks: callbacks.callbacks,
                    resetsOptimiser: resets, startEpoch: start)
            }
        }
        Method<LearnerObject>(
            "fit_flat_cos", doc: "Trains with a flat learning rate that falls at the end.", epochs,
            Parameter("lr", RateArgument?.self, default: nil), Parameter("div_final", Double.self, default: 1e5),
            Parameter("pct_start", Double.self, default: 0.75), decay, callbacks, resets
        ) { object, cell, epochs, rate, last, share, decay, callbacks, resets in
            try FitKeeper.of(cell).fit(object.learner, cell) {
                try object.learner.fitFlatCosine(
                    checked(epochs), rate: rate?.rate, finalDivisor: last, share: share, decay: decay,
                    callbacks: callbacks.callbacks, resetsOptimiser: resets)
            }
        }
        Method<LearnerObject>("freeze", doc: "Lets only the head train.") { object, _ in try object.learner.freeze() }
        Method<LearnerObject>("unfreeze", doc: "Lets all layers train.") { object, _ in try object.learner.unfreeze() }
        Method<LearnerObject>(
            "freeze_to", doc: "Lets the groups from this one on train.", Parameter("n", Int.self)
        ) { object, _, group in try object.learner.freeze(to: group) }
        Method<LearnerObject>(
            "lr_find", doc: "Looks for a learning rate in a short mock training, and draws loss over rate.",
            Parameter("start_lr", Double.self, default: 1e-7), Parameter("end_lr", Double.self, default: 10),
            Parameter("num_it", Int.self, default: 100), Parameter("stop_div", Bool.self, default: true),
            Parameter("show_plot", Bool.self, default: true), Parameter("suggest_funcs", Value.self, default: .none)
        ) { object, cell, first, last, steps, stops, shows, wanted in
            guard first > 0, first < last, steps > 0 else {
                throw Raise.valueError("lr_find needs 0 < start_lr < end_lr, and num_it above 0")
            }
            let methods = try SuggestionObject.methods(wanted, cell)
            let search = try object.learner.findRate(
                start: first, end: last, steps: steps, stopsEarly: stops, suggestions: methods)
            if shows { cell.display(.plot(search.plot())) }
            return try SuggestedRates.value(search, cell)
        }
        Method<LearnerObject>("add_cb", doc: "Adds a callback for good.", Parameter("cb", CallbacksArgument.self)) {
            object, _, callbacks in
            for callback in callbacks.callbacks { try object.learner.add(callback) }
            return object
        }
        Method<LearnerObject>("add_cbs", doc: "Adds callbacks for good.", Parameter("cbs", CallbacksArgument.self)) {
            object, _, callbacks in
            for callback in callbacks.callbacks { try object.learner.add(callback) }
            return object
        }
        Method<LearnerObject>("remove_cb", doc: "Takes a callback away.", Parameter("cb", CallbackObject.self)) {
            object, _, callback in
            object.learner.remove(callback.callback)
            return object
        }
        Method<LearnerObject>("no_bar", doc: "A `with` block without bars.") { object, _ in
            QuietObject(object, \.showsProgress)
        }
        Method<LearnerObject>("no_mbar", doc: "A `with` block without bars.") { object, _ in
            QuietObject(object, \.showsProgress)
        }
        Method<LearnerObject>("no_logging", doc: "A `with` block without tables.") { object, _ in
            QuietObject(object, \.logsRows)
        }
    }
}

/// One of `valley`, `steep`, `minimum`, `slide`.
final class SuggestionObject: Object, NativeObject {
    let method: RateSuggestion

    init(_ method: RateSuggestion) {
        self.method = method
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<SuggestionObject>(
        "LRSuggestion", module: "fastai.callback.schedule", doc: "A way to choose a learning rate for lr_find."
    ) {
        Method<SuggestionObject>("__repr__") { object, _ in "<function \(object.method.rawValue)>" }
    }.type

    static var members: [Member] { RateSuggestion.allCases.map { Constant($0.rawValue, SuggestionObject($0)) } }

    static func methods(_ value: Value, _ cell: Interpreter) throws(Raise) -> [RateSuggestion] {
        if value.isNone { return [.valley] }
        var values = [value]
        if value.object is List || value.object is Tuple { values = Array(try cell.items(of: value)) }
        var methods: [RateSuggestion] = []
        for value in values {
            guard let known = value.object as? SuggestionObject else {
                throw .typeError("suggest_funcs takes valley, steep, minimum and slide, not \(value.type.name)")
            }
            methods.append(known.method)
        }
        return methods
    }
}

/// The named tuple that `lr_find` gives.
enum SuggestedRates {
    static func value(_ search: RateSearch, _ cell: Interpreter) throws(Raise) -> Value {
        let names = search.suggestions.map { Value.string($0.method.rawValue) }
        let type = try cell.call(
            cell.attribute("namedtuple", of: cell.module("collections")), [.string("SuggestedLRs"), .list(names)])
        return try cell.call(type, search.suggestions.map { .float($0.point.rate) })
    }
}

/// What a training recorded: `learn.recorder`.
final class RecorderObject: Object, NativeObject {
    let learner: Learner
    private var recorder: Recorder { learner.recorder }

    init(_ learner: Learner) {
        self.learner = learner
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<RecorderObject>(
        "Recorder", module: "fastai.learner", doc: "What a training recorded."
    ) {
        Method<RecorderObject>(
            "plot_loss", doc: "Draws the learning curve.", Parameter("skip_start", Int.self, default: 5),
            Parameter("with_valid", Bool.self, default: true), Parameter("log", Bool.self, default: false),
            Parameter("show_epochs", Bool.self, default: false), Parameter("ax", Value.self, default: .none)
        ) { object, cell, start, valid, log, _, _ in
            cell.display(.plot(try object.recorder.lossPlot(start: max(0, start), withValid: valid, log: log)))
        }
        Method<RecorderObject>("plot_sched", doc: "Draws learning rate and momentum.") { object, cell in
            cell.display(.plot(try object.recorder.schedulePlot()))
        }
        Property<RecorderObject>("losses", doc: "Smoothed losses, batch by batch.") { object, _ in
            object.recorder.losses
        }
        Property<RecorderObject>("lrs", doc: "Learning rates, batch by batch.") { object, _ in object.recorder.rates }
        Property<RecorderObject>("iters", doc: "Batches done at the end of each epoch.") { object, _ in
            object.recorder.batches
        }
        Property<RecorderObject>("metric_names", doc: "Columns of the table.") { object, _ in
            ["epoch"] + object.recorder.names + ["time"]
        }
        Property<RecorderObject>("values", doc: "The table's values, epoch by epoch.") { object, cell in
            try cell.L(object.recorder.values.map { row in Value.list(row.map { $0.map { .float($0) } ?? .none }) })
        }
        Property<RecorderObject>("final_record", doc: "The last epoch's values.") { object, cell in
            try cell.L((object.recorder.values.last ?? []).map { $0.map { .float($0) } ?? .none })
        }
    }.type
}

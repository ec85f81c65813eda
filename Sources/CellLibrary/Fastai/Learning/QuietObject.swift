import CellRuntime
import Training

/// A `with` block in which a learner does not show one thing, such as its bars.
final class QuietObject: Object, NativeObject {
    private let object: LearnerObject
    private let shown: ReferenceWritableKeyPath<Learner, Bool>
    /// What held outside, for each time the block was entered.
    private var before: [Bool] = []

    init(_ object: LearnerObject, _ shown: ReferenceWritableKeyPath<Learner, Bool>) {
        (self.object, self.shown) = (object, shown)
        super.init(type: Self.declaration)
    }

    private func enter() -> LearnerObject {
        before.append(object.learner[keyPath: shown])
        object.learner[keyPath: shown] = false
        return object
    }

    private func leave() {
        if let last = before.popLast() { object.learner[keyPath: shown] = last }
    }

    static let declaration = NativeType<QuietObject>(
        "quiet", module: "fastai.learner", doc: "A `with` block in which a learner does not show one thing."
    ) {
        Method<QuietObject>("__enter__") { block, _ in block.enter() }
        Method<QuietObject>(
            "__exit__", Parameter("type", Value.self), Parameter("value", Value.self),
            Parameter("traceback", Value.self)
        ) { block, _, _, _, _ in
            block.leave()
            return false
        }
    }.type
}

import CellRuntime
import Tensors

/// fastai's and fastcore's small functions.
enum CoreFunctions {
    static var members: [Member] {
        [
            Function(
                "set_seed", doc: "Makes everything random repeat.", Parameter("s", Int.self),
                Parameter("reproducible", Bool.self, default: false)
            ) { cell, seed, _ in
                try RandomNumbers.seed(seed)
                _ = try cell.callMethod("seed", of: cell.module("random"), [.int(seed)])
            },
            Function(
                "noop", doc: "Gives back what it gets.", Parameter("x", Value.self, default: .none),
                Parameter("rest", Variadic.self)
            ) {
                _, value, _ in value
            },
            Function("default_device", doc: "Where tensors are made.", Parameter("use", Value.self, default: .none)) {
                _, _ in "cpu"
            },
            Function("num_cpus", doc: "Processors.") { _ in try Engine.threads() },
        ]
    }
}

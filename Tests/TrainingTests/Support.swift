import DataBlocks
import Display
import Foundation
import Layers
import Tensors

@testable import Training

/// What fastai computed; written by `Fixtures/make_fixtures.py`.
struct TrainingFacts: Decodable {
    struct Fit: Decodable {
        let rows: [[Double]]
        let lr: [[Double]]
        let mom: [[Double]]
        let losses: [Double]
        let weights: [String: [Double]]
    }
    struct Search: Decodable {
        let lrs: [Double]
        let losses: [Double]
        let suggestions: [String: Double]
    }
    struct Saved: Decodable {
        let weights: [String: [Double]]
        let preds: [Double]
        let after: [String: [Double]]
    }
    let fit: Fit
    let one_cycle: Fit
    let fine_tune: Fit
    let flat_cos: Fit
    let sgdr: Fit
    let lr_find: Search
    let saved: Saved
    let values: [String: Double]

    static func read() throws -> TrainingFacts {
        try JSONDecoder().decode(
            TrainingFacts.self, from: Data(contentsOf: URL(fileURLWithPath: fixture("training.json"))))
    }
}

/// The path of a file beside the tests.
func fixture(_ name: String, from file: String = #filePath) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
}

/// Rows of tensors in batches, in their order.
final class RowLoader: Loader {
    let batchSize: Int
    let itemCount: Int
    private let inputs: Tensor
    private let targets: Tensor
    private let dropsLast: Bool
    /// Called before each batch with its number.
    var before: (Int) throws -> Void = { _ in }

    init(_ inputs: Tensor, _ targets: Tensor, batchSize: Int, dropsLast: Bool = false) {
        (self.inputs, self.targets, self.batchSize, self.dropsLast) = (inputs, targets, batchSize, dropsLast)
        itemCount = inputs.shape[0]
    }

    var batchCount: Int { dropsLast ? itemCount / batchSize : (itemCount + batchSize - 1) / batchSize }

    func epoch() -> any BatchIterator { Pass(self) }

    private final class Pass: BatchIterator {
        private let loader: RowLoader
        private var index = 0
        init(_ loader: RowLoader) { self.loader = loader }

        func next() throws -> Batch? {
            guard index < loader.batchCount else { return nil }
            try loader.before(index)
            let start = index * loader.batchSize
            let end = min(start + loader.batchSize, loader.itemCount)
            index += 1
            return Batch(
                inputs: [try loader.inputs.slice(0, start, end)], targets: [try loader.targets.slice(0, start, end)],
                count: end - start)
        }
    }
}

/// The data, the model and the learner of the fixtures.
enum Small {
    static func data() throws -> DataLoaders {
        try RandomNumbers.seed(5)
        let x = try Tensor.randn([60, 4])
        let y = try x.matmul(.randn([4, 3])).argmax(1)
        return DataLoaders(
            train: RowLoader(try x.slice(0, 0, 40), try y.slice(0, 0, 40), batchSize: 8, dropsLast: true),
            valid: RowLoader(try x.slice(0, 40, 60), try y.slice(0, 40, 60), batchSize: 8), target: .category,
            vocabulary: Vocabulary([.text("a"), .text("b"), .text("c")]))
    }

    static func model() throws -> Module {
        try RandomNumbers.seed(6)
        let body = Sequential(try Linear(4, 8, bias: false), try BatchNorm1d(8), ReLU())
        return Sequential(body, try Linear(8, 3))
    }

    static func learner(
        rule: any UpdateRule = Adam(), callbacks: [any Callback] = [],
        display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws -> Learner {
        let metrics: [any Metric] = [
            AverageMetric("accuracy") { try Metrics.accuracy($0, $1) },
            AverageMetric("error_rate") { try Metrics.errorRate($0, $1) }, Metrics.f1(average: .macro),
        ]
        return try Learner(
            data(), model: model(), metrics: metrics, callbacks: callbacks, rule: rule,
            split: { model in model.children.map(\.module.parameters) },
            path: FileManager.default.temporaryDirectory.path + "/training-\(UUID().uuidString)", display: display)
    }
}

/// Every weight and statistic, by name.
func weights(_ model: Module) throws -> [String: [Double]] {
    var values: [String: [Double]] = [:]
    for (name, tensor) in model.stateDict { values[name] = try tensor.array() }
    return values
}

/// The largest difference of any value; nothing when names or sizes differ.
func difference(_ a: [String: [Double]], _ b: [String: [Double]]) -> Double? {
    guard Set(a.keys) == Set(b.keys) else { return nil }
    var largest = 0.0
    for (name, values) in a {
        guard let others = b[name], others.count == values.count else { return nil }
        for (x, y) in zip(values, others) { largest = max(largest, abs(x - y)) }
    }
    return largest
}

func difference(_ a: [[Double]], _ b: [[Double]]) -> Double? {
    guard a.map(\.count) == b.map(\.count) else { return nil }
    return zip(a.flatMap { $0 }, b.flatMap { $0 }).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

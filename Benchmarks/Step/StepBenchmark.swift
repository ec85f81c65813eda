import Layers
import Tensors

/// Times training steps and predictions of a network alone, without pictures or files; `Benchmarks/compare`
/// runs it against the same in PyTorch (`peer/step.py`).
///
///     StepBenchmark ARCHITECTURE BATCH STEPS [contiguous|channels-last]
@main struct StepBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 3, let batch = Int(arguments[2]), let steps = Int(arguments[3]) else {
            throw LayerError.unknownArchitecture("", known: Architecture.allCases.map(\.rawValue))
        }
        let format: MemoryFormat = arguments.count > 3 && arguments[4] == "contiguous" ? .contiguous : .channelsLast
        let network = try Architecture(named: arguments[1]).network(classes: 2)
        try RandomNumbers.seed(0)
        let input = try Tensor.randn([batch, 3, 224, 224]).contiguous(format)
        let target = try Tensor.randint(0, 2, [batch])
        var step = try TrainingStep(network, format)
        let training = try median(of: steps) { try step.run(input, target) }

        network.eval()
        let single = try input.narrow(0, 0, 1)
        let predicting = try median(of: steps * 4) {
            _ = try withoutGradients { () throws in try network(single).softmax(1).array(of: Float.self) }
        }
        let peak = try Engine.memory().peak
        print("RESULT step=\(training) predict=\(predicting) tensors_mb=\(peak >> 20)")
    }

    /// Seconds, after one run that warms up.
    private static func median(of count: Int, _ body: () throws -> Void) throws -> Double {
        try body()
        let clock = ContinuousClock()
        let times = try (0..<count).map { _ in try clock.measure(body) }.sorted()
        return times[count / 2] / .seconds(1)
    }
}

/// Forward, backward and fastai's Adam over all parameters.
private struct TrainingStep {
    private let network: Module
    private var entries: [AdamEntry]

    init(_ network: Module, _ format: MemoryFormat) throws {
        self.network = network
        entries = try network.parameters.map { parameter in
            try parameter.setRequiresGrad(true)
            return AdamEntry(
                parameter: parameter, average: try parameter.detach().zerosLike(),
                squareAverage: try parameter.detach().zerosLike(), learningRate: 1e-3,
                decay: parameter.dimensions > 1 ? 0.01 : 0, step: 0)
        }
    }

    mutating func run(_ input: Tensor, _ target: Tensor) throws {
        try network(input).crossEntropy(target).backward()
        for index in entries.indices { entries[index].step += 1 }
        try adamStep(entries, momentum: 0.9, squareMomentum: 0.99, epsilon: 1e-5)
        for entry in entries { try entry.parameter.setGrad(nil) }
    }
}

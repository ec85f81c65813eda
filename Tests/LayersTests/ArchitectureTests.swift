import Tensors
import Testing

@testable import Layers

/// The networks begin and compute as torchvision's, timm's and fastai's do from the same seed.
@Suite struct ArchitectureTests {
    @Test(arguments: ["resnet18", "resnet34", "resnet50", "efficientnet_lite0", "vision"])
    func agreesWithPyTorch(_ name: String) throws {
        let facts = try #require(NetworkFacts.all.get()[name])
        try RandomNumbers.seed(42)
        let model = try Self.model(name)
        let state = model.stateDict
        #expect(state.names == facts.state.map(\.name))
        #expect(state.map(\.tensor.shape) == facts.state.map(\.shape))
        for (own, wanted) in zip(state, facts.state) {
            // Sums of millions of values with mean 0 keep fewer digits.
            let scale = Double(own.tensor.count).squareRoot()
            let total = try own.tensor.total()
            #expect(abs(total - wanted.sum) < 1e-5 * scale, "\(own.name)")
        }
        try RandomNumbers.seed(1)
        let input = try Tensor.rand([6, 3, 64, 64])
        model.eval()
        let evaluated = try withoutGradients { try model(input) }
        try expect(evaluated, facts.evaluated)
        model.train()
        let output = try model(input)
        try expect(output, facts.trained)
        try output.mul(.tensor(output)).mean().backward()
        for (name, tensor) in model.namedParameters {
            guard let wanted = facts.gradients[name] else { continue }
            let gradient = try #require(tensor.grad)
            #expect(close(try gradient.abs().total(), wanted, relative: 5e-3), "gradient of \(name)")
        }
        for (name, tensor) in model.namedBuffers {
            guard let wanted = facts.statistics[name] else { continue }
            #expect(close(try tensor.total(), wanted), "\(name)")
        }
    }

    private static func model(_ name: String) throws -> Module {
        if name == "efficientnet_lite0" {
            let network = try Architecture.efficientnet_lite0.network()
            try RandomNumbers.seed(42)
            try network.initialiseKaiming()
            return network
        }
        guard name == "vision" else { return try Architecture(named: name).network() }
        let body = try Architecture.resnet18.body()
        try RandomNumbers.seed(7)
        let head = try Sequential.head(features: 512, outputs: 3)
        try head.initialiseKaiming()
        // The fixture was made without dropout, whose numbers would depend on the libtorch.
        let layers = head.layers.map { $0 is Dropout ? Dropout(0) : $0 }
        return Sequential(body, Sequential(layers))
    }

    private func expect(_ output: Tensor, _ wanted: [Double]) throws {
        let values = try output.flatten().array(of: Double.self).prefix(wanted.count)
        for (value, wanted) in zip(values, wanted) { #expect(close(value, wanted, relative: 1e-3, absolute: 1e-4)) }
    }

    @Test func foldedNormalisationGivesTheSame() throws {
        try RandomNumbers.seed(3)
        let layers = Sequential(
            try Conv2d(4, 8, kernel: 3, padding: 1, groups: 2), try BatchNorm2d(8), ReLU(inPlace: true),
            try Conv2d(8, 8, kernel: 1, bias: false), try BatchNorm2d(8))
        for _ in 0..<3 { _ = try layers(.randn([4, 4, 6, 6]).add(.double(1))) }
        layers.eval()
        let input = try Tensor.randn([1, 4, 6, 6])
        let plain = try layers(input)
        let folded = try withoutGradients { try layers(input) }
        #expect(plain.gradFunction == "NativeBatchNormBackward0")
        #expect(try plain.sub(.tensor(folded)).abs().max().item() < 1e-5)
    }

    @Test func foldedWeightsFollowNewOnes() throws {
        let layers = Sequential(try Conv2d(1, 1, kernel: 1, bias: false), try BatchNorm2d(1))
        layers.eval()
        let input = try Tensor.ones([1, 1, 1, 1])
        func output() throws -> Double { try withoutGradients { try layers(input).item() } }
        var state = layers.stateDict
        state["0.weight"] = try Tensor.full([1, 1, 1, 1], 3)
        _ = try output()
        try layers.load(state)
        #expect(close(try output(), 3))
        try withoutGradients { _ = try layers.parameters[0].fill_(5) }
        layers.weightsChanged()
        #expect(close(try output(), 5))
    }

    @Test func fewerColoursAdaptTheFirstConvolution() throws {
        let state = try Architecture.resnet18.network().stateDict
        let grey = try Architecture.resnet18.body(channels: 1, weights: state)
        let five = try Architecture.resnet18.body(channels: 5, weights: state)
        let first = try #require(state["conv1.weight"])
        let weight = try #require(grey.parameters.first)
        #expect(weight.shape == [64, 1, 7, 7])
        #expect(try weight.sub(.tensor(first.sum([1], keep: true))).abs().max().item() == 0)
        let extra = try #require(five.parameters.first).slice(1, 3, 5)
        #expect(try extra.abs().max().item() == 0)
    }

    @Test func groupsAreFastais() throws {
        let body = try Architecture.resnet18.body()
        let model = Sequential(body, try Sequential.head(features: 512, outputs: 2))
        let groups = Architecture.resnet18.groups(model)
        #expect(groups.map(\.count) == [30, 30, 6])
        #expect(groups.flatMap { $0 }.count == model.parameters.count)
        let lite = Sequential(
            try Architecture.efficientnet_lite0.body(), try Sequential.head(features: 1280, outputs: 2))
        #expect(Architecture.efficientnet_lite0.groups(lite).count == 2)
        #expect(lite.namedParameters.first?.name == "0.model.conv_stem.weight")
    }
}

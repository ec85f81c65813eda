import Layers
import Tensors
import Testing

@testable import TextLearning

@Suite(.serialized)
struct RecurrentTests {
    @Test func anLstmAndItsGradientsArePyTorchs() throws {
        let facts = try TextFacts.read().lstm
        func value(_ name: String) throws -> Tensor {
            let tensor = try #require(facts.values[name]).tensor()
            try tensor.setRequiresGrad(name != "weight")
            return tensor
        }
        let (x, h, c) = (try value("x"), try value("h"), try value("c"))
        let (inputWeight, hiddenWeight) = (try value("weight_ih_l0"), try value("weight_hh_l0"))
        let (inputBias, hiddenBias) = (try value("bias_ih_l0"), try value("bias_hh_l0"))
        let result = try x.lstm(
            hidden: h, cell: c, inputWeight: inputWeight, hiddenWeight: hiddenWeight,
            bias: inputBias.add(.tensor(hiddenBias)))
        #expect(try result.output.isNear(#require(facts.results["out"])))
        #expect(try result.hidden.isNear(#require(facts.results["hn"])))
        #expect(try result.cell.isNear(#require(facts.results["cn"])))
        let loss = try result.output.mul(.tensor(value("weight"))).sum()
            .add(.tensor(result.hidden.sum().mul(.int(2)))).add(.tensor(result.cell.sum().mul(.int(3))))
        try loss.backward()
        let tensors = [
            "x": x, "h": h, "c": c, "weight_ih_l0": inputWeight, "weight_hh_l0": hiddenWeight, "bias_ih_l0": inputBias,
            "bias_hh_l0": hiddenBias,
        ]
        for (name, tensor) in tensors {
            #expect(try #require(tensor.grad).isNear(#require(facts.gradients[name])), "gradient of \(name)")
        }
    }

    @Test func wrongShapesAreRefused() throws {
        let layer = try DroppedLSTM(3, 4, weightDropout: 0)
        #expect(throws: TensorError.self) { try layer(.zeros([2, 5, 7])) }
        #expect(throws: TensorError.self) { try layer(.zeros([2, 3])) }
        #expect(throws: TensorError.self) { try layer(.zeros([2, 5, 3]), .init(rows: 3, hidden: 4)) }
    }

    @Test func aClassifierOfFastaiLoadsAndAgrees() throws {
        let facts = try TextFacts.read().classifier
        let model = try TextClassifier(words: 24, outputs: 3, chunk: 4, smallSettings())
        #expect(model.stateDict.names == facts.names)
        #expect(model.groups.map(\.count) == facts.groups)
        try model.load(StateDict(contentsOf: fixture("classifier.pth")))
        model.eval()
        let output = try model(Tensor(rows: facts.input))
        #expect(try output.isNear(facts.output))
        let loss = try output.crossEntropy(Tensor([0, 2, 1]))
        #expect(abs(try loss.item() - Double(facts.loss.values[0])) < 1e-5)
        try loss.backward()
        let parameters = Dictionary(model.namedParameters.map { ($0.name, $0.tensor) }) { first, _ in first }
        for (name, gradient) in facts.gradients {
            #expect(try #require(parameters[name]?.grad).isNear(gradient), "gradient of \(name)")
        }
        var head = TextHeadSettings()
        head.longest = 8
        let short = try TextClassifier(words: 24, outputs: 3, chunk: 4, smallSettings(), head: head)
        try short.load(model.stateDict)
        short.eval()
        #expect(try short(Tensor(rows: facts.input)).isNear(facts.long))
    }

    @Test func aLanguageModelOfFastaiLoadsAndRemembers() throws {
        let facts = try TextFacts.read().language_model
        let model = try LanguageModel(words: 24, smallSettings())
        #expect(model.stateDict.names == facts.names)
        #expect(model.groups.map(\.count) == facts.groups)
        try model.load(StateDict(contentsOf: fixture("language.pth")))
        model.eval()
        for (input, output) in zip(facts.inputs, facts.outputs) {
            #expect(try model(Tensor(rows: input)).isNear(output))
        }
        #expect(try model(Tensor(rows: [[4, 3]])).isNear(facts.fewer))
        model.reset()
        #expect(try model(Tensor(rows: facts.inputs[0])).isNear(facts.outputs[0]))
    }

    @Test func dropoutLeavesOutWholeWordsAndKeepsTheMean() throws {
        try RandomNumbers.seed(1)
        let embedding = try Embedding(50, 3)
        try withoutGradients { _ = try embedding.weight.fill_(1) }
        let dropped = EmbeddingDropout(embedding, 0.5, padding: 1)
        let rows: [Float] = try dropped(Tensor((0..<50).map { $0 }, shape: [1, 50])).array()
        #expect(Set(rows) == [0, 2])
        for row in 0..<50 { #expect(rows[row * 3] == rows[row * 3 + 2]) }
        let steps = StepDropout(0.5)
        let values: [Float] = try steps(.ones([2, 7, 10])).array()
        // The same values are missing at every step of a row.
        for step in 1..<7 { #expect(Array(values[..<10]) == Array(values[step * 10..<step * 10 + 10])) }
        #expect(Set(values) == [0, 2])
    }
}

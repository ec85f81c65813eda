import Tensors
import Testing

@testable import Layers

@Suite struct ModuleTests {
    @Test func modesReachEveryPart() throws {
        let model = Sequential(Sequential(Dropout(0.5)), try Linear(2, 2))
        model.eval()
        #expect(model.modules.allSatisfy { !$0.isTraining })
        model.train()
        #expect(model.modules.allSatisfy { $0.isTraining })
    }

    @Test func dropoutActsInTrainingOnly() throws {
        let dropout = Dropout(0.5)
        let ones = try Tensor.ones([1000])
        let values = Set(try dropout(ones).array(of: Float.self))
        #expect(values == [0, 2])
        dropout.eval()
        #expect(Set(try dropout(ones).array(of: Float.self)) == [1])
    }

    @Test func normAndBiasParametersAreThoseOfFastai() throws {
        let model = Sequential(try Conv2d(1, 2, kernel: 1), try BatchNorm2d(2), try Linear(2, 2))
        let names = { (tensors: [Tensor]) in
            Set(model.namedParameters.filter { entry in tensors.contains { $0 === entry.tensor } }.map(\.name))
        }
        #expect(names(model.normalisationParameters(withBias: true)) == ["0.bias", "1.weight", "1.bias", "2.bias"])
        #expect(names(model.normalisationParameters(withBias: false)) == ["1.weight", "1.bias"])
    }

    @Test func weightsThatDoNotFitAreNamedAndNothingChanges() throws {
        let model = Sequential(try Linear(2, 3))
        let before = try model.parameters[0].array(of: Float.self)
        let state = StateDict([("0.weight", try .zeros([3, 4])), ("extra", try .zeros([1]))])
        let error = #expect(throws: LayerError.self) { try model.load(state) }
        #expect(
            error?.description
                == "the weights do not fit this model; 1 of another shape, such as 0.weight: [3, 4] in the file, "
                + "[3, 2] in the model; 1 missing, such as 0.bias; 1 unknown, such as extra. Build the model with the "
                + "architecture, the number of outputs and the head that the weights were saved with.")
        #expect(try model.parameters[0].array(of: Float.self) == before)
    }

    @Test func aTrainingBatchOfOneIsRefused() throws {
        let norm = try BatchNorm1d(3)
        #expect(throws: LayerError.batchOfOne) { try norm(.ones([1, 3])) }
        norm.eval()
        #expect(try norm(.ones([1, 3])).shape == [1, 3])
        #expect(try BatchNorm2d(3)(.ones([1, 3, 2, 2])).shape == [1, 3, 2, 2])
    }

    @Test func sharedParametersCountOnce() throws {
        let shared = try Linear(2, 2)
        let model = Sequential(shared, shared)
        #expect(model.parameters.count == 2)
        #expect(model.stateDict.count == 4)
    }

    @Test func describesItselfAsPyTorchDoes() throws {
        let model = Sequential(try Conv2d(3, 8, kernel: 3, padding: 1, bias: false), ReLU(), Sequential(Flatten()))
        #expect(
            model.description == """
                Sequential(
                  (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
                  (1): ReLU()
                  (2): Sequential(
                    (0): Flatten()
                  )
                )
                """)
    }

    @Test func interruptionStopsAForwardPass() throws {
        let model = Sequential(try Linear(2, 2))
        Interruption.request()
        defer { Interruption.clear() }
        #expect(throws: TensorError.interrupted) { try model(.ones([1, 2])) }
    }

    @Test func sequencesAreReachedFromBothEnds() throws {
        let model = Sequential(ReLU(), Flatten())
        #expect(try model.layer(-1) is Flatten)
        try model.replace(-1, with: Identity())
        #expect(try model.layer(1) is Identity)
        #expect(throws: LayerError.sequence("there is no layer 2: the sequence has 2")) { try model.layer(2) }
    }

    @Test func anEmbeddingIsWithinTwoDeviations() throws {
        let rows = try Embedding(50, 4)
        #expect(try rows.weight.abs().max().item() < 0.02)
        #expect(try rows(Tensor([3, 3, 1] as [Int])).shape == [3, 4])
    }
}

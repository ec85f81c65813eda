import DataBlocks
import Display
import Foundation
import Layers
import Tensors
import Testing

@testable import Training

@Suite(.serialized) struct MixingAndClippingTests {
    /// Looks at a learner at one event.
    private final class Probe: Callback {
        let order = 95
        private let event: Event
        private let look: (Learner) throws -> Void
        init(_ event: Event, _ look: @escaping (Learner) throws -> Void) { (self.event, self.look) = (event, look) }
        func on(_ event: Event, _ learner: Learner) throws { if event == self.event { try look(learner) } }
    }

    private func norm(_ learner: Learner) throws -> Double {
        let norms = try Tensor.stack(learner.model.parameters.compactMap { try $0.grad?.norm() })
        return try norms.norm().item()
    }

    @Test func gradientsAreScaledToTheLimit() throws {
        var (before, after): ([Double], [Double]) = ([], [])
        let learner = try Small.learner(callbacks: [
            GradientClip(0.05), Probe(.afterBackward) { before.append(try self.norm($0)) },
            Probe(.beforeStep) { after.append(try self.norm($0)) },
        ])
        try learner.fit(1, rate: 0.01)
        #expect(before.contains { $0 > 0.06 })
        #expect(!after.isEmpty && after.allSatisfy { $0 <= 0.0501 })
    }

    @Test func smallGradientsAreLeftAlone() throws {
        var (before, after): ([Double], [Double]) = ([], [])
        let learner = try Small.learner(callbacks: [
            GradientClip(1000), Probe(.afterBackward) { before.append(try self.norm($0)) },
            Probe(.beforeStep) { after.append(try self.norm($0)) },
        ])
        try learner.fit(1, rate: 0.01)
        #expect(!before.isEmpty && before == after)
    }

    @Test func batchesAreBlendedInTrainingOnly() throws {
        try RandomNumbers.seed(5)
        var (trained, validated): ([Tensor], [Tensor]) = ([], [])
        var losses: [Double] = []
        let learner = try Small.learner(callbacks: [
            MixUp(),
            Probe(.afterPrediction) { learner in
                if learner.isTraining { trained.append(learner.inputs[0]) } else { validated.append(learner.inputs[0]) }
            },
            Probe(.afterLoss) { learner in if learner.isTraining { losses.append(learner.lossValue) } },
        ])
        let plain = learner.loss
        let pass = try learner.data.train.epoch()
        var (given, targets): ([Tensor], [Tensor]) = ([], [])
        while let batch = try pass.next() {
            given.append(batch.inputs[0])
            targets.append(batch.targets[0])
        }
        try learner.fit(1, rate: 0.01)
        #expect(learner.loss === plain)
        for (blend, own) in zip(trained, given) {
            #expect(try !blend.allClose(own))
            // An item is at least half itself: it stays nearest to where it was among all of its batch.
            let distance = try blend.sub(.tensor(own)).norm(2, [1])
            let farthest = try own.distances(to: own).amax([1]).div(.double(2))
            #expect(try distance.sub(.tensor(farthest)).max().item() < 1e-5)
        }
        let valid = try learner.data.valid.oneBatch().inputs[0]
        #expect(try validated[0].isEqual(to: valid))
        #expect(losses.allSatisfy { $0.isFinite })
    }
}

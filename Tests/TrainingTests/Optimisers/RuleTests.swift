import Tensors
import Testing

@testable import Training

/// The same minimum looked for by each rule; the values are fastai 2.8's after 1, 6 and 14 steps.
@Suite struct RuleTests {
    static let cases: [(name: String, make: @Sendable () -> any UpdateRule, values: [[Double]])] = [
        (
            "RMSProp", { RMSProp() },
            [[0.0, -1.0, 2.0], [0.503908, 0.131807, 0.134546], [0.500003, 0.247419, -0.718767]]
        ),
        (
            "RMSProp with momentum", { RMSProp(momentum: 0.9) },
            [[0.0, -1.0, 2.0], [0.283861, 1.292721, -3.57586], [0.307761, 0.520127, 0.632287]]
        ),
        (
            "RAdam", { RAdam() },
            [[0.9, -1.1, 2.6], [0.594044, 0.822574, 1.201705], [0.512945, 0.801467, 1.084577]]
        ),
        (
            "ranger", { Lookahead(RAdam(momentum: 0.95, epsilon: 1e-6, decay: 0.01)) },
            [[0.899, -1.098, 2.597], [0.793129, -0.561352, 2.091189], [0.712535, -0.503672, 1.998556]]
        ),
        (
            "SGD", { SGD(momentum: 0.9, decay: 0.1) },
            [[0.89, -1.08, 2.57], [0.146608, 1.017608, -2.033695], [0.711531, 1.282586, -1.301205]]
        ),
    ]

    @Test(arguments: cases.indices) func stepsAreFastais(index: Int) throws {
        let (name, make, wanted) = Self.cases[index]
        let parameter = try Tensor([Float(1), -2, 3])
        try parameter.setRequiresGrad(true)
        let optimiser = try Optimiser([[parameter]], rule: make(), rate: 0.1)
        let (goal, factor) = (try Tensor([Float(0.5), 0.25, -1]), try Tensor([Float(1), 2, 0.5]))
        var found: [[Double]] = []
        for _ in 0..<14 {
            try parameter.sub(.tensor(goal)).square().mul(.tensor(factor)).sum().backward()
            try optimiser.step()
            try optimiser.zeroGrad()
            found.append(try parameter.detach().array())
        }
        for (step, values) in zip([0, 5, 13], wanted) {
            #expect(zip(found[step], values).allSatisfy { abs($0 - $1) < 2e-5 }, "\(name), step \(step + 1)")
        }
    }

    @Test func rangerForgetsWithTheOptimisersState() throws {
        let parameter = try Tensor([Float(1)])
        try parameter.setRequiresGrad(true)
        let optimiser = try Optimiser([[parameter]], rule: Lookahead(SGD(), every: 2), rate: 1.0)
        func step() throws -> Double {
            try parameter.sum().backward()
            try optimiser.step()
            try optimiser.zeroGrad()
            return try parameter.detach().item()
        }
        #expect(try step() == 0)
        #expect(try step() == 0)  // -1, and half of the way back to 1.
        #expect(try step() == -1)
        optimiser.clearState()
        #expect(try step() == -2)
        #expect(try step() == -2)  // Half of the way back to -1.
    }
}

import Tensors
import Testing

/// The step over all parameters at once against fastai's Adam; see `Fixtures/make_adam.py`.
@Suite struct AdamTests {
    private struct Case: Decodable {
        var lr, mom, sqr_mom, eps, wd: Double
        var steps: [[Float]]
    }

    private static let start: [Float] = [1, -2, 0.5, 3, 0.25, -1.5]

    /// The script's gradients.
    private func gradients() throws -> [Tensor] {
        let start = try Tensor(Self.start, shape: [2, 3])
        return try [
            start.mul(.double(0.1)), start.flip([1]).sub(.double(0.3)), .full([2, 3], -0.7), start.mul(.tensor(start)),
        ]
    }

    @Test func stepsAreFastais() throws {
        for item in try Fixture.decode("adam.json", as: [Case].self) {
            let parameter = try Tensor(Self.start, shape: [2, 3])
            var entry = try AdamEntry(
                parameter: parameter, average: parameter.zerosLike(), squareAverage: parameter.zerosLike(),
                learningRate: item.lr, decay: item.wd, step: 0)
            for (gradient, wanted) in zip(try gradients(), item.steps) {
                entry.step += 1
                try parameter.setGrad(gradient)
                try adamStep([entry], momentum: item.mom, squareMomentum: item.sqr_mom, epsilon: item.eps)
                let near = try parameter.allClose(Tensor(wanted, shape: [2, 3]), relative: 1e-5, absolute: 1e-6)
                #expect(near, "step \(entry.step) at rate \(item.lr): \(parameter)")
            }
        }
    }

    /// Kernels lie channels-last, their gradients perhaps not.
    @Test func memoryOrderDoesNotMatter() throws {
        let values = (0..<24).map(Float.init)
        let results = try [MemoryFormat.contiguous, .channelsLast].map { format in
            let parameter = try Tensor(values, shape: [2, 3, 2, 2]).contiguous(format)
            let entry = try AdamEntry(
                parameter: parameter, average: parameter.zerosLike(), squareAverage: parameter.zerosLike(),
                learningRate: 0.1, decay: 0, step: 1)
            try parameter.setGrad(Tensor(values, shape: [2, 3, 2, 2]))
            try adamStep([entry], momentum: 0.9, squareMomentum: 0.99, epsilon: 1e-5)
            return try parameter.array(of: Float.self)
        }
        #expect(results[0] == results[1])
        #expect(results[0][0] == 0 && results[0][1] < 0.91)
    }

    @Test func aParameterWithoutAGradientStays() throws {
        let parameter = try Tensor(Self.start)
        let entry = try AdamEntry(
            parameter: parameter, average: parameter.zerosLike(), squareAverage: parameter.zerosLike(), learningRate: 1,
            decay: 1, step: 1)
        try adamStep([entry], momentum: 0.9, squareMomentum: 0.99, epsilon: 1e-5)
        #expect(try parameter.array(of: Float.self) == Self.start)
    }

    @Test func otherTypesAreRefused() throws {
        let parameter = try Tensor([1, 2] as [Double])
        let entry = AdamEntry(
            parameter: parameter, average: parameter, squareAverage: parameter, learningRate: 1, decay: 0, step: 1)
        try parameter.setGrad(parameter.clone())
        #expect(throws: TensorError.self) {
            try adamStep([entry], momentum: 0.9, squareMomentum: 0.99, epsilon: 1e-5)
        }
    }
}

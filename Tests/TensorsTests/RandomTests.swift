import Foundation
import Tensors
import Testing

/// With the same seed the numbers are PyTorch's; see `Fixtures/make_random.py`.
///
/// The generator is one for the whole process, so the tests run one after the other, and each in one piece.
@Suite(.serialized) struct RandomTests {
    private static let cases: [String: @Sendable () throws(TensorError) -> Tensor] = [
        "rand": { () throws(TensorError) in try .rand([3, 4]) },
        "randLong": { () throws(TensorError) in try .rand([1000]).slice(0, 992, 1000) },
        "rand64": { () throws(TensorError) in try .rand([5], dtype: .float64) },
        "randn": { () throws(TensorError) in try .randn([5]) },
        "randnLong": { () throws(TensorError) in try .randn([37]) },
        "randn64": { () throws(TensorError) in try .randn([20], dtype: .float64) },
        "randnTwice": { () throws(TensorError) in
            _ = try Tensor.randn([3])
            return try .randn([3])
        },
        "randperm": { () throws(TensorError) in try .randperm(30) },
        "randpermLong": { () throws(TensorError) in try .randperm(50_000).slice(0, 0, 20) },
        "randint": { () throws(TensorError) in try .randint(-5, 100, [12]) },
        "uniform": { () throws(TensorError) in try Tensor.zeros([9]).uniform_(-2, 3) },
        "normal": { () throws(TensorError) in try Tensor.zeros([20]).normal_(mean: 1, std: 0.02) },
        "bernoulli": { () throws(TensorError) in try Tensor.zeros([20]).bernoulli_(0.3) },
        "bernoulliLong": { () throws(TensorError) in
            try Tensor.zeros([500]).bernoulli_(0.3).slice(0, 480, 500)
        },
        "dropout": { () throws(TensorError) in try Tensor.ones([4, 5]).dropout(0.5, training: true) },
        "dropoutLong": { () throws(TensorError) in
            try Tensor.ones([400]).dropout(0.25, training: true).slice(0, 380, 400)
        },
        "multinomial": { () throws(TensorError) in try Tensor([0.1, 0.2, 0.3, 0.4] as [Float]).multinomial(3) },
        "multinomialReplaced": { () throws(TensorError) in
            try Tensor([0.1, 0.2, 0.3, 0.4] as [Float]).multinomial(12, replacement: true)
        },
        "exponential": { () throws(TensorError) in try Tensor.call("aten::exponential_", .tensor(.zeros([6]))) },
        // nn.Linear: kaiming_uniform_(a = √5) is uniform within ±1 / √inputs.
        "linearWeights": { () throws(TensorError) in
            try Tensor.zeros([2, 3]).uniform_(-1 / 3.0.squareRoot(), 1 / 3.0.squareRoot())
        },
        "sequence": { () throws(TensorError) in
            let first = try [Tensor.rand([2]), .randn([2])]
            let order = try Tensor.randperm(3).to(dtype: .float32)
            return try Tensor.cat(first + [order, .rand([1])])
        },
    ]

    @Test func seedsGivePyTorchsNumbers() throws {
        let expected = try Fixture.decode("random.json", as: [String: [Expected]].self)
        #expect(Set(Self.cases.keys) == Set(expected.keys))
        for (name, body) in Self.cases {
            for (seed, wanted) in zip([0, 42, -1, (1 << 40) + 7], expected[name] ?? []) {
                let result = try RandomNumbers.seeded(seed, body)
                let (agrees, values) = (try wanted.agrees(with: result), try result.array(of: Double.self))
                #expect(agrees, "\(name), seed \(seed): \(values) instead of \(wanted.values)")
            }
        }
    }

    @Test func theStateIsPutBack() throws {
        let (first, second) = try RandomNumbers.seeded(3) { () throws(TensorError) in
            let state = try RandomNumbers.state()
            let first = try Tensor.randn([7])
            try RandomNumbers.restore(state)
            return (first, try Tensor.randn([7]))
        }
        #expect(try first.isEqual(to: second))
    }

    @Test func aFailureInsidePutsTheStateBackToo() throws {
        let before = try RandomNumbers.state()
        #expect(throws: TensorError.self) {
            try RandomNumbers.seeded(1) { () throws(TensorError) in try Tensor.rand([-1]) }
        }
        #expect(try RandomNumbers.state().isEqual(to: before))
    }
}

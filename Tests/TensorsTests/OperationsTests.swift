import Tensors
import Testing

/// Every operation against what PyTorch gives for it; see `Fixtures/make_operations.py`.
@Suite struct OperationsTests {
    @Test func operationsGivePyTorchsValues() throws {
        let expected = try Fixture.decode("operations.json", as: [String: Expected].self)
        let inputs = try Inputs()
        let cases = arithmetic + matrices + reductions + shapes + functions + network + losses
        #expect(Set(cases.map(\.name)) == Set(expected.keys))
        for item in cases {
            let result = try item.body(inputs)
            let wanted = try #require(expected[item.name])
            let agrees = try wanted.agrees(with: result)
            let values = try result.array(of: Double.self)
            #expect(agrees, "\(item.name): \(result.shape) \(result.dtype) \(values)")
        }
    }
}

private struct Case: Sendable {
    let name: String
    let body: @Sendable (Inputs) throws -> Tensor

    init(_ name: String, _ body: @escaping @Sendable (Inputs) throws -> Tensor) {
        self.name = name
        self.body = body
    }
}

/// The same tensors as in the script.
private struct Inputs {
    let a, b, v, i, k, m, square, image, weight, target, unit: Tensor

    init() throws {
        a = try Tensor([0.5, -1.25, 2, 3.5, 0.25, -0.75] as [Float], shape: [2, 3])
        b = try Tensor([1.5, 2, -0.5, 0.25, 4, 1] as [Float], shape: [2, 3])
        v = try Tensor([3, 1, 2] as [Float])
        i = try Tensor([2, 0, 1, 1, 1, 0] as [Int], shape: [2, 3])
        k = try Tensor([3, 1, 1, 0, 3] as [Int])
        m = try Tensor([true, false, true, false, true, false], shape: [2, 3])
        square = try Tensor([4, 1, 2, 3] as [Float], shape: [2, 2])
        image = try Tensor.arange(0, 48, dtype: .float32).reshape([1, 3, 4, 4]).sin()
        weight = try Tensor.arange(0, 54, dtype: .float32).reshape([2, 3, 3, 3]).cos()
        target = try Tensor([2, 0] as [Int])
        unit = try b.sigmoid()
    }
}

private let arithmetic: [Case] = [
    Case("add") { try $0.a.add(.tensor($0.b)) },
    Case("sub") { try $0.a.sub(.int(2)) },
    Case("mul") { try $0.a.mul(.tensor($0.b)) },
    Case("div") { try $0.a.div(.tensor($0.b)) },
    Case("remainder") { try $0.a.remainder(.int(2)) },
    Case("floorDivide") { try $0.a.floorDivide(.tensor($0.b)) },
    Case("pow") { try $0.b.abs().pow(.double(1.5)) },
    Case("powTensor") { try $0.b.abs().pow(.tensor($0.a)) },
    Case("powScalar") { try Tensor.pow(.int(2), $0.a) },
    Case("rsub") { try $0.a.subtracted(from: .int(1)) },
    Case("eq") { try $0.i.eq(.int(1)) },
    Case("lt") { try $0.a.lt(.tensor($0.b)) },
    Case("and") { try $0.i.bitwiseAnd(.int(1)) },
    Case("or") { try $0.i.bitwiseOr(.int(4)) },
    Case("xor") { try $0.i.bitwiseXor(.int(3)) },
    Case("shiftLeft") { try $0.i.shiftLeft(.int(2)) },
    Case("shiftRight") { try $0.i.shiftRight(.int(1)) },
    Case("isClose") { try $0.a.isClose($0.a.add(.double(1e-9))) },
    Case("logicalAnd") { try $0.m.logicalAnd($0.a.gt(.int(0))) },
    Case("logicalOr") { try $0.m.logicalOr($0.a.gt(.int(0))) },
    Case("logicalXor") { try $0.m.logicalXor($0.a.gt(.int(0))) },
    Case("lerp") { try $0.a.lerp($0.b, 0.25) },
    Case("clamp") { try $0.a.clamp(min: -1, max: 1) },
    Case("clampMin") { try $0.a.clamp(min: 0) },
    Case("maximum") { try $0.a.maximum($0.b) },
    Case("minimum") { try $0.a.minimum($0.b) },
    Case("where") { try $0.a.whereElse($0.m, $0.b) },
    Case("bitwiseNot") { try $0.i.bitwiseNot() },
    Case("logicalNot") { try $0.m.logicalNot() },
    Case("arange") { _ in try Tensor.arange(2, 9, step: 3) },
    Case("linspace") { _ in try Tensor.linspace(0, 1, steps: 5) },
    Case("eye") { _ in try Tensor.eye(3) },
    Case("full") { _ in try Tensor.full([2], 7) },
]

private let matrices: [Case] = [
    Case("matmul") { try $0.a.matmul($0.b.t()) },
    Case("dot") { try $0.v.dot($0.v) },
    Case("outer") { try $0.v.outer($0.v) },
    Case("einsum") { try Tensor.einsum("ij,kj->ik", [$0.a, $0.b]) },
    Case("norm") { try $0.a.norm() },
    Case("normDims") { try $0.a.norm(1, [1]) },
    Case("tril") { try $0.a.tril() },
    Case("triu") { try $0.a.triu(1) },
    Case("diag") { try $0.square.diag() },
    Case("diagVector") { try $0.v.diag() },
    Case("trace") { try $0.square.trace() },
    Case("inverse") { try $0.square.inverse() },
    Case("determinant") { try $0.square.determinant() },
    Case("solve") { try $0.square.solve($0.a) },
    Case("leastSquares") { try $0.a.t().leastSquares($0.v.unsqueeze(1)) },
    Case("singular") { try $0.a.svd().s },
    Case("distances") { try $0.a.distances(to: $0.b) },
    Case("cosine") { try $0.a.cosineSimilarity($0.b) },
]

private let reductions: [Case] = [
    Case("sum") { try $0.a.sum() },
    Case("sumDims") { try $0.a.sum([0], keep: true) },
    Case("mean") { try $0.a.mean() },
    Case("meanDims") { try $0.a.mean([1]) },
    Case("prod") { try $0.a.prod() },
    Case("prodDim") { try $0.a.prod(1) },
    Case("max") { try $0.a.max() },
    Case("maxDim") { try $0.a.max(1).values },
    Case("argmax") { try $0.a.argmax() },
    Case("argmaxDim") { try $0.a.argmax(0) },
    Case("argmin") { try $0.a.argmin(1) },
    Case("std") { try $0.a.std() },
    Case("stdDims") { try $0.a.std([1], unbiased: false) },
    Case("variance") { try $0.a.variance() },
    Case("varianceDims") { try $0.a.variance([0]) },
    Case("median") { try $0.a.median() },
    Case("medianDim") { try $0.a.median(1).values },
    Case("all") { try $0.m.all() },
    Case("anyDim") { try $0.m.any(0) },
    Case("allDim") { try $0.m.all(1) },
    Case("amax") { try $0.a.amax([0]) },
    Case("amin") { try $0.a.amin([0, 1]) },
    Case("quantile") { try $0.a.quantile(Tensor([0.25, 0.5] as [Float])) },
    Case("logSumExp") { try $0.a.logSumExp([1]) },
    Case("cumsum") { try $0.a.cumsum(1) },
    Case("cumprod") { try $0.a.cumprod(0) },
    Case("sort") { try $0.a.sort(1).values },
    Case("argsort") { try $0.a.argsort(1, descending: true) },
    Case("topk") { try $0.a.topk(2, 1).indices },
    Case("bincount") { try $0.k.bincount() },
    Case("countNonzero") { try $0.i.countNonzero() },
    Case("histogram") { try $0.a.histogram(bins: 4, from: -2, to: 4) },
    Case("unique") { try $0.k.unique().values },
    Case("uniqueCounts") { try $0.k.unique().counts },
    Case("nonzero") { try $0.m.nonzero() },
]

private let shapes: [Case] = [
    Case("reshape") { try $0.a.reshape([3, -1]) },
    Case("flatten") { try $0.image.flatten(1).slice(1, 0, 5) },
    Case("permute") { try $0.a.permute([1, 0]) },
    Case("squeeze") { try $0.a.unsqueeze(0).squeeze(0) },
    Case("unsqueeze") { try $0.v.unsqueeze(1) },
    Case("expand") { try $0.v.expand([2, 3]) },
    Case("repeated") { try $0.v.repeated([2, 2]) },
    Case("flip") { try $0.a.flip([1]) },
    Case("select") { try $0.a.select(1, 2) },
    Case("slice") { try $0.a.slice(1, 0, 3, step: 2) },
    Case("narrow") { try $0.a.narrow(1, 1, 2) },
    Case("t") { try $0.a.t() },
    Case("moveDimension") { try $0.image.moveDimension(1, to: 3).select(0, 0).select(0, 0) },
    Case("roll") { try $0.a.roll([1], [1]) },
    Case("rollAll") { try $0.a.roll([1]) },
    Case("repeatInterleave") { try $0.v.repeatInterleave(2) },
    Case("padConstant") { try $0.a.pad([1, 0, 0, 1], value: 9) },
    Case("padReflect") { try $0.image.pad([1, 1, 1, 1], mode: .reflect).select(0, 0).select(0, 0) },
    Case("cat") { try Tensor.cat([$0.a, $0.b], 1) },
    Case("stack") { try Tensor.stack([$0.a, $0.b], 2) },
    Case("split") { try $0.a.split(2, 1)[1] },
    Case("splitSizes") { try $0.a.split([1, 2], 1)[1] },
    Case("chunk") { try $0.a.chunk(2, 1)[0] },
    Case("unbind") { try $0.a.unbind(1)[2] },
    Case("meshgrid") { try Tensor.meshgrid([$0.v, $0.v.slice(0, 0, 2)])[0] },
    Case("indexSelect") { try $0.a.indexSelect(1, Tensor([2, 2, 0] as [Int])) },
    Case("gather") { try $0.a.gather(1, $0.i) },
    Case("index") { try $0.a.index([nil, Tensor([1, 0] as [Int])]) },
    Case("indexMask") { try $0.a.index([$0.m]) },
    Case("maskedSelect") { try $0.a.maskedSelect($0.m) },
    Case("maskedFill") { try $0.a.maskedFill($0.m, -9) },
    Case("scatter") { try $0.a.scatter(1, $0.i.narrow(0, 0, 1), $0.b.narrow(0, 0, 1)) },
    Case("scatterAdd") { try $0.a.scatterAdd(1, $0.i, $0.b) },
    Case("indexAdd") { try $0.a.indexAdd(0, Tensor([1, 1] as [Int]), $0.b) },
]

private let functions: [Case] = [
    Case("neg") { try $0.a.neg() },
    Case("round") { try $0.a.mul(.int(2)).round() },
    Case("roundDigits") { try $0.a.div(.int(3)).round(digits: 2) },
    Case("trunc") { try $0.a.trunc() },
    Case("frac") { try $0.a.frac() },
    Case("exp") { try $0.a.exp() },
    Case("expm1") { try $0.a.expm1() },
    Case("log1p") { try $0.b.abs().log1p() },
    Case("rsqrt") { try $0.b.abs().rsqrt() },
    Case("erf") { try $0.a.erf() },
    Case("atan") { try $0.a.atan() },
    Case("sinh") { try $0.a.sinh() },
    Case("tanh") { try $0.a.tanh() },
    Case("sigmoid") { try $0.a.sigmoid() },
    Case("logSigmoid") { try $0.a.logSigmoid() },
    Case("relu") { try $0.a.relu() },
    Case("relu6") { try $0.a.mul(.int(3)).relu6() },
    Case("leakyRelu") { try $0.a.leakyRelu() },
    Case("elu") { try $0.a.elu() },
    Case("gelu") { try $0.a.gelu() },
    Case("geluTanh") { try $0.a.gelu(approximate: true) },
    Case("silu") { try $0.a.silu() },
    Case("mish") { try $0.a.mish() },
    Case("hardswish") { try $0.a.hardswish() },
    Case("hardsigmoid") { try $0.a.hardsigmoid() },
    Case("softplus") { try $0.a.softplus() },
    Case("softmax") { try $0.a.softmax(1) },
    Case("logSoftmax") { try $0.a.logSoftmax(0) },
]

private let network: [Case] = [
    Case("conv2d") { try $0.image.conv2d($0.weight, stride: [2, 2], padding: [1, 1]) },
    Case("conv1d") {
        try $0.image.select(0, 0).permute([1, 0, 2]).conv1d($0.weight.select(0, 0), padding: 1)
    },
    Case("convTranspose2d") {
        try $0.image.conv2d($0.weight).convTranspose2d(
            $0.weight, stride: [2, 2], outputPadding: [1, 1])
    },
    Case("linear") { try $0.a.linear($0.b, bias: Tensor([1, 2] as [Float])) },
    Case("batchNorm") {
        try $0.image.batchNorm(
            weight: $0.v, bias: $0.v, runningMean: Tensor([0.1, 0.2, 0.3] as [Float]),
            runningVariance: Tensor([1, 2, 3] as [Float]), training: false)
    },
    Case("layerNorm") { try $0.a.layerNorm([3], weight: $0.v, bias: $0.v) },
    Case("groupNorm") { try $0.image.groupNorm(1) },
    Case("instanceNorm") { try $0.image.instanceNorm() },
    Case("embedding") { try $0.k.embedding(Tensor.arange(0, 8, dtype: .float32).reshape([4, 2])) },
    Case("oneHot") { try $0.k.oneHot() },
    Case("maxPool2d") { try $0.image.maxPool2d(3, stride: 2, padding: 1) },
    Case("maxPool2dCeil") { try $0.image.maxPool2d(3, stride: 2, ceilMode: true) },
    Case("avgPool2d") { try $0.image.avgPool2d(3, stride: 2, padding: 1, countPadding: false) },
    Case("adaptiveAvgPool2d") { try $0.image.adaptiveAvgPool2d(1) },
    Case("adaptiveMaxPool2d") { try $0.image.adaptiveMaxPool2d(2) },
    Case("upsampleNearest") { try $0.image.upsampleNearest([6, 6]).select(0, 0).select(0, 0) },
    Case("interpolate") { try $0.image.interpolate([6, 6], area: false).select(0, 0).select(0, 0) },
    Case("pixelShuffle") { _ in
        try Tensor.arange(0, 16, dtype: .float32).reshape([1, 4, 2, 2]).pixelShuffle(2)
    },
    Case("gridSample") {
        try $0.image.gridSample(
            Tensor.affineGrid(
                Tensor([0.8, 0.2, 0, -0.2, 0.8, 0.1] as [Float], shape: [1, 2, 3]), size: [1, 3, 4, 4],
                alignCorners: true)
        ).select(0, 0).select(0, 0)
    },
]

private let losses: [Case] = [
    Case("crossEntropy") { try $0.a.crossEntropy($0.target) },
    Case("crossEntropyWeighted") { try $0.a.crossEntropy($0.target, weight: $0.v, reduction: .none) },
    Case("crossEntropySmoothed") { try $0.a.crossEntropy($0.target, labelSmoothing: 0.1) },
    Case("crossEntropyIgnoring") { try $0.a.crossEntropy($0.target, ignoreIndex: 2) },
    Case("nllLoss") { try $0.a.logSoftmax(1).nllLoss($0.target) },
    Case("bceLogits") { try $0.a.binaryCrossEntropyWithLogits($0.unit, positiveWeight: $0.v) },
    Case("bce") { try $0.unit.binaryCrossEntropy($0.m.to(dtype: .float32)) },
    Case("mse") { try $0.a.mseLoss($0.b) },
    Case("l1") { try $0.a.l1Loss($0.b, reduction: .sum) },
    Case("smoothL1") { try $0.a.smoothL1Loss($0.b, beta: 0.5) },
    Case("klDivergence") { try $0.a.logSoftmax(1).klDivergence($0.unit, reduction: .sum) },
]

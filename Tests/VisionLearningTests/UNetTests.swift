import DataBlocks
import Foundation
import Layers
import Pictures
import Tensors
import Testing
import Training

@testable import VisionLearning

/// What fastai's `DynamicUnet` computed; written by `Fixtures/make_unet.py`.
private struct UNetFacts: Decodable {
    let names: [String]
    let shapes: [[Int]]
    let values: [Double]
    let mean: Double
    let odd_shape: [Int]
    let odd: [Double]
    let groups: [Int]

    static func read() throws -> [String: UNetFacts] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/unet.json")
        return try JSONDecoder().decode([String: UNetFacts].self, from: Data(contentsOf: file))
    }
}

@Suite(.serialized)
struct UNetTests {
    /// Weights by the formula of `make_unet.py`.
    private func fill(_ model: Layers.Module) throws {
        for (name, tensor) in model.stateDict where !name.hasSuffix("num_batches_tracked") {
            let count = tensor.count
            let places = try Tensor.arange(0, Double(count), dtype: .float64)
            let shifted = try places.mul(.int(7919)).add(.int(count))
            var values = try Tensor.call("aten::remainder", overload: "Scalar", .tensor(shifted), .int(1009))
                .div(.int(1009)).sub(.double(0.5))
            if name.hasSuffix("running_var") {
                values = try values.abs().add(.int(1))
            } else if tensor.dimensions > 1 {
                values = try values.mul(.double(3 / (Double(count) / Double(tensor.shape[0])).squareRoot()))
            } else if name.hasSuffix(".weight") {
                values = try values.add(.int(1))
            }
            _ = try withoutGradients { try tensor.copy_(values.reshape(tensor.shape)) }
        }
        model.weightsChanged()
    }

    private func picture(_ height: Int, _ width: Int) throws -> Tensor {
        let values = (0..<3 * height * width).map { Float(Double($0 * 37 % 251) / 125 - 1) }
        return try Tensor(values, shape: [1, 3, height, width])
    }

    @Test(arguments: ["plain", "attentive"])
    func agreesWithFastai(_ name: String) throws {
        let facts = try #require(try UNetFacts.read()[name])
        var settings = UNetSettings()
        (settings.attends, settings.blurs) = (name == "attentive", name == "attentive")
        let body = try UNetBody(Architecture.resnet18.body())
        let model = try UNet(body, outputs: 5, size: (64, 64), settings)
        #expect(model.stateDict.names == facts.names)
        #expect(model.stateDict.map { $0.tensor.shape } == facts.shapes)
        #expect(model.groups(.resnet18).map(\.count) == facts.groups)
        try fill(model)
        model.eval()
        let output: [Float] = try withoutGradients { try model(picture(64, 64)) }.contiguous().array()
        let step = output.count / 200
        for (place, value) in facts.values.enumerated() {
            #expect(abs(Double(output[place * step]) - value) < 2e-3, "value \(place)")
        }
        // Sizes that halve unevenly come out as they went in.
        let odd = try withoutGradients { try model(picture(70, 90)) }
        #expect(odd.shape == facts.odd_shape)
        let values: [Float] = try odd.contiguous().array()
        for (place, value) in facts.odd.enumerated() {
            #expect(abs(Double(values[place * (values.count / 50)]) - value) < 2e-3, "odd value \(place)")
        }
    }

    @Test func beginsLikeFastai() throws {
        try RandomNumbers.seed(1)
        let up = try PixelShuffleUp(8, 4)
        // Enlarging begins as copying: all four pixels of a place are alike.
        let large = try withoutGradients { try up(Tensor.randn([1, 8, 3, 3])) }
        let small = try large.slice(2, 0, 6, step: 2).slice(3, 0, 6, step: 2)
        #expect(try large.isEqual(to: small.upsampleNearest([6, 6])))
        let model = try UNet(UNetBody(Architecture.resnet18.body()), outputs: 2, size: (64, 64))
        let weights = Dictionary(model.namedParameters.map { ($0.name, $0.tensor) }) { first, _ in first }
        let block = try #require(weights["layers.4.conv1.0.weight"])
        let fan = Double(block.count / block.shape[0])
        #expect(abs(try block.std().item() - (2 / fan).squareRoot()) < 0.05 * (2 / fan).squareRoot())
        #expect(try #require(weights["layers.4.conv1.0.bias"]).abs().max().item() == 0)
        #expect(try abs(#require(weights["layers.1.bias"]).mean().item() - 1e-3) < 1e-9)
    }

    @Test func lite0BecomesAUNetWithASkipAtEachSize() throws {
        let model = try UNet(UNetBody(Architecture.efficientnet_lite0.body()), outputs: 3, size: (64, 96))
        #expect(model.groups(.efficientnet_lite0).count == 2)
        let output = try model(Tensor.randn([2, 3, 64, 96]))
        #expect(output.shape == [2, 3, 64, 96])
        // Skips at 1/2, 1/4, 1/8 and 1/16 make four blocks.
        #expect(model.stateDict.names.filter { $0.hasSuffix(".shuf.0.0.weight") }.count == 4)
        try output.mean().backward()
        #expect(model.parameters.allSatisfy { $0.grad != nil })
    }

    /// Pictures of one bright rectangle on a dark ground, whose masks are the rectangles.
    private func rectangles(_ folder: URL, _ count: Int) throws -> [String] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try (0..<count).map { number in
            var (pixels, mask) = ([UInt8](repeating: 30, count: 32 * 32 * 3), [UInt8](repeating: 0, count: 32 * 32))
            let (x, y) = (number * 5 % 14, number * 3 % 12)
            for row in y..<y + 16 {
                for column in x..<x + 14 {
                    mask[row * 32 + column] = 1
                    for channel in 0..<3 { pixels[(row * 32 + column) * 3 + channel] = UInt8(200 - channel * 40) }
                }
            }
            let file = folder.appending(path: "\(number).png").path
            try Picture(width: 32, height: 32, channels: 3, pixels: pixels).write(to: file)
            try Picture(width: 32, height: 32, channels: 1, pixels: mask).write(
                to: folder.appending(path: "\(number)_P.png").path)
            return file
        }
    }

    @Test func learnsWhereThingsAre() throws {
        try RandomNumbers.seed(2)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try rectangles(folder, 15)
        var maker = ImageDataLoaders(seed: 1)
        maker.options.batchSize = 4
        let data = try maker.forSegmentation(files, codes: ["ground", "thing"]) { $0.replacing(".png", with: "_P.png") }
        var settings = VisionSettings()
        (settings.pretrained, settings.unet) = (false, UNetSettings())
        let learner = try VisionLearner(
            data, .resnet18, settings, metrics: [AverageMetric.foregroundAccuracy(), Overlap(.dice)])
        try learner.fitOneCycle(4, peak: .single(3e-3))
        let measured = try learner.validate()
        #expect(try #require(measured[1]) > 0.8)
        // Calling all of it a thing would give a Dice of .53 at most.
        #expect(try #require(measured[2]) > 0.6)
        let said = try learner.predict(path: files[0])
        guard case .mask(let mask, let width, let height) = said.answer else {
            Issue.record("a mask was expected")
            return
        }
        #expect((width, height) == (32, 32))
        #expect(mask.count == 1024 && Set(mask).isSubset(of: [0, 1]))
        #expect(try learner.showResults(maximum: 2).items.count == 4)
        let overlap = Overlap(.jaccard_coeff_multi)
        try learner.measure(overlap)
        #expect(overlap.scores.count == 2 && overlap.scores.allSatisfy { ($0 ?? 0) > 0.3 })
    }

    @Test func wrongMasksAreNamed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try rectangles(folder, 6)
        var maker = ImageDataLoaders(seed: 1)
        maker.options.batchSize = 2
        let oneCode = try maker.forSegmentation(files, codes: ["ground"]) { $0.replacing(".png", with: "_P.png") }
        #expect(throws: DataBlockError.self) { try oneCode.train.oneBatch() }
        // A mask of another size does not belong to its picture.
        for file in files {
            try Picture(width: 20, height: 32, channels: 1, pixels: [UInt8](repeating: 0, count: 640)).write(
                to: file.replacing(".png", with: "_P.png"))
        }
        let narrow = try maker.forSegmentation(files, codes: ["ground", "thing"]) {
            $0.replacing(".png", with: "_P.png")
        }
        let error = #expect(throws: DataBlockError.self) { try narrow.train.oneBatch() }
        #expect(error?.description.contains("20x32") == true)
        maker.itemTransforms = [.resize(Resize(16))]
        let resized = try maker.forSegmentation(files, codes: ["ground", "thing"]) {
            $0.replacing(".png", with: "_P.png")
        }
        let other = #expect(throws: DataBlockError.self) { try resized.train.oneBatch() }
        #expect(other?.description.contains("another shape") == true)
        // Masks that are not there are pictures that cannot be read.
        let missing = try maker.forSegmentation(files, codes: ["ground", "thing"]) { $0 + ".none" }
        #expect(throws: DataBlockError.self) { try missing.train.oneBatch() }
    }
}

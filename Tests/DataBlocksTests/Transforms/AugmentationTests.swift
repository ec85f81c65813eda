@testable import DataBlocks
import Foundation
import Pictures
import Testing

/// What fastai makes of a picture when everything random is given.
struct AugmentedExample: Decodable {
    struct Draw: Decodable {
        let name: String
        let flip: Int?
        let dihedral: Int?
        let degrees: Double?
        let zoom: Double?
        let centre: [Double]?
        let warp: [Double]?
        let brightness: Double?
        let contrast: Double?

        var drawn: AugmentationDraw {
            var draw = AugmentationDraw()
            draw.isFlipped = flip == 1
            draw.dihedral = dihedral ?? 0
            draw.degrees = degrees ?? 0
            draw.zoom = zoom ?? 1
            if let centre { draw.zoomCentre = (centre[0], centre[1]) }
            if let warp { draw.warp = (warp[0], warp[1]) }
            draw.brightness = brightness ?? 0.5
            draw.contrast = contrast ?? 1
            return draw
        }
    }
    let draw: Draw
    let picture: String
    let size: Int
    let matrix: [Double]
    let values: [Float]
    let mask: [Int]?
}

@Suite struct AugmentationTests {
    @Test func affineMatricesAreFastais() throws {
        for example in try values("augmented.json", as: [AugmentedExample].self) {
            var draw = example.draw.drawn
            draw.warp = (0, 0)
            let size = try Picture.info(path: fixture(example.picture)).size
            for (ours, fastais) in zip(draw.projection(for: size).rows, example.matrix) {
                #expect(abs(ours - fastais) < 1e-6, "\(example.draw.name)")
            }
        }
    }

    @Test func picturesAreFastais() throws {
        for example in try values("augmented.json", as: [AugmentedExample].self) {
            let source = try Picture.info(path: fixture(example.picture)).size
            let size = example.size == 0 ? source : PictureSize(example.size)
            let transforms = PictureTransforms(
                augmentation: Augmentation(size: example.size == 0 ? nil : size), normalisation: .imagenet)
            var ours = [Float](repeating: .nan, count: size.pixels * 3)
            try ours.withUnsafeMutableBufferPointer { buffer in
                let target = try #require(buffer.baseAddress)
                try PicturePreparer(transforms).prepare(
                    .file(fixture(example.picture)), training: true, generator: ItemGenerator(seed: 0), size: size,
                    fixed: example.draw.drawn, into: target)
            }
            #expect(ours.count == example.values.count)
            let worst = zip(ours, example.values).map { abs($0 - $1) }.max() ?? .infinity
            #expect(worst < 0.002, "\(example.picture) \(example.draw.name)")
        }
    }

    @Test func masksFollowTheirPictures() throws {
        for example in try values("augmented.json", as: [AugmentedExample].self) {
            guard let fastais = example.mask else { continue }
            let size = try Picture.info(path: fixture("small_mask.png")).size
            var ours = [Int64](repeating: -1, count: size.pixels)
            try ours.withUnsafeMutableBufferPointer { buffer in
                let target = try #require(buffer.baseAddress)
                try PicturePreparer(PictureTransforms(augmentation: Augmentation())).prepareMask(
                    .file(fixture("small_mask.png")), training: true, generator: ItemGenerator(seed: 0), size: size,
                    fixed: example.draw.drawn, into: target)
            }
            // Where a place lies exactly between two pixels, the last bit decides.
            let different = zip(ours, fastais).filter { Int($0) != $1 }.count
            #expect(different <= 3, "\(example.draw.name)")
        }
    }

    @Test func drawsHaveTheirProbabilitiesAndLimits() {
        let standard = Augmentation.standard()
        let draws = (0..<4000).map { item in
            var generator = ItemGenerator(seed: 3, item: item)
            return standard.draw(for: PictureSize(224), using: &generator)
        }
        func share(_ isTrue: (AugmentationDraw) -> Bool) -> Double { Double(draws.filter(isTrue).count) / 4000 }
        #expect(abs(share(\.isFlipped) - 0.5) < 0.03)
        #expect(abs(share { $0.degrees != 0 } - 0.75) < 0.03)
        #expect(abs(share { $0.zoom != 1 } - 0.75) < 0.03)
        // x and y of a warp are drawn apart.
        #expect(abs(share { $0.warp.x != 0 && $0.warp.y != 0 } - 0.5625) < 0.03)
        #expect(abs(share { $0.brightness != 0.5 } - 0.75) < 0.03)
        #expect(draws.allSatisfy { abs($0.degrees) <= 10 && (1...1.1).contains($0.zoom) && abs($0.warp.x) <= 0.2 })
        #expect(draws.allSatisfy { (0.4...0.6).contains($0.brightness) && (0.8...1.25).contains($0.contrast) })
        #expect(draws.contains { $0.degrees > 9 } && draws.contains { $0.degrees < -9 })
        #expect(draws.contains { $0.contrast > 1.2 } && draws.contains { $0.contrast < 0.82 })
    }

    @Test func standardTransformsFollowTheirArguments() {
        let plain = Augmentation.standard(mult: 2, flipVertically: true, maxLighting: 0, size: PictureSize(128))
        #expect(plain.dihedral == 0.5 && plain.flip == 0)
        #expect(plain.rotation == .init(20, probability: 0.75) && plain.warp == .init(0.4, probability: 0.75))
        #expect(plain.brightness == nil && plain.contrast == nil && plain.size == PictureSize(128))
        #expect(Augmentation.standard(flip: false).flip == 0)
        #expect(Augmentation.standard(maxZoom: 1).zoom == nil)
        let both = Augmentation.standard().combined(with: Augmentation(size: PictureSize(64)))
        #expect(both.flip == 0.5 && both.size == PictureSize(64))
    }

    @Test func lightingIsTheFormulaInLogitSpace() throws {
        let light = Lighting(brightness: 0.58, contrast: 0.85)
        var table = LightingTable()
        table.fill(light)
        let worst = try table.values.withUnsafeBufferPointer { values in
            let values = try #require(values.baseAddress)
            return (0...1000).map {
                abs(Double(LightingTable.read(values, SIMD4(repeating: Float($0) / 1000)).y) - light(Double($0) / 1000))
            }
            .max() ?? 1
        }
        #expect(worst < 2e-4)
        #expect(Lighting().isNeutral && abs(Lighting()(0.3) - 0.3) < 1e-12)
    }

    @Test func aPartOfThePictureIsShownWhereScaleIsBelowOne() {
        var augmentation = Augmentation.standard(size: PictureSize(64), minScale: 0.5)
        augmentation.warp = nil
        var generator = ItemGenerator(seed: 1)
        let part = augmentation.draw(for: PictureSize(width: 200, height: 100), using: &generator).part
        #expect(part.map { $0.width == $0.height && $0.width * $0.height >= 0.49 * 20000 } ?? false)
        let middle = augmentation.neutralDraw(for: PictureSize(width: 200, height: 100)).part
        #expect(middle == PictureRectangle(x: 50, y: 0, width: 100, height: 100))
        let look = Projection.looking(
            at: PictureRectangle(x: 50, y: 0, width: 100, height: 100), of: PictureSize(width: 200, height: 100))
        // Left and right end of the part, from -1 to 1.
        #expect(abs(look.rows[2] - look.rows[0] - (50.0 / 199 * 2 - 1)) < 1e-12)
        #expect(abs(look.rows[2] + look.rows[0] - (149.0 / 199 * 2 - 1)) < 1e-12)
    }
}

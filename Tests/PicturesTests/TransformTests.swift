import Foundation
import Pictures
import Testing

@Suite struct TransformTests {
    @Test(arguments: [
        (Resampling.nearest, "nearest"), (.box, "box"), (.bilinear, "bilinear"), (.bicubic, "bicubic"),
        (.lanczos, "lanczos"),
    ])
    func resizesAsPIL(method: Resampling, name: String) throws {
        let picture = try Picture.decode(path: fixture("plain.png"))
        let small = try picture.resized(to: PictureSize(width: 17, height: 11), method: method)
        #expect(try #require(difference(small, expected("resize_\(name)_17x11.ppm"))) <= 1)
        let large = try picture.resized(to: PictureSize(width: 61, height: 44), method: method)
        #expect(try #require(difference(large, expected("resize_\(name)_61x44.ppm"))) <= 1)
        let part = PictureRectangle(x: 3.5, y: 2.25, width: 30.25, height: 24.75)
        let square = try picture.resized(to: PictureSize(16), method: method, part: part)
        #expect(try #require(difference(square, expected("resize_\(name)_box.ppm"))) <= 1)
    }

    @Test func transparentColoursDoNotBleed() throws {
        let picture = try Picture.decode(path: fixture("alpha.png"), colour: .stored)
        let small = try picture.resized(to: PictureSize(width: 17, height: 11))
        let pils = try Picture.decode(path: fixture("resize_alpha.png"), colour: .stored)
        #expect(try #require(difference(small, pils)) <= 1)
    }

    /// The loader's short cut gives what decoding, cropping and resizing give one after another.
    @Test(arguments: ["large.jpg", "turned_6.jpg", "plain.png", "cmyk.jpg"])
    func loadEqualsTheStepsItShortens(name: String) throws {
        let path = fixture(name)
        let whole = try Picture.decode(path: path)
        let part = PictureRectangle(x: 4, y: 2, width: Double(whole.width - 9), height: Double(whole.height - 3))
        let steps = try whole.resized(to: PictureSize(width: whole.width - 9, height: whole.height - 3), part: part)
        var pixels = [UInt8](repeating: 0, count: steps.pixels.count)
        let full = try pixels.withUnsafeMutableBufferPointer { buffer in
            try Picture.load(path: path, into: buffer, size: steps.size) { _ in PictureCrop(part) }
        }
        #expect(full == whole.size)
        #expect(pixels == steps.pixels)
        #expect(steps == (try whole.cropped(x: 4, y: 2, width: steps.width, height: steps.height)))
    }

    /// What PIL does on `crop` and `resize` one after another.
    @Test func aCutPartSeesNothingBeyondIt() throws {
        let whole = try Picture.decode(path: fixture("plain.png"))
        let part = PictureRectangle(x: 5, y: 3, width: 24, height: 18)
        let cut = try whole.cropped(x: 5, y: 3, width: 24, height: 18)
        let small = try cut.resized(to: PictureSize(width: 7, height: 5))
        var pixels = [UInt8](repeating: 0, count: small.pixels.count)
        try pixels.withUnsafeMutableBufferPointer { buffer in
            _ = try Picture.load(path: fixture("plain.png"), into: buffer, size: small.size) { _ in
                PictureCrop(part, isCut: true)
            }
        }
        #expect(pixels == small.pixels)
        #expect(pixels != (try whole.resized(to: small.size, part: part).pixels))
    }

    @Test func aRectangleOutsideIsAnError() throws {
        let picture = try Picture.decode(path: fixture("plain.png"))
        let part = PictureRectangle(x: 20, y: 0, width: 21, height: 5)
        let error = #expect(throws: PictureError.self) { try picture.resized(to: PictureSize(4), part: part) }
        #expect(error?.description.contains("does not lie within 40x30") == true)
        #expect(throws: PictureError.self) { try picture.cropped(x: 0, y: 0, width: 41, height: 1) }
        #expect(throws: PictureError.self) { try picture.resized(to: PictureSize(0)) }
    }

    /// Sizes that PIL's `thumbnail((64, 64))` gives.
    @Test(arguments: [((320, 240), (64, 48)), ((100, 301), (21, 64)), ((50, 40), (50, 40)), ((1000, 3), (64, 1))])
    func thumbnailsKeepProportions(from: (Int, Int), to: (Int, Int)) {
        let size = PictureSize(width: from.0, height: from.1).fitted(within: PictureSize(64))
        #expect(size == PictureSize(width: to.0, height: to.1))
    }

    @Test func paddingModes() throws {
        let row = Picture(width: 3, height: 1, channels: 1, pixels: [1, 2, 3])
        #expect(try row.padded(left: 2, right: 2).pixels == [0, 0, 1, 2, 3, 0, 0])
        #expect(try row.padded(left: 2, right: 2, mode: .border).pixels == [1, 1, 1, 2, 3, 3, 3])
        #expect(try row.padded(left: 3, right: 5, mode: .reflection).pixels == [2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2])
        #expect(try row.padded(top: 1, mode: .reflection).pixels == [1, 2, 3, 1, 2, 3])
    }

    @Test func flips() {
        let square = Picture(width: 2, height: 2, channels: 1, pixels: [1, 2, 3, 4])
        #expect(square.flippedHorizontally().pixels == [2, 1, 4, 3])
        #expect(square.flippedVertically().pixels == [3, 4, 1, 2])
    }
}

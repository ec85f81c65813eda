import Foundation
import Pictures
import Testing

@Suite struct DecodingTests {
    /// Lossless formats must equal PIL's convert('RGB'); JPEG and its kin may differ by the rounding of
    /// another library version.
    @Test(arguments: [
        ("plain.jpg", 2), ("progressive.jpg", 2), ("grey.jpg", 2), ("cmyk.jpg", 2), ("plain.png", 0),
        ("grey.png", 0), ("onebit.png", 0), ("palette.png", 0), ("transparent_palette.png", 0),
        ("alpha.png", 0), ("grey_alpha.png", 0), ("alpha.webp", 0), ("plain.webp", 2),
        ("animated.webp", 0), ("plain.gif", 0), ("interlaced.gif", 0), ("animated.gif", 0),
        ("plain.bmp", 0), ("palette.bmp", 0), ("onebit.bmp", 0),
    ])
    func equalsPIL(name: String, tolerance: Int) throws {
        let picture = try Picture.decode(path: fixture(name))
        let reference = try expected(name.replacingOccurrences(of: ".", with: "_") + ".ppm")
        let worst = try #require(difference(picture, reference))
        #expect(worst <= tolerance, "\(name) differs by \(worst)")
    }

    /// PIL makes 16-bit grey white; the upper half of each value is what the picture looks like.
    @Test func sixteenBitsBecomeEight() throws {
        let picture = try Picture.decode(path: fixture("sixteen.png"))
        #expect(difference(picture, try Picture.decode(path: fixture("grey.png"))) == 0)
    }

    /// Their colour planes have half the size, so edges differ much and areas little.
    @Test(arguments: [("plain.heic", PictureFormat.heic), ("plain.avif", .avif)])
    func heifIsDecoded(name: String, format: PictureFormat) throws {
        let picture = try Picture.decode(path: fixture(name))
        let original = try Picture.decode(path: fixture("plain.png"))
        #expect(picture.size == original.size)
        #expect(picture.origin?.format == format)
        let sum = zip(picture.pixels, original.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        #expect(Double(sum) / Double(picture.pixels.count) < 8)
    }

    @Test(arguments: 1...8) func exifTurnsPicturesUpright(orientation: Int) throws {
        let picture = try Picture.decode(path: fixture("turned_\(orientation).jpg"))
        #expect(picture.origin?.orientation.rawValue == orientation)
        #expect(try #require(difference(picture, expected("turned_\(orientation).ppm"))) <= 2)
        #expect(try Picture.info(path: fixture("turned_\(orientation).jpg")).size == PictureSize(width: 40, height: 30))
    }

    @Test(arguments: ["turned.png", "turned.webp"]) func exifInOtherFormats(name: String) throws {
        let picture = try Picture.decode(path: fixture(name))
        #expect(picture.origin?.orientation == .rotated270)
        #expect(difference(picture, try Picture.decode(path: fixture("plain.png"))) == 0)
    }

    @Test(arguments: [(159, 2), (160, 2), (161, 1), (80, 4), (40, 8), (1, 8), (400, 1)])
    func aJPEGIsScaledToWhatSuffices(width: Int, scale: Int) throws {
        let wanted = PictureSize(width: width, height: 1)
        let picture = try Picture.decode(path: fixture("large.jpg"), atLeast: wanted)
        #expect(picture.origin?.scale == scale)
        #expect(picture.size == PictureSize(width: 320 / scale, height: 240 / scale))
        #expect(picture.origin?.fullSize == PictureSize(width: 320, height: 240))
        if scale > 1 { #expect(try #require(difference(picture, expected("large_\(scale).ppm"))) <= 2) }
    }

    @Test func coloursAsAsked() throws {
        #expect(try Picture.decode(path: fixture("grey.png"), colour: .stored).channels == 1)
        #expect(try Picture.decode(path: fixture("grey.jpg"), colour: .stored).channels == 1)
        #expect(try Picture.decode(path: fixture("alpha.png"), colour: .stored).channels == 4)
        #expect(try Picture.decode(path: fixture("plain.jpg"), colour: .rgba)[3, 3].last == 255)
        #expect(try Picture.decode(path: fixture("transparent_palette.png"), colour: .rgba).pixels.contains(0))
        let grey = try Picture.decode(path: fixture("plain.png"), colour: .grey)
        let pilsGrey = try Picture.decode(path: fixture("grey.png"), colour: .grey)
        #expect(difference(grey, pilsGrey) == 0)
    }

    @Test func infoReadsTheHeaderOnly() throws {
        let info = try Picture.info(path: fixture("alpha.webp"))
        #expect(info.format == .webp && info.hasAlpha && !info.isAnimated)
        #expect(try Picture.info(path: fixture("animated.webp")).isAnimated)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture("plain.jpg"))))
        #expect(try Picture.info(bytes: Array(bytes.prefix(400 * 2))).size == PictureSize(width: 40, height: 30))
    }

    @Test func manyThreadsDecodeAtOnce() async throws {
        let path = fixture("large.jpg")
        let reference = try Picture.decode(path: path, atLeast: PictureSize(64)).resized(to: PictureSize(64))
        let all = try await withThrowingTaskGroup(of: Picture.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    var pixels = [UInt8](repeating: 0, count: 64 * 64 * 3)
                    try pixels.withUnsafeMutableBufferPointer { buffer in
                        _ = try Picture.load(path: path, into: buffer, size: PictureSize(64))
                    }
                    return Picture(width: 64, height: 64, pixels: pixels)
                }
            }
            return try await group.reduce(into: [Picture]()) { $0.append($1) }
        }
        #expect(all.count == 32 && all.allSatisfy { $0 == reference })
    }
}

import Foundation
import Pictures
import Testing

@Suite struct DamagedPictureTests {
    private func message(of path: String) -> String {
        do throws(PictureError) {
            let picture = try Picture.decode(path: path)
            return "decoded to \(picture.size)"
        } catch {
            return error.description
        }
    }

    @Test func eachKindOfBadFileSaysWhatItIs() throws {
        try inTemporaryFolder { folder in
            let table: [(String, [UInt8], String)] = [
                ("empty.jpg", [], "is empty"),
                ("notes.jpg", Array("These are my notes.\n".utf8), "is text, not a picture"),
                ("page.jpg", Array("<!DOCTYPE html><html>Not found".utf8), "is a web page"),
                ("noise.jpg", [1, 2, 3, 4, 5, 0, 7, 8], "begins with 01 02 03 04"),
                ("scan.jpg", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], "is a TIFF picture, which is not read here"),
                ("draw.jpg", Array("<svg xmlns='x'></svg>".utf8), "is an SVG drawing"),
                ("start.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "is cut off after 4 bytes"),
            ]
            for (name, bytes, words) in table {
                let path = folder + "/" + name
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                #expect(message(of: path).hasPrefix(path + " is "))
                #expect(message(of: path).contains(words), "\(message(of: path))")
            }
            #expect(message(of: folder).contains("is a folder"))
            #expect(message(of: folder + "/none.jpg").contains("does not exist"))
            #expect(message(of: "/dev/null").contains("not a plain file"))
        }
    }

    /// Whatever length a file is cut to, it is an error that says so, never a grey lower half.
    @Test(arguments: [
        "plain.jpg", "progressive.jpg", "plain.png", "plain.webp", "plain.gif", "plain.bmp", "plain.heic", "plain.avif",
    ])
    func cutOffFilesAreErrors(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture(name))))
        for length in stride(from: 1, to: bytes.count * 9 / 10, by: max(1, bytes.count / 60)) {
            #expect(throws: PictureError.self, "\(name) cut to \(length)") {
                try Picture.decode(bytes: Array(bytes.prefix(length)), named: name)
            }
        }
    }

    /// Damaged bytes may give a damaged picture or an error, but nothing worse.
    @Test(arguments: [
        "plain.jpg", "progressive.jpg", "cmyk.jpg", "palette.png", "animated.webp", "interlaced.gif", "palette.bmp",
        "plain.heic", "plain.avif", "turned_6.jpg",
    ])
    func damagedBytesNeverCrash(name: String) throws {
        let original = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture(name))))
        var random = SplitMix(state: 42)
        var (decoded, refused) = (0, 0)
        for _ in 0..<150 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let picture = try Picture.decode(bytes: bytes, named: name, limit: 1 << 22)
                #expect(picture.pixels.count == picture.width * picture.height * 3)
                decoded += 1
            } catch {
                #expect(error.description.hasPrefix(name))
                refused += 1
            }
        }
        #expect(decoded + refused == 150)
    }

    @Test func tooManyPixelsAreRefusedBeforeDecoding() throws {
        let large = fixture("large.jpg")
        let error = #expect(throws: PictureError.self) { try Picture.decode(path: large, limit: 10_000) }
        #expect(error?.fault == .tooLarge(size: PictureSize(width: 320, height: 240), limit: 10_000))
        #expect(try Picture.decode(path: large, atLeast: PictureSize(30), limit: 10_000).width == 40)
        // A bomb: a header that promises 60,000 x 60,000 pixels.
        var png = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture("plain.png"))))
        png.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
        let bomb = #expect(throws: PictureError.self) { try Picture.decode(bytes: png, named: "bomb.png") }
        #expect(bomb?.description.contains("limit of 178 million") == true)
    }
}

/// Vigna's SplitMix64: the same numbers on every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

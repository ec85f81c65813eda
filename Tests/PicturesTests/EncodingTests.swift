import Foundation
import Pictures
import Testing

@Suite struct EncodingTests {
    @Test(arguments: ["plain.png", "alpha.png", "grey.png"]) func losslessFormatsGiveBackEachPixel(name: String) throws
    {
        let picture = try Picture.decode(path: fixture(name), colour: .stored)
        let png = try Picture.decode(bytes: picture.encoded(as: .png()), colour: .stored)
        #expect(png == picture)
        let webp = try Picture.decode(bytes: picture.encoded(as: .webpLossless), colour: .rgb)
        // WebP may change the colour under full transparency.
        if picture.channels != 4 { #expect(webp == picture.rgb()) }
        #expect(webp.size == picture.size)
    }

    @Test func jpegQualityCounts() throws {
        let picture = try Picture.decode(path: fixture("plain.png"))
        let fine = try picture.encoded(as: .jpeg(quality: 95))
        let coarse = try picture.encoded(as: .jpeg(quality: 20))
        #expect(fine.count > coarse.count)
        #expect(try Picture.decode(bytes: fine).size == picture.size)
        #expect(try Picture.decode(bytes: picture.grey().encoded(as: .jpeg()), colour: .stored).channels == 1)
        #expect(try Picture.info(bytes: picture.encoded(as: .webp())).format == .webp)
    }

    @Test func filesAreWrittenWholeOrNotAtAll() throws {
        try inTemporaryFolder { folder in
            let picture = Picture(width: 3, height: 2, colour: [9, 8, 7])
            try picture.write(to: folder + "/a.png")
            #expect(try Picture.decode(path: folder + "/a.png") == picture)
            let unknown = #expect(throws: PictureError.self) { try picture.write(to: folder + "/a.xyz") }
            #expect(unknown?.description.contains("suffix") == true)
            let nowhere = #expect(throws: PictureError.self) { try picture.write(to: folder + "/none/a.png") }
            #expect(nowhere?.description.contains("cannot be written") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.png"])
        }
    }

    @Test func sizesThatAFormatCannotHoldAreErrors() {
        let wide = Picture(width: 70_000, height: 1, colour: [1])
        #expect(throws: PictureError.self) { try wide.encoded(as: .jpeg()) }
        #expect(throws: PictureError.self) { try wide.encoded(as: .webp()) }
    }
}

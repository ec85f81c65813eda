import DataBlocks
import Foundation
import Pictures
import Tensors
import Testing

@Suite struct FormatTests {
    /// Each kind of file that a folder of downloads may hold.
    @Test func picturesOfAllFormatsLoad() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../PicturesTests/Fixtures").standardized.path
        let names = [
            "alpha.png", "alpha.webp", "animated.gif", "animated.webp", "cmyk.jpg", "grey.jpg", "grey_alpha.png",
            "plain.avif", "plain.heic", "plain.bmp", "progressive.jpg", "sixteen.png", "transparent_palette.png",
            "turned_6.jpg", "turned.webp", "onebit.png",
        ]
        let loaders = try ImageDataLoaders(
            seed: 1, itemTransforms: [.resize(Resize(16, method: .squish))], options: LoadingOptions(batchSize: 4)
        ).fromNameFunction(names.map { folder + "/" + $0 }) { .int($0.count % 2) }
        for loader in [loaders.train, loaders.valid] {
            let epoch = try loader.epoch()
            while let batch = try epoch.next() {
                let input = try #require(batch.inputs.first)
                #expect(try input.min().item() >= 0 && input.max().item() <= 1)
            }
        }
        #expect(loaders.badPictures == [])
        // EXIF's rotation is applied: the turned picture is the upright one but for its coding.
        let upright = try loaders.predictionInput(.file(folder + "/turned_1.jpg"))
        let turned = try loaders.predictionInput(.file(folder + "/turned_6.jpg"))
        #expect(try upright.sub(.tensor(turned)).abs().mean().item() < 0.03)
    }

    /// The header alone tells: nothing of that size is ever allocated.
    @Test func aHugePictureIsBadAndNamed() throws {
        try inTemporaryFolder { folder in
            var files = try (0..<10).map { number in
                let path = "\(folder)/\(number).png"
                try writePicture(path)
                return path
            }
            var bytes = try Picture(width: 8, height: 8, colour: [1, 2, 3]).encoded(as: .png())
            // IHDR's width and height: 10,000 by 6,000.
            bytes.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x17, 0x70])
            try write(bytes, to: folder + "/huge.png")
            files.append(folder + "/huge.png")
            let loaders = try ImageDataLoaders(
                seed: 1, itemTransforms: [.resize(Resize(16))], options: LoadingOptions(batchSize: 2)
            ).fromNameFunction(files) { .bool(($0.utf8.first ?? 0) % 2 == 0) }
            for loader in [loaders.train, loaders.valid] {
                let epoch = try loader.epoch()
                while try epoch.next() != nil {}
            }
            #expect(loaders.badPictures.map { PathParts($0.file).name } == ["huge.png"])
            #expect(loaders.badPictures.first?.description.contains("60 million pixels") == true)
        }
    }
}

import DataBlocks
import Foundation
import Pictures
import Tensors
import Testing

private let photos = sharedFiles("cats-dogs")
private let frames = sharedFiles("camvid_100/images")

@Suite struct RealPictureTests {
    /// As in PETS, names that begin with a capital letter are cats'.
    @Test(.enabled(if: !photos.isEmpty, "../shared/data/cats-dogs is not there")) func catsAndDogs() throws {
        let loaders = try ImageDataLoaders(
            seed: 42, itemTransforms: [.resize(Resize(64))], augmentation: .standard(), normalisation: .imagenet,
            options: LoadingOptions(batchSize: 32)
        ).fromNameFunction(photos.filter { $0.hasSuffix(".jpg") }) { .bool($0.first?.isUppercase == true) }
        #expect((loaders.train.itemCount, loaders.valid.itemCount) == (320, 80))
        #expect(loaders.vocabulary?.names == ["False", "True"])
        let epoch = try loaders.valid.epoch()
        var cats = 0
        while let batch = try epoch.next() {
            let input = try #require(batch.inputs.first)
            #expect(input.shape == [batch.count, 3, 64, 64])
            // Photos are about as bright as ImageNet's, and none is of one colour.
            #expect(abs(try input.mean().item()) < 0.6)
            #expect(try input.std([1, 2, 3]).min().item() > 0.2)
            cats += try #require(batch.targets.first).sum().intItem()
        }
        let names = loaders.validSet.sources.map { PathParts($0.name).name }
        #expect(cats == names.filter { $0.hasPrefix("Cat") }.count)
        #expect(loaders.badPictures.isEmpty)
    }

    @Test(.enabled(if: !frames.isEmpty, "../shared/data/camvid_100 is not there")) func streets() throws {
        let folder = URL(fileURLWithPath: frames[0]).deletingLastPathComponent().deletingLastPathComponent().path
        let codes = try String(contentsOfFile: folder + "/codes.txt", encoding: .utf8)
            .split(whereSeparator: \.isNewline).map(String.init)
        let loaders = try ImageDataLoaders(
            seed: 42, augmentation: .standard(size: PictureSize(width: 96, height: 72)), normalisation: .imagenet,
            options: LoadingOptions(batchSize: 8)
        ).forSegmentation(frames, codes: codes) { path in
            "\(folder)/labels/\(PathParts(path).name.dropLast(4))_P.png"
        }
        let batch = try loaders.train.oneBatch()
        #expect(try #require(batch.inputs.first).shape == [8, 3, 72, 96])
        let masks = try #require(batch.targets.first)
        #expect(masks.shape == [8, 72, 96])
        // A street has many kinds of things.
        #expect(Set(try masks.array(of: Int.self)).count > 5)
        #expect(try masks.max().intItem() < codes.count && loaders.outputs == codes.count)
    }
}

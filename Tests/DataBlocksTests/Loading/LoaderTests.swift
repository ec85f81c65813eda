import DataBlocks
import Display
import Foundation
import Pictures
import Synchronization
import Tensors
import Testing

/// Twenty pictures of their own colours, the first half of class a.
private func makePictures(_ folder: String, count: Int = 20) throws -> [String] {
    try (0..<count).map { number in
        let path = "\(folder)/\(number < count / 2 ? "a" : "b")_\(number + 100).png"
        let row = (0..<24).map { UInt8(($0 * 5 + number * 9) % 256) }
        let pixels = (0..<20).flatMap { y in row.flatMap { [$0, UInt8(y * 10), UInt8(number * 6)] } }
        try write([], to: path)
        try Picture(width: 24, height: 20, pixels: pixels).write(to: path)
        return path
    }
}

private func firstLetter(_ name: String) -> Label { .text(String(name.prefix(1))) }

private func loaders(
    _ files: [String], batchSize: Int = 4, workers: Int = 2, augmentation: Augmentation? = .standard(),
    report: @escaping (DisplayEvent) -> Void = { _ in }
) throws -> PictureLoaders {
    try ImageDataLoaders(
        seed: 42, itemTransforms: [.resize(Resize(16))], augmentation: augmentation,
        options: LoadingOptions(batchSize: batchSize, workers: workers, report: report)
    ).fromNameFunction(files, label: firstLetter)
}

private func batches(_ epoch: any BatchIterator) throws -> [Batch] {
    var result = [Batch]()
    while let batch = try epoch.next() { result.append(batch) }
    return result
}

private func values(_ batch: Batch) throws -> [Float] { try #require(batch.inputs.first).array() }

@Suite struct LoaderTests {
    @Test func batchesHaveTheirShapesAndLabels() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(makePictures(folder))
            #expect(loaders.vocabulary?.names == ["a", "b"] && loaders.outputs == 2 && loaders.target == .category)
            #expect((loaders.train.itemCount, loaders.train.batchCount, loaders.valid.batchCount) == (16, 4, 1))
            let batch = try loaders.train.oneBatch()
            let input = try #require(batch.inputs.first)
            #expect(input.shape == [4, 3, 16, 16] && input.dtype == .float32)
            // Channels vary fastest.
            #expect(input.strides == [16 * 16 * 3, 1, 16 * 3, 3])
            let labels = try #require(batch.targets.first).array(of: Int.self)
            for (position, label) in zip(batch.positions, labels) {
                guard case .file(let path) = loaders.trainSet.sources[position] else { continue }
                #expect(PathParts(path).name.hasPrefix(label == 0 ? "a" : "b"))
            }
        }
    }

    @Test func validationGoesThroughAllInOrderUnchanged() throws {
        try inTemporaryFolder { folder in
            let files = try makePictures(folder)
            let loaders = try loaders(files, batchSize: 3)
            let all = try batches(loaders.valid.epoch())
            #expect(all.map(\.count) == [3, 1])
            #expect(all.flatMap(\.positions) == [0, 1, 2, 3])
            #expect(loaders.split.valid.count == 4)
            let alone = try loaders.predictionInput(.file(files[loaders.split.valid[0]])).array(of: Float.self)
            #expect(try values(all[0]).prefix(16 * 16 * 3) == alone[...])
        }
    }

    @Test func trainingShufflesAnewAndLeavesOutTheRest() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(makePictures(folder), batchSize: 5)
            let first = try batches(loaders.train.epoch())
            #expect(first.map(\.count) == [5, 5, 5])
            #expect(Set(first.flatMap(\.positions)).count == 15)
            // Other tests may seed the engine's generator in between.
            let orders = try (0..<6).map { _ in try batches(loaders.train.epoch()).flatMap(\.positions) }
            #expect(Set(orders).count > 1)
        }
    }

    /// The same seed gives the same numbers on any number of threads, in any order of events.
    @Test func threadsDoNotMatter() throws {
        try inTemporaryFolder { folder in
            let files = try makePictures(folder)
            var passes = [[[Float]]]()
            for workers in [0, 1, 2, 7] {
                let loaders = try loaders(files, workers: workers)
                let loader = try #require(loaders.train as? PictureLoader)
                passes.append(try batches(loader.epoch(seed: 5)).map(values))
            }
            #expect(passes[0].count == 4)
            #expect(passes.allSatisfy { $0 == passes[0] })
            let loader = try #require(loaders(files).train as? PictureLoader)
            #expect(try batches(loader.epoch(seed: 6)).map(values) != passes[0])
        }
    }

    @Test func theEnginesSeedRulesAPass() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(makePictures(folder))
            // Other tests may draw from the engine's generator in between, but hardly each time.
            let passes = try (0..<5).map { _ in
                try RandomNumbers.seed(1)
                return try batches(loaders.train.epoch()).map(values)
            }
            #expect((1..<5).contains { passes[$0] == passes[$0 - 1] })
        }
    }

    @Test func aPassCanBeLeftAndBegunAgain() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(makePictures(folder))
            for _ in 0..<20 { _ = try loaders.train.epoch().next() }
            #expect(try batches(loaders.train.epoch()).count == 4)
        }
    }

    @Test func aStopThatWasAskedForComesAtOnce() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(makePictures(folder))
            let isAsked = Mutex(false)
            loaders.settings.checkInterruption = { if isAsked.withLock({ $0 }) { throw TensorError.interrupted } }
            let epoch = try loaders.train.epoch()
            _ = try epoch.next()
            isAsked.withLock { $0 = true }
            #expect(throws: TensorError.interrupted) { try batches(epoch) }
            isAsked.withLock { $0 = false }
            #expect(try batches(loaders.train.epoch()).count == 4)
        }
    }

    @Test func tooFewItemsForABatchAreAnErrorWithAdvice() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(makePictures(folder), batchSize: 64)
            #expect(message { try loaders.train.epoch() }.contains("16 items do not fill one batch of 64"))
            #expect(message { try loaders.train.oneBatch() }.contains("such as bs=4"))
            #expect(try batches(loaders.valid.epoch()).count == 1)
        }
    }

    @Test func picturesWithoutATransformKeepTheirSize() throws {
        try inTemporaryFolder { folder in
            let files = try makePictures(folder)
            func made(_ files: [String]) throws -> PictureLoaders {
                try ImageDataLoaders(seed: 42, options: LoadingOptions(batchSize: 4, workers: 1))
                    .fromNameFunction(files, label: firstLetter)
            }
            #expect(try #require(try made(files).train.oneBatch().inputs.first).shape == [4, 3, 20, 24])
            try writePicture(folder + "/a_1.png", width: 9, height: 9)
            try writePicture(folder + "/b_2.png", width: 9, height: 9)
            let mixed = try made(files + [folder + "/a_1.png", folder + "/b_2.png"])
            let words = message {
                _ = try batches(mixed.train.epoch())
                _ = try batches(mixed.valid.epoch())
            }
            #expect(words.contains("pictures of different sizes make no batch. Add item_tfms=Resize(224)"))
        }
    }

    @Test func augmentationChangesTheSizeInValidationToo() throws {
        try inTemporaryFolder { folder in
            let loaders = try loaders(
                makePictures(folder), augmentation: .standard(size: PictureSize(12), minScale: 0.7))
            #expect(try #require(loaders.train.oneBatch().inputs.first).shape == [4, 3, 12, 12])
            #expect(try #require(loaders.valid.oneBatch().inputs.first).shape == [4, 3, 12, 12])
        }
    }

    @Test func otherPicturesAreLoadedAsInValidation() throws {
        try inTemporaryFolder { folder in
            let files = try makePictures(folder)
            let loaders = try loaders(files)
            let test = try loaders.testLoader(files.prefix(6).map(PictureSource.file), labels: nil)
            let unlabelled = try batches(test.epoch())
            #expect(unlabelled.map(\.count) == [4, 2] && unlabelled[0].targets.isEmpty)
            let sources = [PictureSource.file(files[19]), .picture(try Picture.decode(path: files[0]))]
            let labelled = try loaders.testLoader(sources, labels: [.text("b"), .text("a")])
            #expect(try #require(labelled.oneBatch().targets.first).array(of: Int.self) == [1, 0])
            #expect(message { try loaders.testLoader(sources, labels: [.text("b"), .text("c")]) }.contains("'c'"))
        }
    }

    @Test func greyPicturesHaveOneChannel() throws {
        try inTemporaryFolder { folder in
            let loaders = try ImageDataLoaders(
                seed: 1, itemTransforms: [.resize(Resize(16))], augmentation: .standard(), normalisation: .mnist,
                channels: 1, options: LoadingOptions(batchSize: 4)
            ).fromNameFunction(makePictures(folder), label: firstLetter)
            #expect(try #require(loaders.train.oneBatch().inputs.first).shape == [4, 1, 16, 16])
            #expect(try loaders.showBatch().items.count == 4)
        }
    }

    @Test func aBatchIsShownAsItWas() throws {
        try inTemporaryFolder { folder in
            let files = try makePictures(folder)
            let loaders = try loaders(files, augmentation: nil)
            loaders.normaliseIfNeeded(.imagenet)
            loaders.normaliseIfNeeded(.inception)
            #expect(loaders.transforms.normalisation == .imagenet)
            let sheet = try loaders.showBatch(maximum: 3, training: false)
            #expect(sheet.items.count == 3 && sheet.columns == 3)
            for (item, place) in zip(sheet.items, loaders.split.valid) {
                #expect(item.caption == String(PathParts(files[place]).name.prefix(1)))
                let whole = try Picture.decode(path: files[place])
                let middle = try whole.cropped(x: 2, y: 0, width: 20, height: 20).resized(to: PictureSize(16))
                let shown = Picture(width: item.width, height: item.height, channels: 4, pixels: item.pixels)
                #expect(try #require(difference(shown.rgb(), middle)) <= 1)
            }
            #expect(Set(try self.versions(files)).count > 3)
        }
    }

    /// One picture in several random versions.
    private func versions(_ files: [String]) throws -> [[UInt8]] {
        let items = try loaders(files).showBatch(maximum: 6, unique: true).items
        #expect(Set(items.map(\.caption)).count == 1 && items.count == 6)
        return items.map(\.pixels)
    }
}

@Suite struct BadPictureTests {
    private let kinds: [(name: String, bytes: [UInt8], words: String)] = [
        ("a_1.jpg", [], "is empty"), ("a_2.jpg", Array("notes about cats\n".utf8), "is text"),
        ("b_3.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70], "cut off"),
        ("b_4.jpg", [9, 8, 7, 6, 5, 0, 3], "begins with"),
    ]

    @Test func badOnesAreNamedReplacedAndLeftOut() throws {
        try inTemporaryFolder { folder in
            var files = try makePictures(folder, count: 40)
            for kind in kinds {
                try write(kind.bytes, to: "\(folder)/\(kind.name)")
                files.append("\(folder)/\(kind.name)")
            }
            files.append(folder + "/b_5_missing.jpg")
            var said = [DisplayEvent]()
            let loaders = try loaders(files, batchSize: 8) { said.append($0) }
            let promised = loaders.train.batchCount
            let first = try batches(loaders.train.epoch())
            #expect(first.count == promised && first.allSatisfy { $0.count > 1 })
            _ = try batches(loaders.valid.epoch())
            #expect(loaders.badPictures.count == 5)
            for kind in kinds {
                let error = loaders.badPictures.first { $0.file.hasSuffix(kind.name) }
                #expect(error?.description.contains(kind.words) == true, "\(kind.name)")
            }
            #expect(loaders.badPictures.contains { $0.fault == .missing })
            let words = said.map { if case .message(let text) = $0 { text } else { "" } }.joined()
            #expect(words.contains("left out from now on") && words.contains("a_1.jpg is empty"))
            // Never tried again, never told again.
            let count = said.count
            let second = try batches(loaders.train.epoch())
            let seen = second.flatMap(\.positions).map { loaders.trainSet.sources[$0].name }
            #expect(seen.allSatisfy { name in !loaders.badPictures.contains { $0.file == name } })
            #expect(said.count == count && loaders.train.itemCount + loaders.valid.itemCount == 40)
        }
    }

    @Test func threadsDoNotMatterForWhatReplacesThem() throws {
        try inTemporaryFolder { folder in
            var files = try makePictures(folder, count: 30)
            for kind in kinds {
                try write(kind.bytes, to: "\(folder)/\(kind.name)")
                files.append("\(folder)/\(kind.name)")
            }
            let passes = try [0, 3].map { workers in
                let loader = try #require(loaders(files, batchSize: 6, workers: workers).train as? PictureLoader)
                return try batches(loader.epoch(seed: 8)).map(values)
            }
            #expect(passes[0] == passes[1])
        }
    }

    @Test func nothingButBadOnesIsAnError() throws {
        try inTemporaryFolder { folder in
            let files = try (0..<10).map { number in
                let path = "\(folder)/\(number % 2 == 0 ? "a" : "b")_\(number).jpg"
                try write([], to: path)
                return path
            }
            let loaders = try loaders(files, batchSize: 2)
            #expect(message { try batches(loaders.train.epoch()) }.contains("none of the 8 pictures could be read"))
            #expect(message { try batches(loaders.train.epoch()) }.contains("none of the 8 pictures could be read"))
            let unsized = try ImageDataLoaders(seed: 1).fromNameFunction(files, label: firstLetter)
            #expect(message { try batches(unsized.valid.epoch()) }.contains("none of the 2 pictures could be read"))
        }
    }

    @Test func aTruncatedPhotoIsBad() throws {
        try inTemporaryFolder { folder in
            var files = try makePictures(folder)
            let whole = try Picture(width: 64, height: 64, colour: [1, 2, 3]).encoded(as: .jpeg())
            try write(whole.dropLast(whole.count / 3), to: folder + "/a_cut.jpg")
            files.append(folder + "/a_cut.jpg")
            let loaders = try loaders(files)
            _ = try batches(loaders.train.epoch())
            _ = try batches(loaders.valid.epoch())
            #expect(loaders.badPictures.map { PathParts($0.file).name } == ["a_cut.jpg"])
        }
    }
}

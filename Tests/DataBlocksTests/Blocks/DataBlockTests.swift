import DataBlocks
import Foundation
import Pictures
import Tensors
import Testing

/// Pictures in folders `train` and `valid` of classes cat and dog.
private func makeFolders(_ folder: String) throws {
    for (set, count) in [("train", 6), ("valid", 2)] {
        for (animal, colour) in [("cat", [UInt8](arrayLiteral: 250, 0, 0)), ("dog", [0, 0, 250])] {
            for number in 0..<count { try writePicture("\(folder)/\(set)/\(animal)/\(number).png", colour) }
        }
    }
}

private func small(_ batchSize: Int = 4, seed: Int? = 1) -> ImageDataLoaders {
    ImageDataLoaders(
        seed: seed, itemTransforms: [.resize(Resize(16))], options: LoadingOptions(batchSize: batchSize, workers: 1))
}

@Suite struct ImageDataLoadersTests {
    @Test func fromFolders() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            let loaders = try small().fromFolder(folder)
            #expect((loaders.train.itemCount, loaders.valid.itemCount) == (12, 4))
            #expect(loaders.vocabulary?.names == ["cat", "dog"])
            let batch = try loaders.valid.oneBatch()
            // The cats are red.
            let reds = try #require(batch.inputs.first).select(1, 0).mean([1, 2]).array(of: Float.self)
            #expect(reds.map { $0 > 0.5 ? 0 : 1 } == (try #require(batch.targets.first).array(of: Int.self)))
            let random = try small().fromFolder(folder, isSplit: false)
            #expect((random.train.itemCount, random.valid.itemCount) == (13, 3))
            let words = message { try small().fromFolder(folder, train: "training", valid: "test") }
            #expect(words.contains("training") && words.contains("valid_pct"))
        }
    }

    @Test func fromNamesAndPaths() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            let files = try imageFiles(in: folder)
            #expect(try small().fromPathPattern(files, "/(cat|dog)/").vocabulary?.names == ["cat", "dog"])
            #expect(try small().fromNamePattern(files, "^(\\d)").vocabulary?.count == 6)
            let isCat = try small().fromPathFunction(files) { .bool($0.contains("cat")) }
            #expect(isCat.vocabulary?.labels == [.bool(false), .bool(true)])
            let lists = try small().fromLists(
                files.map(PictureSource.file), labels: files.indices.map { .number(Double($0) / 2) })
            #expect(lists.target == .regression(outputs: 1) && lists.outputs == 1)
            #expect(message { try small().fromLists([], labels: [.int(1)]) } == "there are 0 pictures and 1 labels")
        }
    }

    @Test func tablesNamePicturesAndLabels() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            let csv = """
                fname,labels,is_valid,size
                cat/0,red furry,True,1
                dog/0,blue,False,2
                cat/1,red,False,3
                dog/1,blue furry,True,4
                cat/2,,False,5
                cat/3,furry red,False,6
                """
            try write(csv.utf8, to: folder + "/labels.csv")
            var columns = ImageDataLoaders.TableColumns(
                folder: "train", suffix: ".png", labels: ["labels"], labelDelimiter: " ", valid: "is_valid")
            let several = try small(2).fromCSV(folder, columns: columns)
            #expect(several.target == .multiCategory && several.vocabulary?.names == ["blue", "furry", "red"])
            #expect(several.split == Split(train: [1, 2, 4, 5], valid: [0, 3]))
            let batch = try several.valid.oneBatch()
            #expect(try #require(batch.targets.first).array(of: Float.self) == [0, 1, 1, 1, 1, 0])
            #expect(try several.captions(of: batch.targets, count: 2) == ["furry;red", "blue;furry"])
            columns.labels = [3]
            columns.labelDelimiter = nil
            let sizes = try small(2).fromCSV(folder, columns: columns, target: .regression())
            #expect(try #require(sizes.valid.oneBatch().targets.first).array(of: Float.self) == [1, 4])
            columns.labels = ["label"]
            #expect(message { try small().fromCSV(folder, columns: columns) }.contains("there is no column 'label'"))
            #expect(message { try small().fromCSV(folder, file: "none.csv") }.contains("there is no such file"))
        }
    }

    @Test func mistakesAreNamedWithAdvice() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            let files = try imageFiles(in: folder)
            let paths = files.map(Label.text)
            let sources = files.map(PictureSource.file)
            var all = small()
            all.validPercent = 1
            let everything = all
            let table: [(words: String, mistake: () throws -> PictureLoaders)] = [
                ("there are no items in", { try small().fromNameFunction([]) { .text($0) } }),
                ("at least two classes", { try small().fromNameFunction(files) { _ in .text("cat") } }),
                ("not included in the training set", { try small(seed: 42).fromPathFunction(files) { .text($0) } }),
                (
                    "'cat/0.png'",
                    {
                        try small().fromLists(
                            sources, labels: paths, target: .category(vocabulary: [.text("cat/0.png")]))
                    }
                ),
                ("is text, not a number", { try small().fromLists(sources, labels: paths, target: .regression()) }),
                ("leaves none for training", { try everything.fromPathFunction(files, label: parentLabel) }),
            ]
            for (words, mistake) in table {
                let said = message(of: mistake)
                #expect(said.contains(words), "\(said)")
            }
        }
    }

    @Test func whatALabelFunctionThrowsArrivesUnchanged() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            struct Mine: Error {}
            let files = try imageFiles(in: folder)
            #expect(throws: Mine.self) { try small().fromNameFunction(files) { _ in throw Mine() } }
        }
    }
}

@Suite struct DataBlockTests {
    @Test func functionsRunOnceForEachItem() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            var calls = (items: 0, x: 0, y: 0)
            let block = DataBlock<String, Int>(
                getItems: { _ in
                    calls.items += 1
                    return Array(0..<12)
                },
                getX: { number in
                    calls.x += 1
                    return .file("\(folder)/train/\(number < 6 ? "cat" : "dog")/\(number % 6).png")
                },
                getY: { number in
                    calls.y += 1
                    return .numbers([Double(number), 1])
                },
                splitter: .index([0, 11]), target: .regression(), itemTransforms: [.resize(Resize(16))])
            let loaders = try block.loaders(from: folder, LoadingOptions(batchSize: 5))
            for _ in 0..<2 {
                let epoch = try loaders.train.epoch()
                while let batch = try epoch.next() {
                    let numbers = try #require(batch.targets.first)
                    #expect(numbers.shape == [5, 2])
                    #expect(try numbers.select(1, 0).array(of: Int.self) == batch.positions.map { $0 + 1 })
                }
            }
            #expect(calls == (1, 12, 12))
        }
    }

    @Test func encodedClassesAreTakenAsTheyAre() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            let files = try imageFiles(in: folder + "/train")
            let loaders = try small(2, seed: 3).fromLists(
                files.map(PictureSource.file), labels: files.map { .numbers($0.contains("cat") ? [1, 0] : [1, 1]) },
                target: .encodedMultiCategory(vocabulary: [.text("animal"), .text("dog")]))
            let batch = try loaders.train.oneBatch()
            let captions = try loaders.captions(of: batch.targets, count: 2)
            for (position, caption) in zip(batch.positions, captions) {
                #expect(caption == (loaders.trainSet.sources[position].name.contains("cat") ? "animal" : "animal;dog"))
            }
        }
    }

    @Test func aSummaryGoesStepByStep() throws {
        try inTemporaryFolder { folder in
            try makeFolders(folder)
            let block = DataBlock<String, String>(
                getItems: { try imageFiles(in: $0) }, getX: { .file($0) }, getY: parentLabel,
                splitter: .grandparent(), itemTransforms: [.resize(Resize(16))], augmentation: .standard())
            var lines = [String]()
            try block.summary(of: folder) { lines.append($0) }
            let text = lines.joined(separator: "\n")
            for part in [
                "Found 16 items", "2 datasets of sizes 12,4", "a picture of 24x20", "get_y gives\n    cat",
                "2 classes\n    cat, dog", "applying Resize gives\n    a picture of 16x16",
                "applying Flip, Warp, Rotate, Zoom, Brightness, Contrast", "inputs: float32 of size 4x3x16x16",
                "targets: int64 of size 4",
            ] { #expect(text.contains(part), "\(part)") }
        }
    }
}

@Suite struct SegmentationTests {
    private func made(_ folder: String, codes: [String]) throws -> PictureLoaders {
        for number in 0..<8 {
            let pixels = (0..<20 * 24).flatMap { place in place % 24 < 12 ? [250, 0, 0] : [0, 0, 250] as [UInt8] }
            let mask = (0..<20 * 24).map { place in UInt8(place % 24 < 12 ? 0 : 1) }
            try write([], to: "\(folder)/\(number).png")
            try Picture(width: 24, height: 20, pixels: pixels).write(to: "\(folder)/\(number).png")
            try write([], to: "\(folder)/masks/\(number)_P.png")
            try Picture(width: 24, height: 20, channels: 1, pixels: mask).write(to: "\(folder)/masks/\(number)_P.png")
        }
        return try ImageDataLoaders(
            seed: 1, itemTransforms: [.resize(Resize(16))], augmentation: .standard(maxLighting: 0),
            options: LoadingOptions(batchSize: 3, workers: 2)
        ).forSegmentation(try imageFiles(in: folder, recurse: false), codes: codes) { path in
            "\(folder)/masks/\(PathParts(path).name.dropLast(4))_P.png"
        }
    }

    @Test func masksStayOnTheirPictures() throws {
        try inTemporaryFolder { folder in
            let loaders = try made(folder, codes: ["red", "blue"])
            #expect(loaders.target == .mask && loaders.outputs == 2)
            let batch = try loaders.train.oneBatch()
            let masks = try #require(batch.targets.first)
            #expect(masks.shape == [3, 16, 16] && masks.dtype == .int64)
            let blue = try #require(batch.inputs.first).select(1, 2).array(of: Float.self)
            let labels = try masks.array(of: Int.self)
            // Only on the border between the halves may rounding tell otherwise.
            let wrong = zip(blue, labels).filter { ($0 > 0.49) != ($1 == 1) }.count
            #expect(wrong < labels.count / 30 && Set(labels) == [0, 1])
            #expect(try loaders.showBatch(maximum: 2).items.count == 2)
        }
    }

    @Test func aMaskWithOtherValuesIsNamed() throws {
        try inTemporaryFolder { folder in
            let loaders = try made(folder, codes: ["red"])
            let words = message { try loaders.train.oneBatch() }
            #expect(words.contains("_P.png has the value 1, and there are 1 classes"))
        }
    }
}

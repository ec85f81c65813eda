import DataBlocks
import Foundation
import Tensors
import Testing

@testable import TextLearning

@Suite(.serialized)
struct TextLoaderTests {
    @Test func padsAsFastai() throws {
        let facts = try TextFacts.read().padding
        let texts = [11, 9, 4, 1].map { Array(2..<2 + $0) }
        let padded: [Int] = try SortedTextLoader.padded(texts, chunk: 4).array()
        #expect(padded == facts.flatMap { $0 })
    }

    @Test func streamsAsFastai() throws {
        let facts = try TextFacts.read().stream
        let loader = try LanguageModelLoader(facts.texts, batchSize: 3, length: 5)
        #expect(loader.batchCount == facts.batches.count)
        let pass = try loader.epoch()
        for batch in facts.batches {
            let ours = try #require(try pass.next())
            #expect(try ours.inputs[0].array(of: Int.self) == batch[0].flatMap { $0 })
            #expect(try ours.targets[0].array(of: Int.self) == batch[1].flatMap { $0 })
        }
        #expect(try pass.next() == nil)
    }

    @Test func aShortStreamSaysWhatToDo() {
        #expect(throws: TextError.tooShort(words: 5, batchSize: 64)) {
            try LanguageModelLoader([[1, 2, 3, 4, 5]], batchSize: 64)
        }
    }

    @Test func trainingSortsWithinStretchesAndSeesEachTextOnce() throws {
        try RandomNumbers.seed(7)
        let lengths = (0..<700).map { ($0 * 37) % 101 + 1 }
        let set = TextSet(lengths.map { Array(repeating: 5, count: $0) }, targets: .categories(Array(0..<700)))
        let loader = SortedTextLoader(set, batchSize: 8, isShuffled: true, dropsLast: true)
        let order = loader.order(seed: 3)
        #expect(order.sorted() == Array(0..<700))
        #expect(lengths[order[0]] == 101)
        #expect(order != loader.order(seed: 4))
        // Within a batch lengths fall.
        for start in stride(from: 0, to: 696, by: 8) {
            let batch = order[start..<start + 8].map { lengths[$0] }
            #expect(batch == batch.sorted(by: >))
        }
        let pass = try loader.epoch()
        var seen = 0
        while let batch = try pass.next() {
            #expect(try batch.targets[0].array(of: Int.self) == batch.positions)
            seen += batch.count
        }
        #expect(seen == 696)
    }

    @Test func validationComesLongestFirstAndPredictionsInOrder() throws {
        let set = TextSet([[2], [2, 3, 4], [2, 3]], targets: .categories([0, 1, 0]))
        #expect(try SortedTextLoader(set, batchSize: 2).epoch().next()?.positions == [1, 2])
        #expect(try SortedTextLoader(set, batchSize: 2, isSorted: false).epoch().next()?.positions == [1, 0])
    }

    @Test func foldersAreReadAsImdbIs() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ path: String, _ text: String) throws {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        for number in 0..<4 {
            try write("train/pos/\(number).txt", "a good film")
            try write("train/neg/\(number).txt", "a bad film")
            try write("test/pos/\(number).txt", "good good")
            try write("unsup/\(number).txt", "unlabelled words")
        }
        try write("README", "not a text")
        var maker = TextDataLoaders()
        maker.options.batchSize = 4
        let loaders = try maker.fromFolder(folder.path, valid: "test")
        #expect(loaders.trainSet.count == 8)
        #expect(loaders.validSet.count == 4)
        #expect(loaders.vocabulary?.names == ["neg", "pos"])
        // The words of texts without labels are counted, too.
        #expect(loaders.words.contains("unlabelled"))
        let table = try loaders.showBatch(maximum: 2)
        #expect(table.columns == ["", "text", "category"])
        #expect(table.rows.count == 2)
        #expect(throws: TextError.self) { try maker.fromFolder(folder.path, train: "nothing", valid: "here") }
        maker.isLanguageModel = true
        maker.validPercent = 0.25
        maker.chunk = 3
        maker.options.batchSize = 2
        let stream = try maker.fromFolder(folder.path, isSplit: false)
        #expect(stream.trainSet.count == 12)
        #expect(try stream.train.oneBatch().inputs[0].shape == [2, 3])
    }
}

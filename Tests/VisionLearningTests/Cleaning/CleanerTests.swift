import DataBlocks
import Foundation
import Pictures
import Testing
import Training

@testable import VisionLearning

@Suite(.serialized) struct CleanerTests {
    /// A folder with red and blue pictures in folders of these names, three of them in the wrong one.
    private func folder() throws -> String {
        let root = FileManager.default.temporaryDirectory.path + "/cleaner-\(UUID().uuidString)"
        for index in 0..<20 {
            let name = index < 3 ? "blue" : index % 2 == 0 ? "red" : "blue"
            let directory = "\(root)/pictures/\(name)"
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try Colours.picture(index).write(to: "\(directory)/\(index).png")
        }
        return root
    }

    private func cleaner(_ root: String) throws -> PictureCleaner {
        var options = LoadingOptions()
        (options.batchSize, options.workers, options.path) = (4, 1, root)
        let blocks = ImageDataLoaders(seed: 3, itemTransforms: [.resize(Resize(32))], options: options)
        let data = try blocks.fromFolder(root + "/pictures", train: "train", valid: "valid", isSplit: false)
        return try PictureCleaner(Colours.learner(data, nil, .resnet18))
    }

    private func files(_ folder: String) -> Set<String> {
        Set(
            (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter {
                $0.hasSuffix(".png")
            })
    }

    @Test func decisionsMovePicturesAndUndoMovesThemBack() throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cleaner = try cleaner(root)
        #expect(cleaner.classes == ["blue", "red"])
        let place = PictureCleaner.Place("blue", isTraining: true)
        let items = cleaner.items(place)
        #expect(items.count > 3)
        #expect(zip(items, items.dropFirst()).allSatisfy { $0.loss >= $1.loss })
        let before = files(root)

        try cleaner.decide(place, 0, .delete)
        try cleaner.decide(place, 1, .relabel("red"))
        try cleaner.decide(place, 2, .delete)
        try cleaner.decide(place, 1, .delete)
        #expect(cleaner.deleted(place) == [0, 1, 2])
        #expect(cleaner.takeBack())
        #expect(cleaner.deleted(place) == [0, 2])
        #expect(cleaner.changed(place).map(\.name) == ["red"])
        #expect(files(root) == before)

        let moves = try cleaner.apply(trash: root + "/trash")
        #expect(moves.count == 3)
        guard case .file(let deleted) = items[0].source, case .file(let changed) = items[1].source else {
            Issue.record("the pictures are no files")
            return
        }
        let (gone, moved) = (PathParts(deleted).name, PathParts(changed).name)
        #expect(files(root).contains("trash/blue/" + gone))
        #expect(files(root).contains("pictures/red/" + moved))
        #expect(files(root).count == before.count)
        #expect(cleaner.decisionCount == 0)

        #expect(try cleaner.undo().count == 3)
        #expect(files(root) == before)
        #expect(try cleaner.undo().isEmpty)
    }

    @Test func nothingIsWrittenOver() throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cleaner = try cleaner(root)
        let place = PictureCleaner.Place("blue", isTraining: true)
        guard case .file(let file) = cleaner.items(place)[0].source else { return }
        let name = PathParts(file).name
        try FileManager.default.createDirectory(atPath: root + "/trash/blue", withIntermediateDirectories: true)
        try Data([1]).write(to: URL(fileURLWithPath: root + "/trash/blue/" + name))
        try cleaner.decide(place, 0, .delete)
        let moves = try cleaner.apply(trash: root + "/trash")
        #expect(moves[0].to == root + "/trash/blue/" + name.replacing(".png", with: "_1.png"))
        // Something else took its place: it stays, and the picture stays in the trash.
        try Data([2]).write(to: URL(fileURLWithPath: file))
        #expect(throws: PictureMoveError.self) { try cleaner.undo() }
        #expect(files(root).contains("trash/blue/" + name.replacing(".png", with: "_1.png")))
    }

    @Test func whatCannotBeMovedLeavesAllAsItWas() throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cleaner = try cleaner(root)
        let place = PictureCleaner.Place("blue", isTraining: true)
        try cleaner.decide(place, 0, .delete)
        try cleaner.decide(place, 1, .delete)
        guard case .file(let second) = cleaner.items(place)[1].source else { return }
        try FileManager.default.removeItem(atPath: second)
        let before = files(root)
        #expect(throws: PictureMoveError.self) { try cleaner.apply(trash: root + "/trash") }
        #expect(files(root) == before)
        #expect(cleaner.decisionCount == 2)
    }

    @Test func decisionsAboutNothingAreRefused() throws {
        let root = try folder()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cleaner = try cleaner(root)
        let place = PictureCleaner.Place("blue", isTraining: true)
        #expect(throws: TrainingError.self) { try cleaner.decide(place, 999, .delete) }
        #expect(throws: TrainingError.self) { try cleaner.decide(place, 0, .relabel("green")) }
        #expect(!cleaner.takeBack())
    }
}

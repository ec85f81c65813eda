import DataBlocks
import Foundation
import Testing

@Suite struct ImageFileTests {
    @Test func filesComeInPythonsOrderOfPaths() throws {
        try inTemporaryFolder { folder in
            for name in [
                "b.JPG", "a-x/1.png", "a/2.png", "a/1.png", "a/notes.txt", ".hidden/3.png", ".4.png", "train/c/5.webp",
                "B.jpeg",
            ] { try write([1], to: folder + "/" + name) }
            let found = try imageFiles(in: folder).map { String($0.dropFirst(folder.count + 1)) }
            #expect(found == ["B.jpeg", "a/1.png", "a/2.png", "a-x/1.png", "b.JPG", "train/c/5.webp"])
            #expect(try imageFiles(in: folder + "/", recurse: false).map { PathParts($0).name } == ["B.jpeg", "b.JPG"])
            #expect(try imageFiles(in: folder, folders: ["a"]).count == 2)
            #expect(try imageFiles(in: folder, folders: ["a", "."]).count == 4)
            #expect(try files(in: folder, extensions: [".txt"]).map { PathParts($0).name } == ["notes.txt"])
        }
    }

    @Test func linksAreFollowedButNotForever() throws {
        try inTemporaryFolder { folder in
            try write([1], to: folder + "/real/1.png")
            let manager = FileManager.default
            try manager.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/real")
            try manager.createSymbolicLink(atPath: folder + "/real/up", withDestinationPath: folder)
            #expect(try imageFiles(in: folder).map { PathParts($0).parent } == ["link", "real"])
        }
    }

    @Test func aMissingFolderIsNamed() throws {
        #expect(message { try imageFiles(in: "/none/such") }.contains("there is no folder /none/such"))
        try inTemporaryFolder { folder in
            try write([1], to: folder + "/file")
            #expect(message { try imageFiles(in: folder + "/file") }.contains("cannot be read: Not a directory"))
            #expect(try imageFiles(in: folder) == [])
        }
    }

    @Test func partsOfAPath() {
        let parts = PathParts("/data/train/cat/1.jpg")
        #expect((parts.name, parts.parent, parts.grandparent) == ("1.jpg", "cat", "train"))
        #expect(PathParts("1.jpg").parent.isEmpty)
    }
}

@Suite struct SplitterTests {
    struct Case: Decodable {
        let seed: Int
        let count: Int
        let share: Double
        let train: [Int]
        let valid: [Int]
        let trains: Int
        let validates: Int
    }

    @Test func aSeedGivesFastaisSplit() throws {
        for example in try values("splits.json", as: [Case].self) {
            let items = Array(0..<example.count)
            let split = try Splitter<Int>.random(validPercent: example.share, seed: example.seed).split(items)
            #expect(Array(split.train.prefix(40)) == example.train)
            #expect(Array(split.valid.prefix(40)) == example.valid)
            #expect((split.train.count, split.valid.count) == (example.trains, example.validates))
            #expect((split.train + split.valid).sorted() == items)
        }
    }

    @Test func splitsByPlaceAndName() throws {
        let paths = ["d/train/a/1", "d/valid/a/2", "d/test/a/3", "d/train/b/4"]
        #expect(try Splitter.grandparent().split(paths) == Split(train: [0, 3], valid: [1]))
        #expect(try Splitter.names(["2", "4"]).split(paths) == Split(train: [0, 2], valid: [1, 3]))
        #expect(try Splitter.index([-1, 1]).split(paths) == Split(train: [0, 2], valid: [3, 1]))
        #expect(try Splitter.function { $0.contains("b") }.split(paths) == Split(train: [0, 1, 2], valid: [3]))
        let numbers = Array(0..<10)
        #expect(try Splitter.end(validPercent: 0.25).split(numbers) == Split(train: Array(0..<8), valid: [8, 9]))
        #expect(
            try Splitter.end(validPercent: 0.25, validLast: false).split(numbers)
                == Split(train: Array(2..<10), valid: [0, 1]))
        let part = try Splitter<Int>.randomSubset(train: 0.5, valid: 0.2, seed: 1).split(numbers)
        #expect((part.train.count, part.valid.count, Set(part.train + part.valid).count) == (5, 2, 7))
        #expect(message { try Splitter.index([10]).split(numbers) } == "index 10 is outside the 10 items")
    }
}

@Suite struct LabellerTests {
    @Test func labelsFromPathsAndPatterns() throws {
        #expect(parentLabel("data/cat/1.jpg") == .text("cat"))
        let breed = try regexLabeller("(.+)_\\d+.jpg$")
        #expect(try breed("great_pyrenees_173.jpg") == .text("great_pyrenees"))
        #expect(message { try breed("x.png") } == "Failed to find \"(.+)_\\d+.jpg$\" in \"x.png\"")
        #expect(message { try regexLabeller("(cat", match: true) }.contains("is not understood"))
        #expect(message { try regexLabeller("cat")("cat.jpg") }.contains("needs a group in parentheses"))
        #expect(message { try regexLabeller("(at)", match: true)("cat.jpg") }.hasPrefix("Failed to find"))
    }
}

import Foundation
import Pictures
import Synchronization
import Testing

@testable import DataSources

@Suite struct BirdSampleTests {
    /// A folder like the package's: 5 birds, 4 mammals and 3 plants, each a disc of its own colour.
    private static func stamps(in scratch: Scratch) throws {
        let things = [
            "animals/birds": ["owl", "lark", "crow", "hen", "gull"], "animals/mammals/cats": ["lion", "tiger"],
            "animals/mammals": ["pig", "yak"], "plants/flowers": ["rose", "iris", "daisy"],
            "animals/birds/cartoon": ["tux"],
        ]
        for (folder, names) in things {
            for name in names {
                let shade = UInt8(name.utf8.reduce(0) { $0 &+ UInt($1) } % 200)
                var pixels = [UInt8]()
                for y in 0..<100 {
                    for x in 0..<120 {
                        let inside = (x - 60) * (x - 60) + (y - 50) * (y - 50) < 1600
                        pixels += [shade, 255 - shade, 60, inside ? 255 : 0]
                    }
                }
                let path = "\(scratch.path)/stamps/\(folder)"
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                try Picture(width: 120, height: 100, channels: 4, pixels: pixels).write(to: "\(path)/\(name).png")
            }
        }
    }

    private static func store(_ scratch: Scratch) -> DataStore {
        var store = DataStore()
        store.cache = scratch.path + "/cache"
        store.stamps = scratch.path + "/stamps"
        return store
    }

    @Test func makesPicturesOfBothClassesOnce() throws {
        let scratch = try Scratch()
        try Self.stamps(in: scratch)
        var sample = BirdSample()
        (sample.picturesPerClass, sample.side) = (12, 64)
        var observer = DataStore.Observer()
        let steps = Mutex([Int]())
        observer.step = { _, done, _, _ in steps.withLock { $0.append(done) } }
        let birds = try sample.make(in: Self.store(scratch), observer)
        #expect(birds.items.filter { $0.label == "bird" }.count == 12)
        #expect(birds.items.filter { $0.label == "other" }.count == 12)
        // Half of what is no bird is an animal; drawings are left out.
        #expect(birds.items.filter { $0.kind == "mammal" }.count == 6)
        #expect(!birds.items.contains { $0.group == "tux" })
        #expect(steps.withLock { $0 } == steps.withLock { $0 }.sorted() && steps.withLock { $0.last } == 24)
        for item in birds.items {
            let picture = try Picture.decode(path: birds.folder + "/" + item.file)
            #expect(max(picture.width, picture.height) == 64)
            #expect(item.file.hasPrefix("\(item.label)/\(item.group)_"))
        }
        let table = String(decoding: scratch.bytes("cache/data/birds/labels.csv") ?? [], as: UTF8.self).split(
            separator: "\n")
        #expect(table.first == "fname,label,group,is_valid" && table.count == 25)
        #expect(table.contains { $0.hasSuffix(",True") } && table.contains { $0.hasSuffix(",False") })

        // The second call makes nothing.
        var silent = DataStore.Observer()
        let again = Mutex(0)
        silent.step = { _, _, _, _ in again.withLock { $0 += 1 } }
        #expect(try sample.make(in: Self.store(scratch), silent).items == birds.items)
        #expect(again.withLock { $0 } == 0)
    }

    @Test func theSameSeedGivesTheSamePictures() throws {
        let (first, second) = (try Scratch(), try Scratch())
        var sample = BirdSample()
        (sample.picturesPerClass, sample.side) = (5, 48)
        var pictures = [[[UInt8]?]]()
        for scratch in [first, second] {
            try Self.stamps(in: scratch)
            let birds = try sample.make(in: Self.store(scratch))
            pictures.append(birds.items.map { scratch.bytes("cache/data/birds/" + $0.file) })
        }
        #expect(pictures[0] == pictures[1] && !pictures[0].contains(nil))
        sample.seed = 2
        let other = try sample.make(in: Self.store(second))
        #expect(
            Set(other.items.compactMap { second.bytes("cache/data/birds/" + $0.file) }).isDisjoint(with: pictures[0]))
    }

    @Test func withoutThePackageTheErrorSaysHowToGetIt() throws {
        let scratch = try Scratch()
        var store = Self.store(scratch)
        store.packages.run = { _, _, _ in (100, "E: Unable to locate package tuxpaint-stamps-default") }
        let error = #expect(throws: DataError.self) { try BirdSample().make(in: store) }
        let words = error?.description ?? ""
        #expect(words.contains("Unable to locate package") && words.contains("apt-get install"))
        #expect(!scratch.files.contains("cache/data/birds"))
    }

    @Test func stoppingLeavesNoHalf() throws {
        let scratch = try Scratch()
        try Self.stamps(in: scratch)
        var observer = DataStore.Observer()
        observer.isCancelled = { true }
        let error = #expect(throws: DataError.self) { try BirdSample().make(in: Self.store(scratch), observer) }
        #expect(error?.fault == .cancelled)
        #expect(!scratch.files.contains { $0.hasPrefix("cache/data/birds") })
    }

    @Test func aCutOutIsOnOneSideOnly() {
        let groups = (0..<200).map { "thing\($0 / 5)" }
        let strata = (0..<200).map { $0 < 120 ? "a" : "b" }
        let folds = GroupedSplit.folds(5, strata: strata, groups: groups, seed: 3)
        #expect(folds.flatMap { $0 }.sorted() == Array(0..<200))
        for fold in folds {
            let rest = Set(0..<200).subtracting(fold)
            #expect(Set(fold.map { groups[$0] }).isDisjoint(with: rest.map { groups[$0] }))
            // 24 and 16 groups over five folds: within one group of 5 of an equal share.
            #expect(abs(fold.filter { strata[$0] == "a" }.count - 24) <= 5)
            #expect(abs(fold.filter { strata[$0] == "b" }.count - 16) <= 5)
        }
        #expect(GroupedSplit.folds(5, strata: strata, groups: groups, seed: 4) != folds)
    }

    @Test func picturesComeInManyShapes() throws {
        var random = Randomness(seed: 5)
        let disc = Picture(width: 4, height: 4, colour: [200, 10, 10, 255])
        var sizes = Set<PictureSize>()
        for number in 0..<20 {
            var scene = Scene(random: Randomness(seed: random.next(), name: "\(number)"), side: 40)
            sizes.insert(try scene.picture(of: disc).size)
        }
        #expect(
            sizes.count > 8 && sizes.allSatisfy { max($0.width, $0.height) == 40 && min($0.width, $0.height) >= 30 })
    }
}

import Foundation
import Pictures
import Synchronization

/// The offline sample of the lesson "is it a bird?": photographed birds, and things that are none, each in
/// front of backgrounds that tell nothing.
///
/// 35 birds and some 200 other things are cut-outs of Tux Paint's stamps. Every cut-out appears in several
/// pictures; files are named after it (`bird/owl_03.jpg`), so that a split by ``BirdPictures/Item/group`` keeps
/// all pictures of one cut-out on one side.
public struct BirdSample: Sendable {
    /// Its name in the catalogue.
    public static let name = "BIRDS"
    /// Changes when the same seed would give other pictures.
    static let version = 1

    public var seed: UInt64 = 1
    /// Pictures of each of the two classes.
    public var picturesPerClass = 420
    /// Pixels along the long side.
    public var side = 288

    public init() {}

    /// The folder in the cache, made at the first call: some seconds, and a download of 161 MB unless the
    /// package is installed.
    ///
    /// - Throws: ``DataError`` when there is no way to the package or the cache cannot be written.
    public func make(
        in store: DataStore, _ observer: DataStore.Observer = DataStore.Observer()
    ) throws(DataError) -> BirdPictures {
        let folder = store.cache + "/data/birds"
        if let held = BirdPictures(folder: folder), held.manifest.recipe == recipe { return held }
        let cutOuts = try self.cutOuts(store, observer)
        let part = folder + ".part"
        Folder.remove(part)
        for label in ["bird", "other"] { try Folder.create(part + "/" + label) }
        do throws(DataError) {
            let plan = self.plan(cutOuts)
            try Self.compose(plan, seed: seed, side: side, in: part, observer)
            let manifest = BirdPictures.Manifest(recipe: recipe, items: plan.map(\.item))
            try manifest.write(to: part)
        } catch {
            Folder.remove(part)
            throw error
        }
        Folder.remove(folder)
        try Folder.move(part, to: folder)
        guard let made = BirdPictures(folder: folder) else {
            throw DataError(folder, .unreadable("its list of pictures"))
        }
        return made
    }

    private var recipe: String { "\(Self.version) \(seed) \(picturesPerClass) \(side)" }

    /// Those of an installed package, of an earlier call, or of the package fetched now.
    func cutOuts(_ store: DataStore, _ observer: DataStore.Observer) throws(DataError) -> [CutOut] {
        let kept = store.cache + "/cutouts/" + CutOuts.package
        for folder in [store.stamps, kept] {
            let found = CutOuts.find(in: folder)
            if found.contains(where: \.isBird) { return found }
        }
        observer.note("asking for the Debian package \(CutOuts.package) (161 MB)")
        do throws(DataError) {
            try store.packages.unpackDebianPackage(
                CutOuts.package, to: kept, observer, where: CutOuts.isWanted)
        } catch {
            switch error.fault {
            case .cancelled, .unwritable: throw error
            default:
                throw DataError(
                    Self.name, .noSource(tried: ["\(store.stamps): not there", "\(error)"], advice: Self.advice))
            }
        }
        let found = CutOuts.find(in: kept)
        guard found.contains(where: \.isBird) else { throw DataError(CutOuts.package, .noMember("birds")) }
        return found
    }

    private static let advice =
        "An administrator can install it: apt-get install \(CutOuts.package). Or use a folder of your own pictures: "
        + "one folder of birds and one of other things."

    /// One picture to be made.
    struct Job: Sendable {
        let item: BirdPictures.Item
        let cutOut: CutOut
    }

    /// As many pictures of birds as of other things; half of these are animals, which are harder to tell apart.
    func plan(_ cutOuts: [CutOut]) -> [Job] {
        let animals: Set = ["mammal", "reptile", "insect", "fish"]
        let birds = cutOuts.filter(\.isBird)
        let beasts = cutOuts.filter { animals.contains($0.kind) }
        let things = cutOuts.filter { !$0.isBird && !animals.contains($0.kind) }
        return jobs(birds, picturesPerClass) + jobs(beasts, picturesPerClass / 2)
            + jobs(things, picturesPerClass - picturesPerClass / 2)
    }

    /// Each cut-out equally often, or once more.
    private func jobs(_ cutOuts: [CutOut], _ count: Int) -> [Job] {
        guard !cutOuts.isEmpty else { return [] }
        var random = Randomness(seed: seed, name: "order")
        let order = cutOuts.shuffled(using: &random)
        return (0..<count).map { number in
            let cutOut = order[number % order.count]
            let label = cutOut.isBird ? "bird" : "other"
            let digits = String(100 + number / order.count + 1).dropFirst()
            return Job(
                item: BirdPictures.Item(
                    file: "\(label)/\(cutOut.name)_\(digits).jpg", label: label, group: cutOut.name, kind: cutOut.kind),
                cutOut: cutOut)
        }
    }

    /// Makes all pictures, on every processor.
    static func compose(
        _ jobs: [Job], seed: UInt64, side: Int, in folder: String, _ observer: DataStore.Observer
    ) throws(DataError) {
        let began = ContinuousClock.now
        let names = Dictionary(grouping: jobs.indices) { jobs[$0].cutOut.path }
        let paths = names.keys.sorted()
        let state = Mutex((done: 0, failure: DataError?.none))
        let cancelled = observer.isCancelled
        Workers.run(
            paths.count, on: ProcessInfo.processInfo.activeProcessorCount,
            isCancelled: { cancelled() || state.withLock { $0.failure != nil } }
        ) { number in
            let indices = names[paths[number]] ?? []
            do throws(PictureError) {
                let cutOut = try Picture.decode(path: paths[number], colour: .rgba).trimmed()
                for index in indices {
                    var scene = Scene(
                        random: Randomness(seed: seed, name: jobs[index].item.file), side: side)
                    try scene.picture(of: cutOut).write(
                        to: folder + "/" + jobs[index].item.file, as: .jpeg(quality: 88))
                }
            } catch {
                state.withLock { $0.failure = DataError(sample: error) }
            }
            state.withLock { state in
                state.done += indices.count
                let elapsed = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1000
                observer.step("making pictures", state.done, jobs.count, elapsed)
            }
        }
        if let failure = state.withLock({ $0.failure }) { throw failure }
        if cancelled() { throw DataError("making the pictures", .cancelled) }
    }
}

extension DataError {
    /// A picture's fault while a sample is made.
    fileprivate init(sample error: PictureError) {
        if case .unwritable(let reason) = error.fault {
            self.init(error.file, .unwritable(path: error.file, reason: reason))
        } else {
            self.init(error.file, .unreadable(error.description))
        }
    }
}

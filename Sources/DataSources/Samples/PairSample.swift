import Foundation

/// Two kinds of things for the lesson on pictures of one's own, where there is no internet: flowers and fruit, cut out of
/// photographs and set in front of backgrounds as in ``BirdSample``.
///
/// Files are named after their cut-out (`fruit/banana_03.jpg`), so that a split can keep all pictures of one thing together.
struct PairSample {
    static let name = "FLOWERS_FRUIT"
    /// Labels, and the folders of the package that their cut-outs come from.
    private static let kinds = [(label: "flower", folder: "plants/flowers/"), (label: "fruit", folder: "food/fruit/")]
    /// Changes when the same seed would give other pictures.
    private static let recipe = "1"

    var seed: UInt64 = 1
    var picturesPerClass = 140
    var side = 224

    /// The folder in the cache, made at the first call.
    func make(in store: DataStore, _ observer: DataStore.Observer) throws(DataError) -> String {
        let folder = store.cache + "/data/flowers_fruit"
        let mark = folder + "/made-by-recipe-" + Self.recipe
        if Folder.exists(mark) { return folder }
        let cutOuts = try BirdSample().cutOuts(store, observer)
        let part = folder + ".part"
        Folder.remove(part)
        do throws(DataError) {
            var jobs: [BirdSample.Job] = []
            for (label, place) in Self.kinds {
                try Folder.create(part + "/" + label)
                jobs += self.jobs(cutOuts.filter { $0.path.contains("/" + place) }, label)
            }
            try BirdSample.compose(jobs, seed: seed, side: side, in: part, observer)
        } catch {
            Folder.remove(part)
            throw error
        }
        Folder.remove(folder)
        try Folder.move(part, to: folder)
        _ = FileManager.default.createFile(atPath: mark, contents: nil)
        return folder
    }

    private func jobs(_ cutOuts: [CutOut], _ label: String) -> [BirdSample.Job] {
        guard !cutOuts.isEmpty else { return [] }
        return (0..<picturesPerClass).map { number in
            let cutOut = cutOuts[number % cutOuts.count]
            let digits = String(100 + number / cutOuts.count + 1).dropFirst()
            return BirdSample.Job(
                item: BirdPictures.Item(
                    file: "\(label)/\(cutOut.name)_\(digits).jpg", label: label, group: cutOut.name, kind: cutOut.kind),
                cutOut: cutOut)
        }
    }
}

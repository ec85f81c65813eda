import Foundation

/// The pictures of ``BirdSample`` on the disk: `bird/…jpg`, `other/…jpg`, a `manifest.json`, and a `labels.csv`
/// with the columns `fname,label,group,is_valid`.
public struct BirdPictures: Sendable {
    /// The folder that holds `bird` and `other`.
    public let folder: String
    let manifest: Manifest

    public struct Item: Codable, Sendable, Equatable {
        /// Path in the folder, as in `bird/owl_03.jpg`.
        public let file: String
        /// `bird` or `other`.
        public let label: String
        /// The cut-out's name: the file's without its number.
        public let group: String
        /// What the thing is: bird, mammal, reptile, insect, fish, plant, food, vehicle or thing.
        public let kind: String
    }

    struct Manifest: Codable, Sendable {
        /// What was asked for: the same recipe needs no new pictures.
        let recipe: String
        var source = "Debian package \(CutOuts.package); free licences of its own, not for redistribution"
        let items: [Item]
    }

    public var items: [Item] { manifest.items }

    /// The indices of the validation pictures of several folds; no cut-out is in two of them, and each has its
    /// share of birds and of each other kind.
    public func folds(_ count: Int = 5, seed: UInt64 = 1) -> [[Int]] {
        GroupedSplit.folds(count, strata: items.map(\.kind), groups: items.map(\.group), seed: seed)
    }

    /// A finished folder, if there is one.
    init?(folder: String) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json")),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return nil }
        self.folder = folder
        self.manifest = manifest
    }
}

extension BirdPictures.Manifest {
    /// Writes the manifest and the table of labels; the validation set of the table is the first of five folds.
    func write(to folder: String) throws(DataError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let valid = Set(
            GroupedSplit.folds(5, strata: items.map(\.kind), groups: items.map(\.group), seed: 1).first ?? [])
        let rows = items.indices.map { index in
            let item = items[index]
            return "\(item.file),\(item.label),\(item.group),\(valid.contains(index) ? "True" : "False")"
        }
        let table = (["fname,label,group,is_valid"] + rows).joined(separator: "\n") + "\n"
        for (name, data) in [
            ("labels.csv", Data(table.utf8)), ("manifest.json", (try? encoder.encode(self)) ?? Data()),
        ] {
            do {
                try data.write(to: URL(fileURLWithPath: folder + "/" + name))
            } catch {
                throw DataError(folder, .unwritable(path: folder + "/" + name, reason: error.localizedDescription))
            }
        }
    }
}

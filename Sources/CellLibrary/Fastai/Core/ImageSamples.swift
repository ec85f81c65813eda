import CellRuntime
import DataSources

/// fastbook's pictures to try: here of the offline sample.
enum ImageSamples {
    static var members: [Member] {
        [sample("image_cat", "cat"), sample("image_bear", "bear")]
    }

    private static func sample(_ name: String, _ thing: String) -> Member {
        Function(name, doc: "A picture of a \(thing): bytes, for PILImage.create.") { cell in
            let sample = try DownloadBar(cell).run { observer throws(DataError) in
                try BirdSample().make(in: DataStore(), observer)
            }
            let words = { (text: String) in text.split { !$0.isLetter }.map(String.init) }
            guard
                let item = sample.items.first(where: { $0.label == "other" && words($0.group).contains(thing) })
                    ?? sample.items.first(where: { $0.label == "other" && $0.group.contains(thing) })
            else { throw Raise(exceptions.lookupError, "the offline sample has no picture of a \(thing)") }
            return try cell.callMethod("read_bytes", of: cell.path(sample.folder + "/" + item.file))
        }
    }
}

import CellRuntime
import DataSources

/// fastbook's pictures to try: here of the offline sample.
enum ImageSamples {
    static var members: [Member] {
        // The offline sample has no small cat.
        [sample("image_cat", "tiger"), sample("image_bear", "bear")]
    }

    private static func sample(_ name: String, _ thing: String) -> Member {
        Function(name, doc: "A picture of a \(thing): bytes, for PILImage.create.") { cell in
            let sample = try DownloadBar(cell).run { observer throws(DataError) in
                try BirdSample().make(in: DataStore(), observer)
            }
            guard let item = sample.items.first(where: { $0.group == thing })
            else { throw Raise(exceptions.lookupError, "the offline sample has no picture of a \(thing)") }
            return try cell.callMethod("read_bytes", of: cell.path(sample.folder + "/" + item.file))
        }
    }
}

import Pictures

/// Why data cannot be trained on.
public indirect enum DataBlockError: Error, Equatable, CustomStringConvertible {
    /// Fewer items than a full batch, and training leaves partial ones out.
    case noBatch(items: Int, batchSize: Int)
    case noFolder(String)
    case unreadableFolder(String, String)
    /// No item was found or given.
    case noItems(source: String)
    /// A split that leaves one side empty.
    case emptySplit(training: Bool, items: Int)
    case invalidSetting(String)
    case patternNotFound(pattern: String, text: String)
    /// All training items have this one label.
    case oneClass(String, items: Int)
    /// A label in validation that no training item has.
    case unseenLabel(String, item: String, known: [String])
    /// A label of a kind that the target cannot be.
    case wrongLabel(item: String, label: String, wanted: String)
    /// A mask whose values are not classes.
    case wrongMask(String, value: Int, classes: Int)
    /// A mask that cannot lie over its picture.
    case maskShape(String, PictureSize, picture: PictureSize)
    /// Pictures of different sizes with no transform that makes them alike.
    case differentSizes(String, PictureSize, wanted: PictureSize)
    /// Not one picture could be read; the first one's error.
    case allBad(count: Int, first: PictureError)
    /// A table without what was asked of it.
    case noColumn(String, columns: [String])
    case badTable(String, reason: String)

    public var description: String {
        switch self {
        case .noBatch(let items, let batchSize):
            "\(items) \(items == 1 ? "item does" : "items do") not fill one batch of \(batchSize), and training leaves "
                + "out a last partial one: choose a smaller batch size, such as bs=\(max(1, items / 4))"
        case .noFolder(let path): "there is no folder \(path): check the spelling and where you are"
        case .unreadableFolder(let path, let reason): "the folder \(path) cannot be read: \(reason)"
        case .noItems(let source): "there are no items in \(source): check the path, and that the files are pictures"
        case .emptySplit(let training, let items):
            "the split of \(items) items leaves none for \(training ? "training" : "validation"): "
                + "check the splitter, or take another valid_pct"
        case .invalidSetting(let words): words
        case .patternNotFound(let pattern, let text): "Failed to find \"\(pattern)\" in \"\(text)\""
        case .oneClass(let label, let items):
            "all \(items) training items have the label \(label): a classifier needs at least two classes. "
                + "Check the label function and the folders"
        case .unseenLabel(let label, let item, let known):
            "the label '\(label)' of \(item) is in the validation set but was not included in the training set, "
                + "which has \(Self.list(known)): split so that each class trains, or leave it out"
        case .wrongLabel(let item, let label, let wanted): "the label of \(item) is \(label), not \(wanted)"
        case .wrongMask(let name, let value, let classes):
            "the mask \(name) has the value \(value), and there are \(classes) classes, numbered from 0: "
                + "give all codes, or change the values of the masks"
        case .maskShape(let name, let size, let picture):
            "the mask \(name) is \(size) and its picture \(picture), which is another shape: check that the label "
                + "function gives the mask of this picture"
        case .differentSizes(let name, let size, let wanted):
            "\(name) is \(size) and others are \(wanted): pictures of different sizes make no batch. "
                + "Add item_tfms=Resize(224)"
        case .allBad(let count, let first):
            "none of the \(count) pictures could be read. The first: \(first)"
        case .noColumn(let name, let columns): "there is no column \(name); the columns are \(Self.list(columns))"
        case .badTable(let name, let reason): "\(name) is not a table that can be read: \(reason)"
        }
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        return names.count > 10 ? shown + " and \(names.count - 10) more" : shown
    }
}

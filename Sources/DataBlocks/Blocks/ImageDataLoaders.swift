import Foundation
import Pictures

/// The usual ways to make loaders of pictures in folders and lists, by fastai's names:
/// `ImageDataLoaders` and `SegmentationDataLoaders`.
public struct ImageDataLoaders {
    /// Share of the items that validates, chosen at random.
    public var validPercent: Double
    /// Of the split; see ``Splitter/random(validPercent:seed:)``.
    public var seed: Int?
    public var itemTransforms: [ItemTransform]
    public var augmentation: Augmentation?
    public var normalisation: Normalisation?
    /// 3 for colour, 1 for grey pictures.
    public var channels: Int
    public var options: LoadingOptions

    public init(
        validPercent: Double = 0.2, seed: Int? = nil, itemTransforms: [ItemTransform] = [],
        augmentation: Augmentation? = nil, normalisation: Normalisation? = nil, channels: Int = 3,
        options: LoadingOptions = LoadingOptions()
    ) {
        self.validPercent = validPercent
        self.seed = seed
        self.itemTransforms = itemTransforms
        self.augmentation = augmentation
        self.normalisation = normalisation
        self.channels = channels
        self.options = options
    }

    /// Labels by a function of the whole path.
    public func fromPathFunction(
        _ files: [String], label: @escaping (String) throws -> Label, target: TargetBlock = .category()
    ) throws -> PictureLoaders {
        try fromFiles(files, label: label, target: target, splitter: randomSplitter())
    }

    /// Labels by a function of the file's name.
    public func fromNameFunction(_ files: [String], label: @escaping (String) throws -> Label) throws -> PictureLoaders
    {
        try fromPathFunction(files) { try label(PathParts($0).name) }
    }

    /// Labels by the first group of a pattern found in the whole path.
    public func fromPathPattern(_ files: [String], _ pattern: String) throws -> PictureLoaders {
        try fromPathFunction(files, label: regexLabeller(pattern))
    }

    /// Labels by the first group of a pattern found in the file's name.
    public func fromNamePattern(_ files: [String], _ pattern: String) throws -> PictureLoaders {
        try fromNameFunction(files, label: regexLabeller(pattern))
    }

    /// Labels by the folder that a picture lies in, under `train` and `valid`; or, when `isSplit` is false,
    /// under any folder, split at random.
    public func fromFolder(
        _ path: String, train: String = "train", valid: String = "valid", isSplit: Bool = true,
        vocabulary: [Label]? = nil
    ) throws -> PictureLoaders {
        let files = try imageFiles(in: path, folders: isSplit ? [train, valid] : [])
        if isSplit, files.isEmpty {
            throw DataBlockError.noItems(source: "\(path)/\(train) and \(path)/\(valid) (or give valid_pct)")
        }
        return try fromFiles(
            files, from: path, label: parentLabel, target: .category(vocabulary: vocabulary),
            splitter: isSplit ? .grandparent(train: train, valid: valid) : randomSplitter())
    }

    /// Pictures and labels in two lists.
    public func fromLists(
        _ sources: [PictureSource], labels: [Label], target: TargetBlock? = nil
    ) throws -> PictureLoaders {
        guard sources.count == labels.count else {
            throw DataBlockError.invalidSetting("there are \(sources.count) pictures and \(labels.count) labels")
        }
        let block = DataBlock<Void, Int>(
            getItems: { Array(sources.indices) }, getX: { sources[$0] }, getY: { labels[$0] },
            splitter: randomSplitter(), target: target ?? labels.first?.usualTarget ?? .category(),
            itemTransforms: itemTransforms, augmentation: augmentation, normalisation: normalisation,
            channels: channels)
        return try block.loaders(from: (), options)
    }

    /// Pictures with masks: the function gives the path of a picture's mask.
    ///
    /// - Parameter codes: the names of the classes in the order of the masks' values.
    public func forSegmentation(
        _ files: [String], codes: [String], mask: @escaping (String) throws -> String
    ) throws -> PictureLoaders {
        try fromPathFunction(files, label: { .text(try mask($0)) }, target: .mask(codes: codes))
    }

    private func fromFiles(
        _ files: [String], from path: String? = nil, label: @escaping (String) throws -> Label,
        target: TargetBlock, splitter: Splitter<String>
    ) throws -> PictureLoaders {
        guard !files.isEmpty else { throw DataBlockError.noItems(source: path ?? "the list of files") }
        let block = DataBlock<[String], String>(
            getItems: { $0 }, getX: { .file($0) }, getY: label, splitter: splitter, target: target,
            itemTransforms: itemTransforms, augmentation: augmentation, normalisation: normalisation,
            channels: channels)
        return try block.loaders(from: files, options)
    }

    private func randomSplitter<Item>() -> Splitter<Item> { .random(validPercent: validPercent, seed: seed) }
}

extension Label {
    /// What fastai makes of a label when nothing says what to learn.
    var usualTarget: TargetBlock {
        switch self {
        case .number, .numbers: .regression()
        case .several(let labels): labels.count > 1 ? .multiCategory() : .category()
        case .text, .bool, .int: .category()
        }
    }
}

extension ImageDataLoaders {
    /// Which columns of a table say what; the defaults are fastai's.
    public struct TableColumns {
        /// The pictures' names, within `folder` of the path, to which `suffix` is added.
        public var file: ColumnReference
        public var folder: String
        public var suffix: String
        /// Several columns, or a delimiter between several classes in one, make several classes.
        public var labels: [ColumnReference]
        public var labelDelimiter: String?
        /// Says which rows validate; without one a random share does.
        public var valid: ColumnReference?

        public init(
            file: ColumnReference = 0, folder: String = "", suffix: String = "", labels: [ColumnReference] = [1],
            labelDelimiter: String? = nil, valid: ColumnReference? = nil
        ) {
            self.file = file
            self.folder = folder
            self.suffix = suffix
            self.labels = labels
            self.labelDelimiter = labelDelimiter
            self.valid = valid
        }
    }

    /// Pictures and labels in the columns of a table: fastai's `from_df`.
    public func fromTable(
        _ table: DataTable, path: String = ".", columns: TableColumns = TableColumns(), target: TargetBlock? = nil
    ) throws -> PictureLoaders {
        let prefix = columns.folder.isEmpty ? path + "/" : "\(path)/\(columns.folder)/"
        let files = try table[columns.file]
        var labels = [Column]()
        for reference in columns.labels { labels.append(try table[reference]) }
        let valid = try columns.valid.map { reference throws(DataBlockError) in try table[reference] }
        let isSeveral = columns.labels.count > 1 || columns.labelDelimiter != nil
        let block = DataBlock<Void, Int>(
            getItems: { Array(0..<table.rowCount) },
            getX: { row in
                guard let file = files.label(row)?.name else {
                    throw DataBlockError.badTable("the table", reason: "row \(row) names no picture")
                }
                return .file(prefix + file + columns.suffix)
            },
            getY: { try Self.label(labels, $0, columns.labelDelimiter, isSeveral: isSeveral) },
            splitter: valid.map { valid in .function { valid.isTrue($0) } } ?? randomSplitter(),
            target: target ?? (isSeveral ? .multiCategory() : .category()), itemTransforms: itemTransforms,
            augmentation: augmentation, normalisation: normalisation, channels: channels)
        return try block.loaders(from: (), options)
    }

    /// The same for a file in the folder: fastai's `from_csv`.
    public func fromCSV(
        _ path: String, file: String = "labels.csv", delimiter: Character = ",", hasHeader: Bool = true,
        columns: TableColumns = TableColumns(), target: TargetBlock? = nil
    ) throws -> PictureLoaders {
        let table = try CSV.read(path + "/" + file, delimiter: delimiter, hasHeader: hasHeader)
        return try fromTable(table, path: path, columns: columns, target: target)
    }

    private static func label(
        _ columns: [Column], _ row: Int, _ delimiter: String?, isSeveral: Bool
    ) throws(DataBlockError) -> Label {
        let labels = columns.compactMap { $0.label(row) }
        if let delimiter, columns.count == 1 {
            let names = labels.first?.name.components(separatedBy: delimiter) ?? []
            return .several(names.filter { !$0.isEmpty }.map(Label.text))
        }
        if isSeveral { return .several(labels) }
        guard let label = labels.first else {
            throw .wrongLabel(item: "row \(row)", label: "missing", wanted: "a class")
        }
        return label
    }
}

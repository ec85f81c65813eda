import CellRuntime
import DataBlocks
import Pictures

/// fastai's `ImageDataLoaders`, whose class functions make loaders of folders and lists.
enum ImageLoaders {
    /// What all its functions take beside where pictures and labels come from.
    struct Common {
        static var validPart: Parameter<Double> {
            Parameter("valid_pct", Double.self, default: 0.2, doc: "Share that validates.")
        }
        static var seed: Parameter<Int?> {
            Parameter("seed", Int?.self, default: nil, doc: "Of the split.")
        }
        static var itemTransforms: Parameter<TransformsArgument> {
            Parameter("item_tfms", TransformsArgument.self, default: .none, doc: "Such as Resize(224).")
        }
        static var batchTransforms: Parameter<TransformsArgument> {
            Parameter("batch_tfms", TransformsArgument.self, default: .none, doc: "Such as aug_transforms().")
        }
        static var batchSize: Parameter<Int> {
            Parameter("bs", Int.self, default: 64, doc: "Items of a batch.")
        }
        static var validBatchSize: Parameter<Int?> {
            Parameter("val_bs", Int?.self, default: nil)
        }
        static var isShuffled: Parameter<Bool> {
            Parameter("shuffle", Bool.self, default: true)
        }
        static var workers: Parameter<Int?> {
            Parameter("num_workers", Int?.self, default: nil)
        }
        static var kind: Parameter<Value> {
            Parameter("img_cls", Value.self, default: .none)
        }
        static var device: Parameter<DeviceArgument> {
            Parameter("device", DeviceArgument.self, default: DeviceArgument())
        }
    }

    private static func make(
        _ cell: Interpreter, _ path: PathArgument, _ part: Double, _ seed: Int?, _ items: TransformsArgument,
        _ batch: TransformsArgument, _ size: Int, _ validSize: Int?, _ shuffled: Bool, _ workers: Int?, _ kind: Value
    ) throws(Raise) -> ImageDataLoaders {
        guard (0..<1).contains(part) else { throw .valueError("valid_pct is a share from 0 to 1, not \(part)") }
        let (augmentation, normalisation) = try batch.values.batchTransforms()
        return ImageDataLoaders(
            validPercent: part, seed: seed, itemTransforms: try items.values.itemTransforms(),
            augmentation: augmentation,
            normalisation: normalisation, channels: (kind.object as? TypeObject)?.name == "PILImageBW" ? 1 : 3,
            options: try .checked(cell, bs: size, validSize, shuffled, workers, path))
    }

    static let declaration = NativeType<DataLoadersObject>(
        "ImageDataLoaders", module: "fastai.vision.data", doc: "Loaders of pictures in folders and lists.",
        base: DataLoadersObject.declaration
    ) {
        ClassFunction(
            "from_name_func", doc: "Labels by a function of the file's name.", Parameter("path", PathArgument.self),
            Parameter("fnames", [PathArgument].self), Parameter("label_func", Value.self), Common.validPart,
            Common.seed,
            Common.itemTransforms, Common.batchTransforms, Common.batchSize, Common.validBatchSize, Common.isShuffled,
            Common.workers, Common.kind, Common.device
        ) { _, cell, path, files, function, part, seed, items, batch, size, valid, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, valid, shuffled, workers, kind)
            return DataLoadersObject(
                try maker.fromNameFunction(files.map(\.path)) { try cell.label(cell.call(function, [.string($0)])) },
                subject: try cell.subject(of: function))
        }
        ClassFunction(
            "from_path_func", doc: "Labels by a function of the path.", Parameter("path", PathArgument.self),
            Parameter("fnames", [PathArgument].self), Parameter("label_func", Value.self), Common.validPart,
            Common.seed,
            Common.itemTransforms, Common.batchTransforms, Common.batchSize, Common.validBatchSize, Common.isShuffled,
            Common.workers, Common.kind, Common.device
        ) { _, cell, path, files, function, part, seed, items, batch, size, valid, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, valid, shuffled, workers, kind)
            return DataLoadersObject(
                try maker.fromPathFunction(files.map(\.path)) { try cell.label(cell.call(function, [cell.path($0)])) },
                subject: try cell.subject(of: function))
        }
        ClassFunction(
            "from_name_re", doc: "Labels by the first group of a pattern in the file's name.",
            Parameter("path", PathArgument.self),
            Parameter("fnames", [PathArgument].self), Parameter("pat", String.self), Common.validPart, Common.seed,
            Common.itemTransforms, Common.batchTransforms, Common.batchSize, Common.validBatchSize, Common.isShuffled,
            Common.workers, Common.kind, Common.device
        ) { _, cell, path, files, pattern, part, seed, items, batch, size, valid, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, valid, shuffled, workers, kind)
            return DataLoadersObject(try maker.fromNamePattern(files.map(\.path), pattern))
        }
        ClassFunction(
            "from_path_re", doc: "Labels by the first group of a pattern in the path.",
            Parameter("path", PathArgument.self),
            Parameter("fnames", [PathArgument].self), Parameter("pat", String.self), Common.validPart, Common.seed,
            Common.itemTransforms, Common.batchTransforms, Common.batchSize, Common.validBatchSize, Common.isShuffled,
            Common.workers, Common.kind, Common.device
        ) { _, cell, path, files, pattern, part, seed, items, batch, size, valid, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, valid, shuffled, workers, kind)
            return DataLoadersObject(try maker.fromPathPattern(files.map(\.path), pattern))
        }
        ClassFunction(
            "from_folder",
            doc: "Labels by folder: `train/cat`, `valid/cat`; or any folders, split at random with valid_pct.",
            Parameter("path", PathArgument.self), Parameter("train", String.self, default: "train"),
            Parameter("valid", String.self, default: "valid"), Parameter("valid_pct", Double?.self, default: nil),
            Common.seed, Parameter("vocab", [Value]?.self, default: nil), Common.itemTransforms, Common.batchTransforms,
            Common.batchSize, Common.validBatchSize, Common.isShuffled, Common.workers, Common.kind, Common.device
        ) { _, cell, path, train, valid, part, seed, names, items, batch, size, validSize, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part ?? 0.2, seed, items, batch, size, validSize, shuffled, workers, kind)
            return DataLoadersObject(
                try maker.fromFolder(
                    path.path, train: train, valid: valid, isSplit: part == nil,
                    vocabulary: names?.map { try cell.label($0) }))
        }
        ClassFunction(
            "from_lists", doc: "Pictures and labels in two lists.", Parameter("path", PathArgument.self),
            Parameter("fnames", [Value].self), Parameter("labels", [Value].self), Common.validPart, Common.seed,
            Parameter("y_block", Value.self, default: .none), Common.itemTransforms, Common.batchTransforms,
            Common.batchSize, Common.validBatchSize, Common.isShuffled, Common.workers, Common.kind, Common.device
        ) { _, cell, path, files, labels, part, seed, block, items, batch, size, valid, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, valid, shuffled, workers, kind)
            return DataLoadersObject(
                try maker.fromLists(
                    files.map { try cell.pictureSource($0) }, labels: labels.map { try cell.label($0) },
                    target: try targetBlock(block, cell)))
        }
        ClassFunction(
            "from_df", doc: "Names and labels in two columns of a data frame.", Parameter("df", Value.self),
            Parameter("path", PathArgument.self, default: PathArgument(path: ".")), Common.validPart, Common.seed,
            Parameter("fn_col", Value.self, default: .int(0)), Parameter("folder", PathArgument?.self, default: nil),
            Parameter("suff", String.self, default: ""), Parameter("label_col", Value.self, default: .int(1)),
            Parameter("label_delim", String?.self, default: nil), Parameter("y_block", Value.self, default: .none),
            Parameter("valid_col", Value.self, default: .none), Common.itemTransforms, Common.batchTransforms,
            Common.batchSize, Common.validBatchSize, Common.isShuffled, Common.workers, Common.kind, Common.device
        ) {
            _, cell, frame, path, part, seed, names, folder, suffix, labels, delimiter, block, valid, items, batch,
            size,
            validSize, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, validSize, shuffled, workers, kind)
            let table = FrameColumns(names: names, labels: labels, delimiter: delimiter, valid: valid, suffix: suffix)
            return DataLoadersObject(
                try table.loaders(maker, frame, path.path, folder?.path, target: targetBlock(block, cell), cell))
        }
        ClassFunction(
            "from_csv", doc: "Names and labels in two columns of a CSV file.", Parameter("path", PathArgument.self),
            Parameter("csv_fname", String.self, default: "labels.csv"),
            Parameter("header", Value.self, default: .string("infer")),
            Parameter("delimiter", String?.self, default: nil), Common.validPart, Common.seed,
            Parameter("fn_col", Value.self, default: .int(0)), Parameter("folder", PathArgument?.self, default: nil),
            Parameter("suff", String.self, default: ""), Parameter("label_col", Value.self, default: .int(1)),
            Parameter("label_delim", String?.self, default: nil), Parameter("y_block", Value.self, default: .none),
            Parameter("valid_col", Value.self, default: .none), Common.itemTransforms, Common.batchTransforms,
            Common.batchSize, Common.validBatchSize, Common.isShuffled, Common.workers, Common.kind, Common.device
        ) {
            _, cell, path, file, header, separator, part, seed, names, folder, suffix, labels, delimiter, block, valid,
            items,
            batch, size, validSize, shuffled, workers, kind, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, validSize, shuffled, workers, kind)
            var options = [("header", header)]
            if let separator { options.append(("delimiter", .string(separator))) }
            let frame = try cell.call(
                cell.attribute("read_csv", of: cell.module("pandas")), [.string(path.path + "/" + file)],
                keywords: options)
            let table = FrameColumns(names: names, labels: labels, delimiter: delimiter, valid: valid, suffix: suffix)
            return DataLoadersObject(
                try table.loaders(maker, frame, path.path, folder?.path, target: targetBlock(block, cell), cell))
        }
    }.type

    /// The target of `y_block`; nil where it is not given.
    private static func targetBlock(_ value: Value, _ cell: Interpreter) throws(Raise) -> TargetBlock? {
        if value.isNone { return nil }
        let made = value.object is BlockObject ? value : try cell.call(value, [])
        guard case .target(let target)? = (made.object as? BlockObject)?.content else {
            throw .typeError("y_block is such as CategoryBlock, not \(made.type.name)")
        }
        return target
    }

    static let segmentation = NativeType<DataLoadersObject>(
        "SegmentationDataLoaders", module: "fastai.vision.data", doc: "Loaders of pictures with masks.",
        base: DataLoadersObject.declaration
    ) {
        ClassFunction(
            "from_label_func", doc: "The function gives the path of a picture's mask.",
            Parameter("path", PathArgument.self),
            Parameter("fnames", [PathArgument].self), Parameter("label_func", Value.self), Common.validPart,
            Common.seed,
            Parameter(
                "codes", [Value]?.self, default: nil, doc: "Names of the classes, in the order of the masks' values."),
            Common.itemTransforms, Common.batchTransforms, Common.batchSize, Common.validBatchSize, Common.isShuffled,
            Common.workers, Common.device
        ) { _, cell, path, files, function, part, seed, codes, items, batch, size, valid, shuffled, workers, _ in
            let maker = try make(cell, path, part, seed, items, batch, size, valid, shuffled, workers, .none)
            let names = try (codes ?? []).map { try cell.str($0) }
            return DataLoadersObject(
                try maker.forSegmentation(files.map(\.path), codes: names) { file in
                    let mask = try cell.call(function, [cell.path(file)])
                    return try cell.pathText(mask) ?? cell.str(mask)
                })
        }
    }.type
}

/// The columns of a data frame that hold names and labels.
private struct FrameColumns {
    let names: Value
    let labels: Value
    let delimiter: String?
    let valid: Value
    let suffix: String

    func loaders(
        _ maker: ImageDataLoaders, _ frame: Value, _ path: String, _ folder: String?, target: TargetBlock?,
        _ cell: Interpreter
    ) throws -> PictureLoaders {
        let rows = try cell.rows(of: frame)
        guard !rows.isEmpty else { throw DataBlockError.noItems(source: "the data frame") }
        let base = path + "/" + (folder.map { $0 + "/" } ?? "")
        let reader = try cell.call(
            cell.attribute("ColReader", of: cell.module("fastai.vision.all")), [labels],
            keywords: delimiter.map { [("label_delim", .string($0))] } ?? [])
        let files = try rows.map { base + (try cell.str(cell.field(names, of: $0))) + suffix }
        let found = try rows.map { try cell.label(cell.call(reader, [$0])) }
        let isValid = valid.isNone ? nil : try rows.map { try cell.truth(cell.field(valid, of: $0)) }
        let splitter: Splitter<Int> =
            isValid.map { flags in .function { flags[$0] } }
            ?? .random(validPercent: maker.validPercent, seed: maker.seed)
        let block = DataBlock<Void, Int>(
            getItems: { Array(files.indices) }, getX: { .file(files[$0]) }, getY: { found[$0] }, splitter: splitter,
            target: target ?? (delimiter == nil ? usualTarget(found) : .multiCategory()),
            itemTransforms: maker.itemTransforms, augmentation: maker.augmentation, normalisation: maker.normalisation,
            channels: maker.channels)
        return try block.loaders(from: (), maker.options)
    }

    private func usualTarget(_ labels: [Label]) -> TargetBlock {
        switch labels.first {
        case .number, .numbers: .regression()
        case .several: .multiCategory()
        default: .category()
        }
    }
}

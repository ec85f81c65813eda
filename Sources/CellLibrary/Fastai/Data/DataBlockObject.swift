import CellRuntime
import DataBlocks
import Display
import Pictures

/// fastai's `DataBlock`: a recipe that makes loaders of a source.
final class DataBlockObject: Object, NativeObject {
    var channels = 3
    var target = TargetBlock.category()
    var getItems = Value.none
    var getX = Value.none
    var getY = Value.none
    var split: SplitterArgument
    var itemTransforms: [ItemTransform] = []
    var augmentation: Augmentation?
    var normalisation: Normalisation?

    init(split: SplitterArgument) {
        self.split = split
        super.init(type: Self.declaration)
    }

    override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        [getItems, getX, getY].forEach(visit)
    }

    private static var random: SplitterArgument {
        SplitterArgument { items, _ in try Splitter<Value>.random().split(items) }
    }

    static let declaration: TypeObject = NativeType<DataBlockObject>(
        "DataBlock", module: "fastai.data.block",
        doc: "A recipe that makes loaders of a source: what the items are, "
            + "how they are found, split, labelled and changed."
    ) {
        Constructor(
            Parameter(
                "blocks", [Value]?.self, default: nil, doc: "Input and target, such as (ImageBlock, CategoryBlock)."),
            Parameter("dl_type", Value.self, default: .none), Parameter("getters", [Value]?.self, default: nil),
            Parameter("n_inp", Int?.self, default: nil),
            Parameter(
                "item_tfms", TransformsArgument.self, default: .none, doc: "For each picture, such as Resize(224)."),
            Parameter(
                "batch_tfms", TransformsArgument.self, default: .none, doc: "For each batch, such as aug_transforms()."),
            Parameter("get_items", Value.self, default: .none, doc: "Items of a source, such as get_image_files."),
            Parameter("splitter", SplitterArgument?.self, default: nil, doc: "RandomSplitter() unless given."),
            Parameter("get_y", Value.self, default: .none, doc: "The label of an item."),
            Parameter("get_x", Value.self, default: .none, doc: "The picture of an item.")
        ) { cell, blocks, kind, getters, inputs, items, batch, getItems, splitter, getY, getX in
            if !kind.isNone || (inputs ?? 1) != 1 {
                throw Raise.notImplemented(
                    "DataBlock(dl_type=…, n_inp=…) is not supported: give one input and one target")
            }
            let block = DataBlockObject(split: splitter ?? random)
            try block.take(blocks: blocks ?? [], cell)
            try block.take(items: items, batch: batch)
            block.getItems = getItems
            block.getX = getX.isNone ? getters?.first ?? .none : getX
            block.getY = getY.isNone ? getters?.dropFirst().first ?? .none : getY
            return block
        }
        Method<DataBlockObject>(
            "dataloaders", doc: "Collects, splits and labels the items of a source.", Parameter("source", Value.self),
            Parameter("path", PathArgument?.self, default: nil), Parameter("verbose", Bool.self, default: false),
            Parameter("bs", Int.self, default: 64, doc: "Items of a batch."),
            Parameter("val_bs", Int?.self, default: nil),
            Parameter("shuffle", Bool.self, default: true), Parameter("num_workers", Int?.self, default: nil),
            Parameter("device", DeviceArgument.self, default: DeviceArgument())
        ) { block, cell, source, path, isVerbose, size, validSize, shuffled, workers, _ in
            let options = try LoadingOptions.checked(
                cell, bs: size, validSize, shuffled, workers, path ?? PathArgument(path: "."))
            let recipe = block.recipe(cell)
            if isVerbose { try recipe.summary(of: source, options) { cell.display(.output($0 + "\n")) } }
            return DataLoadersObject(
                try recipe.loaders(from: source, options),
                subject: block.getY.isNone ? nil : try cell.subject(of: block.getY))
        }
        Method<DataBlockObject>(
            "new", doc: "The same recipe with other transforms.",
            Parameter("item_tfms", TransformsArgument?.self, default: nil),
            Parameter("batch_tfms", TransformsArgument?.self, default: nil)
        ) { block, _, items, batch in
            let copy = block.copy()
            if let items { copy.itemTransforms = try items.values.itemTransforms() }
            if let batch { (copy.augmentation, copy.normalisation) = try batch.values.batchTransforms() }
            return copy
        }
        Method<DataBlockObject>(
            "summary", doc: "Goes through the recipe step by step for a source, and shows what comes out.",
            Parameter("source", Value.self), Parameter("bs", Int.self, default: 4),
            Parameter("show_batch", Bool.self, default: false)
        ) { block, cell, source, size, shows in
            let (recipe, options) = (block.recipe(cell), LoadingOptions(batchSize: max(1, size)))
            try recipe.summary(of: source, options) { cell.display(.output($0 + "\n")) }
            if shows { cell.display(.pictures(try recipe.loaders(from: source, options).showBatch())) }
        }
        Method<DataBlockObject>("__repr__") { block, _ in "DataBlock(\(block.target))" }
    }.type

    private func copy() -> DataBlockObject {
        let copy = DataBlockObject(split: split)
        copy.channels = channels
        copy.target = target
        (copy.getItems, copy.getX, copy.getY) = (getItems, getX, getY)
        (copy.itemTransforms, copy.augmentation, copy.normalisation) = (itemTransforms, augmentation, normalisation)
        return copy
    }

    private func take(blocks: [Value], _ cell: Interpreter) throws(Raise) {
        for (place, value) in blocks.enumerated() {
            // fastai takes a block's function as well as what it makes.
            let made = value.object is BlockObject ? value : try cell.call(value, [])
            guard let block = made.object as? BlockObject else {
                throw .typeError("blocks are such as ImageBlock and CategoryBlock, not \(made.type.name)")
            }
            switch block.content {
            case .image(let channels) where place == 0: self.channels = channels
            case .target(let target) where place > 0: self.target = target
            default:
                throw .notImplemented(
                    "\(block.name) as the \(place == 0 ? "input" : "target") of a DataBlock is not supported: pictures go "
                        + "in, and a category, several, numbers or a mask come out")
            }
        }
        if blocks.count > 2 {
            throw .notImplemented("a DataBlock with more than one input and one target is not supported")
        }
    }

    private func take(items: TransformsArgument, batch: TransformsArgument) throws(Raise) {
        itemTransforms = try items.values.itemTransforms()
        (augmentation, normalisation) = try batch.values.batchTransforms()
    }

    /// The recipe with its functions called in cells.
    private func recipe(_ cell: Interpreter) -> DataBlock<Value, Value> {
        let (getItems, getX, getY, split) = (getItems, getX, getY, split)
        return DataBlock<Value, Value>(
            getItems: { source in
                let items = getItems.isNone ? source : try cell.call(getItems, [source])
                return Array(try cell.rows(of: items))
            },
            getX: { item in try cell.pictureSource(getX.isNone ? item : cell.call(getX, [item])) },
            getY: { item in
                try cell.poll()
                return try cell.label(getY.isNone ? item : cell.call(getY, [item]))
            },
            splitter: Splitter { try split.split($0, cell) }, target: target, itemTransforms: itemTransforms,
            augmentation: augmentation, normalisation: normalisation, channels: channels)
    }
}

extension Interpreter {
    /// The items of a list; the rows of a data frame.
    func rows(of value: Value) throws(Raise) -> ContiguousArray<Value> {
        guard let type = value.object?.type, type.lookup("iterrows") != nil else { return try items(of: value) }
        var rows: ContiguousArray<Value> = []
        for pair in try items(of: callMethod("iterrows", of: value)) { rows.append(try item(of: pair, at: .int(1))) }
        return rows
    }
}

extension LoadingOptions {
    static func checked(
        _ cell: Interpreter, bs: Int, _ validSize: Int?, _ shuffled: Bool, _ workers: Int?, _ path: PathArgument
    ) throws(Raise) -> LoadingOptions {
        guard bs > 0, (validSize ?? 1) > 0 else {
            throw .valueError("a batch size is at least 1, not \(min(bs, validSize ?? bs))")
        }
        return LoadingOptions(
            batchSize: bs, validBatchSize: validSize, isShuffled: shuffled, path: path.path,
            workers: workers.map { max(1, $0) }, report: { cell.display($0) })
    }
}

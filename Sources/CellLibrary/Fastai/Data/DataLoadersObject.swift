import CellRuntime
import DataBlocks
import Display
import Pictures
import TabularLearning
import Tensors
import TextLearning

/// fastai's `DataLoaders`: what a learner trains and validates with.
final class DataLoadersObject: Object, NativeObject {
    let loaders: DataLoaders
    /// What a label function that answers True or False asks for, such as "cat" of `is_cat`.
    let subject: String?

    init(_ loaders: DataLoaders, subject: String? = nil) {
        self.loaders = loaders
        self.subject = subject
        super.init(type: Self.declaration)
    }

    /// The loaders as loaders of pictures, for what only those can do.
    func pictures(_ name: String) throws(Raise) -> PictureLoaders {
        guard let pictures = loaders as? PictureLoaders else {
            throw .notImplemented("\(name) is for loaders of pictures")
        }
        return pictures
    }

    static let declaration: TypeObject = NativeType<DataLoadersObject>(
        "DataLoaders", module: "fastai.data.core", doc: "The data that a learner trains and validates with."
    ) {
        TensorLoaders.making
        Method<DataLoadersObject>(
            "show_batch", doc: "Shows some items of a batch with their labels, as the model sees them.",
            Parameter("b", Value.self, default: .none),
            Parameter("max_n", Int?.self, default: nil, doc: "At most so many: 9 pictures, 10 rows."),
            Parameter("nrows", Int?.self, default: nil), Parameter("ncols", Int?.self, default: nil),
            Parameter("figsize", Value.self, default: .none),
            Parameter("unique", Bool.self, default: false, doc: "One item in many versions."),
            Parameter("ctxs", Value.self, default: .none), Parameter("show", Bool.self, default: true)
        ) { object, cell, batch, most, rows, columns, _, unique, contexts, isShown in
            try cell.refuse("show_batch", ("b", batch), ("ctxs", contexts))
            guard isShown else { return }
            if let table = object.loaders as? TableLoaders { return try TableCells.showBatch(table, most ?? 10, cell) }
            if let texts = object.loaders as? TextLoaders { return try TextCells.showBatch(texts, most ?? 10, cell) }
            let most = most ?? 9
            let shown = rows.flatMap { rows in columns.map { rows * $0 } } ?? most
            let wanted = columns ?? rows.map { (min(shown, most) + $0 - 1) / max(1, $0) }
            cell.display(
                .pictures(
                    try object.pictures("show_batch").showBatch(maximum: max(1, shown), unique: unique, columns: wanted)
                ))
        }
        Method<DataLoadersObject>("one_batch", doc: "The first batch of a pass over the training set.") { object, _ in
            try object.loaders.train.oneBatch().value
        }
        Method<DataLoadersObject>(
            "test_dl", doc: "A loader of other items, prepared as in validation.",
            Parameter("test_items", Value.self, doc: "Pictures in a list, or a table."),
            Parameter("with_labels", Bool.self, default: false), Parameter("bs", Int?.self, default: nil)
        ) { object, cell, items, withLabels, size in
            if let table = object.loaders as? TableLoaders {
                return try TableCells.testLoader(table, items, withLabels: withLabels, size, cell)
            }
            if let texts = object.loaders as? TextLoaders { return try TextCells.testLoader(texts, items, size, cell) }
            let sources = try cell.items(of: items).map { try cell.pictureSource($0) }
            if withLabels {
                throw Raise.notImplemented("test_dl(with_labels=True): make loaders with a splitter instead")
            }
            return LoaderObject(try object.pictures("test_dl").testLoader(sources, batchSize: size))
        }
        Property<DataLoadersObject>("train", doc: "The training loader.") { object, _ in
            LoaderObject(object.loaders.train)
        }
        Property<DataLoadersObject>("valid", doc: "The validation loader.") { object, _ in
            LoaderObject(object.loaders.valid)
        }
        Property<DataLoadersObject>("train_ds", doc: "The training items.") { object, _ in
            let pictures = try object.pictures("train_ds")
            return PictureSetObject(pictures.trainSet, pictures)
        }
        Property<DataLoadersObject>("valid_ds", doc: "The validation items.") { object, _ in
            let pictures = try object.pictures("valid_ds")
            return PictureSetObject(pictures.validSet, pictures)
        }
        Property<DataLoadersObject>("vocab", doc: "The classes, each at its index.") { object, cell in
            if let texts = object.loaders as? TextLoaders { return try TextCells.vocabulary(texts, cell) }
            return Value.list((object.loaders.vocabulary?.labels ?? []).map { cell.value(of: $0) })
        }
        Property<DataLoadersObject>("classes", doc: "The values of each categorical column of a table.") {
            object, cell in
            guard let table = object.loaders as? TableLoaders else {
                throw Raise(exceptions.attributeError, "these loaders have no classes; their classes are in dls.vocab")
            }
            return try TableCells.classes(table.recipe, cell)
        }
        Property<DataLoadersObject>("c", doc: "How many numbers a model gives for an item.") { object, _ in
            object.loaders.outputs
        }
        Property<DataLoadersObject>("bs", doc: "Items of a batch.") { object, _ in object.loaders.batchSize }
        Property<DataLoadersObject>("path", doc: "Where a learner puts its files.") { object, cell in
            try cell.path(object.loaders.path)
        }
        Property<DataLoadersObject>("device", doc: "Where tensors live.") { _, _ in "cpu" }
        Property<DataLoadersObject>("bad_pictures", doc: "Files that could not be read and are left out.") {
            object, cell in
            try cell.L(object.pictures("bad_pictures").badPictures.map { try cell.path($0.file) })
        }
        Method<DataLoadersObject>("cpu", doc: "The loaders themselves: tensors are on the CPU.") { object, _ in object }
        Method<DataLoadersObject>("__len__") { _, _ in 2 }
        Method<DataLoadersObject>("__getitem__", Parameter("i", Int.self)) { object, _, place in
            guard (-2..<2).contains(place) else { throw Raise.indexError("loaders are 0, training, and 1, validation") }
            return LoaderObject(place == 0 || place == -2 ? object.loaders.train : object.loaders.valid)
        }
        Method<DataLoadersObject>("__repr__") { object, _ in
            "<DataLoaders of \(object.loaders.train.itemCount) training and \(object.loaders.valid.itemCount) validation items>"
        }
    }.type
}

/// One loader: `dls.train`.
final class LoaderObject: Object, NativeObject {
    let loader: any Loader

    init(_ loader: any Loader) {
        self.loader = loader
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<LoaderObject>(
        "TfmdDL", module: "fastai.data.core", doc: "Gives a data set's batches."
    ) {
        Method<LoaderObject>("one_batch", doc: "The first batch of a pass.") { object, _ in
            try object.loader.oneBatch().value
        }
        Method<LoaderObject>("__len__", doc: "Batches of a pass.") { object, _ in object.loader.batchCount }
        Method<LoaderObject>("__iter__") { object, _ in
            let pass = try object.loader.epoch()
            return ClosureIterator { (_: Interpreter) throws(Raise) -> Value? in
                do { return try pass.next()?.value } catch { throw Raise(error) }
            }
        }
        Property<LoaderObject>("n", doc: "Items of the data set.") { object, _ in object.loader.itemCount }
        Property<LoaderObject>("bs", doc: "Items of a batch.") { object, _ in object.loader.batchSize }
        Method<LoaderObject>("__repr__") { object, _ in
            "<loader of \(object.loader.itemCount) items in \(object.loader.batchCount) batches>"
        }
    }.type
}

/// A loader given as such, or as part of loaders: 0 for training, 1 for validation.
struct LoaderArgument: CellConvertible {
    let loader: any Loader

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> LoaderArgument {
        if let object = value.object as? LoaderObject { return LoaderArgument(loader: object.loader) }
        throw place.mismatch("a loader, such as dls.valid or dls.test_dl(files)", value)
    }
    static var cellTypeName: String { "loader" }
}

extension Batch {
    /// The batch as cells have it: inputs and targets in a tuple.
    var value: Value { .tuple((inputs + targets).map { .object(TensorObject($0)) }) }
}

/// The items of one of the two sets, with their labels: `dls.train_ds`.
final class PictureSetObject: Object, NativeObject {
    let set: PictureSet
    let loaders: PictureLoaders

    init(_ set: PictureSet, _ loaders: PictureLoaders) {
        self.set = set
        self.loaders = loaders
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<PictureSetObject>(
        "Datasets", module: "fastai.data.core", doc: "Items with their labels."
    ) {
        Method<PictureSetObject>("__len__") { object, _ in object.set.count }
        Method<PictureSetObject>("__getitem__", Parameter("i", Int.self)) { object, _, place in
            let index = place < 0 ? place + object.set.count : place
            guard (0..<object.set.count).contains(index) else {
                throw Raise.indexError("there are \(object.set.count) items")
            }
            let picture = try object.set.sources[index].picture()
            return Value.tuple([.object(FastaiPictures.of(picture)), try object.label(index)])
        }
        Property<PictureSetObject>("items", doc: "The files.") { object, cell in
            try cell.L(
                object.set.sources.map { source in
                    if case .file(let path) = source { try cell.path(path) } else { .string(source.name) }
                })
        }
        Property<PictureSetObject>("vocab", doc: "The classes.") { object, cell in
            Value.list((object.loaders.vocabulary?.labels ?? []).map { cell.value(of: $0) })
        }
        Method<PictureSetObject>("__repr__") { object, _ in "<\(object.set.count) items>" }
    }.type

    private func label(_ index: Int) throws -> Value {
        switch set.targets {
        case .none: .none
        case .categories(let indices): .object(TensorObject(try Tensor(indices[index])))
        case .several(let lists, let classes):
            .object(TensorObject(try Tensor((0..<classes).map { lists[index].contains($0) ? Float(1) : 0 })))
        case .numbers(let rows): .object(TensorObject(try Tensor(rows[index])))
        case .masks(let masks, _): .object(FastaiPictures.of(try masks[index].picture()))
        }
    }
}

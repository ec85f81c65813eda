import CellRuntime
import DataBlocks
import Tensors

/// Loaders of tensors that cells made: `DataLoaders(DataLoader(list(zip(x, y)), bs=64), …)`.
final class TensorLoaders: DataLoaders {
    /// What cells give as data: columns of tensors with the items along dimension 0, and where it was given so.
    private static func columns(_ data: Value, _ cell: Interpreter) throws -> [Tensor] {
        if let set = data.object as? TensorDataSet { return set.tensors }
        var columns: [[Value]] = []
        for item in try cell.items(of: data) {
            let parts = item.object is Tuple || item.object is List ? try Array(cell.items(of: item)) : [item]
            if columns.isEmpty { columns = Array(repeating: [], count: parts.count) }
            guard parts.count == columns.count else {
                throw Raise.valueError("an item has \(parts.count) parts, and the first has \(columns.count)")
            }
            for (index, part) in parts.enumerated() { columns[index].append(part) }
        }
        guard let count = columns.first?.count, count > 0 else { throw Raise.valueError("there are no items") }
        return try columns.map { values in
            let tensors = values.compactMap { ($0.object as? TensorObject)?.tensor }
            if tensors.count == values.count { return try Tensor.stack(tensors, 0) }
            return try NestedValues(.list(values), cell).tensor(nil, floating: .float32)
        }
    }

    /// The last column is what is to be predicted, where there are several.
    static func loader(_ data: Value, size: Int, shuffled: Bool, dropsLast: Bool, _ cell: Interpreter) throws
        -> TensorLoader
    {
        guard size > 0 else {
            throw Raise.valueError("batch_size should be a positive integer value, but got batch_size=\(size)")
        }
        let columns = try columns(data, cell)
        let inputs = columns.count > 1 ? Array(columns.dropLast()) : columns
        return try TensorLoader(
            inputs: inputs, targets: columns.count > 1 ? [columns[columns.count - 1]] : [], batchSize: size,
            isShuffled: shuffled, dropsLast: dropsLast)
    }

    init(train: any Loader, valid: any Loader, path: String) {
        super.init(train: train, valid: valid, target: .regression(outputs: 1), path: path)
    }

    override func inOrder(training: Bool) -> any Loader {
        let loader = training ? train : valid
        return (loader as? TensorLoader)?.ordered ?? loader
    }

    /// fastai's `DataLoader`.
    static var fastaiLoader: Member {
        Function(
            "DataLoader", doc: "Gives items in batches: tuples of tensors, the last of them the target.",
            Parameter("dataset", Value.self, doc: "Such as list(zip(x, y))."), Parameter("bs", Int?.self, default: nil),
            Parameter("batch_size", Int?.self, default: nil), Parameter("shuffle", Bool.self, default: false),
            Parameter("drop_last", Bool.self, default: false)
        ) { cell, data, size, longer, shuffles, drops in
            LoaderObject(
                try loader(data, size: longer ?? size ?? 64, shuffled: shuffles, dropsLast: drops, cell))
        }
    }

    /// PyTorch's `DataLoader`, whose batches are of one item unless told otherwise.
    static var torchLoader: Member {
        Function(
            "DataLoader", doc: "Gives items in batches: tuples of tensors, the last of them the target.",
            Parameter("dataset", Value.self), Parameter("batch_size", Int.self, default: 1),
            Parameter("shuffle", Bool.self, default: false), Parameter("drop_last", Bool.self, default: false)
        ) { cell, data, size, shuffles, drops in
            LoaderObject(try loader(data, size: size, shuffled: shuffles, dropsLast: drops, cell))
        }
    }

    /// `DataLoaders(train, valid)`, `DataLoaders.from_dsets(train, valid, bs=64)`
    @MembersBuilder static var making: [Member] {
        Constructor(
            Parameter("path", PathArgument.self, .keywordOnly, default: PathArgument(path: ".")),
            Parameter("loaders", Variadic.self)
        ) { cell, path, loaders in
            let list = try loaders.values.map { value in
                try LoaderArgument.convert(
                    value, ArgumentPlace(function: "DataLoaders", parameter: "loaders", position: 1, cell: cell)
                ).loader
            }
            guard list.count == 2 else {
                throw Raise.typeError("DataLoaders takes a loader for training and one for validation")
            }
            return DataLoadersObject(TensorLoaders(train: list[0], valid: list[1], path: path.path))
        }
        ClassFunction(
            "from_dsets", doc: "Loaders of a training and a validation set.", Parameter("train", Value.self),
            Parameter("valid", Value.self), Parameter("bs", Int.self, default: 64),
            Parameter("path", PathArgument.self, default: PathArgument(path: "."))
        ) { _, cell, train, valid, size, path in
            DataLoadersObject(
                TensorLoaders(
                    train: try loader(train, size: size, shuffled: true, dropsLast: true, cell),
                    valid: try loader(valid, size: size, shuffled: false, dropsLast: false, cell), path: path.path))
        }
    }
}

/// `torch.utils.data.TensorDataset`
final class TensorDataSet: Object, NativeObject {
    let tensors: [Tensor]

    init(_ tensors: [Tensor]) {
        self.tensors = tensors
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<TensorDataSet>(
        "TensorDataset", module: "torch.utils.data", doc: "Items along the first dimension of tensors.", isBase: false
    ) {
        Constructor(Parameter("tensors", Variadic.self)) { cell, values in
            let tensors = try values.values.map { value in
                try Tensor.convert(
                    value, ArgumentPlace(function: "TensorDataset", parameter: "tensors", position: 1, cell: cell))
            }
            guard Set(tensors.map { $0.shape.first ?? 0 }).count == 1 else {
                throw Raise(exceptions.assertionError, "Size mismatch between tensors")
            }
            return TensorDataSet(tensors)
        }
        Property<TensorDataSet>("tensors", doc: "The tensors themselves.") { set, _ in
            Value.tuple(set.tensors.map { .object(TensorObject($0)) })
        }
        Method<TensorDataSet>("__len__") { set, _ in set.tensors.first?.shape.first ?? 0 }
        Method<TensorDataSet>("__getitem__", Parameter("index", Int.self)) { set, _, index in
            let count = set.tensors.first?.shape.first ?? 0
            guard (-count..<count).contains(index) else {
                throw Raise.indexError("index \(index) is out of bounds for \(count) items")
            }
            return Value.tuple(
                try set.tensors.map { .object(TensorObject(try $0.select(0, index < 0 ? index + count : index))) })
        }
    }.type
}

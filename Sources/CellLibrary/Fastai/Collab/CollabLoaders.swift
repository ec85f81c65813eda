import CellRuntime
import DataBlocks
import TabularLearning

/// fastai's `CollabDataLoaders`.
enum CollabLoaders {
    private static var part: Parameter<Double> {
        Parameter("valid_pct", Double.self, default: 0.2, doc: "Share that validates.")
    }
    private static var user: Parameter<String?> {
        Parameter("user_name", String?.self, default: nil, doc: "Column of who rated; else the first.")
    }
    private static var item: Parameter<String?> {
        Parameter("item_name", String?.self, default: nil, doc: "Column of what was rated; else the second.")
    }
    private static var rating: Parameter<String?> {
        Parameter("rating_name", String?.self, default: nil, doc: "Column of ratings; else the third.")
    }
    private static var seed: Parameter<Int?> {
        Parameter("seed", Int?.self, default: nil, doc: "Of the split.")
    }
    private static var path: Parameter<PathArgument> {
        Parameter("path", PathArgument.self, default: PathArgument(path: "."), doc: "Where a learner puts its files.")
    }

    private static func make(
        _ table: DataTable, _ part: Double, _ columns: RatingColumns, _ seed: Int?, _ options: LoadingOptions
    ) throws -> DataLoadersObject {
        guard (0..<1).contains(part) else { throw Raise.valueError("valid_pct is a share from 0 to 1, not \(part)") }
        let split = try Splitter.random(validPercent: part, seed: seed).split(Array(0..<table.rowCount))
        return DataLoadersObject(try TableLoaders.ratings(table, columns, split: split, options))
    }

    static let declaration = NativeType<DataLoadersObject>(
        "CollabDataLoaders", module: "fastai.collab", doc: "Loaders of ratings: who rated what, and how.",
        base: DataLoadersObject.declaration
    ) {
        ClassFunction(
            "from_df", doc: "The ratings of a data frame.", Parameter("ratings", FrameObject.self), part, user, item,
            rating, seed, path, ImageLoaders.Common.batchSize, ImageLoaders.Common.validBatchSize,
            ImageLoaders.Common.isShuffled, ImageLoaders.Common.device
        ) { _, cell, frame, part, user, item, rating, seed, path, size, validSize, shuffled, _ in
            try make(
                frame.table(for: cell), part, RatingColumns(user: user, item: item, rating: rating), seed,
                .checked(cell, bs: size, validSize, shuffled, nil, path))
        }
        ClassFunction(
            "from_csv", doc: "The ratings of a CSV file.", Parameter("csv", PathArgument.self), part, user, item,
            rating, seed, path, ImageLoaders.Common.batchSize, ImageLoaders.Common.validBatchSize,
            ImageLoaders.Common.isShuffled, ImageLoaders.Common.device
        ) { _, cell, file, part, user, item, rating, seed, path, size, validSize, shuffled, _ in
            try make(
                CSV.read(file.path), part, RatingColumns(user: user, item: item, rating: rating), seed,
                .checked(cell, bs: size, validSize, shuffled, nil, path))
        }
    }.type
}

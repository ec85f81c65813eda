import DataBlocks
import Tensors

/// Which columns of a table of ratings mean what; nil takes the first, the second and the third.
public struct RatingColumns: Sendable {
    public var user: String?
    public var item: String?
    public var rating: String?

    public init(user: String? = nil, item: String? = nil, rating: String? = nil) {
        (self.user, self.item, self.rating) = (user, item, rating)
    }
}

extension TableLoaders {
    /// Loaders of ratings: who rated what, and how. fastai's `CollabDataLoaders`.
    ///
    /// Batches have one input, int64 `[n, 2]` of user and item, and ratings `[n, 1]`.
    ///
    /// - Throws: `DataBlockError` for columns that are not there; ``TableError`` for ratings that are no numbers.
    public static func ratings(
        _ table: DataTable, _ columns: RatingColumns = RatingColumns(), split: Split,
        _ options: LoadingOptions = LoadingOptions()
    ) throws -> TableLoaders {
        let given = [columns.user, columns.item, columns.rating]
        let names = try given.enumerated().map { place, name in
            if let name {
                _ = try table[.name(name)]
                return name
            }
            guard table.names.indices.contains(place) else {
                throw TableError.setting(
                    "ratings are a table of user, item and rating, and this one has "
                        + "\(table.names.count) \(table.names.count == 1 ? "column" : "columns")")
            }
            return table.names[place]
        }
        let settings = TableSettings(
            categories: [names[0], names[1]], targets: [names[2]], steps: [.categorify], target: .regression)
        let prepared = try PreparedTable(table, settings, split: split)
        for note in prepared.encoded.notes { options.report(.message(note)) }
        return try TableLoaders(prepared, options, hasNumbers: false)
    }

    /// The users, or the items, with their indices.
    func map(isItem: Bool) throws -> CategoryMap {
        let name = recipe.categories[isItem ? 1 : 0]
        guard let map = recipe.classes[name] else { throw TableError.notIndices(column: name) }
        return map
    }
}

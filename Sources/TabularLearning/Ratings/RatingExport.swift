import DataBlocks
import Display
import Layers
import Training

/// What an export of a learner of ratings says beside the weights.
private struct RatingDescription: Codable {
    static let current = 1
    var format = current
    var recipe: TableRecipe
    var settings: RatingSettings
    var sizes: [EmbeddingSize]
}

extension RatingLearner: ExportableLearner {
    public static let exportKind = "ratings"

    @discardableResult
    public func export(_ name: String = "export.pkl") throws -> String {
        let file = exportPath(name)
        let description = RatingDescription(recipe: ratings.recipe, settings: settings, sizes: sizes)
        try ExportFile.write(description, kind: Self.exportKind, weights: model.stateDict, to: file)
        return file
    }

    /// Opens an export for predicting. The data is empty.
    ///
    /// - Throws: `ExportError`.
    public static func load(
        _ file: ExportFile, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws -> RatingLearner {
        let description = try file.decode(RatingDescription.self, newest: RatingDescription.current)
        let (recipe, settings, sizes) = (description.recipe, description.settings, description.sizes)
        try recipe.check(file)
        guard sizes.count == 2, recipe.categories.count == 2,
            zip(sizes, recipe.categories).allSatisfy({ $0.entries == recipe.classes[$1]?.count })
        else { throw file.damaged("its embeddings are not those of its users and items") }
        if settings.network == nil {
            try file.check("u_weight.weight", hasShape: [sizes[0].entries, settings.factors])
            try file.check("i_weight.weight", hasShape: [sizes[1].entries, settings.factors])
        } else {
            for (place, size) in sizes.enumerated() {
                try file.check("embeds.\(place).weight", hasShape: [size.entries, size.width])
            }
            for width in settings.network?.layers ?? [] {
                guard file.weights.contains(where: { $0.tensor.shape.first == width }) else {
                    throw file.damaged("its layers are not of the widths that it says")
                }
            }
        }
        let learner = try RatingLearner(
            TableLoaders(recipe, hasNumbers: false), settings, sizes: sizes, display: display)
        try learner.model.load(file.weights)
        learner.model.eval()
        return learner
    }
}

import DataBlocks
import Display
import Layers
import Training

/// What an export of a table's learner says beside the weights.
private struct TableDescription: Codable {
    static let current = 1
    var format = current
    var recipe: TableRecipe
    var settings: TableModelSettings
    var sizes: [EmbeddingSize]
    var outputs: Int
}

extension TableLearner: ExportableLearner {
    public static let exportKind = "table"

    @discardableResult
    public func export(_ name: String = "export.pkl") throws -> String {
        let file = exportPath(name)
        let description = TableDescription(recipe: table.recipe, settings: settings, sizes: sizes, outputs: outputs)
        try ExportFile.write(description, kind: Self.exportKind, weights: model.stateDict, to: file)
        return file
    }

    /// Opens an export for predicting. The data is empty.
    ///
    /// - Throws: `ExportError`.
    public static func load(
        _ file: ExportFile, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws -> TableLearner {
        let description = try file.decode(TableDescription.self, newest: TableDescription.current)
        let (recipe, settings) = (description.recipe, description.settings)
        try recipe.check(file)
        guard description.sizes.count == recipe.categories.count,
            zip(description.sizes, recipe.categories).allSatisfy({ $0.entries == recipe.classes[$1]?.count })
        else { throw file.damaged("its embeddings are not those of its columns") }
        for (place, size) in description.sizes.enumerated() {
            try file.check("embeds.\(place).weight", hasShape: [size.entries, size.width])
        }
        // Before a network of such widths is made.
        for width in settings.layers + [description.outputs] {
            guard file.weights.contains(where: { $0.tensor.shape.first == width }) else {
                throw file.damaged("its layers are not of the widths that it says")
            }
        }
        let data = try TableLoaders(recipe, hasNumbers: true)
        let learner = try TableLearner(
            data, settings, sizes: description.sizes, outputs: description.outputs, display: display)
        try learner.model.load(file.weights)
        learner.model.eval()
        return learner
    }
}

extension TableRecipe {
    /// Refuses a recipe whose parts contradict each other.
    func check(_ file: ExportFile) throws {
        let names = categories + numbers + targets
        guard Set(names).count == names.count, !targets.isEmpty,
            flagged.allSatisfy({ numbers.contains($0) && categories.contains($0 + Self.flag) }),
            target != .category || (vocabulary?.count ?? 0) > 0
        else { throw file.damaged("its columns contradict each other") }
    }
}

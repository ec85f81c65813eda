import DataBlocks
import Tensors
import Training

/// How much worse a model gets when a column's values are dealt out anew among the rows.
public struct ColumnImportance: Sendable, Equatable {
    public let column: String
    /// By how much the loss rises.
    public let lossRise: Double
    /// By how much a metric changes, if the learner has one.
    public let metricChange: Double?
}

extension TableLearner {
    /// The importance of each column by permutation (Breiman, 2001) on the validation rows, most important first.
    ///
    /// The column that says where a number was missing moves together with the number.
    ///
    /// - Parameter repeats: Permutations of each column, whose mean counts.
    public func importance(repeats: Int = 3) throws -> [ColumnImportance] {
        let rows = try table.gathered()
        let base = try measured(rows)
        var found: [ColumnImportance] = []
        for name in table.recipe.categories + table.recipe.numbers where !table.recipe.isFlag(name) {
            var (rise, change) = (0.0, 0.0)
            for _ in 0..<max(1, repeats) {
                try Interruption.check()
                let order = try Tensor.randperm(rows.categories.shape[0])
                let now = try measured(table.recipe.permuting(name, of: rows, order))
                rise += (now.loss - base.loss) / Double(max(1, repeats))
                change += ((now.metric ?? 0) - (base.metric ?? 0)) / Double(max(1, repeats))
            }
            found.append(
                ColumnImportance(column: name, lossRise: rise, metricChange: base.metric == nil ? nil : change))
        }
        return found.sorted { $0.lossRise > $1.lossRise }
    }

    private func measured(_ rows: EncodedTable) throws -> (loss: Double, metric: Double?) {
        let loader = try TensorLoader(
            inputs: [rows.categories, rows.numbers], targets: rows.targets, batchSize: 1024)
        let values = try validate(loader)
        return (values.first.flatMap(\.self) ?? 0, values.dropFirst().first.flatMap(\.self))
    }
}

extension TableLoaders {
    /// All validation rows at once.
    func gathered() throws -> EncodedTable {
        let pass = try valid.epoch()
        var batches: [Batch] = []
        while let batch = try pass.next() { batches.append(batch) }
        guard !batches.isEmpty else { throw DataBlockError.emptySplit(training: false, items: 0) }
        return EncodedTable(
            categories: try Tensor.cat(batches.map { $0.inputs[0] }),
            numbers: try Tensor.cat(batches.map { $0.inputs[1] }),
            targets: [try Tensor.cat(batches.map { $0.targets[0] })], notes: [])
    }
}

extension TableRecipe {
    /// Whether a column only says where another was missing.
    func isFlag(_ name: String) -> Bool { flagged.contains { $0 + Self.flag == name } }

    /// Rows with a column's values in another order.
    func permuting(_ name: String, of rows: EncodedTable, _ order: Tensor) throws -> EncodedTable {
        func permuted(_ tensor: Tensor, _ place: Int) throws -> Tensor {
            let copy = try tensor.clone()
            _ = try copy.select(1, place).copy_(tensor.select(1, place).indexSelect(0, order))
            return copy
        }
        var (categories, numbers) = (rows.categories, rows.numbers)
        for (place, column) in self.categories.enumerated() where column == name || column == name + Self.flag {
            categories = try permuted(categories, place)
        }
        for (place, column) in self.numbers.enumerated() where column == name {
            numbers = try permuted(numbers, place)
        }
        return EncodedTable(categories: categories, numbers: numbers, targets: rows.targets, notes: [])
    }
}

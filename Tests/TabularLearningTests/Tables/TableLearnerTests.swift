import DataBlocks
import Display
import Foundation
import Tensors
import Testing
import Training

@testable import TabularLearning

@Suite(.serialized) struct TableLearnerTests {
    /// A learner that was trained a little.
    private func trained(path: String, display: @escaping (DisplayEvent) -> Void = { _ in }) throws -> TableLearner {
        try RandomNumbers.seed(4)
        let learner = try TableLearner(
            People.loaders(batchSize: 8, path: path),
            metrics: [AverageMetric("accuracy") { try Metrics.accuracy($0, $1) }], display: display)
        try learner.fitOneCycle(12, peak: 0.02)
        return learner
    }

    @Test func learnsPredictsExportsAndLoads() throws {
        try withFolder { folder in
            let learner = try trained(path: folder)
            let accuracy = try #require(learner.recorder.values.last?[2])
            #expect(accuracy >= 0.75)
            let rows = try People.table().rows([50, 51, 52])
            let said = try learner.predict(rows)
            #expect(said.outputs.shape == [3, 2])
            #expect(said.classes == ["no", "yes"])
            #expect(said.rows.names == ["work", "rooms", "member", "age_na", "age", "hours", "rich"])
            let (indices, names) = (try said.decoded.array(of: Int.self), try said.rows["rich"])
            #expect(names == .texts(indices.map { ["no", "yes"][$0] }))
            // In a pass over the set, and row by row, the same.
            let whole: [Double] = try learner.predictions().outputs.array()
            #expect(agree(try said.outputs.array(), Array(whole[4..<10])))

            let file = try learner.export()
            let loaded = try TableLearner.load(ExportFile(contentsOf: file))
            #expect(try loaded.predict(rows).outputs.array(of: Double.self) == said.outputs.array(of: Double.self))
            #expect(loaded.table.recipe == learner.table.recipe)
            #expect(loaded.data.valid.itemCount == 0)
        }
    }

    @Test func showsRowsInTheirOwnWords() throws {
        try withFolder { folder in
            let learner = try trained(path: folder)
            let shown = try learner.table.showBatch(maximum: 4)
            #expect(shown.columns == ["", "work", "rooms", "member", "age_na", "age", "hours", "rich"])
            #expect(shown.rows.count == 4)
            let table = try People.table()
            for row in shown.rows {
                let place = try #require(Int(row[0]))
                #expect(People.split.train.contains(place))
                #expect(try row[6] == TableText.number(table["hours"].doubles("hours")[place]))
                #expect(try row[7] == table["rich"].label(place)?.name)
            }
            let results = try learner.showResults(maximum: 3)
            #expect(results.columns.suffix(2) == ["rich", "rich_pred"])
            #expect(results.rows.map(\.first) == ["48", "49", "50"])
        }
    }

    @Test func theColumnThatDecidesIsTheMostImportant() throws {
        try RandomNumbers.seed(1)
        let count = 400
        let noise: [Double] = try Tensor.rand([count * 2]).array()
        let table = try DataTable([
            ("signal", .numbers(Array(noise[..<count]))), ("noise", .numbers(Array(noise[count...]))),
            ("kind", .texts((0..<count).map { ["a", "b"][$0 % 2] })),
            ("y", .texts((0..<count).map { noise[$0] > 0.5 ? "high" : "low" })),
        ])
        let settings = TableSettings(categories: ["kind"], numbers: ["noise", "signal"], targets: ["y"])
        let data = try PreparedTable(
            table, settings, split: Split(train: Array(0..<300), valid: Array(300..<count))
        ).loaders(LoadingOptions(batchSize: 32))
        let learner = try TableLearner(data, metrics: [AverageMetric("accuracy") { try Metrics.accuracy($0, $1) }])
        try learner.fitOneCycle(3, peak: 0.01)
        let found = try learner.importance()
        #expect(found.map(\.column).sorted() == ["kind", "noise", "signal"])
        #expect(found[0].column == "signal")
        #expect(found[0].lossRise > 0.3)
        #expect(try #require(found[0].metricChange) < -0.2)
        #expect(abs(found[1].lossRise) < 0.1)
    }

    @Test func targetsOutsideTheRangeAreTold() throws {
        var told: [String] = []
        var settings = TableModelSettings()
        settings.range = .init(0, 1000)
        _ = try TableLearner(People.loaders("pay"), settings) { event in
            if case .message(let words) = event { told.append(words) }
        }
        #expect(told.count == 1)
        #expect(told.first?.contains("values of 'pay' lie outside y_range=(0, 1000)") == true)
        settings.range = .init(3, 1)
        #expect(throws: TableError.self) { try TableLearner(People.loaders("pay"), settings) }
    }

    @Test func hostileExportsAreRefused() throws {
        try withFolder { folder in
            let learner = try trained(path: folder)
            let good = try learner.export("good.pkl")
            let weights = try ExportFile(contentsOf: good).weights
            /// The description of the good file with one part changed.
            func altered(_ old: String, _ new: String) throws -> ExportFile {
                let file = folder + "/bad.pkl"
                let value = try WeightFile.read(good)
                guard case .string(let text)? = value["nuthatch_export"] else { throw ExportError.notAnExport(good) }
                #expect(text.contains(old))
                let changed = text.replacing(old, with: new)
                try WeightFile.writePth(
                    .dictionary([
                        .init(.string("nuthatch_export"), .string(changed)),
                        .init(.string("nuthatch_kind"), .string("table")),
                        .init(.string("model"), WeightValue(weights)),
                    ]), to: file)
                return try ExportFile(contentsOf: file)
            }
            for (old, new) in [
                ("\"entries\":4", "\"entries\":4000000000"), ("\"layers\":[200,100]", "\"layers\":[200,9000000000]"),
                ("\"outputs\":2", "\"outputs\":77777777777"), ("\"targets\":[\"rich\"]", "\"targets\":[]"),
                ("\"flagged\":[\"age\"]", "\"flagged\":[\"x\"]"), ("\"format\":1", "\"format\":2"),
                ("\"sizes\":", "\"sized\":"),
            ] {
                #expect(throws: ExportError.self, "\(new)") { try TableLearner.load(altered(old, new)) }
            }
        }
    }
}

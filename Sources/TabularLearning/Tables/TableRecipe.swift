import DataBlocks
import Foundation
import Tensors

/// How the rows of a table become tensors, as the training rows taught it: classes, fillings, means and deviations.
public struct TableRecipe: Sendable, Codable, Equatable {
    /// The categorical columns, those that say where a number was missing included.
    public let categories: [String]
    public let numbers: [String]
    public let targets: [String]
    public let target: TargetKind
    /// The classes of the target.
    public let vocabulary: Vocabulary?
    /// The values of each categorical column; none where its indices were given as such.
    public let classes: [String: CategoryMap]
    /// What stands in for a missing number; empty without the step that fills.
    public let fills: [String: Double]
    /// Columns of numbers beside which a column says where they were missing.
    public let flagged: [String]
    /// Empty without normalisation.
    public let means: [String: Double]
    public let deviations: [String: Double]

    /// The suffix of columns that say where a number was missing.
    static let flag = "_na"

    /// Learns from the training rows of a table.
    ///
    /// - Throws: ``TableError``; `DataBlockError` for columns that are not there.
    public init(_ table: DataTable, _ settings: TableSettings, split: Split) throws {
        guard !settings.targets.isEmpty else { throw TableError.noTarget }
        guard !settings.categories.isEmpty || !settings.numbers.isEmpty else { throw TableError.noColumns }
        var seen = Set<String>()
        for name in settings.categories + settings.numbers + settings.targets where !seen.insert(name).inserted {
            throw TableError.twice(column: name)
        }
        guard !split.train.isEmpty else { throw DataBlockError.emptySplit(training: true, items: table.rowCount) }
        numbers = settings.numbers
        targets = settings.targets
        let fitted = try NumberFit(table, settings, rows: split.train)
        (fills, flagged, means, deviations) = (fitted.fills, fitted.flagged, fitted.means, fitted.deviations)
        categories = settings.categories + flagged.map { $0 + Self.flag }
        var classes: [String: CategoryMap] = [:]
        if settings.steps.contains(.categorify) {
            for name in settings.categories {
                classes[name] = CategoryMap(try table[.name(name)], trainingRows: split.train)
            }
            for name in flagged { classes[name + Self.flag] = CategoryMap([.bool(false), .bool(true)]) }
        }
        self.classes = classes
        (target, vocabulary) = try Self.target(table, settings, rows: split.train)
    }

    private static func target(
        _ table: DataTable, _ settings: TableSettings, rows: [Int]
    ) throws -> (TargetKind, Vocabulary?) {
        let columns = try settings.targets.map { try table[.name($0)] }
        var wanted = settings.target
        if case .inferred = wanted { wanted = columns.allSatisfy(\.isNumeric) ? .regression : .category() }
        switch wanted {
        case .category(let given):
            guard columns.count == 1 else {
                throw TableError.setting("classes are in one column, and y_names names \(columns.count)")
            }
            let vocabulary =
                given.map { Vocabulary($0) } ?? Vocabulary(sorting: rows.compactMap { columns[0].label($0) })
            if vocabulary.count == 1 { throw DataBlockError.oneClass(vocabulary.names[0], items: rows.count) }
            return (.category, vocabulary)
        case .encodedMultiCategory:
            return (.multiCategory, Vocabulary(settings.targets.map(Label.text)))
        case .regression, .inferred: return (.regression(outputs: columns.count), nil)
        }
    }
}

/// What the training rows say about columns of numbers.
private struct NumberFit {
    var fills: [String: Double] = [:]
    var flagged: [String] = []
    var means: [String: Double] = [:]
    var deviations: [String: Double] = [:]

    init(_ table: DataTable, _ settings: TableSettings, rows: [Int]) throws {
        let normalises = settings.steps.contains(.normalise)
        for name in settings.numbers {
            let all = try table[.name(name)].doubles(name)
            var values = rows.map { all[$0] }
            let missing = values.count(where: \.isNaN)
            for case .fillMissing(let strategy, let addsColumn) in settings.steps {
                let fill = strategy.value(values, name)
                fills[name] = fill
                if missing > 0, addsColumn { flagged.append(name) }
                values = values.map { $0.isNaN ? fill : $0 }
            }
            guard normalises else { continue }
            let present = values.filter { !$0.isNaN }
            let mean = present.reduce(0, +) / Double(max(1, present.count))
            let variance = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, present.count))
            means[name] = mean
            // fastai's guard against columns without spread.
            deviations[name] = variance.squareRoot() + 1e-7
        }
    }
}

extension FillStrategy {
    func value(_ values: [Double], _ column: String) -> Double {
        let present = values.filter { !$0.isNaN }
        switch self {
        case .constant(let fills): return fills[column] ?? 0
        case .median:
            guard !present.isEmpty else { return 0 }
            let sorted = present.sorted()
            let half = sorted.count / 2
            return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
        case .mode:
            var counts: [Double: Int] = [:]
            for value in present { counts[value, default: 0] += 1 }
            // Of equally frequent ones the smallest, so that runs repeat.
            return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
        }
    }
}

extension Column {
    /// Whether pandas counts its type as numbers; True and False do not count.
    var isNumeric: Bool {
        switch self {
        case .ints, .numbers: true
        case .bools, .texts: false
        }
    }

    /// The values as numbers, missing ones not a number.
    func doubles(_ name: String) throws -> [Double] {
        switch self {
        case .ints(let values): return values.map(Double.init)
        case .numbers(let values): return values
        case .bools(let values): return values.map { $0 ? 1 : 0 }
        case .texts(let values):
            if let row = values.firstIndex(where: { $0 != nil }), let value = values[row] {
                throw TableError.notNumbers(column: name, value: String(value.prefix(40)), row: row)
            }
            return values.map { _ in .nan }
        }
    }
}

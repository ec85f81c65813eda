import DataBlocks
import Tensors

/// Rows of a table as a model takes them.
public struct EncodedTable {
    /// Indices of the categories, int64 `[rows, categories]`.
    public let categories: Tensor
    /// Float32 `[rows, numbers]`.
    public let numbers: Tensor
    /// One tensor: int64 `[rows, 1]` for classes, float32 `[rows, targets]` for numbers; none for rows without targets.
    public let targets: [Tensor]
    /// What is told about the rows: values that training did not have.
    public let notes: [String]

    /// Some of the rows.
    func rows(_ places: [Int]) throws -> EncodedTable {
        let index = try Tensor(places)
        return EncodedTable(
            categories: try categories.indexSelect(0, index), numbers: try numbers.indexSelect(0, index),
            targets: try targets.map { try $0.indexSelect(0, index) }, notes: notes)
    }
}

extension TableRecipe {
    /// Turns rows into tensors.
    ///
    /// - Parameter withTargets: Whether the target columns must be there and whole.
    /// - Throws: ``TableError``; `DataBlockError` for columns that are not there, and for classes that are not known.
    public func encode(_ table: DataTable, withTargets: Bool) throws -> EncodedTable {
        var notes: [String] = []
        let (numbers, missing) = try encodeNumbers(table, &notes)
        let categories = try encodeCategories(table, missing, &notes)
        return EncodedTable(
            categories: categories, numbers: numbers, targets: withTargets ? [try encodeTargets(table)] : [],
            notes: notes)
    }

    private func encodeNumbers(
        _ table: DataTable, _ notes: inout [String]
    ) throws -> (values: Tensor, missing: [String: [Bool]]) {
        let rows = table.rowCount
        var values = [Float](repeating: 0, count: rows * numbers.count)
        var missing: [String: [Bool]] = [:]
        for (place, name) in numbers.enumerated() {
            let column = try table[.name(name)].doubles(name)
            let gaps = column.count(where: \.isNaN)
            let (mean, deviation) = (means[name] ?? 0, deviations[name] ?? 1)
            if gaps > 0, fills[name] == nil { throw TableError.missing(column: name, count: gaps) }
            let fill = fills[name] ?? 0
            for row in 0..<rows {
                let value = column[row].isNaN ? fill : column[row]
                values[row * numbers.count + place] = Float((value - mean) / deviation)
            }
            if flagged.contains(name) {
                missing[name] = column.map(\.isNaN)
            } else if gaps > 0 {
                notes.append(
                    "'\(name)' lacks \(gaps) \(gaps == 1 ? "value" : "values"), and lacked none in training: "
                        + "\(TableText.number(fill)) stands in")
            }
        }
        return (try Tensor(values, shape: [rows, numbers.count]), missing)
    }

    private func encodeCategories(
        _ table: DataTable, _ missing: [String: [Bool]], _ notes: inout [String]
    ) throws -> Tensor {
        let rows = table.rowCount
        var codes = [Int](repeating: 0, count: rows * categories.count)
        for (place, name) in categories.enumerated() {
            let flagged = name.hasSuffix(Self.flag) ? missing[String(name.dropLast(Self.flag.count))] : nil
            let column = try flagged.map(Column.bools) ?? table[.name(name)]
            guard let map = classes[name] else {
                guard case .ints(let values) = column, values.allSatisfy({ $0 >= 0 }) else {
                    throw TableError.notIndices(column: name)
                }
                for row in 0..<rows { codes[row * categories.count + place] = values[row] }
                continue
            }
            let (found, unknown) = map.encode(column)
            for row in 0..<rows { codes[row * categories.count + place] = found[row] }
            if let note = Self.note(unknown, name) { notes.append(note) }
        }
        return try Tensor(codes, shape: [rows, categories.count])
    }

    /// What is said about values that training did not have.
    private static func note(_ unknown: [Label: Int], _ column: String) -> String? {
        guard !unknown.isEmpty else { return nil }
        let names = unknown.keys.map(\.name).sorted()
        let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
        let rows = unknown.values.reduce(0, +)
        return "'\(column)': \(shown) \(names.count == 1 ? "is" : "are") not among the training rows "
            + "(\(rows) \(rows == 1 ? "row" : "rows")): counted as unknown, \(CategoryMap.unknown)"
    }

    private func encodeTargets(_ table: DataTable) throws -> Tensor {
        let rows = table.rowCount
        switch target {
        case .category:
            let column = try table[.name(targets[0])]
            var codes = [Int](repeating: 0, count: rows)
            var missing = 0
            for row in 0..<rows {
                guard let label = column.label(row) else {
                    missing += 1
                    continue
                }
                guard let code = vocabulary?.index(of: label) else {
                    throw DataBlockError.unseenLabel(
                        label.name, item: "row \(row)", known: vocabulary?.names ?? [])
                }
                codes[row] = code
            }
            if missing > 0 { throw TableError.missingTarget(column: targets[0], count: missing, rows: rows) }
            return try Tensor(codes, shape: [rows, 1])
        default:
            var values = [Float](repeating: 0, count: rows * targets.count)
            for (place, name) in targets.enumerated() {
                let column = try table[.name(name)].doubles(name)
                let missing = column.count(where: \.isNaN)
                if missing > 0 { throw TableError.missingTarget(column: name, count: missing, rows: rows) }
                for row in 0..<rows { values[row * targets.count + place] = Float(column[row]) }
            }
            return try Tensor(values, shape: [rows, targets.count])
        }
    }

    /// Rows in the table's own words, from their tensors: categories by name, numbers in their own scale.
    ///
    /// - Returns: The values of each column of ``categories`` and ``numbers``, in this order.
    public func decode(_ categories: Tensor, _ numbers: Tensor) throws -> DataTable {
        let rows = categories.shape[0]
        let codes: [Int] = try categories.contiguous().array()
        let values: [Double] = try numbers.contiguous().array()
        let named = self.categories.enumerated().map { place, name -> (String, Column) in
            let column = (0..<rows).map { codes[$0 * self.categories.count + place] }
            guard let map = classes[name] else { return (name, .ints(column)) }
            return (name, .texts(column.map { map.name($0) }))
        }
        let scaled = self.numbers.enumerated().map { place, name -> (String, Column) in
            let (mean, deviation) = (means[name] ?? 0, deviations[name] ?? 1)
            return (name, .numbers((0..<rows).map { values[$0 * self.numbers.count + place] * deviation + mean }))
        }
        return try DataTable((named + scaled).map { (name: $0.0, values: $0.1) })
    }
}

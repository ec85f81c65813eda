/// Why a table cannot be learned from.
public enum TableError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A column of numbers that holds something else.
    case notNumbers(column: String, value: String, row: Int)
    /// Categories that are not indices, without the step that makes them so.
    case notIndices(column: String)
    /// Missing numbers, without the step that fills them.
    case missing(column: String, count: Int)
    /// Rows whose target is missing.
    case missingTarget(column: String, count: Int, rows: Int)
    /// A column that has more than one role.
    case twice(column: String)
    case noColumns
    case noTarget
    case unknownUser(String)
    case unknownItem(String)
    case setting(String)

    public var description: String {
        switch self {
        case .notNumbers(let column, let value, let row):
            "column '\(column)' should hold numbers, and row \(row) has '\(value)': name it in cat_names if it holds "
                + "categories"
        case .notIndices(let column):
            "column '\(column)' holds categories that are not indices yet: add Categorify to procs"
        case .missing(let column, let count):
            "column '\(column)' lacks \(count) \(count == 1 ? "value" : "values"): add FillMissing to procs"
        case .missingTarget(let column, let count, let rows):
            "\(count) of \(rows) rows have no value in '\(column)', which is to be predicted: leave them out, "
                + "such as by df.dropna(subset=['\(column)'])"
        case .twice(let column): "column '\(column)' is named twice: a column is a category, a number, or the target"
        case .noColumns: "there is nothing to predict from: name columns in cat_names or cont_names"
        case .noTarget: "nothing says what to predict: give y_names"
        case .unknownUser(let name): "no rating of user \(name) is in the training set"
        case .unknownItem(let name): "no rating of \(name) is in the training set"
        case .setting(let words): words
        }
    }
}

import DataBlocks

/// A step that prepares columns: fastai's `TabularProc`. Whatever order they are given in, missing values are
/// filled first, then categories become indices, then numbers are normalised.
public enum TableStep: Sendable, Equatable, Codable {
    /// Missing numbers take a value that the training rows give, and, if wanted, a column `NAME_na` says where.
    case fillMissing(FillStrategy, addsColumn: Bool)
    /// Categories become indices.
    case categorify
    /// Numbers get mean 0 and deviation 1 over the training rows.
    case normalise

    /// The three that fastai's lessons use, with its defaults.
    public static let usual: [TableStep] = [.fillMissing(.median, addsColumn: true), .categorify, .normalise]
}

/// What stands in for a missing number: fastai's `FillStrategy`.
public enum FillStrategy: Sendable, Equatable, Codable {
    case median
    /// The value that occurs most often.
    case mode
    /// A value for each column; 0 for columns that are not named.
    case constant([String: Double])
}

/// What the targets of a table are.
public enum TableTarget: Sendable, Equatable {
    /// Classes where the column holds text or True and False, else numbers: fastai's choice.
    case inferred
    /// - Parameter vocabulary: nil takes the sorted values of the training rows.
    case category(vocabulary: [Label]? = nil)
    /// One or more columns of numbers.
    case regression
    /// Columns of 0 and 1, each a class of its own.
    case encodedMultiCategory
}

/// Which columns of a table mean what.
public struct TableSettings: Sendable {
    public var categories: [String]
    public var numbers: [String]
    public var targets: [String]
    public var steps: [TableStep]
    public var target: TableTarget

    public init(
        categories: [String] = [], numbers: [String] = [], targets: [String], steps: [TableStep] = TableStep.usual,
        target: TableTarget = .inferred
    ) {
        self.categories = categories
        self.numbers = numbers
        self.targets = targets
        self.steps = steps
        self.target = target
    }
}

extension DataTable {
    /// The names of columns that hold numbers and of those that hold categories: fastai's `cont_cat_split`, for
    /// which whole numbers of few different values are categories.
    ///
    /// - Parameter maximum: The most different whole numbers of a categorical column.
    public func splitNames(maximum: Int = 20, targets: [String] = []) -> (numbers: [String], categories: [String]) {
        var (numbers, categories) = ([String](), [String]())
        for (name, column) in zip(names, columns) where !targets.contains(name) {
            switch column {
            case .numbers: numbers.append(name)
            case .ints(let values) where Set(values).count > maximum: numbers.append(name)
            default: categories.append(name)
            }
        }
        return (numbers, categories)
    }
}

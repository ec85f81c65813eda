import CellRuntime
import Foundation
import Tensors

/// The values of a column, all of one kind.
enum Column {
    case ints([Int])
    /// Missing values are not a number.
    case floats([Double])
    case flags([Bool])
    case texts([String?])
    /// Anything else, one cell value each.
    case objects([Value])

    var count: Int {
        switch self {
        case .ints(let values): values.count
        case .floats(let values): values.count
        case .flags(let values): values.count
        case .texts(let values): values.count
        case .objects(let values): values.count
        }
    }

    /// pandas' name of the kind.
    var typeName: String {
        switch self {
        case .ints: "int64"
        case .floats: "float64"
        case .flags: "bool"
        case .texts: "str"
        case .objects: "object"
        }
    }

    var isNumeric: Bool {
        switch self {
        case .ints, .floats, .flags: true
        case .texts, .objects: false
        }
    }

    /// The kind that fits all values: whole numbers with gaps become fractions.
    init(_ values: [Value]) {
        var (hasText, hasFloat, hasInt, hasFlag, hasGap, hasOther) = (false, false, false, false, false, false)
        let plain = values.map { value -> Value in
            switch value.object {
            case let scalar as ScalarObject: scalar.plain
            case let box as FloatBox: .float(box.value)
            default: value
            }
        }
        for value in plain {
            switch value {
            case .none, .unset: hasGap = true
            case .bool: hasFlag = true
            case .int: hasInt = true
            case .float: hasFloat = true
            case .object: if value.text != nil { hasText = true } else { hasOther = true }
            }
        }
        let hasNumber = hasInt || hasFloat
        if hasOther
            || (hasText
                && (hasFlag || hasInt || plain.contains { if case .float(let x) = $0 { !x.isNaN } else { false } }))
            || (hasFlag && (hasNumber || hasGap))
        {
            self = .objects(values)
        } else if hasText {
            self = .texts(plain.map(\.text))
        } else if hasFlag {
            self = .flags(plain.map { if case .bool(let flag) = $0 { flag } else { false } })
        } else if hasInt, !hasFloat, !hasGap {
            self = .ints(plain.map { if case .int(let number) = $0 { number } else { 0 } })
        } else if plain.isEmpty {
            self = .objects([])
        } else {
            self = .floats(plain.map { $0.double ?? .nan })
        }
    }

    /// The values of an array.
    init(_ tensor: Tensor) throws {
        let flat = try tensor.detach().reshape([-1])
        if flat.dtype.isFloatingPoint {
            self = .floats(try flat.array())
        } else if flat.dtype == .bool {
            self = .flags(try flat.array())
        } else {
            self = .ints(try flat.array())
        }
    }

    /// A value as cells see it.
    func value(_ index: Int) -> Value {
        switch self {
        case .ints(let values): .int(values[index])
        case .floats(let values): .float(values[index])
        case .flags(let values): .bool(values[index])
        case .texts(let values): values[index].map(Value.string) ?? .float(.nan)
        case .objects(let values): values[index]
        }
    }

    var values: [Value] { (0..<count).map(value) }

    func isMissing(_ index: Int) -> Bool {
        switch self {
        case .ints, .flags: false
        case .floats(let values): values[index].isNaN
        case .texts(let values): values[index] == nil
        case .objects(let values): values[index].isNone || values[index].double?.isNaN == true
        }
    }

    func picked(_ places: [Int]) -> Column {
        switch self {
        case .ints(let values): .ints(places.map { values[$0] })
        case .floats(let values): .floats(places.map { values[$0] })
        case .flags(let values): .flags(places.map { values[$0] })
        case .texts(let values): .texts(places.map { values[$0] })
        case .objects(let values): .objects(places.map { values[$0] })
        }
    }

    /// The numbers; flags are 0 and 1.
    func numbers(_ what: String) throws(Raise) -> [Double] {
        switch self {
        case .ints(let values): values.map(Double.init)
        case .floats(let values): values
        case .flags(let values): values.map { $0 ? 1 : 0 }
        case .texts, .objects: throw .typeError("Cannot perform reduction '\(what)' with \(typeName) dtype")
        }
    }

    /// As an array's numbers.
    func tensor() throws -> Tensor {
        switch self {
        case .ints(let values): try Tensor(values)
        case .floats(let values): try Tensor(values)
        case .flags(let values): try Tensor(values)
        case .texts, .objects:
            throw Raise.typeError("unsupported operand: a column of dtype \(typeName) is not numbers")
        }
    }

    /// As `.values` gives it.
    func array() throws -> ArrayObject {
        switch self {
        case .texts(let values): ArrayObject(values.map { $0 ?? "nan" })
        case .objects(let values): ArrayObject(values.map { $0.text ?? $0.double.map { "\($0)" } ?? "object" })
        default: ArrayObject(try tensor())
        }
    }

    /// Places in rising order of the values; missing ones last. Equal values keep their order.
    func order(descending: Bool) throws -> [Int] {
        let places = Array(0..<count)
        let present = places.filter { !isMissing($0) }
        let missing = places.filter(isMissing)
        func sorted(_ isLess: (Int, Int) -> Bool) -> [Int] {
            present.sorted { a, b in
                if isLess(a, b) { return !descending }
                if isLess(b, a) { return descending }
                return a < b
            }
        }
        switch self {
        case .texts(let values):
            return sorted {
                Array((values[$0] ?? "").unicodeScalars).lexicographicallyPrecedes(
                    Array((values[$1] ?? "").unicodeScalars))
            } + missing
        case .objects: throw Raise.typeError("values of different kinds cannot be put in order")
        default:
            let numbers = try numbers("sort")
            return sorted { numbers[$0] < numbers[$1] } + missing
        }
    }

    /// A key under which equal values are the same.
    func key(_ index: Int) -> String {
        switch self {
        case .ints(let values): "\(values[index])"
        case .floats(let values): "\(values[index])"
        case .flags(let values): "\(values[index])"
        case .texts(let values): values[index].map { "t" + $0 } ?? "-"
        case .objects(let values):
            values[index].text.map { "t" + $0 } ?? values[index].double.map { "\($0)" } ?? "?\(index)"
        }
    }

    /// The first place of each different value, in order of appearance.
    func firsts() -> [Int] {
        var seen = Set<String>()
        return (0..<count).filter { seen.insert(key($0)).inserted }
    }
}

/// The names of rows: numbers counted from 0, or labels.
struct RowIndex {
    enum Labels {
        case counted(Range<Int>)
        case column(Column)
    }

    var labels: Labels
    var name: String?

    init(count: Int) { labels = .counted(0..<count) }

    init(_ column: Column, name: String? = nil) {
        labels = .column(column)
        self.name = name
    }

    var count: Int {
        switch labels {
        case .counted(let range): range.count
        case .column(let column): column.count
        }
    }

    func value(_ index: Int) -> Value {
        switch labels {
        case .counted(let range): .int(range.lowerBound + index)
        case .column(let column): column.value(index)
        }
    }

    var column: Column {
        switch labels {
        case .counted(let range): .ints(Array(range))
        case .column(let column): column
        }
    }

    func picked(_ places: [Int]) -> RowIndex {
        if case .counted(let range) = labels, let first = places.first, places == Array(first..<first + places.count) {
            var index = self
            index.labels = .counted(range.lowerBound + first..<range.lowerBound + first + places.count)
            return index
        }
        return RowIndex(column.picked(places), name: name)
    }

    /// Where a label stands.
    func place(of label: Value) -> [Int] {
        let wanted = Column([label])
        let key = wanted.count == 1 ? wanted.key(0) : ""
        let column = self.column
        // 2 and 2.0 name the same row.
        let other = label.double.map { "\($0)" }
        return (0..<count).filter {
            column.key($0) == key || (column.isNumeric && column.value($0).double.map { "\($0)" } == other)
        }
    }
}

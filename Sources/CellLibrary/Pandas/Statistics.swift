import CellRuntime
import Foundation
import Tensors

/// Figures of a column, leaving out missing values.
struct Statistics {
    let numbers: [Double]

    init(_ column: Column, _ what: String) throws(Raise) { numbers = try column.numbers(what).filter { !$0.isNaN } }

    var sum: Double { numbers.reduce(0, +) }
    var mean: Double { numbers.isEmpty ? .nan : sum / Double(numbers.count) }

    /// With n - 1, as pandas divides.
    var variance: Double {
        guard numbers.count > 1 else { return .nan }
        let mean = mean
        return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)
    }

    var deviation: Double { variance.squareRoot() }

    /// The value below which a part of all lies, between neighbours in proportion.
    func quantile(_ part: Double) -> Double {
        let sorted = numbers.sorted()
        guard let last = sorted.indices.last else { return .nan }
        let place = part * Double(last)
        let low = Int(place.rounded(.down))
        return sorted[low] + (sorted[min(low + 1, last)] - sorted[low]) * (place - Double(low))
    }

    static let described = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"]

    /// What `describe` says.
    var description: [Double] {
        [
            Double(numbers.count), mean, deviation, numbers.min() ?? .nan, quantile(0.25), quantile(0.5),
            quantile(0.75),
            numbers.max() ?? .nan,
        ]
    }

    /// Figures by their methods' names.
    static let named: [(name: String, doc: String, compute: @Sendable (Statistics) -> Double)] = [
        ("sum", "The sum.", { $0.sum }), ("mean", "The mean.", { $0.mean }),
        ("std", "The standard deviation.", { $0.deviation }),
        ("var", "The variance.", { $0.variance }), ("median", "The middle value.", { $0.quantile(0.5) }),
        ("min", "The least value.", { $0.numbers.min() ?? .nan }),
        ("max", "The greatest value.", { $0.numbers.max() ?? .nan }),
        ("prod", "The product.", { $0.numbers.reduce(1, *) }),
    ]

    /// Whether the figure of whole numbers is a whole number.
    static let keepsWhole: Set = ["sum", "min", "max", "prod"]

    /// One figure of a column, as a value: texts have a least and a greatest one, and a sum.
    static func value(_ name: String, _ column: Column, _ compute: (Statistics) -> Double) throws -> Value {
        if case .texts(let texts) = column, ["min", "max", "sum"].contains(name) {
            let present = texts.compactMap(\.self)
            let found = name == "sum" ? present.joined() : name == "min" ? present.min() : present.max()
            return found.map(Value.string) ?? .float(.nan)
        }
        let result = compute(try Statistics(column, name))
        if case .floats = column { return Column.floats([result]).scalar(0) }
        return keepsWhole.contains(name) && result.magnitude < 9e15
            ? Column.ints([Int(result)]).scalar(0) : Column.floats([result]).scalar(0)
    }
}

extension SeriesMembers {
    @MembersBuilder static var statistics: [Member] {
        for figure in Statistics.named {
            Method<SeriesObject>(figure.name, doc: figure.doc) { series, _ -> Value in
                if case .flags(let flags) = series.values, figure.name == "max" || figure.name == "min" {
                    return Column.flags([figure.name == "max" ? flags.contains(true) : !flags.contains(false)]).scalar(
                        0)
                }
                return try Statistics.value(figure.name, series.values, figure.compute)
            }
        }
        Method<SeriesObject>("count", doc: "How many values are not missing.") { series, _ in
            (0..<series.values.count).count { !series.values.isMissing($0) }
        }
        Method<SeriesObject>(
            "quantile", doc: "The value below which a part of all lies.", Parameter("q", Double.self, default: 0.5)
        ) {
            series, _, part in try Statistics(series.values, "quantile").quantile(part)
        }
        Method<SeriesObject>("any", doc: "Whether one value is true.") { series, _ in
            try series.values.numbers("any").contains { $0 != 0 }
        }
        Method<SeriesObject>("all", doc: "Whether all values are true.") { series, _ in
            try series.values.numbers("all").allSatisfy { $0 != 0 }
        }
        for (name, isMax) in [("idxmax", true), ("idxmin", false)] {
            Method<SeriesObject>(name, doc: "The name of the row with the \(isMax ? "greatest" : "least") value.") {
                series, _ -> Value in
                let numbers = try series.values.numbers(name)
                let present = numbers.indices.filter { !numbers[$0].isNaN }
                let place =
                    isMax ? present.max { numbers[$0] < numbers[$1] } : present.min { numbers[$0] < numbers[$1] }
                guard let place else { throw Raise.valueError("attempt to get \(name) of an empty sequence") }
                // The first of equal ones.
                return series.index.value(present.first { numbers[$0] == numbers[place] } ?? place)
            }
        }
        Method<SeriesObject>("describe", doc: "Count, mean, spread and quartiles; of texts, how many different ones.") {
            series, _ in
            guard series.values.isNumeric else { return try SeriesObject.textDescription(series) }
            return SeriesObject(
                .floats(try Statistics(series.values, "describe").description),
                index: RowIndex(.texts(Statistics.described)), name: series.name)
        }
        Method<SeriesObject>("unique", doc: "The different values, in order of appearance.") { series, _ in
            try series.values.picked(series.values.firsts()).array()
        }
        Method<SeriesObject>("nunique", doc: "How many different values there are.") { series, _ in
            series.values.firsts().count { !series.values.isMissing($0) }
        }
        Method<SeriesObject>(
            "value_counts", doc: "How often each value occurs, the most frequent first.",
            Parameter("normalize", Bool.self, default: false),
            Parameter("sort", Bool.self, default: true), Parameter("ascending", Bool.self, default: false)
        ) { series, _, normalize, sort, ascending in
            var counts: [String: Int] = [:]
            let column = series.values
            let present = (0..<column.count).filter { !column.isMissing($0) }
            for place in present { counts[column.key(place), default: 0] += 1 }
            var firsts = column.firsts().filter { !column.isMissing($0) }
            func count(_ place: Int) -> Int { counts[column.key(place)] ?? 0 }
            if sort {
                firsts = firsts.enumerated().sorted { a, b in
                    let (x, y) = (count(a.element), count(b.element))
                    return x == y ? a.offset < b.offset : (x > y) != ascending
                }.map(\.element)
            }
            let index = RowIndex(column.picked(firsts), name: series.name)
            if normalize {
                return SeriesObject(
                    .floats(firsts.map { Double(count($0)) / Double(present.count) }), index: index, name: "proportion")
            }
            return SeriesObject(.ints(firsts.map(count)), index: index, name: "count")
        }
    }
}

extension SeriesObject {
    fileprivate static func textDescription(_ series: SeriesObject) throws -> SeriesObject {
        let column = series.values
        let present = (0..<column.count).filter { !column.isMissing($0) }
        var counts: [String: Int] = [:]
        for place in present { counts[column.key(place), default: 0] += 1 }
        let most = counts.values.max() ?? 0
        let top = present.first { counts[column.key($0)] == most }
        return SeriesObject(
            .objects([.int(present.count), .int(counts.count), top.map(column.value) ?? .float(.nan), .int(most)]),
            index: RowIndex(.texts(["count", "unique", "top", "freq"])), name: series.name)
    }
}

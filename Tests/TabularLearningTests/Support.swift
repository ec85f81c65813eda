import DataBlocks
import Foundation
import Tensors

@testable import TabularLearning

/// What fastai made of `people.csv` and `ratings.csv`; written by `Fixtures/make_fixtures.py`.
struct TabularFacts: Decodable {
    struct TableFacts: Decodable {
        let categories: [String]
        let numbers: [String]
        let classes: [String: [String]]
        let codes: [Double]
        let values: [Double]
        let sizes: [[Int]]
        let state: [String: [Int]]
        let preds: [Double]
        let targets: [Double]
        let losses: [Double]
        let trainLoss: Double
        let gradients: [String: Double]
    }
    struct RatingFacts: Decodable {
        let preds: [Double]
        let targets: [Double]
        let losses: [Double]
        let valid: [Int]
        let users: [String]
        let items: [String]
        let summary: String
        let bias: [Double]?
        let weight: [Double]?
    }
    let rich: TableFacts
    let pay: TableFacts
    let dot: RatingFacts
    let network: RatingFacts
    let rule: [String: Int]

    static func read() throws -> TabularFacts {
        try JSONDecoder().decode(TabularFacts.self, from: Data(contentsOf: URL(fileURLWithPath: fixture("facts.json"))))
    }
}

/// The path of a file beside the tests.
func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
}

/// Whether numbers agree to the digits that single precision keeps.
func agree(_ a: [Double], _ b: [Double], to relative: Double = 2e-5) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= relative * max(1, abs($1)) }
}

/// The made-up people of the fixtures.
enum People {
    static func table() throws -> DataTable { try CSV.read(fixture("people.csv")) }

    static let split = Split(train: Array(0..<48), valid: Array(48..<60))

    static func settings(_ target: String = "rich") -> TableSettings {
        TableSettings(categories: ["work", "rooms", "member"], numbers: ["age", "hours"], targets: [target])
    }

    static func prepared(_ target: String = "rich") throws -> PreparedTable {
        try PreparedTable(table(), settings(target), split: split)
    }

    static func loaders(_ target: String = "rich", batchSize: Int = 16, path: String = ".") throws -> TableLoaders {
        try prepared(target).loaders(LoadingOptions(batchSize: batchSize, path: path))
    }

    /// One row of named values.
    static func row(_ values: [(String, Column)]) throws -> DataTable {
        try DataTable(values.map { (name: $0.0, values: $0.1) })
    }
}

/// The made-up ratings of the fixtures, split as fastai split them.
enum Ratings {
    static func loaders(_ valid: [Int], batchSize: Int = 16, path: String = ".") throws -> TableLoaders {
        let table = try CSV.read(fixture("ratings.csv"))
        let chosen = Set(valid)
        return try .ratings(
            table, split: Split(train: (0..<table.rowCount).filter { !chosen.contains($0) }, valid: valid),
            LoadingOptions(batchSize: batchSize, path: path))
    }
}

/// A folder of its own, taken away afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}

import BigInt
import Foundation
import Testing

@testable import CellRuntime

/// What CPython was recorded to do (`Fixtures/record.py`): function, arguments, result.
struct Recorded {
    let function: String
    let arguments: [String]
    let result: String

    static let all: [Recorded] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/cpython.json")
        guard let data = try? Data(contentsOf: file),
            let rows = try? JSONSerialization.jsonObject(with: data) as? [[Any]]
        else { return [] }
        return rows.compactMap { row in
            guard let function = row[0] as? String, let arguments = row[1] as? [String], let result = row[2] as? String
            else { return nil }
            return Recorded(function: function, arguments: arguments, result: result)
        }
    }()

    var number: Int { Int(arguments[1]) ?? 0 }
    func float(_ index: Int) -> Double { Recorded.float(arguments[index]) }
    func integer(_ index: Int) -> BigInt { BigInt(arguments[index]) ?? 0 }

    /// Reads what `float.hex` writes.
    static func float(_ text: String) -> Double {
        switch text {
        case "inf": .infinity
        case "-inf": -.infinity
        case "nan": .nan
        default: strtod(text, nil)
        }
    }

    /// Compares all records of a function with what `compute` makes of them.
    static func check(_ function: String, atLeast count: Int = 5, _ compute: (Recorded) throws -> String) {
        let records = all.filter { $0.function == function }
        #expect(records.count >= count, "too few records of \(function)")
        for record in records {
            let result: String
            do { result = try compute(record) } catch { result = "!\(describe(error))" }
            #expect(
                result == record.result && result.utf8.elementsEqual(record.result.utf8),
                "\(function)(\(record.arguments)): \(result), not \(record.result)")
        }
    }

    private static func describe(_ error: any Error) -> String {
        if let failure = error as? Failure { return "\(failure.kind.rawValue): \(failure.message)" }
        return "\(error)"
    }
}

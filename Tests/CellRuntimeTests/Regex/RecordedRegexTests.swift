import Foundation
import Testing

@testable import CellRuntime

@Suite struct RecordedRegexTests {
    /// All matches as `re.finditer` walks them, offsets in bytes.
    private func matches(_ program: RegexProgram, _ subject: [UInt8]) throws -> [[Int]] {
        var found: [[Int]] = []
        var place = 0
        var nonEmpty = false
        while let spans = try program.match(
            subject, from: place, to: subject.count, anchor: .search, nonEmpty: nonEmpty, isInterrupted: { false })
        {
            found.append(spans)
            place = spans[1]
            nonEmpty = spans[0] == spans[1]
        }
        return found
    }

    @Test func patternsMatchWhatTheyMatchInPython() {
        Recorded.check("regex") { record in
            do {
                let program = try RegexProgram(record.arguments[0], flags: RegexFlags(rawValue: record.number))
                let offsets = ScalarOffsets(Array(record.arguments[2].utf8))
                return try matches(program, offsets.bytes).map { spans in
                    stride(from: 0, to: spans.count, by: 2).map { index in
                        spans[index] < 0
                            ? "-1--1"
                            : "\(offsets.scalars(before: spans[index]))-\(offsets.scalars(before: spans[index + 1]))"
                    }.joined(separator: ",")
                }.joined(separator: " ")
            } catch let error as RegexError {
                let name = error.message.hasPrefix("the repetition number") ? "OverflowError" : "error"
                return "!\(name): \(error.described(in: record.arguments[0]))"
            }
        }
    }

    @Test func templatesAreFilledIn() {
        Recorded.check("sub") { record in
            do {
                let program = try RegexProgram(record.arguments[0], flags: [])
                let template = try RegexTemplate(record.arguments[1], program: program)
                let subject = Array(record.arguments[2].utf8)
                var result: [UInt8] = []
                var place = 0
                for spans in try matches(program, subject) {
                    result += subject[place..<spans[0]]
                    for part in template.parts {
                        switch part {
                        case .literal(let text): result += text.utf8
                        case .group(let group):
                            if spans[2 * group] >= 0 { result += subject[spans[2 * group]..<spans[2 * group + 1]] }
                        }
                    }
                    place = spans[1]
                }
                return String(utf8Bytes: result + subject[place...])
            } catch let error as RegexError {
                return error.isUnknownName
                    ? "!IndexError: \(error.message)" : "!error: \(error.described(in: record.arguments[1]))"
            }
        }
    }

    @Test func aMatchThatTakesForeverCanBeInterrupted() throws {
        let program = try RegexProgram("(a+)+$", flags: [])
        var asked = 0
        #expect(throws: RegexProgram.Interruption.self) {
            try program.match(
                Array(repeating: UInt8(ascii: "a"), count: 60) + [UInt8(ascii: "c")], from: 0, to: 61, anchor: .search,
                isInterrupted: {
                    asked += 1
                    return asked == 3
                })
        }
        #expect(asked == 3)
    }
}

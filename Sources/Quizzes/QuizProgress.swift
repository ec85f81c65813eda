import Foundation
public import Grading

/// What a learner answered, and when each question comes again: lines `quiz ID: …` in the lessons' progress file.
///
///     quiz ch1-24: partly; tries 1; box 0; due 2026-11-26; said "metric is for humans"
public struct QuizProgress: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        public var verdict: Grade.Verdict
        /// The learner marked the answer right against the grader, and why.
        public var overruled: String?
        public var tries: Int
        /// How often it was right in a row, which sets how long it rests.
        public var box: Int
        /// The day from which it is asked again, in days since 1970.
        public var due: Int
        public var said: String

        public init(
            verdict: Grade.Verdict, overruled: String? = nil, tries: Int = 1, box: Int = 0, due: Int = 0,
            said: String = ""
        ) {
            self.verdict = verdict
            self.overruled = overruled
            self.tries = tries
            self.box = box
            self.due = due
            self.said = said
        }

        /// Right by the grader, or by the learner's word.
        public var isRight: Bool { verdict == .right || overruled != nil }
    }

    private var entries: [(id: String, entry: Entry)] = []

    public init() {}

    /// Days until a question comes again after it was right so often in a row: tomorrow, then ever later.
    static let rests = [1, 3, 7, 21, 60]

    public var ids: [String] { entries.map(\.id) }

    public subscript(id: String) -> Entry? { entries.first { $0.id == id }?.entry }

    /// Keeps an answer.
    public mutating func keep(
        _ id: String, _ verdict: Grade.Verdict, said: String, today: Int, overruled: String? = nil
    ) {
        let old = self[id]
        var entry = Entry(verdict: verdict, overruled: overruled, tries: (old?.tries ?? 0) + 1, said: said)
        // A right answer on the very day it was wrong does not move it up: it is asked again tomorrow.
        entry.box = entry.isRight ? (old.map { $0.isRight ? $0.box + 1 : 0 } ?? 1) : 0
        entry.due = today + Self.rests[min(entry.box, Self.rests.count - 1)]
        set(id, entry)
    }

    /// Marks the last answer right against the grader; it counts as no further try.
    public mutating func overrule(_ id: String, note: String) {
        guard var entry = self[id] else { return }
        entry.overruled = note
        set(id, entry)
    }

    private mutating func set(_ id: String, _ entry: Entry) {
        if let index = entries.firstIndex(where: { $0.id == id }) {
            entries[index].entry = entry
        } else {
            entries.append((id, entry))
        }
    }

    // MARK: The file

    /// Reads the quiz lines of a progress file; others are passed over.
    public init(_ text: String) {
        for line in text.split(separator: "\n") where line.hasPrefix("quiz ") {
            guard let colon = line.range(of: ": ") else { continue }
            let id = String(line[..<colon.lowerBound].dropFirst(5))
            let parts = line[colon.upperBound...].components(separatedBy: "; ")
            guard let verdict = parts.first.flatMap({ Grade.Verdict(rawValue: $0) }) else { continue }
            var entry = Entry(verdict: verdict)
            for part in parts.dropFirst() {
                let (word, rest) = (part.prefix { $0 != " " }, part.drop { $0 != " " }.dropFirst())
                switch word {
                case "tries": entry.tries = Int(rest) ?? 1
                case "box": entry.box = Int(rest) ?? 0
                case "due": entry.due = Day(String(rest))?.number ?? 0
                case "said": entry.said = Self.plain(rest)
                case "overruled": entry.overruled = Self.plain(rest)
                default: break
                }
            }
            set(id, entry)
        }
    }

    private func line(_ id: String, _ entry: Entry) -> String {
        var parts = [
            entry.verdict.rawValue, "tries \(entry.tries)", "box \(entry.box)", "due \(Day(number: entry.due).text)",
        ]
        if let note = entry.overruled { parts.append("overruled " + Self.quoted(note)) }
        if !entry.said.isEmpty { parts.append("said " + Self.quoted(entry.said)) }
        return "quiz \(id): " + parts.joined(separator: "; ")
    }

    /// Text on one line, without what parts the fields.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing(";", with: "%3B") + "\""
    }

    private static func plain(_ text: Substring) -> String {
        text.dropFirst().dropLast().replacing("%0A", with: "\n").replacing("%3B", with: ";").replacing("%25", with: "%")
            .description
    }

    /// The file's text with these lines in place of those it had.
    public func merged(into text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        lines.removeAll { $0.hasPrefix("quiz ") }
        return (lines + entries.map { line($0.id, $0.entry) }).map { $0 + "\n" }.joined()
    }

    public static func read(_ path: String) -> QuizProgress {
        QuizProgress((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
    }

    /// Writes the lines into the progress file, whole or not at all.
    public func write(to path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        try Data(merged(into: old).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.ids == right.ids && left.entries.map(\.entry) == right.entries.map(\.entry)
    }
}

/// A day of the calendar, by its number since 1970 (Hinnant's algorithms for the civil calendar).
public struct Day: Sendable, Equatable {
    public var number: Int

    public init(number: Int) { self.number = number }

    /// - Parameter seconds: since 1970.
    public init(seconds: Double) { number = Int((seconds / 86400).rounded(.down)) }

    /// `2026-11-26`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let (era, ofEra) = (year / 400, year % 400)
        let ofYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    public var text: String {
        let days = number + 719_468
        let (era, ofEra) = (days / 146_097, days % 146_097)
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}

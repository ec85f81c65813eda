import Foundation

/// How far a learner is in each lesson: one readable text file, written whole or not at all, and moved by copying it.
///
///     02_is_it_a_bird: at train; ran imports look loaders; solved spread; right look; wrong train
public struct LessonProgress: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        /// The id of the cell that was offered last.
        public var at: String?
        /// Ids of the cells that ran, in the lesson's order.
        public var ran: [String]
        /// Exercises whose check was passed.
        public var solved: [String] = []
        /// Exercises whose solution was shown first.
        public var shown: [String] = []
        /// Cells whose result was guessed right, and wrong.
        public var right: [String] = []
        public var wrong: [String] = []
        /// Parts of the line that others wrote, as they stand.
        var others: [String] = []

        public init(at: String? = nil, ran: [String] = []) {
            self.at = at
            self.ran = ran
        }

        /// The learner says whether a guess was right; the last word counts.
        public mutating func judge(_ id: String, isRight: Bool) {
            right.removeAll { $0 == id }
            wrong.removeAll { $0 == id }
            if isRight { right.append(id) } else { wrong.append(id) }
        }

        fileprivate static let lists: [(word: String, path: WritableKeyPath<Entry, [String]> & Sendable)] = [
            ("ran", \.ran), ("solved", \.solved), ("shown", \.shown), ("right", \.right), ("wrong", \.wrong),
        ]

        fileprivate var text: String {
            let own = Self.lists.compactMap { word, path in
                self[keyPath: path].isEmpty ? nil : "\(word) " + self[keyPath: path].joined(separator: " ")
            }
            return ((at.map { ["at \($0)"] } ?? []) + own + others).joined(separator: "; ")
        }
    }

    private var lines: [(name: String, entry: Entry)] = []

    public init() {}

    /// Reads the file's text; lines that make no sense are passed over.
    public init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.range(of: ": ") else { continue }
            var entry = Entry()
            for part in line[colon.upperBound...].split(separator: ";") {
                let words = part.split(separator: " ").map(String.init)
                guard let first = words.first else { continue }
                if first == "at" {
                    entry.at = words.dropFirst().first
                } else if let list = Entry.lists.first(where: { $0.word == first }) {
                    entry[keyPath: list.path] = Array(words.dropFirst())
                } else {
                    entry.others.append(words.joined(separator: " "))
                }
            }
            self[String(line[..<colon.lowerBound])] = entry
        }
    }

    public subscript(name: String) -> Entry {
        get { lines.first { $0.name == name }?.entry ?? Entry() }
        set {
            if let index = lines.firstIndex(where: { $0.name == name }) {
                lines[index].entry = newValue
            } else {
                lines.append((name, newValue))
            }
        }
    }

    /// The lessons that were begun.
    public var names: [String] { lines.map(\.name).filter { !$0.hasPrefix("quiz ") } }

    /// How many guesses were right, of all that were judged.
    public var tally: (right: Int, all: Int) {
        let right = lines.reduce(0) { $0 + $1.entry.right.count }
        return (right, right + lines.reduce(0) { $0 + $1.entry.wrong.count })
    }

    public var text: String {
        "# How far the lessons are: where each stands, the cells that ran, exercises, guesses.\n"
            + lines.map { name, entry in "\(name): \(entry.text)\n" }.joined()
    }

    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    /// The file's progress; none where there is no file.
    public static func read(_ path: String) -> LessonProgress {
        LessonProgress((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
    }

    /// Writes the file by way of a second one that takes its place.
    public func write(to path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}

import Foundation

/// How far a learner is in each lesson: one readable text file, written whole or not at all.
///
///     02_is_it_a_bird: at train; ran imports look loaders
public struct LessonProgress: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        /// The id of the cell that was offered last.
        public var at: String?
        /// Ids of the cells that ran, in the lesson's order.
        public var ran: [String]

        public init(at: String? = nil, ran: [String] = []) {
            self.at = at
            self.ran = ran
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
                switch words.first {
                case "at": entry.at = words.dropFirst().first
                case "ran": entry.ran = Array(words.dropFirst())
                default: break
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

    public var text: String {
        "# How far the lessons are: where each stands, and the cells that ran.\n"
            + lines.map { name, entry in
                let parts = [
                    entry.at.map { "at \($0)" }, entry.ran.isEmpty ? nil : "ran " + entry.ran.joined(separator: " "),
                ]
                return "\(name): \(parts.compactMap { $0 }.joined(separator: "; "))\n"
            }.joined()
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

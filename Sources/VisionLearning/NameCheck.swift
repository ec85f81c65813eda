import DataBlocks
import Foundation

/// Whether what a classifier says goes with the names of files and folders. A label function that takes one class for
/// the other trains well, and answers backwards: its accuracy does not show it.
public struct NameCheck: Sendable, Equatable {
    /// Pictures whose path names one of the classes, and only one.
    public let named: Int
    /// How many of these are said to be what their path names.
    public let agreeing: Int
    /// How many are said to be what their label says.
    public let labelled: Int
    /// A picture that is said to be something else than its path names.
    public let example: Example?

    public struct Example: Sendable, Equatable {
        public let file: String
        /// The class that the path names.
        public let name: String
        /// What the label function says, and the model.
        public let label: String
        public let prediction: String
    }

    /// Most predictions go against the names, and yet with the labels.
    public var isOpposite: Bool {
        named >= 8 && Double(agreeing) < 0.3 * Double(named) && Double(labelled) > 0.6 * Double(named)
    }

    /// What is told then.
    public var warning: String? {
        guard isOpposite, let example else { return nil }
        return """
            Opposite day? \(named - agreeing) of \(named) validation pictures are said to be another class than their \
            name says: \(PathParts(example.file).name) is labelled '\(example.label)', and predicted \
            '\(example.prediction)'. The model learnt what the label function told it. If that takes one class for the \
            other, turn its answer round (not x, or the other name) and train again.
            """
    }

    /// - Parameters:
    ///   - files: Paths.
    ///   - words: The words that stand for each class in a path; two classes at least.
    public init(files: [String], labels: [Int], predictions: [Int], classes: [String], words: [[String]]) {
        var (named, agreeing, labelled) = (0, 0, 0)
        var example: Example?
        for (place, file) in files.enumerated() {
            guard let mentioned = Self.mentioned(file, words) else { continue }
            named += 1
            let (label, said) = (labels[place], predictions[place])
            if said == mentioned { agreeing += 1 }
            if said == label { labelled += 1 }
            if said != mentioned, example == nil, classes.indices.contains(label), classes.indices.contains(said) {
                example = Example(
                    file: file, name: classes[mentioned], label: classes[label], prediction: classes[said])
            }
        }
        (self.named, self.agreeing, self.labelled, self.example) = (named, agreeing, labelled, example)
    }

    /// The class that a file's name or its folder names; nil where that is none or several.
    private static func mentioned(_ file: String, _ words: [[String]]) -> Int? {
        let parts = PathParts(file)
        for text in [parts.name, parts.parent] {
            let tokens = Set(
                text.lowercased().split { !$0.isLetter }.flatMap { token in
                    // "cats" names the class "cat".
                    token.hasSuffix("s") ? [String(token), String(token.dropLast())] : [String(token)]
                })
            let found = words.indices.filter { words[$0].contains(where: tokens.contains) }
            if found.count == 1 { return found[0] }
        }
        return nil
    }
}

extension NameCheck {
    /// The words of each class. For True and False, the subject stands for True, and for False whatever word begins the
    /// other files' names.
    static func words(_ vocabulary: Vocabulary, subject: String?, files: [String]) -> [[String]] {
        guard vocabulary.labels == [.bool(false), .bool(true)] else {
            return vocabulary.names.map { name in
                [name.lowercased().split { !$0.isLetter }.joined(separator: " ")].filter {
                    !$0.contains(" ") && !$0.isEmpty
                }
            }
        }
        guard let subject = subject?.lowercased(), !subject.isEmpty else { return [] }
        let first = files.compactMap { file in
            PathParts(file).name.lowercased().split { !$0.isLetter }.first.map(String.init)
        }
        let own: Set = [subject, subject + "s"]
        // Names that do not speak of it tell nothing.
        guard first.contains(where: own.contains) else { return [] }
        return [Array(Set(first).subtracting(own)), [subject]]
    }
}

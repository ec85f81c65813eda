/// The prompt where nothing can be drawn: `--plain`, a pipe, a dumb terminal. Lines are read until
/// they make a cell; no escape sequence is written.
public final class PlainLineReader {
    private let language: CellLanguage
    private let nextLine: () -> String?
    private let write: TextSink

    /// - Parameters:
    ///   - nextLine: one line without its newline; nil at the end of the input.
    ///   - write: takes prompts; give an empty closure where nobody reads them.
    public init(language: CellLanguage, nextLine: @escaping () -> String?, write: @escaping TextSink) {
        self.language = language
        self.nextLine = nextLine
        self.write = write
    }

    /// Reads lines up to one that completes a cell; what is left at the end of the input runs too.
    public func read(number: Int) -> EditorOutcome {
        let prompt = "In [\(number)]: "
        write(prompt)
        var lines: [String] = []
        while let line = nextLine() {
            lines.append(line)
            let text = lines.joined(separator: "\n")
            if text.allSatisfy(\.isWhitespace) {
                lines = []
                write(prompt)
                continue
            }
            if case .incomplete = language.state(text) {
                write("...: ".padded(leftTo: DisplayWidth.of(prompt)))
                continue
            }
            return .cell(Self.trimmed(lines))
        }
        return lines.isEmpty ? .end : .cell(Self.trimmed(lines))
    }

    private static func trimmed(_ lines: [String]) -> String {
        var lines = lines
        while lines.count > 1, lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

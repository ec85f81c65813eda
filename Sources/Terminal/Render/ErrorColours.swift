/// Colours for an error's text: its kind, the caret line, the hint. Text that brings its own
/// escape sequences is left as it is.
enum ErrorColours {
    static func lines(_ text: String, theme: Theme) -> [StyledLine] {
        let lines = text.lineArray
        guard !text.contains("\u{1B}") else { return lines.map { StyledLine($0) } }
        return lines.map { line in
            if isCaret(line) { return StyledLine(line, theme.failure) }
            guard let range = kind(in: line) else { return StyledLine(line) }
            var styled = StyledLine(String(line[..<range.lowerBound]), theme.quiet)
            styled.append(String(line[range]), Style(theme.failure.foreground, bold: true))
            styled.append(String(line[range.upperBound...]))
            return styled
        }
    }

    private static func isCaret(_ line: String) -> Bool {
        line.contains("^") && line.allSatisfy { " ^~|".contains($0) }
    }

    /// The exception's name, such as `NameError`, where the line has one before a colon.
    private static func kind(in line: String) -> Range<String.Index>? {
        var start = line.startIndex
        while start < line.endIndex {
            guard let end = line[start...].firstIndex(of: ":") else { break }
            let from =
                line[..<end].lastIndex { !($0.isLetter || $0 == "_" || $0 == ".") }
                .map { line.index(after: $0) } ?? line.startIndex
            let word = line[from..<end]
            if let first = word.first, first.isUppercase,
                ["Error", "Exception", "Interrupt", "Warning", "Iteration", "Exit"].contains(where: {
                    word.hasSuffix($0)
                })
            {
                return from..<end
            }
            start = line.index(after: end)
        }
        if line.hasSuffix("Error") || line.hasSuffix("KeyboardInterrupt"), !line.contains(" ") {
            return line.startIndex..<line.endIndex
        }
        return nil
    }
}

/// Makes pasted text fit for a cell.
public enum PasteCleaner {
    /// `text` with newlines as `\n`, without the prompts of a copied session.
    ///
    /// Where the first line has a prompt (`In [3]: `, `>>> `), lines without one are outputs and are
    /// left out. A line without newline, such as a path dragged into the window, stays as it is.
    public static func clean(_ text: String) -> String {
        // "\r\n" is one Character, so that it becomes one newline here.
        let text = String(text.map { $0.isNewline ? "\n" : $0 })
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }), hasFirstPrompt(first) else {
            while lines.count > 1, lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
            return lines.joined(separator: "\n")
        }
        var kept = lines.compactMap(withoutPrompt)
        while kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n")
    }

    private static func hasFirstPrompt(_ line: String) -> Bool {
        let line = line.drop { $0 == " " }
        return line == ">>>" || line.hasPrefix(">>> ") || inputPrompt(line) != nil
    }

    private static func withoutPrompt(_ line: String) -> String? {
        let text = line.drop { $0 == " " }
        for prompt in [">>>", "...:", "..."] {
            guard text.hasPrefix(prompt) else { continue }
            let rest = text.dropFirst(prompt.count)
            if rest.isEmpty || rest.hasPrefix(" ") { return String(rest.dropFirst()) }
        }
        return inputPrompt(text)
    }

    /// What follows `In [12]: `.
    private static func inputPrompt(_ text: Substring) -> String? {
        guard text.hasPrefix("In [") else { return nil }
        let rest = text.dropFirst(4).drop { $0.isNumber || $0 == " " }
        guard rest.hasPrefix("]:") else { return nil }
        let body = rest.dropFirst(2)
        return String(body.hasPrefix(" ") ? body.dropFirst() : body)
    }
}

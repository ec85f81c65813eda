/// Emphasis, code, links and pictures within a line of Markdown.
enum MarkdownInline {
    static func parse(_ text: String, theme: Theme, base: Style = .plain) -> StyledLine {
        var line = StyledLine()
        var rest = Substring(text)
        var plain = ""
        func flush() {
            line.append(plain, base)
            plain = ""
        }
        while let first = rest.first {
            if first == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
                plain.append(next)
                rest = rest.dropFirst(2)
                continue
            }
            if let (piece, length) = span(rest, theme: theme, base: base, after: plain.last ?? line.text.last) {
                flush()
                line.append(piece)
                rest = rest.dropFirst(length)
                continue
            }
            plain.append(first)
            rest = rest.dropFirst()
        }
        flush()
        return line
    }

    /// The styled span that `text` begins with, and how many characters it takes.
    private static func span(
        _ text: Substring, theme: Theme, base: Style, after previous: Character?
    ) -> (StyledLine, Int)? {
        if text.hasPrefix("`") {
            let fence = text.prefix { $0 == "`" }
            guard let body = between(text.dropFirst(fence.count), end: String(fence)) else { return nil }
            let code =
                body.hasPrefix(" ") && body.hasSuffix(" ") && body.count > 2
                ? body.dropFirst().dropLast() : body
            return (StyledLine(String(code), theme.code), body.count + 2 * fence.count)
        }
        for mark in ["**", "__", "~~", "*", "_"] where text.hasPrefix(mark) {
            // snake_case is no emphasis.
            if mark.hasPrefix("_"), let previous, previous.isLetter || previous.isNumber { return nil }
            guard let body = between(text.dropFirst(mark.count), end: mark),
                let first = body.first, let last = body.last, !first.isWhitespace, !last.isWhitespace
            else { continue }
            var style = base
            switch mark {
            case "**", "__": style.bold = true
            case "~~": style.dim = true
            default: style.italic = true
            }
            return (parse(String(body), theme: theme, base: style), body.count + 2 * mark.count)
        }
        if text.hasPrefix("!["), let (label, target, length) = link(text.dropFirst()) {
            var line = StyledLine("[picture: ", theme.quiet)
            line.append(label.isEmpty ? target : label, theme.quiet)
            line.append("]", theme.quiet)
            return (line, length + 1)
        }
        if text.hasPrefix("["), let (label, target, length) = link(text) {
            var line = parse(label, theme: theme, base: theme.link)
            if target != label && !target.hasPrefix("#") { line.append(" (\(target))", theme.quiet) }
            return (line, length)
        }
        if text.hasPrefix("<http"), let body = between(text.dropFirst(), end: ">"), !body.contains(" ") {
            return (StyledLine(String(body), theme.link), body.count + 2)
        }
        return nil
    }

    private static func between(_ text: Substring, end: String) -> Substring? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(end), index > text.startIndex {
                // `**a*b**`: a single star inside strong text does not end it.
                if end.count == 1, end != "`", text[text.index(after: index)...].hasPrefix(end) {
                    index = text.index(index, offsetBy: 2)
                    continue
                }
                return text[..<index]
            }
            index = text.index(after: index)
        }
        return nil
    }

    private static func link(_ text: Substring) -> (label: String, target: String, length: Int)? {
        guard let close = text.firstIndex(of: "]") else { return nil }
        let after = text[text.index(after: close)...]
        guard after.hasPrefix("("), let end = after.firstIndex(of: ")") else { return nil }
        let label = String(text[text.index(after: text.startIndex)..<close])
        let inside = after[after.index(after: after.startIndex)..<end]
        let target = inside.split(separator: " ").first.map(String.init) ?? ""
        return (label, target, text.distance(from: text.startIndex, to: end) + 1)
    }
}

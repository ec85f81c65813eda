import Display

/// Markdown as wrapped, styled lines: headings, paragraphs, lists, quotes, tables, code, rules.
enum MarkdownDrawing {
    static func lines(_ source: String, width: Int, theme: Theme) -> [StyledLine] {
        // Prose wider than this is hard to read, however wide the terminal.
        var drawing = Drawing(width: max(20, min(width - 1, 100)), theme: theme)
        drawing.draw(
            source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
            })
        return drawing.lines
    }

    private struct Drawing {
        let width: Int
        let theme: Theme
        var lines: [StyledLine] = []

        mutating func draw(_ source: [String]) {
            var index = 0
            while index < source.count {
                let line = source[index]
                let text = line.trimmedLeading
                if text.isEmpty {
                    if let last = lines.last, !last.isEmpty { lines.append(StyledLine()) }
                    index += 1
                } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
                    index = fence(source, index, String(text.prefix(3)))
                } else if let level = headingLevel(text) {
                    heading(text, level)
                    index += 1
                } else if isRule(text) {
                    lines.append(StyledLine(String(repeating: "─", count: width), theme.quiet))
                    index += 1
                } else if text.hasPrefix(">") {
                    index = quote(source, index)
                } else if text.contains("|"), index + 1 < source.count, isTableRule(source[index + 1]) {
                    index = table(source, index)
                } else if let marker = listMarker(text) {
                    index = item(source, index, marker, indent: line.count - text.count)
                } else {
                    index = paragraph(source, index)
                }
            }
            while lines.last?.isEmpty == true { lines.removeLast() }
        }

        private func starts(_ line: String) -> Bool {
            let text = line.trimmedLeading
            return text.isEmpty || text.hasPrefix("```") || text.hasPrefix("~~~") || text.hasPrefix(">")
                || headingLevel(text) != nil || listMarker(text) != nil || isRule(text)
        }

        private func headingLevel(_ text: String) -> Int? {
            let level = text.prefix { $0 == "#" }.count
            return (1...6).contains(level) && text.dropFirst(level).hasPrefix(" ") ? level : nil
        }

        private mutating func heading(_ text: String, _ level: Int) {
            var title = text.dropFirst(level).trimmingSpaces
            while title.hasSuffix("#") { title.removeLast() }
            var style = theme.heading
            style.underline = level == 1
            let line = MarkdownInline.parse(title.trimmingSpaces, theme: theme, base: style)
            lines += Wrapping.wrap(line, width: width)
        }

        private func isRule(_ text: String) -> Bool {
            let marks = text.filter { $0 != " " }
            return marks.count >= 3 && (Set(marks) == ["-"] || Set(marks) == ["*"] || Set(marks) == ["_"])
        }

        private mutating func fence(_ source: [String], _ start: Int, _ mark: String) -> Int {
            var index = start + 1
            while index < source.count, !source[index].trimmedLeading.hasPrefix(mark) {
                lines.append(StyledLine("    " + source[index], theme.code))
                index += 1
            }
            return index + 1
        }

        private mutating func quote(_ source: [String], _ start: Int) -> Int {
            var index = start
            var inside: [String] = []
            while index < source.count, source[index].trimmedLeading.hasPrefix(">") {
                let text = source[index].trimmedLeading.dropFirst()
                inside.append(String(text.hasPrefix(" ") ? text.dropFirst() : text))
                index += 1
            }
            var inner = Drawing(width: max(10, width - 2), theme: theme)
            inner.draw(inside)
            for line in inner.lines {
                var quoted = StyledLine("│ ", theme.quiet)
                quoted.append(line)
                lines.append(quoted)
            }
            return index
        }

        private func listMarker(_ text: String) -> String? {
            for mark in ["- ", "* ", "+ "] where text.hasPrefix(mark) { return mark }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            let rest = text.dropFirst(digits.count)
            guard !digits.isEmpty, digits.count < 10, rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
                return nil
            }
            return digits + String(rest.prefix(2))
        }

        private mutating func item(_ source: [String], _ start: Int, _ marker: String, indent: Int) -> Int {
            var text = String(source[start].trimmedLeading.dropFirst(marker.count))
            var index = start + 1
            while index < source.count, !starts(source[index]) {
                text += " " + source[index].trimmingSpaces
                index += 1
            }
            var shown = marker.first?.isNumber == true ? marker : "• "
            for (box, sign) in [("[ ] ", "☐ "), ("[x] ", "☑ ")] where text.hasPrefix(box) {
                shown = sign
                text = String(text.dropFirst(box.count))
            }
            let margin = String(repeating: " ", count: min(indent, 12) + 1)
            let hang = DisplayWidth.of(shown)
            let body = Wrapping.wrap(
                MarkdownInline.parse(text, theme: theme), width: max(10, width - margin.count - hang))
            for (number, part) in body.enumerated() {
                var line = StyledLine(margin)
                line.append(number == 0 ? shown : String(repeating: " ", count: hang), theme.quiet)
                line.append(part)
                lines.append(line)
            }
            return index
        }

        private mutating func paragraph(_ source: [String], _ start: Int) -> Int {
            var index = start
            var text = ""
            repeat {
                let line = source[index]
                text += (text.isEmpty ? "" : " ") + line.trimmingSpaces
                index += 1
                // Two spaces or a backslash at the end break the line.
                if line.hasSuffix("  ") || line.hasSuffix("\\") {
                    if text.hasSuffix("\\") { text.removeLast() }
                    break
                }
            } while index < source.count && !starts(source[index])
            lines += Wrapping.wrap(MarkdownInline.parse(text, theme: theme), width: width)
            return index
        }

        private func isTableRule(_ line: String) -> Bool {
            line.contains("-") && line.contains("|") && line.allSatisfy { "|-: \t".contains($0) }
        }

        private mutating func table(_ source: [String], _ start: Int) -> Int {
            func cells(_ line: String) -> [String] {
                var text = line.trimmingSpaces
                if text.hasPrefix("|") { text.removeFirst() }
                if text.hasSuffix("|") { text.removeLast() }
                return text.split(separator: "|", omittingEmptySubsequences: false).map {
                    MarkdownInline.parse(String($0).trimmingSpaces, theme: theme).text
                }
            }
            var index = start + 2
            var rows: [[String]] = []
            while index < source.count, source[index].contains("|") {
                rows.append(cells(source[index]))
                index += 1
            }
            let table = Table(columns: cells(source[start]), rows: rows)
            lines += TableLayout(table, width: width, rule: theme.quiet).lines
            return index
        }
    }
}

extension StringProtocol {
    /// Without spaces and tabs at the front.
    fileprivate var trimmedLeading: String { String(drop { $0 == " " || $0 == "\t" }) }

    fileprivate var trimmingSpaces: String {
        var text = trimmedLeading
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

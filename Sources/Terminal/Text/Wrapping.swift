/// Breaks styled text at spaces so that no line is wider than the terminal.
enum Wrapping {
    /// `line` in lines of at most `width` columns; a word wider than a line is cut.
    static func wrap(_ line: StyledLine, width: Int) -> [StyledLine] {
        let width = max(1, width)
        var lines: [StyledLine] = []
        var current = StyledLine()
        var used = 0
        var gap: (text: String, style: Style)?
        for word in words(of: line) {
            if word.isSpace {
                gap = word.line.pieces.first.map { ($0.text, $0.style) }
                continue
            }
            var rest = word.line
            var columns = rest.width
            let gapWidth = used == 0 ? 0 : DisplayWidth.of(gap?.text ?? "")
            if used > 0 && used + gapWidth + columns > width {
                lines.append(current)
                current = StyledLine()
                used = 0
            } else if used > 0, let gap {
                current.append(gap.text, gap.style)
                used += gapWidth
            }
            while columns > width {
                let (head, tail) = cut(rest, at: width)
                lines.append(head)
                rest = tail
                columns = rest.width
            }
            current.append(rest)
            used += columns
            gap = nil
        }
        if !current.isEmpty || lines.isEmpty { lines.append(current) }
        return lines
    }

    static func wrap(_ text: String, width: Int) -> [String] {
        wrap(StyledLine(text), width: width).map(\.text)
    }

    /// `line` in pieces of exactly `width` columns or one less, wherever they end.
    static func cut(_ line: StyledLine, at width: Int) -> (StyledLine, StyledLine) {
        var head = StyledLine()
        var tail = StyledLine()
        var left = width
        var full = false
        for piece in line.pieces {
            for character in piece.text {
                let columns = DisplayWidth.of(character)
                if !full && columns > left { full = true }
                if full && !head.isEmpty {
                    tail.append(String(character), piece.style)
                } else {
                    head.append(String(character), piece.style)
                    left -= columns
                }
            }
        }
        return (head, tail)
    }

    private struct Word {
        var line: StyledLine
        var isSpace: Bool
    }

    private static func words(of line: StyledLine) -> [Word] {
        var words: [Word] = []
        for piece in line.pieces {
            var rest = Substring(piece.text)
            while let first = rest.first {
                let space = first == " "
                let part = rest.prefix { ($0 == " ") == space }
                rest = rest.dropFirst(part.count)
                if let last = words.last, last.isSpace == space, !space {
                    words[words.count - 1].line.append(String(part), piece.style)
                } else {
                    words.append(Word(line: StyledLine(String(part), piece.style), isSpace: space))
                }
            }
        }
        return words
    }
}

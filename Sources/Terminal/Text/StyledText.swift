/// One line of text in several styles.
struct StyledLine: Sendable, Equatable {
    struct Piece: Sendable, Equatable {
        var text: String
        var style: Style
    }
    private(set) var pieces: [Piece] = []

    init() {}
    init(_ text: String, _ style: Style = .plain) { append(text, style) }

    var text: String { pieces.map(\.text).joined() }
    var width: Int { pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } }
    var isEmpty: Bool { pieces.isEmpty }

    mutating func append(_ text: String, _ style: Style = .plain) {
        guard !text.isEmpty else { return }
        if let last = pieces.last, last.style == style {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(text: text, style: style))
        }
    }

    mutating func append(_ line: StyledLine) {
        for piece in line.pieces { append(piece.text, piece.style) }
    }

    /// Spaces at the end up to `width` columns.
    func padded(to width: Int) -> StyledLine {
        var line = self
        line.append(String(repeating: " ", count: max(0, width - self.width)))
        return line
    }

    /// At most `width` columns, the last one `…` where something was cut.
    func truncated(to width: Int) -> StyledLine {
        guard self.width > width else { return self }
        var line = StyledLine()
        var left = max(0, width - 1)
        outer: for piece in pieces {
            var part = ""
            for character in piece.text {
                let columns = DisplayWidth.of(character)
                if columns > left {
                    line.append(part, piece.style)
                    break outer
                }
                left -= columns
                part.append(character)
            }
            line.append(part, piece.style)
        }
        if width > 0 { line.append("…", line.pieces.last?.style ?? .plain) }
        return line
    }

    /// The line as terminal output, without a newline.
    func rendered(_ depth: ColorDepth) -> String {
        pieces.map { $0.style.apply($0.text, depth) }.joined()
    }
}

extension String {
    /// At most `width` columns, the last one `…` where something was cut.
    func truncated(to width: Int) -> String {
        DisplayWidth.of(self) <= width ? self : StyledLine(self).truncated(to: width).text
    }

    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self)))
    }

    func padded(leftTo width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self))) + self
    }

    /// In the middle of `width` columns.
    func centred(in width: Int) -> String {
        let gap = Swift.max(0, width - DisplayWidth.of(self))
        return String(repeating: " ", count: gap / 2) + self
            + String(repeating: " ", count: gap - gap / 2)
    }
}

/// Keeps some rows of the screen as wanted, writing only what changed. All moves are relative to the
/// cursor: where on the screen the rows are need not be known, and scrolling does no harm.
struct ScreenPainter {
    private var rows: [String] = []
    private var widths: [Int] = []
    private var cursorRow = 0
    private var cursorColumn = 0

    var isEmpty: Bool { rows.isEmpty }

    /// Escape sequences that turn what was painted last into `lines`, the cursor at the given place.
    mutating func paint(_ lines: [StyledLine], cursorRow row: Int, column: Int, depth: ColorDepth) -> String {
        let new = lines.map { $0.rendered(depth) }
        var output = ""
        var at = cursorRow
        func move(to row: Int) {
            if row < at { output += "\u{1B}[\(at - row)A" }
            if row > at { output += "\u{1B}[\(row - at)B" }
            at = row
        }
        for index in new.indices {
            if index < rows.count {
                guard rows[index] != new[index] else { continue }
                move(to: index)
                output += "\r" + new[index] + "\u{1B}[K"
            } else {
                if index > 0 {
                    move(to: index - 1)
                    output += "\r\n"
                }
                at = index
                output += new[index] + "\u{1B}[K"
            }
        }
        if rows.count > new.count, !new.isEmpty {
            move(to: new.count)
            output += "\r\u{1B}[J"
        }
        move(to: row)
        output += "\r" + (column > 0 ? "\u{1B}[\(column)C" : "")
        rows = new
        widths = lines.map(\.width)
        cursorRow = row
        cursorColumn = column
        return output
    }

    /// Takes everything off the screen; the cursor stays where the first row was.
    mutating func erase() -> String {
        guard !rows.isEmpty else { return "" }
        let up = cursorRow > 0 ? "\u{1B}[\(cursorRow)A" : ""
        forget()
        return up + "\r\u{1B}[J"
    }

    /// The same after the terminal became `width` columns wide and broke the rows anew.
    mutating func erase(after width: Int) -> String {
        guard !rows.isEmpty, width > 0 else { return "" }
        let up = widths[..<cursorRow].reduce(0) { $0 + max(1, ($1 + width - 1) / width) }
        let own = cursorColumn / width
        forget()
        let all = up + own
        return (all > 0 ? "\u{1B}[\(all)A" : "") + "\r\u{1B}[J"
    }

    /// Leaves the rows on the screen for good; the cursor goes below them.
    mutating func leave() -> String {
        guard !rows.isEmpty else { return "" }
        let down = rows.count - 1 - cursorRow
        forget()
        return (down > 0 ? "\u{1B}[\(down)B" : "") + "\r\n"
    }

    mutating func forget() {
        rows = []
        widths = []
        cursorRow = 0
        cursorColumn = 0
    }
}

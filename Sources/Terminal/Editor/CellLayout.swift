/// A cell with its prompts as rows of the screen, and where the cursor is among them.
///
/// Every row ends before the last column, so that no terminal wraps on its own and each row stays
/// one row. A cell taller than the screen shows the part around its cursor.
struct CellLayout {
    struct Input {
        var text: String
        /// UTF-8 offset.
        var cursor: Int
        var spans: [TokenSpan] = []
        /// Offsets of the bracket at the cursor and of its partner.
        var brackets: [Int] = []
        var prompt: StyledLine
        var continuation: StyledLine
        var width: Int
        /// Rows to show at most; nil shows all.
        var height: Int?
        var theme: Theme = .standard
    }

    private(set) var rows: [StyledLine] = []
    private(set) var cursorRow = 0
    private(set) var cursorColumn = 0
    /// The first row shown, counted from the cell's first.
    private(set) var top = 0
    private(set) var isCut = false

    /// - Parameter top: where the part shown began before; it moves only when the cursor leaves it.
    init(_ input: Input, top previousTop: Int = 0) {
        let bytes = Array(input.text.utf8)
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        func range(_ line: Int) -> Range<Int> {
            starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count)
        }
        let lastLine = starts.count - 1
        let cursorLine = starts.lastIndex { $0 <= input.cursor } ?? 0
        let drawer = LineDrawer(input: input, bytes: bytes)

        guard let height = input.height else {
            show(0...lastLine, from: 0, rowLimit: nil, cursorLine, range, drawer)
            return
        }
        let counts = (0...lastLine).map { drawer.rowCount($0, range($0)) }
        let total = counts.reduce(0, +)
        let before = counts[..<cursorLine].reduce(0, +)
        let within = drawer.cursorRow(cursorLine, range(cursorLine))
        let height1 = max(1, height)
        if total > height1 {
            isCut = true
            let row = before + within
            top = min(max(previousTop, row - height1 + 1), row)
            top = max(0, min(top, total - height1))
        }
        var first = 0
        var skipped = 0
        while first < lastLine, skipped + counts[first] <= top {
            skipped += counts[first]
            first += 1
        }
        var last = first
        var shown = counts[first]
        while last < lastLine, shown < height1 + top - skipped {
            last += 1
            shown += counts[last]
        }
        show(first...last, from: top - skipped, rowLimit: total > height1 ? height1 : nil, cursorLine, range, drawer)
    }

    private mutating func show(
        _ lines: ClosedRange<Int>, from skip: Int, rowLimit: Int?, _ cursorLine: Int,
        _ range: (Int) -> Range<Int>, _ drawer: LineDrawer
    ) {
        for line in lines {
            let drawn = drawer.rows(line, range(line))
            if line == cursorLine {
                cursorRow = rows.count + drawn.cursorRow
                cursorColumn = drawn.cursorColumn
            }
            rows += drawn.rows
        }
        rows.removeFirst(min(skip, rows.count - 1))
        cursorRow = max(0, cursorRow - skip)
        if let rowLimit, rows.count > rowLimit { rows.removeLast(rows.count - rowLimit) }
    }
}

/// Draws single lines of a cell.
private struct LineDrawer {
    let input: CellLayout.Input
    let bytes: [UInt8]

    private func prompt(_ line: Int) -> StyledLine { line == 0 ? input.prompt : input.continuation }

    private func room(_ line: Int) -> Int { max(4, input.width - 1 - prompt(line).width) }

    func rowCount(_ line: Int, _ range: Range<Int>) -> Int {
        if bytes[range].allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            let room = room(line)
            return range.isEmpty ? 1 : (range.count + (isAtEnd(range) ? 1 : 0) + room - 1) / room
        }
        return rows(line, range).rows.count
    }

    func cursorRow(_ line: Int, _ range: Range<Int>) -> Int { rows(line, range).cursorRow }

    private func isAtEnd(_ range: Range<Int>) -> Bool { input.cursor == range.upperBound }

    func rows(_ line: Int, _ range: Range<Int>) -> (rows: [StyledLine], cursorRow: Int, cursorColumn: Int) {
        let room = room(line)
        let margin = prompt(line).width
        var rows: [StyledLine] = []
        var current = prompt(line)
        var used = 0
        var cursor = (row: 0, column: margin)
        var offset = range.lowerBound
        var span = input.spans.firstIndex { $0.range.upperBound > offset } ?? input.spans.count
        func nextRow() {
            rows.append(current)
            current = StyledLine(String(repeating: " ", count: margin))
            used = 0
        }
        for character in String(decoding: bytes[range], as: UTF8.self) {
            while span < input.spans.count, input.spans[span].range.upperBound <= offset { span += 1 }
            let (shown, columns) = Self.shown(character, at: used)
            if used + columns > room { nextRow() }
            if offset == input.cursor { cursor = (rows.count, margin + used) }
            current.append(shown, style(offset, span))
            used += columns
            offset += character.utf8.count
        }
        if offset == input.cursor {
            if used >= room { nextRow() }
            cursor = (rows.count, margin + used)
        }
        rows.append(current)
        return (rows, cursor.row, cursor.column)
    }

    private func style(_ offset: Int, _ span: Int) -> Style {
        var style = Style.plain
        if span < input.spans.count, input.spans[span].range.contains(offset) {
            style = input.theme.tokens[input.spans[span].kind] ?? .plain
        }
        return input.brackets.contains(offset) ? input.theme.bracket : style
    }

    private static func shown(_ character: Character, at column: Int) -> (String, Int) {
        if character == "\t" {
            let columns = 4 - column % 4
            return (String(repeating: " ", count: columns), columns)
        }
        if let ascii = character.asciiValue, ascii < 0x20 || ascii == 0x7F {
            return ("^" + String(UnicodeScalar(ascii ^ 0x40)), 2)
        }
        let width = DisplayWidth.of(character)
        return width == 0 ? ("·", 1) : (String(character), width)
    }
}

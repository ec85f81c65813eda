import Terminal

/// A terminal's screen, enough of it to judge what programs draw: text, cursor moves, erasing,
/// scrolling, autowrap with its pending state; colours are kept apart from the text.
public struct VirtualScreen: Sendable {
    public private(set) var width: Int
    public private(set) var height: Int
    /// "" is the right half of a wide character.
    private var grid: [[String]]
    public private(set) var row = 0
    public private(set) var column = 0
    private var wraps = false
    private var saved = (row: 0, column: 0)
    private var pending: [UInt8] = []
    /// Lines that scrolled out at the top, in their full width.
    private var scrolled: [String] = []
    /// Every control sequence seen, without its parameters' text: "K", "m", "?2004h".
    public private(set) var sequences: Set<String> = []

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
        grid = Array(repeating: Array(repeating: " ", count: width), count: height)
    }

    public var lines: [String] { grid.map { Self.trimmed($0.joined()) } }

    /// The lines down to the last one that is not empty.
    public var text: String {
        var lines = lines
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// What a reader sees who scrolls up.
    public var allText: String { (scrolled.map(Self.trimmed) + [text]).joined(separator: "\n") }

    /// All characters ever written and not erased, lines joined without a break.
    public var stream: String { (scrolled + grid.map { $0.joined() }).joined() }

    public mutating func resize(width: Int, height: Int) {
        grid = (0..<height).map { row in
            (0..<width).map { row < self.height && $0 < self.width ? grid[row][$0] : " " }
        }
        (self.width, self.height) = (width, height)
        (row, column) = (min(row, height - 1), min(column, width - 1))
    }

    public mutating func feed(_ text: String) { feed(Array(text.utf8)) }

    public mutating func feed(_ bytes: [UInt8]) {
        pending += bytes
        var index = 0
        while index < pending.count, let used = step(at: index) { index += used }
        pending.removeFirst(index)
    }

    /// Bytes taken at `index`; nil where more have to come.
    private mutating func step(at index: Int) -> Int? {
        let byte = pending[index]
        switch byte {
        case 0x1B: return escape(at: index)
        case 0x0D: (column, wraps) = (0, false)
        case 0x0A: newLine()
        case 0x08: column = max(0, column - 1)
        case 0x09: column = min(width - 1, (column / 8 + 1) * 8)
        case 0..<0x20: break
        default:
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard index + length <= pending.count else { return nil }
            put(String(decoding: pending[index..<(index + length)], as: UTF8.self))
            return length
        }
        return 1
    }

    private mutating func put(_ text: String) {
        let columns = DisplayWidth.of(text)
        if columns == 0 {
            let place = wraps ? column : column - 1
            if place >= 0 { grid[row][place > 0 && grid[row][place] == "" ? place - 1 : place] += text }
            return
        }
        if wraps || column + columns > width {
            column = 0
            newLine()
        }
        grid[row][column] = text
        if columns == 2, column + 1 < width { grid[row][column + 1] = "" }
        wraps = column + columns >= width
        column = min(width - 1, column + columns)
    }

    private mutating func newLine() {
        wraps = false
        if row + 1 < height {
            row += 1
        } else {
            scrolled.append(grid.removeFirst().joined())
            grid.append(Array(repeating: " ", count: width))
        }
    }

    private mutating func escape(at index: Int) -> Int? {
        guard index + 1 < pending.count else { return nil }
        switch pending[index + 1] {
        case UInt8(ascii: "["):
            guard let end = pending[(index + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
                return nil
            }
            control(String(decoding: pending[(index + 2)..<end], as: UTF8.self), pending[end])
            return end - index + 1
        case UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "P"):
            guard
                let end = pending[(index + 2)...].indices.first(where: {
                    pending[$0] == 0x07 || (pending[$0] == 0x5C && pending[$0 - 1] == 0x1B)
                })
            else { return nil }
            sequences.insert(String(UnicodeScalar(pending[index + 1])))
            return end - index + 1
        case UInt8(ascii: "7"): saved = (row, column)
        case UInt8(ascii: "8"): (row, column) = saved
        default: break
        }
        return 2
    }

    private mutating func control(_ parameters: String, _ final: UInt8) {
        let name = String(UnicodeScalar(final))
        sequences.insert(parameters.hasPrefix("?") ? parameters + name : name)
        let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        wraps = false
        switch name {
        case "A": row = max(0, row - count)
        case "B": row = min(height - 1, row + count)
        case "C": column = min(width - 1, column + count)
        case "D": column = max(0, column - count)
        case "G": column = min(width - 1, count - 1)
        case "H":
            row = min(height - 1, count - 1)
            column = min(width - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
        case "K":
            let from = numbers.first == 2 ? 0 : column
            for place in from..<width { grid[row][place] = " " }
        case "J":
            if numbers.first == 2 {
                grid = Array(repeating: Array(repeating: " ", count: width), count: height)
            } else {
                for place in column..<width { grid[row][place] = " " }
                for line in (row + 1)..<max(row + 1, height) {
                    grid[line] = Array(repeating: " ", count: width)
                }
            }
        default: break
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}

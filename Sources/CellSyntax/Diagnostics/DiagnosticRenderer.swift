extension Diagnostic {
    /// The diagnostic as text, without a line end after the last line:
    ///
    ///     cell 1:1:1: NameError: name 'lern' is not defined
    ///         lern.fine_tune(1)
    ///         ^~~~
    ///     did you mean 'learn'?
    ///
    /// - Parameter width: Columns of the terminal; longer source lines are cut around the caret.
    public func render(width: Int = 100) -> String {
        let heading = message.isEmpty ? type : "\(type): \(message)"
        var lines = ["\(place(in: source, range)): \(heading)"]
        lines += excerpt(of: source, range, width: width)
        if let hint { lines.append(hint) }
        let shown = Self.shownCalls
        for (index, call) in calls.enumerated() {
            if calls.count > 2 * shown + 1, index >= shown, index < calls.count - shown {
                if index == shown { lines.append("... \(calls.count - 2 * shown) more calls ...") }
                continue
            }
            lines.append("called from \(place(in: call.source, call.range)), in \(call.function)")
            lines += excerpt(of: call.source, call.range, width: width)
        }
        return lines.joined(separator: "\n")
    }

    /// How many calls of a long chain are shown at each of its ends.
    private static let shownCalls = 3
    private static let indentation = "    "
    private static let tabWidth = 4

    private func place(in source: Source, _ range: SourceRange) -> String {
        let (line, column) = source.position(at: range.lowerBound)
        return "\(source.name):\(line):\(column)"
    }

    /// The line that the range begins on, and a caret line under as much of the range as is on it.
    private func excerpt(of source: Source, _ range: SourceRange, width: Int) -> [String] {
        let lineRange = source.range(ofLine: source.line(at: range.lowerBound))
        let start = min(max(range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
        let end = min(max(range.upperBound, start), lineRange.upperBound)
        let before = Self.printable(
            Self.withoutIndent(source.text(in: lineRange.lowerBound..<start)))
        let marked = Self.printable(source.text(in: start..<end))
        let tail = Self.printable(source.text(in: end..<lineRange.upperBound))
        guard !(before + marked + tail).isEmpty else { return [] }
        let room = max(width - Self.indentation.count, 20)
        let (line, column) = Self.cut(before, marked, tail, room: room)
        let length = min(max(DisplayWidth.columns(of: marked), 1), max(room - column, 1))
        let caret = "^" + String(repeating: "~", count: length - 1)
        return [
            Self.indentation + line,
            Self.indentation + String(repeating: " ", count: column) + caret,
        ]
    }

    private static func withoutIndent(_ text: String) -> String {
        String(text.drop { $0 == " " || $0 == "\t" })
    }

    /// Tabs as spaces, and control characters as marks, so that columns can be counted and nothing
    /// in a source reaches the terminal as a command.
    private static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                result += String(repeating: " ", count: tabWidth)
            } else if scalar.properties.generalCategory == .control {
                result += "\u{FFFD}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The line shortened to `room` columns, the marked part kept in view, and the caret's column.
    private static func cut(
        _ before: String, _ marked: String, _ tail: String, room: Int
    ) -> (line: String, column: Int) {
        var before = before[...]
        var lead = ""
        let column = DisplayWidth.columns(of: before)
        let needed = column + min(DisplayWidth.columns(of: marked), room / 2)
        if needed > room {
            lead = "..."
            let keep = max(room / 3, 8)
            while DisplayWidth.columns(of: before) > keep { before = before.dropFirst() }
        }
        var line = lead + before + marked + tail
        if DisplayWidth.columns(of: line) > room {
            while DisplayWidth.columns(of: line) > room - 3, !line.isEmpty { line.removeLast() }
            line += "..."
        }
        return (line, DisplayWidth.columns(of: lead + before))
    }
}

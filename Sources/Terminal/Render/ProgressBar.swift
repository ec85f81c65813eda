import Display

/// The line under a training table: label, bar, batch, time gone and left, smoothed loss.
struct ProgressBar {
    private var label: String?
    private var first: (done: Int, elapsed: Double)?
    private var lastDone = 0

    /// Seconds left, once two batches have been seen: the first one warms up caches and allocator
    /// and is no measure of the rest.
    private(set) var left: Double?

    mutating func update(_ progress: Progress) {
        if label != progress.label || progress.done < lastDone {
            label = progress.label
            first = nil
            left = nil
        }
        lastDone = progress.done
        guard progress.done > 0 else { return }
        guard let first else {
            self.first = (progress.done, progress.elapsed)
            return
        }
        guard progress.done > first.done else { return }
        let rate = (progress.elapsed - first.elapsed) / Double(progress.done - first.done)
        left = max(0, rate * Double(progress.total - progress.done))
    }

    /// One line of at most `width` columns; the bar takes what the figures leave.
    func line(_ progress: Progress, width: Int, theme: Theme) -> StyledLine {
        // Nothing to count: a word about what is being waited for.
        if progress.total == 0, progress.done == 0 {
            return StyledLine(progress.label.truncated(to: width), theme.quiet)
        }
        let times = formatDuration(progress.elapsed) + "<" + (left.map(formatDuration) ?? "--:--")
        let count = progress.total > 0 ? "\(progress.done)/\(progress.total)" : "\(progress.done)"
        var label = progress.label
        var note = progress.note
        func used() -> Int {
            [label, count, times, note].reduce(0) { $0 + ($1.isEmpty ? 0 : DisplayWidth.of($1) + 1) }
        }
        // What a narrow terminal cannot hold goes in this order: the label's tail, the note.
        if used() + 8 > width { label = label.truncated(to: max(0, DisplayWidth.of(label) - (used() + 8 - width))) }
        if label == "…" { label = "" }
        if used() + 8 > width { note = note.truncated(to: max(0, DisplayWidth.of(note) - (used() + 8 - width))) }
        if note == "…" { note = "" }
        let cells = min(40, width - used())
        var line = StyledLine()
        if !label.isEmpty { line.append(label + " ") }
        if cells >= 4 {
            let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
            let halves = Int((min(1, max(0, share)) * Double(cells * 2)).rounded(.down))
            line.append(String(repeating: "━", count: halves / 2), theme.bar)
            if halves % 2 == 1 { line.append("╸", theme.bar) }
            line.append(String(repeating: "─", count: cells - (halves + 1) / 2), theme.quiet)
            line.append(" ")
        }
        line.append(count + " ")
        line.append(times, theme.quiet)
        if !note.isEmpty { line.append(" " + note) }
        return line.truncated(to: width)
    }
}

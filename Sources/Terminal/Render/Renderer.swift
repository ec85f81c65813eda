public import Display

/// Draws what a cell shows. One renderer belongs to one output and one thread.
public protocol Renderer: AnyObject {
    /// A cell begins; with a number its result is marked `Out[number]: `.
    func beginCell(_ number: Int?)
    func draw(_ event: DisplayEvent)
    /// An error as the language rendered it: location, line, caret, hint.
    func error(_ text: String)
    /// A cell ended: an unfinished line is ended, a bar taken away.
    func endCell()
}

/// Where text goes: standard output, a file, a test's buffer.
public typealias TextSink = (String) -> Void

/// Seconds and minutes as fastai writes them: `mm:ss`, `h:mm:ss` past an hour.
public func formatDuration(_ seconds: Double) -> String {
    let total = seconds.isFinite ? Int(max(0, seconds).rounded()) : 0
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (hours > 0 ? "\(hours):" : "") + two(minutes) + ":" + two(rest)
}

/// How a reading of the prompt ended.
public enum EditorOutcome: Sendable, Equatable {
    /// A cell to run, without empty lines at its end.
    case cell(String)
    /// A command bound to Alt and a letter; the text typed so far comes back at the next prompt.
    case command(String)
    /// Ctrl-D on an empty prompt.
    case end
    /// The terminal is gone, or the process was asked to end; nobody said that the session is over.
    case gone
    /// ``LineEditor/stop(_:)`` ended it for a reason of the caller's.
    case stopped(String)
}

/// What is around the text being edited.
public struct EditorSettings {
    public var language: CellLanguage
    public var theme = Theme.standard
    public var depth: ColorDepth
    /// Candidates for a UTF-8 offset of a cell; paths in strings are offered without it.
    public var complete: (String, Int) -> Completion? = { _, _ in nil }
    /// Commands by the letter that Alt brings.
    public var commands: [Character: String] = [:]
    /// Given the text at the prompt whenever it has changed and no key waits, to be kept against a crash.
    public var keep: (String) -> Void = { _ in }
    /// A question before Ctrl-D ends, asked once; nil ends at once.
    public var beforeEnd: () -> String? = { nil }
    /// What stands for a blank in cells that are given: the cursor begins there, and typing takes its place.
    public var blank: String?
    public var home: String
    public var folder: () -> String
    /// Seconds since 1970, for the history.
    public var time: () -> Double

    public init(
        language: CellLanguage, depth: ColorDepth, home: String, folder: @escaping () -> String,
        time: @escaping () -> Double
    ) {
        self.language = language
        self.depth = depth
        self.home = home
        self.folder = folder
        self.time = time
    }
}

/// A descriptor that is watched while the prompt waits, such as the evaluator's socket.
public struct EventSource {
    public var descriptor: Int32
    /// Called when there is something to read; returns false when the source is to be forgotten.
    public var handle: () -> Bool

    public init(descriptor: Int32, handle: @escaping () -> Bool) {
        self.descriptor = descriptor
        self.handle = handle
    }
}

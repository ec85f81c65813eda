public import Display

/// One entry of a session's journal, in the order in which things happened.
public enum JournalRecord: Codable, Sendable, Equatable {
    /// The first entry.
    case session(SessionInfo)
    /// A cell is about to run.
    case cell(JournalCell)
    /// The cell begun last shows something.
    case display(DisplayEvent)
    /// The cell begun last ended, after so many seconds.
    case ended(CellEnding, seconds: Double)
    /// The evaluator is a new one: the values of all cells before are gone, unless they ran again.
    case restarted(reason: String)
    /// What the learner expected of the cell begun next or last.
    case guess(cell: String, text: String)
    /// Whether what the learner expected of a lesson's cell came true, as judged when its result was seen.
    case judged(cell: String, isRight: Bool)
    /// A question of a quiz was answered; the last one with its id counts.
    case answered(JournalAnswer)
    /// The text at the prompt that was not run.
    case draft(String)
    /// The session went on in another process, at seconds since 1970.
    case resumed(time: Double)
}

/// What a session is.
public struct SessionInfo: Codable, Sendable, Equatable {
    /// Seconds since 1970.
    public var started: Double
    /// The working folder.
    public var folder: String
    /// Nuthatch's version.
    public var version: String
    /// The lesson or notebook that was opened, if any.
    public var document: String?

    public init(started: Double, folder: String, version: String, document: String? = nil) {
        self.started = started
        self.folder = folder
        self.version = version
        self.document = document
    }
}

/// A cell as it was when it ran.
public struct JournalCell: Codable, Sendable, Equatable {
    public var number: Int
    public var source: String
    /// Seconds since 1970.
    public var time: Double
    /// The cell of the lesson it was taken from.
    public var lessonCell: String?

    public init(number: Int, source: String, time: Double, lessonCell: String? = nil) {
        self.number = number
        self.source = source
        self.time = time
        self.lessonCell = lessonCell
    }
}

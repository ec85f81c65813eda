public import Display

/// The protocol between prompt and evaluator: frames of CBOR over any byte stream, a socket pair or
/// a connection to another machine. Each side begins with its version.
public enum EvaluatorProtocol {
    /// Raised when a message changes its meaning. New kinds of messages and new members do not raise it.
    public static let version = 1
}

/// What a prompt asks of an evaluator.
public enum EvaluatorRequest: Codable, Sendable, Equatable {
    case hello(version: Int)
    case run(CellRequest)
    /// Raises `KeyboardInterrupt` in the running cell.
    case interrupt
    /// The line that ``EvaluatorReply/inputWanted(prompt:)`` asked for; nil at the end of input.
    case answer(String?)
    /// What could stand at `cursor`, a UTF-8 offset into `text`.
    case complete(id: Int, text: String, cursor: Int)
    /// The names of the session's variables.
    case names(id: Int)
}

/// A cell to run.
public struct CellRequest: Codable, Sendable, Equatable {
    /// Unlike all others of this evaluator.
    public var id: Int
    /// The number in `In [n]`; nil for code that is none of the person's cells.
    public var number: Int?
    /// What errors call the cell.
    public var name: String
    public var text: String
    /// What becomes of the fits in it; nil keeps nothing.
    public var fits: FitOrder?

    public init(id: Int, number: Int?, name: String, text: String, fits: FitOrder? = nil) {
        self.fits = fits
        self.id = id
        self.number = number
        self.name = name
        self.text = text
    }
}

/// What becomes of a cell's finished fits.
public struct FitOrder: Codable, Sendable, Equatable {
    /// Stands for the sources of all cells up to this one.
    public var key: String
    /// Where checkpoints lie; empty leaves that to the evaluator, on its own machine.
    public var folder: String
    /// Bytes that all checkpoints may take.
    public var limit: Int
    /// Checkpoints take the place of fits.
    public var isRestoring: Bool
}

/// What an evaluator says.
public enum EvaluatorReply: Codable, Sendable, Equatable {
    case hello(version: Int, process: Int)
    /// Something the running cell shows.
    case display(DisplayEvent)
    case inputWanted(prompt: String)
    /// The cell ended; nothing more of it follows.
    case ended(id: Int, CellEnding)
    case completions(id: Int, CompletionAnswer)
    case names(id: Int, [String])
}

/// How a cell ended.
public enum CellEnding: Codable, Sendable, Equatable {
    case finished
    case failed(CellFailure)
    case interrupted
    /// By `exit()`, with the status.
    case exited(Int)
    /// The evaluator ended before the cell did, and how.
    case lost(String)

    public var isFinished: Bool { self == .finished }
}

/// What a completion offers: `range` of UTF-8 offsets is replaced by one of the candidates.
public struct CompletionAnswer: Codable, Sendable, Equatable {
    public struct Candidate: Codable, Sendable, Equatable {
        public var text: String
        /// What it is, in a word.
        public var kind: String
        /// One line about it.
        public var doc: String

        public init(text: String, kind: String, doc: String) {
            self.text = text
            self.kind = kind
            self.doc = doc
        }
    }
    public var range: Range<Int>
    public var candidates: [Candidate]

    public init(range: Range<Int>, candidates: [Candidate]) {
        self.range = range
        self.candidates = candidates
    }
}

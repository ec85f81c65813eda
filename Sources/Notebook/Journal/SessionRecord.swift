public import Display

/// A session as its journal tells it: cells with what they showed and how they ended.
public struct SessionRecord: Sendable {
    public struct Cell: Sendable {
        public var cell: JournalCell
        public var events: [DisplayEvent] = []
        /// nil while it runs, or when it never came to an end.
        public var ending: CellEnding?
        public var seconds = 0.0
        public var guess: String?
        /// Whether the guess came true; nil where nobody said.
        public var isGuessRight: Bool?

        public var number: Int { cell.number }
        public var source: String { cell.source }
    }

    public var info: SessionInfo?
    public internal(set) var cells: [Cell] = []
    public internal(set) var draft = ""
    /// Answers to questions, the last one of each.
    public internal(set) var answers: [JournalAnswer] = []
    private var pendingGuess: String?

    public init() {}

    public init(_ records: [JournalRecord]) {
        for record in records { add(record) }
    }

    /// The number of the next cell.
    public var nextNumber: Int { (cells.map(\.number).max() ?? 0) + 1 }

    public mutating func add(_ record: JournalRecord) {
        switch record {
        case .session(let info): self.info = info
        case .cell(let cell):
            cells.append(Cell(cell: cell, guess: pendingGuess))
            pendingGuess = nil
            draft = ""
        case .display(let event): if !cells.isEmpty { cells[cells.count - 1].show(event) }
        case .ended(let ending, let seconds):
            guard !cells.isEmpty else { return }
            cells[cells.count - 1].ending = ending
            cells[cells.count - 1].seconds = seconds
        case .guess(_, let text): pendingGuess = text
        case .judged(let id, let isRight):
            if let index = cells.lastIndex(where: { $0.cell.lessonCell == id }) { cells[index].isGuessRight = isRight }
        case .answered(let answer):
            if let index = answers.firstIndex(where: { $0.id == answer.id }) {
                answers[index] = answer
            } else {
                answers.append(answer)
            }
        case .draft(let text): draft = text
        case .restarted, .resumed: break
        }
    }

    /// The session as a notebook with its outputs.
    public func document() -> NotebookDocument {
        NotebookDocument(
            cells: cells.map { cell in
                var result = DocumentCell(.code, cell.source, id: nil)
                result.setOutputs(
                    CellOutputs.of(cell.events, failure: cell.failure, count: cell.number), count: cell.number)
                return result
            })
    }
}

extension SessionRecord.Cell {
    /// Adds an event; text that comes in pieces is put together, and of progress nothing is kept.
    mutating func show(_ event: DisplayEvent) {
        switch (events.last, event) {
        case (_, .progress), (_, .progressEnd): break
        case (.output(let before)?, .output(let more)):
            // Taken out first, so that the text grows in place.
            events[events.count - 1] = .progressEnd
            events[events.count - 1] = .output(before + more)
        default: events.append(event)
        }
    }

    public var failure: CellFailure? {
        switch ending {
        case .failed(let failure): failure
        case .interrupted: CellFailure(type: "KeyboardInterrupt", message: "", text: "KeyboardInterrupt")
        case .lost(let reason): CellFailure(type: "EvaluatorLost", message: reason, text: reason)
        default: nil
        }
    }
}

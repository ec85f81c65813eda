public import Notebook

extension Report {
    /// The page as a notebook: prose, cells with their outputs, the quiz.
    public func notebook() -> NotebookDocument {
        var parts = [DocumentCell(.markdown, "# \(title)\n\n\(summary)")]
        for cell in cells {
            var prose: [String] = []
            if let heading = cell.heading { prose.append("## \(heading)") }
            if let guess = cell.guess { prose.append("My guess: \(guess) \(Self.mark(cell.isGuessRight))") }
            if !prose.isEmpty { parts.append(DocumentCell(.markdown, prose.joined(separator: "\n\n"))) }
            var code = DocumentCell(.code, cell.source)
            code.setOutputs(cell.outputs, count: cell.number)
            parts.append(code)
        }
        if !answers.isEmpty { parts.append(DocumentCell(.markdown, "## Questions")) }
        for answer in answers {
            let quoted = answer.answer.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
            let notes = answer.notes.map { "- **\($0.kind.rawValue)**: \($0.text)" }
            parts.append(
                DocumentCell(
                    .markdown,
                    (["### \(answer.isRight ? "✅" : "❌") \(answer.question)", ""] + quoted + [""] + notes).joined(
                        separator: "\n")))
        }
        return NotebookDocument(cells: parts)
    }
}

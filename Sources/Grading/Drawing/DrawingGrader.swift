/// Judges a drawing as a graph: which arrows are there, whatever the boxes are called and in whatever order they come.
struct DrawingGrader: Sendable {
    private var vocabulary = Vocabulary()
    private var boxes: [(name: String, patterns: [Pattern])] = []
    private var wanted: [ArrowDrawing.Arrow] = []
    private var optional: [ArrowDrawing.Arrow] = []

    init(_ drawing: Question.Drawing) {
        for name in drawing.boxes.keys.sorted() {
            let names = [name.replacing(" ", with: "_")] + (drawing.boxes[name] ?? [])
            boxes.append((name, names.map { Pattern($0, &vocabulary) }))
        }
        wanted = drawing.arrows.compactMap { ArrowDrawing($0)?.arrows }.flatMap { $0 }
        optional = (drawing.optional ?? []).compactMap { ArrowDrawing($0)?.arrows }.flatMap { $0 }
    }

    /// nil where the text has no arrows.
    func grade(_ text: String) -> Grade? {
        guard let drawing = ArrowDrawing(text) else { return nil }
        var names: [String: String] = [:]
        for box in drawing.boxes { names[box] = name(box) }
        let drawn = Set(
            drawing.arrows.map { ArrowDrawing.Arrow(names[$0.from] ?? $0.from, names[$0.to] ?? $0.to) }
                .filter { $0.from != $0.to })
        var grade = Grade(.wrong, score: 0)
        for arrow in wanted {
            let said = "\(arrow.from) → \(arrow.to)"
            if drawn.contains(arrow) || isReached(arrow, drawn, through: drawing.boxes.compactMap { names[$0] }) {
                let source = drawing.arrows.first { names[$0.from] == arrow.from && names[$0.to] == arrow.to }
                grade.matched.append(.init(say: said, quote: source.map { "\($0.from) -> \($0.to)" } ?? said))
            } else if drawn.contains(ArrowDrawing.Arrow(arrow.to, arrow.from)) {
                grade.corrections.append("The arrow between \(arrow.from) and \(arrow.to) points the wrong way.")
                grade.missing.append(said)
            } else {
                grade.missing.append(said)
            }
        }
        for arrow in drawn where !wanted.contains(arrow) && !optional.contains(arrow) && isKnown(arrow) {
            let isTurned = wanted.contains(ArrowDrawing.Arrow(arrow.to, arrow.from))
            if !isTurned { grade.corrections.append("There is no arrow from \(arrow.from) to \(arrow.to).") }
        }
        grade.corrections.sort()
        grade.score = max(0, Double(grade.matched.count - grade.corrections.count) / Double(max(1, wanted.count)))
        grade.verdict = grade.score >= 1 ? .right : grade.score >= 0.3 ? .partly : .wrong
        return grade
    }

    /// A way over boxes that the question does not know, such as `results -> loss -> optimiser -> weights`.
    private func isReached(
        _ arrow: ArrowDrawing.Arrow, _ drawn: Set<ArrowDrawing.Arrow>, through boxes: [String]
    ) -> Bool {
        var reached: Set<String> = [arrow.from]
        var frontier = [arrow.from]
        while let place = frontier.popLast() {
            for next in drawn where next.from == place && !reached.contains(next.to) {
                if next.to == arrow.to { return true }
                reached.insert(next.to)
                if !self.boxes.contains(where: { $0.name == next.to }) { frontier.append(next.to) }
            }
        }
        return false
    }

    private func isKnown(_ arrow: ArrowDrawing.Arrow) -> Bool {
        let names = boxes.map(\.name)
        return names.contains(arrow.from) && names.contains(arrow.to)
    }

    /// The box that is meant; else the name as it was written. The more of a name is met, the better.
    private func name(_ written: String) -> String {
        let words = vocabulary.number(Tokenizer.words(written))
        var best: (name: String, length: Int, start: Int)?
        for (name, patterns) in boxes {
            for match in patterns.flatMap({ $0.matches(words) }) {
                let start = match.words.first ?? 0
                if let known = best, (known.length, known.start) >= (match.words.count, start) { continue }
                best = (name, match.words.count, start)
            }
        }
        return best?.name ?? written
    }
}

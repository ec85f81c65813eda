/// One thing that `nuthatch doctor` looked at.
public struct Finding: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        case good
        /// Works, with less; or comes by itself when it is needed.
        case note
        case missing
    }

    public let topic: String
    public let state: State
    /// What was found.
    public let text: String
    /// What to do about it, if there is something to do.
    public let advice: String?

    init(_ topic: String, _ state: State, _ text: String, advice: String? = nil) {
        self.topic = topic
        self.state = state
        self.text = text
        self.advice = advice
    }
}

extension [Finding] {
    /// One line a finding, its advice below it.
    public var report: String {
        let width = map(\.topic.count).max() ?? 0
        return map { finding in
            let mark =
                switch finding.state {
                case .good: "ok     "
                case .note: "note   "
                case .missing: "MISSING"
                }
            let indent = String(repeating: " ", count: mark.count + width + 4)
            let topic = finding.topic + String(repeating: " ", count: width - finding.topic.count)
            let text = finding.text.split(separator: "\n").joined(separator: "\n" + indent)
            return "\(mark)  \(topic)  \(text)\n" + (finding.advice.map { "\(indent)-> \($0)\n" } ?? "")
        }.joined()
    }
}

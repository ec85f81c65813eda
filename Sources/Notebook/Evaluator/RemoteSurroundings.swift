import Display
import Foundation
import Synchronization

/// What cells see of the world in an evaluator: everything goes to the prompt.
final class RemoteSurroundings: CellSurroundings {
    private struct State {
        var answers: [InputAnswer] = []
        var isWaiting = false
    }

    private let sender: EventSender
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    init(_ sender: EventSender) {
        self.sender = sender
    }

    func display(_ event: DisplayEvent) { sender.display(event) }

    func input(prompt: String) -> InputAnswer {
        // An answer to a question that was interrupted must not be taken for this one's.
        state.withLock { $0 = State(answers: [], isWaiting: true) }
        sender.send(.inputWanted(prompt: prompt))
        while true {
            wake.wait()
            let answer = state.withLock { state -> InputAnswer? in
                guard !state.answers.isEmpty else { return nil }
                state.isWaiting = false
                return state.answers.removeFirst()
            }
            if let answer { return answer }
        }
    }

    func answer(_ line: String?) { give(line.map { .line($0) } ?? .endOfInput) }

    /// Wakes a cell that waits for a line, so that it notices its interruption.
    func interrupt() { give(.interrupted) }

    private func give(_ answer: InputAnswer) {
        let isWaiting = state.withLock { state in
            if state.isWaiting { state.answers.append(answer) }
            return state.isWaiting
        }
        if isWaiting { wake.signal() }
    }
}

/// Sends replies in order. Printed text that comes in small pieces is sent together, at the latest
/// after 10 ms, so that a loop that prints does not pay for a message each time.
final class EventSender: Sendable {
    private struct State {
        var text = ""
        var isClosed = false
    }

    private let output: Int32
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    init(_ output: Int32) {
        self.output = output
        Thread.detachNewThread { [self] in
            while true {
                wake.wait()
                usleep(10_000)
                state.withLock { flush(&$0) }
            }
        }
    }

    func display(_ event: DisplayEvent) {
        guard case .output(let text) = event else { return send(.display(event)) }
        state.withLock { state in
            let wasEmpty = state.text.isEmpty
            state.text += text
            if state.text.utf8.count >= 1 << 14 { flush(&state) } else if wasEmpty { wake.signal() }
        }
    }

    func send(_ reply: EvaluatorReply) {
        state.withLock { state in
            flush(&state)
            write(reply, &state)
        }
    }

    private func flush(_ state: inout State) {
        guard !state.text.isEmpty else { return }
        let text = state.text
        state.text = ""
        write(.display(.output(text)), &state)
    }

    private func write(_ reply: EvaluatorReply, _ state: inout State) {
        guard !state.isClosed else { return }
        do throws(ProtocolError) {
            try Descriptor.write(try FrameReader.frame(reply), to: output)
        } catch {
            // Nobody listens; the reading side notices and ends the process.
            state.isClosed = true
        }
    }
}

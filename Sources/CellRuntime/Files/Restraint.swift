internal import Foundation
internal import Synchronization

/// Holds back what cells of a file from elsewhere do outside: shell commands, and writing anywhere but below the working
/// folder. The first such act asks; the answer holds for all that follow.
///
/// Files are the process's, and so is this: a program runs one file.
public final class Restraint: Sendable {
    private struct State {
        var answer: Bool?
    }

    private static let current = Mutex<Restraint?>(nil)

    /// Folders below which writing needs no leave.
    private let folders: [String]
    private let ask: @Sendable (String) -> Bool
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folders: where cells may write: the working folder, caches, temporary files.
    ///   - ask: whether to go on, given what is about to be done, such as "run `make`". Asked once.
    public init(folders: [String], ask: @escaping @Sendable (String) -> Bool) {
        self.folders = folders.map { FileSystem.resolved($0) }
        self.ask = ask
    }

    /// Restrains all cells of this process from now on; nil lets them do everything.
    public static func set(_ restraint: Restraint?) { current.withLock { $0 = restraint } }

    /// To be called before a file is written, made, moved or deleted.
    /// - Throws: `PermissionError` when the user did not agree.
    public static func check(writing path: String) throws(Raise) {
        guard let restraint = current.withLock({ $0 }), !restraint.isInside(path) else { return }
        guard restraint.isAllowed("write to \(path)") else {
            throw Raise(
                exceptions.permissionError, "[Errno 13] Permission denied: '\(path)' is outside of the working folder",
                hint: hint)
        }
    }

    /// To be called before a shell command runs.
    static func check(shell command: String) throws(Raise) {
        guard let restraint = current.withLock({ $0 }), !HarmlessCommand.matches(command) else { return }
        let shown = command.count > 60 ? command.prefix(57) + "..." : command
        guard restraint.isAllowed("run `\(shown)` in a shell") else {
            throw Raise(
                exceptions.permissionError, "[Errno 13] Permission denied: shell command `\(shown)`", hint: hint)
        }
    }

    private static let hint = "this file was not made here: run it with --trust if you know what it does"

    private func isInside(_ path: String) -> Bool {
        let place = FileSystem.resolved(path)
        return folders.contains { place == $0 || place.hasPrefix($0 == "/" ? "/" : $0 + "/") }
    }

    private func isAllowed(_ act: String) -> Bool {
        if let answer = state.withLock({ $0.answer }) { return answer }
        let answer = ask(act)
        state.withLock { $0.answer = answer }
        return answer
    }
}

/// Commands that only look: notebooks begin with them, and nobody need be asked.
enum HarmlessCommand {
    private static let words: Set<String> = [
        "[", "arch", "cal", "cat", "date", "df", "dir", "du", "echo", "false", "file", "free", "head", "hostname", "id",
        "ls", "lscpu",
        "nproc", "nvidia-smi", "pwd", "sleep", "stat", "tail", "test", "true", "uname", "uptime", "wc", "which",
        "whoami",
    ]

    static func matches(_ command: String) -> Bool {
        guard !command.contains(where: { "$`<>\n(){}\\".contains($0) }) else { return false }
        let parts = command.replacing("&&", with: ";").replacing("||", with: ";").replacing("|", with: ";")
        guard !parts.contains("&") else { return false }
        return parts.split(separator: ";").allSatisfy { part in
            let first = part.split(separator: " ").first.map(String.init)
            return first.map { words.contains($0) } ?? true
        }
    }
}

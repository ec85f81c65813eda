import ArgumentParser
import DataSources
import Foundation

/// `nuthatch data`: data sets and weights by name.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Data sets and weights: what there is, where it lies, and fetching it.",
        subcommands: [List.self, Get.self, Path.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "All names, with size, licence, and where they lie.")

        func run() {
            let store = DataStore()
            for entry in Catalogue.entries {
                let size = entry.bytes < 1_000_000 ? "\(entry.bytes / 1000) kB" : "\(entry.bytes / 1_000_000) MB"
                let name = entry.name.padding(toLength: 24, withPad: " ", startingAt: 0)
                let blank = String(repeating: " ", count: max(0, 8 - size.count))
                print("\(name) \(blank)\(size)  \(store.find(entry) ?? entry.licence)")
            }
        }
    }

    struct Get: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Fetch one, and say where it lies.")
        @Argument(help: "A name, such as PETS or resnet34.") var name: String

        func run() throws {
            let store = DataStore()
            let line = StatusLine()
            var observer = DataStore.Observer()
            observer.note = { line.note($0) }
            observer.progress = { file, progress in
                let total = progress.total.map { " of \($0 / 1_000_000)" } ?? ""
                let left = progress.remaining.map { ", \(Int($0)) s left" } ?? ""
                line.show("\(file): \(progress.done / 1_000_000)\(total) MB\(left)")
            }
            observer.step = { label, done, total, _ in line.show("\(label): \(done) of \(total)") }
            do {
                let entry = try Catalogue.entry(name)
                let path = try entry.kind == .weights ? store.weights(name, observer) : store.dataset(name, observer)
                line.clear()
                print(path)
            } catch {
                line.clear()
                try DataCommand.failure(error)
            }
        }
    }

    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say where one lies; an error when it is not here.")
        @Argument(help: "A name, such as PETS or resnet34.") var name: String

        func run() throws {
            let found: String?
            do { found = DataStore().find(try Catalogue.entry(name)) } catch { try DataCommand.failure(error) }
            guard let found else {
                try DataCommand.failure("\(name) is not on this machine: nuthatch data get \(name) fetches it")
            }
            print(found)
        }
    }

    /// The words of an error on standard error, and exit code 1.
    fileprivate static func failure(_ error: Any) throws -> Never {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        throw ExitCode(1)
    }
}

/// One line on standard error that is drawn again, at most ten times a second; nothing where that is no terminal.
private final class StatusLine: @unchecked Sendable {
    private let lock = NSLock()
    private let isTerminal = isatty(2) == 1
    private var last = ContinuousClock.now

    func show(_ text: String) {
        lock.withLock {
            guard isTerminal, ContinuousClock.now - last > .milliseconds(100) else { return }
            last = .now
            write("\r\u{1B}[K" + text.prefix(79))
        }
    }

    func note(_ text: String) { lock.withLock { write((isTerminal ? "\r\u{1B}[K" : "") + text + "\n") } }

    func clear() { lock.withLock { if isTerminal { write("\r\u{1B}[K") } } }

    private func write(_ text: some StringProtocol) { FileHandle.standardError.write(Data(text.utf8)) }
}

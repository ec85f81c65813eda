import CellRuntime
import Foundation
import Tensors
import Training

/// Keeps what finished fits left behind, so that bringing a session back takes seconds where training took hours.
///
/// A checkpoint is found by the sources of all cells up to the fit's, the fit's number within its cell, and the data.
public final class FitKeeper {
    /// What a cell's fits are to do.
    public struct Order: Sendable {
        /// Stands for the sources of all cells so far.
        public var key: String
        public var folder: String
        /// Bytes that all checkpoints may take together.
        public var limit: Int
        /// A checkpoint takes the fit's place.
        public var isRestoring: Bool

        public init(key: String, folder: String, limit: Int, isRestoring: Bool) {
            self.key = key
            self.folder = folder
            self.limit = limit
            self.isRestoring = isRestoring
        }
    }

    private var order: Order?
    private var count = 0
    /// A fit within a fit is a part of the outer one.
    private var isAtWork = false
    private var hasToldOfTrouble = false

    /// The session's own.
    public static func of(_ cell: Interpreter) -> FitKeeper {
        let key = ObjectIdentifier(FitKeeper.self)
        if let keeper = cell.library[key] as? FitKeeper { return keeper }
        let keeper = FitKeeper()
        cell.library[key] = keeper
        return keeper
    }

    /// A cell begins; nil keeps nothing of its fits.
    public func begin(_ order: Order?) {
        (self.order, count, isAtWork) = (order, 0, false)
    }

    /// Trains, or takes the training from its checkpoint, and keeps what it left behind.
    func fit(_ learner: Learner, _ cell: Interpreter, _ body: () throws -> Void) throws {
        guard let order, !isAtWork, order.limit > 0 else { return try body() }
        count += 1
        isAtWork = true
        defer { isAtWork = false }
        // Data that cannot be told apart is no reason not to train.
        guard let data = try? learner.data.fingerprint() else { return try body() }
        let path = "\(order.folder)/\(order.key)-\(count)-\(String(data, radix: 16)).pth"
        if order.isRestoring {
            if restore(path, learner, cell) { return }
            cell.display(.message("No weights are kept of this fit, or its data is another: it trains again.\n"))
        }
        try body()
        keep(path, learner, cell, order)
    }

    private func restore(_ path: String, _ learner: Learner, _ cell: Interpreter) -> Bool {
        guard access(path, R_OK) == 0, let extra = try? learner.restore(checkpoint: path) else { return false }
        RandomStates.restore(extra, cell)
        // Used last: it is not the next to go.
        utimes(path, nil)
        return true
    }

    private func keep(_ path: String, _ learner: Learner, _ cell: Interpreter, _ order: Order) {
        do {
            let weights = learner.model.stateDict.reduce(0) { $0 + $1.tensor.count * $1.tensor.dtype.size }
            // The optimiser keeps two numbers for each weight.
            try CheckpointFolder(order.folder).makeRoom(for: weights * 3, limit: order.limit)
            try learner.write(checkpoint: path, extra: RandomStates.saved(cell))
        } catch {
            guard !hasToldOfTrouble else { return }
            hasToldOfTrouble = true
            cell.display(.message("This fit's weights are not kept against a crash: \(error)\n"))
        }
    }
}

/// The checkpoints of all sessions: those used longest ago go when they take too much.
public struct CheckpointFolder {
    let path: String

    public init(_ path: String) { self.path = path }

    struct TooLarge: Error, CustomStringConvertible {
        let bytes: Int
        let limit: Int
        var description: String {
            "they take \(bytes >> 20) MB, of \(limit >> 20) MB that may be used (NUTHATCH_CHECKPOINTS says how many)"
        }
    }

    private struct File {
        var path: String
        var size: Int
        /// Seconds since 1970.
        var used: Int
    }

    private func files() -> [File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { name in
            let file = path + "/" + name
            var status = stat()
            guard stat(file, &status) == 0 else { return nil }
            #if canImport(Glibc)
                let used = status.st_mtim.tv_sec
            #else
                let used = status.st_mtimespec.tv_sec
            #endif
            return File(path: file, size: Int(status.st_size), used: used)
        }.sorted { $0.used < $1.used }
    }

    /// Whether some fit of the cell with this key is kept.
    public func hasFits(of key: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.contains { $0.hasPrefix(key + "-") && $0.hasSuffix(".pth") }
    }

    func makeRoom(for bytes: Int, limit: Int) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var files = self.files()
        // Half-written ones of a process that was killed.
        for file in files where file.path.hasSuffix(".part") && file.used < time(nil) - 600 {
            unlink(file.path)
        }
        var system = statvfs()
        let free = statvfs(path, &system) == 0 ? Int(system.f_bavail) * Int(system.f_frsize) : .max
        // A tenth of what is free at most: the disk is not ours.
        var total = files.reduce(0) { $0 + $1.size }
        let limit = min(limit, total + free / 10)
        guard bytes <= limit else { throw TooLarge(bytes: bytes, limit: limit) }
        while total + bytes > limit, !files.isEmpty {
            let oldest = files.removeFirst()
            unlink(oldest.path)
            total -= oldest.size
        }
    }
}

/// Python's and NumPy's random numbers, beside the engine's.
enum RandomStates {
    static func saved(_ cell: Interpreter) -> WeightValue {
        let numpy = LibraryState.of(cell).random.state
        var entries: [WeightValue.Entry] = [
            .init(.string("numpy"), .list(numpy.words.map { .int($0) })),
            .init(.string("numpy spare"), numpy.spare.map { .double($0) } ?? .null),
        ]
        if let module = try? cell.module("random"),
            let state = try? cell.call(cell.attribute("getstate", of: module), []),
            let parts = try? cell.items(of: state), parts.count == 3, let words = try? cell.items(of: parts[1])
        {
            entries.append(
                .init(.string("python"), .list(words.compactMap { $0.smallInteger.map { WeightValue.int($0) } })))
            entries.append(.init(.string("python spare"), parts[2].double.map { .double($0) } ?? .null))
        }
        return .dictionary(entries)
    }

    static func restore(_ saved: WeightValue, _ cell: Interpreter) {
        func words(_ name: String) -> [Int]? {
            guard case .list(let values)? = saved[name] else { return nil }
            return values.compactMap { value -> Int? in if case .int(let word) = value { word } else { nil } }
        }
        func spare(_ name: String) -> Double? { if case .double(let value)? = saved[name] { value } else { nil } }
        if let numpy = words("numpy") { LibraryState.of(cell).random.restore(numpy, spare: spare("numpy spare")) }
        guard let python = words("python"), let module = try? cell.module("random"),
            let set = try? cell.attribute("setstate", of: module)
        else { return }
        let state: [Value] = [
            .int(3), .tuple(python.map { .int($0) }), spare("python spare").map { .float($0) } ?? .none,
        ]
        _ = try? cell.call(set, [.tuple(state)])
    }
}

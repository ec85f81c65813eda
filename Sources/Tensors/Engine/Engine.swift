internal import CTorch
import Foundation
import NativeLibrary
import Synchronization

/// The opened libtorch. Opening takes some 0.4 s, so programs open it on a background thread while
/// the user still types; whoever needs it earlier waits.
public enum Engine {
    private static let state = Mutex<Result<Table, TensorError>?>(nil)
    private static let opened = Atomic<Bool>(false)
    private static let waiter = Mutex<(@Sendable (Bool) -> Void)?>(nil)

    /// Whether the engine is ready, without waiting.
    public static var isOpen: Bool { opened.load(ordering: .acquiring) }

    /// Opens the engine, once; later calls return at once with the first outcome.
    ///
    /// Threads are set to the number of cores, and tensors' memory is limited to seven eighths of
    /// the machine's, so that asking for too much is an error.
    ///
    /// - Throws: ``TensorError/engine(_:)`` when libtorch or the shim is missing.
    public static func open() throws(TensorError) {
        _ = try openedTable()
    }

    /// Calls `body` with true when an operation has to wait for the engine to open, and with false when the
    /// waiting is over; never for ``open()`` itself. On the thread that waits.
    public static func whenWaiting(_ body: @escaping @Sendable (Bool) -> Void) { waiter.withLock { $0 = body } }

    /// libtorch's version and build settings, several lines of text.
    public static func version() throws(TensorError) -> String {
        let table = try table()
        return try table.string { table.c.version($0) }
    }

    /// Threads used inside one operation.
    public static func threads() throws(TensorError) -> Int { Int(try table().c.threads()) }

    public static func setThreads(_ count: Int) throws(TensorError) {
        let table = try table()
        try table.check(table.c.set_threads(Int32(max(1, count))))
    }

    /// Bytes that tensors hold now, held at most since ``resetPeakMemory()``, and the limit.
    public static func memory() throws(TensorError) -> (now: Int, peak: Int, budget: Int) {
        let table = try table()
        var (now, peak, budget): (Int64, Int64, Int64) = (0, 0, 0)
        table.c.memory(&now, &peak, &budget)
        return (Int(now), Int(peak), Int(budget))
    }

    public static func resetPeakMemory() throws(TensorError) { try table().c.reset_peak_memory() }

    /// Limits what tensors may hold together; zero takes the limit away.
    public static func setMemoryBudget(bytes: Int) throws(TensorError) {
        try table().c.set_memory_budget(Int64(bytes))
    }

    /// The functions of the shim, opening it if that has not happened yet.
    static func table() throws(TensorError) -> Table {
        if isOpen { return Table.current }
        let waiter = waiter.withLock { $0 }
        waiter?(true)
        defer { waiter?(false) }
        return try openedTable()
    }

    private static func openedTable() throws(TensorError) -> Table {
        if isOpen { return Table.current }
        let outcome = state.withLock { state in
            if let state { return state }
            let outcome = load()
            state = outcome
            if case .success(let table) = outcome {
                Table.current = table
                opened.store(true, ordering: .releasing)
            }
            return outcome
        }
        return try outcome.get()
    }

    private static func load() -> Result<Table, TensorError> {
        // OpenMP's threads wait for work by spinning, for milliseconds, in the way of the threads that load
        // pictures. Some 50 us cover the gap between two operations. It is read when libgomp is opened.
        setenv("GOMP_SPINCOUNT", "5000", 0)
        do {
            let library = try NativeLibrary(named: "TorchShim")
            let entry = unsafeBitCast(try library.symbol("ctorch_table"), to: CTorchEntry.self)
            guard let functions = entry(), functions.pointee.abi == UInt32(CT_ABI) else {
                return .failure(.engine("libTorchShim is of another version; run `./nuthatch build`."))
            }
            let table = Table(c: functions.pointee)
            _ = functions.pointee.set_threads(Int32(ProcessInfo.processInfo.activeProcessorCount))
            let memory = Int64(clamping: ProcessInfo.processInfo.physicalMemory)
            functions.pointee.set_memory_budget(memory / 8 * 7)
            return .success(table)
        } catch {
            return .failure(.engine(error.description))
        }
    }
}

/// The shim's functions with their errors turned into Swift's.
struct Table: @unchecked Sendable {
    let c: CTorchTable

    /// Set once, before ``Engine/isOpen`` becomes true, and never again.
    nonisolated(unsafe) static var current: Table! = nil

    func check(_ message: UnsafeMutablePointer<CChar>?) throws(TensorError) {
        guard let message else { return }
        defer { c.free_string(message) }
        throw TensorError(message: String(cString: message))
    }

    func string(
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> UnsafeMutablePointer<CChar>?
    ) throws(TensorError) -> String {
        var text: UnsafeMutablePointer<CChar>?
        try check(body(&text))
        guard let text else { return "" }
        defer { c.free_string(text) }
        return String(cString: text)
    }
}

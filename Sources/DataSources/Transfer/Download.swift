import Foundation

/// How far a download has come.
public struct DownloadProgress: Sendable {
    /// Bytes that lie on the disk.
    public let done: Int
    /// Bytes of the whole file, when known.
    public let total: Int?
    /// Seconds since this attempt began.
    public let elapsed: Double
    /// Bytes that came in this attempt: `received / elapsed` is the rate.
    public let received: Int

    /// Seconds until the end at the rate so far.
    public var remaining: Double? {
        guard let total, received > 0, elapsed > 0 else { return nil }
        return Double(total - done) / (Double(received) / elapsed)
    }
}

extension Web {
    /// Fetches a file to `path`, all of it or nothing: bytes go to `path.part`, are continued after a
    /// break, compared with what is known of them, and renamed into place.
    ///
    /// - Parameters:
    ///   - check: size and checksum as the publisher gives them.
    ///   - attempts: how often a broken connection is continued.
    ///   - wait: called between attempts with seconds to wait.
    ///   - progress: called a few times a second.
    ///   - isCancelled: polled; the `.part` file stays for the next time.
    public func download(
        _ url: String, to path: String, check: FileCheck = FileCheck(), attempts: Int = 3,
        wait: (Double) -> Void = { Thread.sleep(forTimeInterval: $0) },
        progress: @escaping (DownloadProgress) -> Void = { _ in },
        isCancelled: @escaping () -> Bool = { false }
    ) throws(DataError) {
        let part = path + ".part"
        try Folder.create((path as NSString).deletingLastPathComponent)
        for attempt in 1...max(1, attempts) {
            do throws(DataError) {
                let start = Folder.size(of: part)
                try fetch(url, to: part, from: start, check, progress, isCancelled)
                do throws(DataError) {
                    try check.verify(part, named: url)
                } catch {
                    unlink(part)
                    // A piece of another version may have been continued: once more from the start.
                    if start > 0, attempt < attempts { continue }
                    throw error
                }
                guard rename(part, path) == 0 else {
                    throw DataError(url, .unwritable(path: path, reason: String(cString: strerror(errno))))
                }
                return
            } catch {
                guard attempt < attempts, error.isWorthAnotherAttempt else { throw error }
                wait(Double(attempt))
            }
        }
    }

    private func fetch(
        _ url: String, to part: String, from start: Int, _ check: FileCheck,
        _ progress: @escaping (DownloadProgress) -> Void, _ isCancelled: @escaping () -> Bool
    ) throws(DataError) {
        // Everything is there already, and only the renaming was missed.
        if start > 0, start == check.size { return }
        if start > 0, let size = check.size, start > size {
            unlink(part)
            return try fetch(url, to: part, from: 0, check, progress, isCancelled)
        }
        let file = try PartFile(part, keeping: start, url)
        let began = ContinuousClock.now
        var (total, reported) = (check.size, began)
        let exchange = Exchange(limit: limits.bytes, isCancelled: isCancelled)
        exchange.begin = { status, length, first throws(DataError) in
            let from = status == 206 ? first : 0
            if from != start { try file.restart() }
            if length >= 0 {
                if let size = check.size, from + length != size {
                    throw DataError(url, .wrongSize(got: from + length, wanted: size))
                }
                total = from + length
            }
        }
        exchange.receive = { bytes throws(DataError) in
            try file.append(bytes)
            let now = ContinuousClock.now
            if now - reported > .milliseconds(100) {
                reported = now
                progress(file.progress(of: total, since: began))
            }
        }
        do throws(DataError) {
            _ = try perform(url, headers: [], from: start, exchange)
        } catch {
            // The server cannot continue there: start again.
            if start > 0, error.fault == .status(416) {
                file.close()
                unlink(part)
                return try fetch(url, to: part, from: 0, check, progress, isCancelled)
            }
            throw error
        }
        try file.finish()
        progress(file.progress(of: total, since: began))
    }
}

extension DataError {
    /// Whether the same request may succeed a little later.
    var isWorthAnotherAttempt: Bool {
        switch fault {
        case .broken, .timedOut: true
        case .status(let code): code == 429 || code >= 500
        default: false
        }
    }
}

/// A file that grows while it is downloaded.
private final class PartFile {
    private let path: String
    private let url: String
    private var handle: Int32
    private var written: Int
    private var received = 0

    init(_ path: String, keeping start: Int, _ url: String) throws(DataError) {
        self.path = path
        self.url = url
        written = start
        handle = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        if handle < 0 { throw fault() }
        if flock(handle, LOCK_EX | LOCK_NB) != 0 {
            throw DataError(url, .unwritable(path: path, reason: "another program is downloading it"))
        }
    }

    deinit { close() }

    func restart() throws(DataError) {
        guard ftruncate(handle, 0) == 0 else { throw fault() }
        written = 0
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(DataError) {
        try Folder.write(UnsafeRawBufferPointer(bytes), to: handle, path, url)
        written += bytes.count
        received += bytes.count
    }

    func finish() throws(DataError) {
        let code = handle >= 0 ? Foundation.close(handle) : 0
        handle = -1
        if code != 0 { throw fault() }
    }

    func close() {
        if handle >= 0 { _ = Foundation.close(handle) }
        handle = -1
    }

    func progress(of total: Int?, since start: ContinuousClock.Instant) -> DownloadProgress {
        let elapsed = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        return DownloadProgress(done: written, total: total, elapsed: elapsed, received: received)
    }

    private func fault() -> DataError {
        DataError(url, .unwritable(path: path, reason: String(cString: strerror(errno))))
    }
}

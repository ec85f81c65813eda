import Foundation
import Pictures
import Synchronization

/// How downloading many pictures went.
public struct DownloadedImages: Sendable {
    /// Paths, in the order of the addresses they came from.
    public var files: [String] = []
    /// Each address that gave no picture, and why.
    public var failures: [(url: String, error: DataError)] = []
    /// How many of ``files`` an earlier call had fetched.
    public var alreadyThere = 0
}

extension Web {
    /// Fetches pictures to a folder, several at once: fastai's `download_images`, which passes over
    /// those that cannot be had. What an earlier call fetched to that folder is not fetched again.
    ///
    /// - Parameters:
    ///   - preserveFilename: keep the address's name; else a new UUID. The suffix is the address's.
    ///   - seconds: for each file; fastai's default is 4.
    ///   - sizeLimit: bytes of one file.
    ///   - progress: files done and files in all, from any thread, one call at a time.
    /// - Throws: ``DataError`` when the folder cannot be written, or when it is cancelled.
    public func downloadImages(
        _ urls: [String], to folder: String, maximum: Int = 1000, preserveFilename: Bool = false,
        workers: Int = 8, seconds: Double = 4, sizeLimit: Int = 64 << 20,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(DataError) -> DownloadedImages {
        try Folder.create(folder)
        var web = self
        web.limits.total = seconds
        web.limits.connect = seconds
        web.limits.bytes = sizeLimit
        let client = web
        let jobs = Array(urls.prefix(maximum))
        let index = DownloadIndex(folder)
        let held = jobs.map { index.file(for: $0) }
        let state = Mutex((done: 0, outcomes: [Result<String, DataError>?](repeating: nil, count: jobs.count)))
        Workers.run(jobs.count, on: workers, isCancelled: isCancelled) { place in
            let outcome: Result<String, DataError> =
                held[place].map { .success($0) }
                ?? client.picture(jobs[place], number: place, to: folder, preserveFilename, isCancelled)
            if held[place] == nil, case .success(let file) = outcome { index.note(jobs[place], file) }
            state.withLock { state in
                state.outcomes[place] = outcome
                state.done += 1
                progress(state.done, jobs.count)
            }
        }
        if isCancelled() { throw DataError("downloading pictures", .cancelled) }
        var result = DownloadedImages()
        result.alreadyThere = held.count { $0 != nil }
        for (url, outcome) in zip(jobs, state.withLock { $0.outcomes }) {
            switch outcome {
            case .success(let file): result.files.append(file)
            case .failure(let error):
                // A folder that takes no files would fail every picture.
                if case .unwritable = error.fault { throw error }
                result.failures.append((url, error))
            case nil: break
            }
        }
        return result
    }

    private func picture(
        _ url: String, number: Int, to folder: String, _ preserveFilename: Bool,
        _ isCancelled: @escaping () -> Bool
    ) -> Result<String, DataError> {
        do throws(DataError) {
            let response = try get(url, isCancelled: isCancelled)
            let format: PictureFormat
            do throws(PictureError) {
                format = try PictureFormat(bytes: response.body, named: url)
            } catch {
                return .failure(DataError(url, .answer(error.description)))
            }
            let name = Self.name(for: url, preserveFilename, format)
            let (path, handle) = try Self.claim(name, number, in: folder, for: url)
            let part = path + ".part"
            defer { close(handle) }
            var failure: DataError?
            response.body.withUnsafeBytes { bytes in
                do throws(DataError) { try Folder.write(bytes, to: handle, path, url) } catch { failure = error }
            }
            if let failure {
                unlink(part)
                throw failure
            }
            try Folder.move(part, to: path)
            return .success(path)
        } catch {
            return .failure(error)
        }
    }

    /// fastai's naming: the address's suffix, and its stem or a new UUID.
    static func name(for url: String, _ preserveFilename: Bool, _ format: PictureFormat) -> String {
        let path = WebAddress(url)?.path.prefix { $0 != "?" } ?? ""
        let last = path.split(separator: "/").last.map { $0.removingPercentEncoding ?? String($0) } ?? ""
        let safe = String(
            last.map { $0 == "/" || $0 == "\\" || $0.unicodeScalars.contains { $0.value < 32 } ? "_" : $0 })
        var stem = safe
        var suffix = "." + format.suffix
        if let dot = safe.lastIndex(of: "."), dot != safe.startIndex, safe.distance(from: dot, to: safe.endIndex) <= 6 {
            (stem, suffix) = (String(safe[..<dot]), String(safe[dot...]))
        }
        if !preserveFilename || stem.isEmpty || stem.hasPrefix(".") { stem = UUID().uuidString.lowercased() }
        return String(stem.prefix(150)) + suffix
    }

    /// A file to write to, beside its final path: the name, with a number where a file already has it or
    /// another address takes it just now.
    private static func claim(
        _ name: String, _ number: Int, in folder: String, for url: String
    ) throws(DataError) -> (path: String, handle: Int32) {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        for name in [
            name, "\(name[..<dot])_\(number)\(name[dot...])", "\(UUID().uuidString.lowercased())\(name[dot...])",
        ] {
            let path = folder + "/" + name
            let handle = open(path + ".part", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            if handle < 0, errno == EEXIST { continue }
            guard handle >= 0 else {
                throw DataError(url, .unwritable(path: path, reason: String(cString: strerror(errno))))
            }
            // Seen only now, as the file may have been finished between a look and the claim.
            if !Folder.exists(path) { return (path, handle) }
            close(handle)
            unlink(path + ".part")
        }
        throw DataError(url, .unwritable(path: folder + "/" + name, reason: String(cString: strerror(EEXIST))))
    }
}

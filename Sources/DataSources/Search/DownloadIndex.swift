import Foundation
import Synchronization

/// Which addresses a folder's pictures came from, so that fetching them again goes on where it ended. One line an
/// address, in a hidden file of the folder.
final class DownloadIndex: Sendable {
    private let folder: String
    private let path: String
    private let names: [String: String]
    private let gate = Mutex(())

    init(_ folder: String) {
        self.folder = folder
        path = folder + "/.downloads"
        var names: [String: String] = [:]
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t")
            // A name leads to no other folder, whoever wrote the file.
            if parts.count == 2, !parts[1].contains("/") { names[String(parts[0])] = String(parts[1]) }
        }
        self.names = names
    }

    /// The file that an earlier call fetched from an address, if it is still there.
    func file(for url: String) -> String? {
        names[url].map { folder + "/" + $0 }.flatMap { Folder.exists($0) ? $0 : nil }
    }

    /// Notes a file; one that cannot be noted is fetched again next time.
    func note(_ url: String, _ file: String) {
        guard !url.contains("\n"), !url.contains("\t") else { return }
        let line = Array("\(url)\t\((file as NSString).lastPathComponent)\n".utf8)
        gate.withLock { _ in
            guard let handle = fopen(path, "a") else { return }
            defer { fclose(handle) }
            fwrite(line, 1, line.count, handle)
        }
    }
}

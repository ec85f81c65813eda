import CellRuntime
import Foundation

/// The files whose cells may do anything, by their content: those written here, and those the user agreed to. A file that
/// was changed elsewhere is a new one.
public struct TrustStore: Sendable {
    private let path: String

    public init(stateFolder: String) { path = stateFolder + "/trusted" }

    public func trusts(_ bytes: some Sequence<UInt8>) -> Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        return text.split(separator: "\n").contains { $0.hasPrefix(Self.digest(bytes)) }
    }

    /// Remembers a file's content. Where that cannot be written, the user is asked again next time.
    public func trust(_ bytes: some Sequence<UInt8>, name: String) {
        guard !trusts(bytes) else { return }
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let line = Self.digest(bytes) + "  " + name.replacing("\n", with: " ") + "\n"
        try? Descriptor.write(Array(line.utf8), to: descriptor)
    }

    /// The same for a file on the disk.
    public func trust(file: String) {
        if let data = FileManager.default.contents(atPath: file) { trust(data, name: file) }
    }

    /// SHA-512, shortened to 256 bits.
    private static func digest(_ bytes: some Sequence<UInt8>) -> String {
        SHA512.digest(Array(bytes)).prefix(32).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}

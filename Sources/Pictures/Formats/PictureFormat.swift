/// A file format, told by a file's first bytes and never by its name.
public enum PictureFormat: String, Sendable, CaseIterable, CustomStringConvertible {
    case jpeg = "JPEG"
    case png = "PNG"
    case webp = "WebP"
    case heic = "HEIC"
    case avif = "AVIF"
    case gif = "GIF"
    case bmp = "BMP"

    public var description: String { rawValue }

    /// The suffix that files of this format usually have, without a dot.
    public var suffix: String { self == .jpeg ? "jpg" : rawValue.lowercased() }

    /// The format of a file that begins so; 32 bytes tell.
    ///
    /// - Throws: ``PictureError`` that says what the file is instead.
    public init(bytes: some RandomAccessCollection<UInt8>, named file: String) throws(PictureError) {
        let head = [UInt8](bytes.prefix(512))
        guard !head.isEmpty else { throw PictureError(file: file, fault: .empty) }
        if let format = Self.known(head) {
            self = format
        } else if let name = Self.foreign(head) {
            throw PictureError(file: file, fault: .unsupported(format: name))
        } else if let page = Self.textual(head) {
            throw PictureError(file: file, fault: page ? .webPage : .text)
        } else {
            throw PictureError(file: file, fault: .unknownFormat(firstBytes: Array(head.prefix(4))))
        }
    }

    private static func known(_ head: [UInt8]) -> PictureFormat? {
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: "RIFF".utf8), text(head, at: 8, 4) == "WEBP" { return .webp }
        if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .gif }
        // "BM" could begin a text; the header's size field could not be part of one.
        if head.starts(with: "BM".utf8), head.count > 18, [12, 40, 52, 56, 108, 124].contains(head[14]),
            head[15...17].allSatisfy({ $0 == 0 })
        {
            return .bmp
        }
        if text(head, at: 4, 4) == "ftyp" {
            switch text(head, at: 8, 4) {
            case "avif", "avis": return .avif
            case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1":
                return head.indices.contains { text(head, at: $0, 4) == "avif" } ? .avif : .heic
            default: return nil
            }
        }
        return nil
    }

    /// Formats that are recognised in order to say so.
    private static func foreign(_ head: [UInt8]) -> String? {
        let signatures: [([UInt8], String)] = [
            ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"), ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
            (Array("%PDF".utf8), "a PDF document"), ([0x50, 0x4B, 0x03, 0x04], "a zip archive"),
            ([0x1F, 0x8B], "a gzip archive"), ([0x00, 0x00, 0x01, 0x00], "an icon"),
            (Array("8BPS".utf8), "a Photoshop document"), ([0xFF, 0x0A], "a JPEG XL picture"),
            ([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20], "a JPEG XL picture"),
            ([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], "a JPEG 2000 picture"),
        ]
        if let match = signatures.first(where: { head.starts(with: $0.0) }) { return match.1 }
        if text(head, at: 4, 4) == "ftyp" { return "a film" }
        if let page = textual(head), page || head.first == UInt8(ascii: "<") {
            let words = String(decoding: head, as: UTF8.self).lowercased()
            if words.contains("<svg") { return "an SVG drawing" }
        }
        return nil
    }

    /// Whether the bytes read as text: true for a web page, false for other text, nil for neither.
    private static func textual(_ head: [UInt8]) -> Bool? {
        // A character may be cut at the end of what was read.
        let words = String(decoding: head, as: UTF8.self)
        let wrong = words.unicodeScalars.dropLast(4).contains {
            $0 == "\u{FFFD}" || ($0.value < 32 && !["\t", "\n", "\r", "\u{0C}"].contains($0))
        }
        guard !wrong, head.allSatisfy({ $0 != 0 }) else { return nil }
        let lower = words.lowercased()
        return lower.contains("<!doctype html") || lower.contains("<html") || lower.contains("<head")
    }

    private static func text(_ head: [UInt8], at start: Int, _ count: Int) -> String {
        guard start + count <= head.count else { return "" }
        return String(decoding: head[start..<start + count], as: UTF8.self)
    }
}

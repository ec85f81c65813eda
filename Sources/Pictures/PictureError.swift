/// Why a picture could not be read, changed or written.
public struct PictureError: Error, Equatable, CustomStringConvertible {
    /// The file's path, or what the caller named the bytes.
    public let file: String
    public let fault: Fault

    public enum Fault: Equatable, Sendable {
        case missing
        case isFolder
        /// The system's words, such as "Permission denied".
        case unreadable(String)
        case empty
        /// The file holds plain text.
        case text
        /// The file holds a web page, as a failed download leaves one.
        case webPage
        /// The first bytes belong to no known format.
        case unknownFormat(firstBytes: [UInt8])
        /// A known format that is not decoded here.
        case unsupported(format: String)
        /// The bytes end too early.
        case truncated(format: PictureFormat, bytes: Int)
        /// The codec's words.
        case corrupt(format: PictureFormat, reason: String)
        case tooLarge(size: PictureSize, limit: Int)
        /// A rectangle or a size that makes no picture.
        case invalidGeometry(String)
        case unwritable(String)
        /// The codecs could not be opened, or have no memory.
        case codecs(String)
    }

    public init(file: String, fault: Fault) {
        self.file = file
        self.fault = fault
    }

    public var description: String { "\(file) \(explanation)" }

    private var explanation: String {
        switch fault {
        case .missing: "does not exist: check the spelling and the folder"
        case .isFolder: "is a folder, not a picture"
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .empty: "is empty (0 bytes): get the file again"
        case .text: "is text, not a picture"
        case .webPage: "is a web page, not a picture: the download got an error page; get the file again"
        case .unknownFormat(let bytes):
            "is not a picture that can be read: it begins with \(Self.hexadecimal(bytes)), and JPEG, PNG, "
                + "WebP, HEIC, AVIF, GIF and BMP begin otherwise"
        case .unsupported(let format): "is \(format), which is not read here: convert it to JPEG or PNG"
        case .truncated(let format, let bytes):
            "is cut off after \(bytes) bytes: the rest of the \(format) picture is missing; get the file again"
        case .corrupt(let format, let reason): "is a damaged \(format) picture: \(reason)"
        case .tooLarge(let size, let limit):
            "has \(size) = \(size.pixels / 1_000_000) million pixels, more than the limit of "
                + "\(limit / 1_000_000) million: ask for a smaller size, or scale the file down first"
        case .invalidGeometry(let reason): "cannot be changed so: \(reason)"
        case .unwritable(let reason): "cannot be written: \(reason)"
        case .codecs(let reason): "cannot be handled: \(reason)"
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
    }
}

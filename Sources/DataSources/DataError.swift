/// Why data could not be had.
public struct DataError: Error, Equatable, CustomStringConvertible {
    /// The address, file or name that it is about.
    public let subject: String
    public let fault: Fault

    public enum Fault: Equatable, Sendable {
        case unreachable(String)
        case timedOut
        /// The connection ended after so many bytes.
        case broken(after: Int)
        case status(Int)
        case redirects(limit: Int)
        case badAddress
        case cancelled
        case wrongSize(got: Int, wanted: Int)
        case wrongChecksum(got: String, wanted: String)
        case tooLarge(limit: Int)
        /// A file that cannot be written, with the system's words.
        case unwritable(path: String, reason: String)
        case unreadable(String)
        /// An archive that is damaged, with libarchive's words.
        case damagedArchive(String)
        /// An archive that would write where or what it must not.
        case refusedArchive(String)
        case noMember(String)
        /// Nothing has the name; near ones may be suggested.
        case unknownName(suggestion: String?)
        /// Each source that was tried, and what to do instead.
        case noSource(tried: [String], advice: String)
        case command(String)
        case answer(String)
        case library(String)
    }

    public init(_ subject: String, _ fault: Fault) {
        self.subject = subject
        self.fault = fault
    }

    public var description: String {
        switch fault {
        case .unreachable(let reason): "\(subject) cannot be reached: \(reason)"
        case .timedOut: "\(subject) did not answer in time"
        case .broken(let count): "\(subject): the connection broke after \(count) bytes"
        case .status(let code): "\(subject) answered with HTTP status \(code)\(Self.meaning(code))"
        case .redirects(let limit): "\(subject) redirects more than \(limit) times"
        case .badAddress: "\(subject) is not an http or https address"
        case .cancelled: "\(subject): the download was stopped; starting it again continues it"
        case .wrongSize(let got, let wanted): "\(subject) has \(got) bytes, not the \(wanted) that it should have"
        case .wrongChecksum(let got, let wanted):
            "\(subject) has the checksum \(got), not \(wanted): it is damaged or another version, and was thrown away"
        case .tooLarge(let limit): "\(subject) is larger than the limit of \(limit) bytes"
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Make room or the folder writable, or set NUTHATCH_CACHE to "
                + "another folder; what was downloaded so far is kept"
        case .unreadable(let reason): "\(subject) cannot be read: \(reason)"
        case .damagedArchive(let reason): "\(subject) is a damaged archive: \(reason)"
        case .refusedArchive(let reason): "\(subject) was not unpacked: \(reason)"
        case .noMember(let name): "\(subject) holds no \(name)"
        case .unknownName(let near):
            "there is no data set or model called \(subject)" + (near.map { ": did you mean \($0)?" } ?? "")
        case .noSource(let tried, let advice):
            "\(subject) is not here and could not be fetched.\n" + tried.map { "  \($0)\n" }.joined() + advice
        case .command(let reason): "\(subject) failed: \(reason)"
        case .answer(let reason): "\(subject) gave an answer that is not understood: \(reason)"
        case .library(let reason): reason
        }
    }

    private static func meaning(_ code: Int) -> String {
        switch code {
        case 403: " (forbidden)"
        case 404: " (not found)"
        case 418, 429: " (too many requests: wait a little)"
        case 500...: " (a fault of the server)"
        default: ""
        }
    }
}

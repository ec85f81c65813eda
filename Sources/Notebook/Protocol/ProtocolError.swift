/// Why bytes from another process or from a journal cannot be used.
public enum ProtocolError: Error, Equatable, CustomStringConvertible {
    case malformed(String)
    /// The other side speaks another version of the protocol.
    case version(theirs: Int, ours: Int)
    /// The connection is closed or broken, with the system's words.
    case closed(String)

    public var description: String {
        switch self {
        case .malformed(let reason): "a message could not be read: \(reason)"
        case .version(let theirs, let ours):
            "the evaluator speaks version \(theirs) of the protocol, this prompt version \(ours); use the same "
                + "version of Nuthatch on both sides"
        case .closed(let reason): "the connection is closed\(reason.isEmpty ? "" : ": \(reason)")"
        }
    }
}

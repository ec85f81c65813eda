/// Messages one behind the other: four bytes with the length, little-endian, then the message.
public struct FrameReader {
    /// Longer frames are taken for garbage.
    public static let longest = 1 << 30

    private var bytes: [UInt8] = []
    private var start = 0

    public init() {}

    public mutating func feed(_ more: some Sequence<UInt8>) {
        // Bytes that were used are dropped now and then, not with each frame.
        if start > 1 << 16, start * 2 > bytes.count {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole frame, or nil until more bytes come.
    public mutating func next() throws(ProtocolError) -> [UInt8]? {
        guard bytes.count - start >= 4 else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
        guard length <= Self.longest else { throw .malformed("a length of \(length) bytes") }
        guard bytes.count - start >= 4 + length else { return nil }
        defer { start += 4 + length }
        return Array(bytes[(start + 4)..<(start + 4 + length)])
    }

    /// Whether a part of a frame waits for its rest.
    public var isInside: Bool { bytes.count > start }

    /// A message as a frame.
    public static func frame(_ message: some Encodable) throws(ProtocolError) -> [UInt8] {
        let body: [UInt8]
        do { body = try CBOREncoder.encode(message) } catch { throw .malformed("\(error)") }
        guard body.count <= longest else { throw .malformed("a message of \(body.count) bytes") }
        var frame = [UInt8]()
        frame.reserveCapacity(body.count + 4)
        for index in 0..<4 { frame.append(UInt8(truncatingIfNeeded: body.count >> (8 * index))) }
        return frame + body
    }

    /// The message in a frame's body.
    public static func message<Message: Decodable>(
        _ type: Message.Type, _ body: [UInt8]
    ) throws(ProtocolError) -> Message {
        try CBORDecoder.decode(type, from: body)
    }
}

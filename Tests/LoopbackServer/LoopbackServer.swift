import Foundation
import Synchronization

/// An HTTP server on this machine, for tests: answers as its handler says, misbehaves where that is asked for,
/// and remembers what it was asked.
public final class LoopbackServer: Sendable {
    public struct Request: Sendable {
        /// Path and query.
        public let path: String
        /// By names in lower case.
        public let headers: [String: String]

        /// The first byte of the range that is asked for.
        public var rangeStart: Int? {
            headers["range"].flatMap { $0.hasPrefix("bytes=") ? Int($0.dropFirst(6).prefix { $0 != "-" }) : nil }
        }
    }

    public struct Answer: Sendable {
        public var status = 200
        public var headers: [(String, String)] = []
        public var body: [UInt8] = []
        /// Whether a range is answered with 206 and the rest of the body.
        public var allowsRanges = true
        /// A length to promise that is not the body's.
        public var claimedLength: Int?
        /// Closes the connection after so many bytes of the body.
        public var breaksAfter: Int?
        /// Sends so many bytes and then nothing, until the client gives up.
        public var stallsAfter: Int?

        public init(_ body: [UInt8] = []) { self.body = body }
        public init(_ text: String) { body = Array(text.utf8) }
        public init(status: Int, _ text: String = "") {
            self.status = status
            body = Array(text.utf8)
        }

        public static func redirect(to address: String) -> Answer {
            var answer = Answer(status: 302)
            answer.headers = [("Location", address)]
            return answer
        }
    }

    public let port: Int
    private let listener: Int32
    private let handler: @Sendable (Request) -> Answer
    private let log = Mutex([Request]())

    /// Listens on a free port until the server is released.
    public init(_ handler: @escaping @Sendable (Request) -> Answer) throws {
        let listener = socket(AF_INET, LoopbackServer.stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) | listen(listener, 64) | getsockname(listener, address, &size)
            }
        }
        guard listener >= 0, code == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        self.handler = handler
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, self != nil else { break }
                Thread.detachNewThread { [weak self] in
                    self?.serve(connection)
                    close(connection)
                }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    public var address: String { "http://127.0.0.1:\(port)" }

    /// A value of `NUTHATCH_HOSTS` that sends every host here.
    public var hosts: String { "*=127.0.0.1:\(port)" }

    /// What was asked so far, in the order of arrival.
    public var requests: [Request] { log.withLock { $0 } }

    /// A port on which nobody listens.
    public static func closedPort() throws -> Int { try LoopbackServer { _ in Answer() }.port }

    private func serve(_ connection: Int32) {
        guard let request = Self.read(connection) else { return }
        log.withLock { $0.append(request) }
        let answer = handler(request)
        var (status, body) = (answer.status, answer.body[...])
        var lines = answer.headers
        if let start = request.rangeStart, answer.allowsRanges, status == 200 {
            if start >= body.count {
                (status, body) = (416, [])
            } else {
                lines.append(("Content-Range", "bytes \(start)-\(body.count - 1)/\(body.count)"))
                (status, body) = (206, body[start...])
            }
        }
        lines += [("Content-Length", String(answer.claimedLength ?? body.count)), ("Connection", "close")]
        let head = "HTTP/1.1 \(status) Status\r\n" + lines.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
        guard Self.write(Array(head.utf8)[...], connection) else { return }
        _ = Self.write(body.prefix(answer.breaksAfter ?? answer.stallsAfter ?? body.count), connection)
        if answer.stallsAfter != nil {
            // Returns when the client closes its side.
            var byte: UInt8 = 0
            _ = recv(connection, &byte, 1, 0)
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var bytes = [UInt8]()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !bytes.ends(with: [13, 10, 13, 10]) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0, bytes.count < 1 << 16 else { return nil }
            bytes += buffer[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (String, String)? in
            let sides = line.split(separator: ":", maxSplits: 1)
            return sides.count == 2 ? (sides[0].lowercased(), sides[1].trimmingCharacters(in: .whitespaces)) : nil
        }
        return Request(path: String(words[1]), headers: Dictionary(headers) { _, last in last })
    }

    private static func write(_ bytes: ArraySlice<UInt8>, _ connection: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count, let start = bytes.baseAddress {
                let count = send(connection, start + sent, bytes.count - sent, noSignal)
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
        private static let noSignal = Int32(MSG_NOSIGNAL)
    #else
        private static let stream = SOCK_STREAM
        private static let noSignal: Int32 = 0
    #endif
}

extension [UInt8] {
    fileprivate func ends(with tail: [UInt8]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}

internal import CNetwork
import Foundation

/// Limits of one request.
public struct WebLimits: Sendable {
    /// Seconds until a connection stands.
    public var connect = 10.0
    /// Seconds without a byte after which a transfer is given up.
    public var stall = 30.0
    /// Seconds for the whole request; 0 for no limit.
    public var total = 0.0
    /// Redirections that are followed.
    public var redirects = 5
    /// Bytes of a body.
    public var bytes = Int.max
    public init() {}
}

/// What a server answered.
public struct WebResponse: Sendable {
    public var status: Int
    public var contentType: String
    public var body: [UInt8]
    public var text: String { String(decoding: body, as: UTF8.self) }
}

/// Requests over http and https, with redirections to other hosts by ``HostMap``.
public struct Web: Sendable {
    public var hosts: HostMap
    public var limits: WebLimits

    public init(hosts: HostMap = .fromEnvironment(), limits: WebLimits = WebLimits()) {
        self.hosts = hosts
        self.limits = limits
    }

    /// Some sites refuse programs that do not say who they are.
    static let agent = "User-Agent: Mozilla/5.0 (compatible; nuthatch)"

    /// The body of a successful answer.
    ///
    /// - Throws: ``DataError``, for statuses other than 2xx too.
    public func get(
        _ url: String, headers: [String] = [], isCancelled: @escaping () -> Bool = { false }
    ) throws(DataError) -> WebResponse {
        var limits = limits
        limits.bytes = min(limits.bytes, 1 << 28)
        let exchange = Exchange(limit: limits.bytes, isCancelled: isCancelled)
        var body = [UInt8]()
        exchange.begin = { _, _, _ in body.removeAll() }
        exchange.receive = { bytes in body += bytes }
        let response = try perform(url, headers: headers, from: 0, exchange)
        return WebResponse(
            status: Int(response.status), contentType: text(of: response.content_type), body: body)
    }

    /// Whether a TCP connection to a host can be made: the answer to `socket.connect`.
    ///
    /// - Throws: ``DataError`` with the system's reason.
    public func connect(host: String, port: Int, seconds: Double = 1) throws(DataError) {
        let place = hosts.place(of: host)?.split(separator: ":").map(String.init) ?? [host]
        try Connection.check(
            host: place[0], port: place.count > 1 ? Int(place[1]) ?? port : port, seconds: seconds,
            named: "\(host) port \(port)")
    }

    /// Asks, follows redirections, and hands the body of a success to the exchange.
    func perform(
        _ url: String, headers: [String], from start: Int, _ exchange: Exchange
    ) throws(DataError) -> CNResponse {
        let table = try NetworkTable.open()
        var next = url
        for _ in 0...limits.redirects {
            guard let address = WebAddress(next) else { throw DataError(next, .badAddress) }
            let (place, host) = hosts.resolve(address)
            var lines = headers + [Self.agent]
            if let host { lines.append("Host: \(host)") }
            exchange.reset()
            let response = table.fetch(place.description, lines, from: start, limits, exchange)
            if let failure = exchange.failure { throw failure }
            switch Int(response.outcome) {
            case Int(CN_UNREACHABLE): throw DataError(url, .unreachable(text(of: response.message)))
            case Int(CN_TIMED_OUT): throw DataError(url, .timedOut)
            case Int(CN_BROKEN): throw DataError(url, .broken(after: start + exchange.received))
            case Int(CN_STOPPED):
                throw DataError(url, exchange.isOverLimit ? .tooLarge(limit: limits.bytes) : .cancelled)
            case Int(CN_OTHER): throw DataError(url, .unreachable(text(of: response.message)))
            default: break
            }
            let redirect = text(of: response.redirect)
            if (301...308).contains(response.status), !redirect.isEmpty {
                next = Self.original(redirect, asked: place, meant: address)
                continue
            }
            guard (200..<300).contains(response.status) else { throw DataError(url, .status(Int(response.status))) }
            return response
        }
        throw DataError(url, .redirects(limit: limits.redirects))
    }

    /// A relative redirection of a moved host leads on at the original host.
    private static func original(_ redirect: String, asked: WebAddress, meant: WebAddress) -> String {
        guard asked != meant, let target = WebAddress(redirect), target.authority == asked.authority
        else { return redirect }
        return "\(meant.scheme)://\(meant.authority)\(target.path)"
    }
}

/// One request's callbacks and what they have seen.
final class Exchange {
    /// Status, length (-1 when unknown) and first byte of a success that is about to come.
    var begin: (Int, Int, Int) throws(DataError) -> Void = { _, _, _ in }
    var receive: (UnsafeBufferPointer<UInt8>) throws(DataError) -> Void = { _ in }
    let limit: Int
    let isCancelled: () -> Bool
    private(set) var received = 0
    private(set) var failure: DataError?
    private(set) var isOverLimit = false
    private var wanted = false

    init(limit: Int, isCancelled: @escaping () -> Bool) {
        self.limit = limit
        self.isCancelled = isCancelled
    }

    func reset() { (received, failure, isOverLimit, wanted) = (0, nil, false, false) }

    func started(_ status: Int, _ length: Int, _ first: Int) -> Int32 {
        // The pages that come with redirections and failures are of no interest.
        wanted = (200..<300).contains(status)
        guard wanted else { return 0 }
        isOverLimit = length > limit
        if isOverLimit { return 1 }
        do throws(DataError) { try begin(status, length, first) } catch { failure = error }
        return failure == nil ? 0 : 1
    }

    func took(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard wanted else { return 0 }
        received += bytes.count
        isOverLimit = received > limit
        if isOverLimit { return 1 }
        do throws(DataError) { try receive(bytes) } catch { failure = error }
        return failure == nil ? 0 : 1
    }
}

extension NetworkTable {
    /// One request without redirections; the exchange outlives it.
    func fetch(
        _ url: String, _ headers: [String], from start: Int, _ limits: WebLimits, _ exchange: Exchange
    ) -> CNResponse {
        var response = CNResponse()
        let lines = headers.map { strdup($0) }
        defer { lines.forEach { free($0) } }
        let pointers = lines.map { $0.map { UnsafePointer($0) } }
        url.withCString { url in
            pointers.withUnsafeBufferPointer { headers in
                var request = CNRequest()
                request.url = url
                request.headers = headers.baseAddress
                request.header_count = Int32(headers.count)
                request.resume_from = Int64(start)
                request.connect_seconds = limits.connect
                request.total_seconds = limits.total
                request.stall_seconds = limits.stall
                request.context = Unmanaged.passUnretained(exchange).toOpaque()
                request.begin = { context, status, length, first in
                    Exchange.at(context)?.started(Int(status), Int(length), Int(first)) ?? 1
                }
                request.receive = { context, bytes, count in
                    Exchange.at(context)?.took(UnsafeBufferPointer(start: bytes, count: count)) ?? 1
                }
                request.poll = { context in Exchange.at(context)?.isCancelled() == false ? 0 : 1 }
                withExtendedLifetime(exchange) { c.fetch(&request, &response) }
            }
        }
        return response
    }
}

extension Exchange {
    fileprivate static func at(_ context: UnsafeMutableRawPointer?) -> Exchange? {
        context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// Other places for hosts, from the setting `NUTHATCH_HOSTS`: mirrors, and tests against a server on
/// this machine. `a.example=127.0.0.1:8000,*=proxy.example`; a host on this machine is spoken to in
/// plain http, others as the address says. The server is told the original host by the Host header.
public struct HostMap: Sendable, Equatable {
    private var places: [String: String] = [:]

    public init() {}

    public init(setting: String) {
        for part in setting.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
            if sides.count == 2 { places[sides[0].lowercased()] = sides[1] }
        }
    }

    /// The setting in the process's environment.
    public static func fromEnvironment() -> HostMap {
        Environment.value("NUTHATCH_HOSTS").map(HostMap.init(setting:)) ?? HostMap()
    }

    /// Where to go for a host: `host` or `host:port`; nothing when it stays where it is.
    public func place(of host: String) -> String? {
        places[host.lowercased()] ?? (Self.isLoopback(host) ? nil : places["*"])
    }

    /// Where to connect for a host and a port; the same where it stays.
    public func place(of host: String, port: Int) -> (host: String, port: Int) {
        guard let parts = place(of: host)?.split(separator: ":", maxSplits: 1) else { return (host, port) }
        return (String(parts[0]), parts.count > 1 ? Int(parts[1]) ?? port : port)
    }

    /// The address to open and the Host header to send, if any.
    func resolve(_ address: WebAddress) -> (address: WebAddress, hostHeader: String?) {
        guard let place = place(of: address.host) else { return (address, nil) }
        var moved = address
        let parts = place.split(separator: ":", maxSplits: 1)
        moved.host = String(parts[0])
        moved.port = parts.count > 1 ? Int(parts[1]) : nil
        if Self.isLoopback(moved.host) { moved.scheme = "http" }
        return (moved, address.authority)
    }

    static func isLoopback(_ host: String) -> Bool { host == "localhost" || host.hasPrefix("127.") }
}

/// The parts of an http or https address.
struct WebAddress: Equatable, CustomStringConvertible {
    var scheme: String
    var host: String
    var port: Int?
    /// Path and query, beginning with a slash.
    var path: String

    init?(_ text: String) {
        guard let mark = text.range(of: "://") else { return nil }
        scheme = text[..<mark.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[mark.upperBound...]
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        var authority = rest[..<end]
        // A name and a password have no place in a catalogue or a search result.
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
            guard let number = Int(authority[authority.index(after: colon)...]), (1...65535).contains(number)
            else { return nil }
            port = number
            authority = authority[..<colon]
        }
        host = String(authority)
        let tail = rest[end...].prefix { $0 != "#" }
        path = tail.hasPrefix("/") ? String(tail) : "/" + tail
        path = path.replacing(" ", with: "%20")
    }

    var authority: String { host + (port.map { ":\($0)" } ?? "") }
    var description: String { "\(scheme)://\(authority)\(path)" }
}

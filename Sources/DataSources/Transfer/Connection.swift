import Foundation

/// A TCP connection that is made and closed again.
enum Connection {
    /// - Throws: ``DataError`` when no address of the host answers in time.
    static func check(host: String, port: Int, seconds: Double, named name: String) throws(DataError) {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else { throw DataError(name, .unreachable(String(cString: gai_strerror(code)))) }
        defer { freeaddrinfo(list) }
        var failure = DataError(name, .unreachable("no address"))
        var next = list
        while let entry = next {
            guard let reason = attempt(entry.pointee, seconds) else { return }
            failure = DataError(name, reason == ETIMEDOUT ? .timedOut : .unreachable(String(cString: strerror(reason))))
            next = entry.pointee.ai_next
        }
        throw failure
    }

    /// The error number, or nothing on success.
    private static func attempt(_ entry: addrinfo, _ seconds: Double) -> Int32? {
        let handle = socket(entry.ai_family, entry.ai_socktype, entry.ai_protocol)
        guard handle >= 0 else { return errno }
        defer { close(handle) }
        _ = fcntl(handle, F_SETFL, fcntl(handle, F_GETFL) | O_NONBLOCK)
        if connect(handle, entry.ai_addr, entry.ai_addrlen) == 0 { return nil }
        guard errno == EINPROGRESS else { return errno }
        var wait = pollfd(fd: handle, events: Int16(POLLOUT), revents: 0)
        let ready = poll(&wait, 1, Int32(seconds * 1000))
        guard ready > 0 else { return ready == 0 ? ETIMEDOUT : errno }
        var (reason, size) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
        getsockopt(handle, SOL_SOCKET, SO_ERROR, &reason, &size)
        return reason == 0 ? nil : reason
    }
}

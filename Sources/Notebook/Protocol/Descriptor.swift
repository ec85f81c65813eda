#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reading and writing of file descriptors, whole and past interruptions.
enum Descriptor {
    /// Writes all bytes.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(ProtocolError) {
        var start = 0
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            while start < buffer.count, failure == 0 {
                let count = systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
                if count > 0 {
                    start += count
                } else if errno == EAGAIN {
                    var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&wait, 1, -1)
                } else if errno != EINTR {
                    failure = errno
                }
            }
        }
        if failure != 0 { throw .closed(String(cString: strerror(failure))) }
    }

    /// Up to 64 KB that are there, after waiting for the first; empty at the end.
    static func read(_ descriptor: Int32) throws(ProtocolError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            while true {
                let got = systemRead(descriptor, buffer.baseAddress, buffer.count)
                if got >= 0 {
                    count = got
                    return
                }
                guard errno != EINTR else { continue }
                failure = errno
                return
            }
        }
        if failure != 0 { throw .closed(String(cString: strerror(failure))) }
        return bytes
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        // A closed socket is an error here, not a signal.
        let sent = send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
        if sent >= 0 || errno != ENOTSOCK { return sent }
    #endif
    return write(descriptor, bytes, count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}

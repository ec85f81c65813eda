internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where the host of a connection is to be looked for instead: a mirror, or a server of a test.
/// Whoever puts the program together sets it; it is given a host and a port.
public enum HostRedirection {
    private static let hook = Mutex<(@Sendable (_ host: String, _ port: Int) -> (host: String, port: Int))?>(nil)

    public static func set(_ redirect: (@Sendable (_ host: String, _ port: Int) -> (host: String, port: Int))?) {
        hook.withLock { $0 = redirect }
    }

    static func place(_ host: String, _ port: Int) -> (host: String, port: Int) {
        hook.withLock { $0 }?(host, port) ?? (host, port)
    }
}

/// A `socket.socket` of TCP: enough to find out whether a host answers, and to talk to it.
final class SocketObject: Object {
    var descriptor: Int32 = -1
    /// Seconds; none waits without end.
    var timeout: Double?

    init(timeout: Double?) {
        self.timeout = timeout
        super.init(type: Self.declaration)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Waits until the socket can be read or written, in short steps so that an interruption is seen.
    private func wait(_ events: Int32, _ cell: Interpreter) throws(Raise) {
        var left = timeout ?? .infinity
        while true {
            try cell.poll()
            var waiting = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let step = min(left, 0.05)
            if poll(&waiting, 1, Int32(step * 1000)) > 0 { return }
            left -= step
            if left <= 0 { throw Raise(exceptions.timeoutError, "timed out") }
        }
    }

    func connect(_ host: String, _ port: Int, _ cell: Interpreter) throws(Raise) {
        let place = HostRedirection.place(host, port)
        var hints = addrinfo()
        hints.ai_family = AF_INET
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let problem = getaddrinfo(place.host, String(place.port), &hints, &found)
        guard problem == 0, let address = found else {
            throw Raise(
                ExceptionObject(
                    StandardModules.addressError,
                    Tuple([.int(Int(problem)), .string(String(cString: gai_strerror(problem)))])))
        }
        defer { freeaddrinfo(found) }
        if descriptor < 0 { descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        if descriptor < 0 { throw failure() }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        if systemConnect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) != 0 {
            guard errno == EINPROGRESS else { throw failure() }
            try wait(Int32(POLLOUT), cell)
            var number: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size)
            if number != 0 { throw failure(number) }
        }
    }

    private func failure(_ number: Int32 = errno) -> Raise { .osError(number, String(cString: strerror(number))) }

    func send(_ bytes: [UInt8], _ cell: Interpreter) throws(Raise) {
        var done = 0
        while done < bytes.count {
            try wait(Int32(POLLOUT), cell)
            let count = bytes.withUnsafeBytes { raw in
                systemSend(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
            }
            if count < 0, errno != EAGAIN { throw failure() }
            done += max(count, 0)
        }
    }

    func receive(_ count: Int, _ cell: Interpreter) throws(Raise) -> [UInt8] {
        try wait(Int32(POLLIN), cell)
        var buffer = [UInt8](repeating: 0, count: max(0, min(count, 1 << 24)))
        let got = recv(descriptor, &buffer, buffer.count, 0)
        if got < 0 { throw failure() }
        return Array(buffer.prefix(got))
    }

    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (SocketObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(SocketObject.self, name, of: "socket.socket"), arguments)
        }
    }

    static func address(_ value: Value) throws(Raise) -> (String, Int) {
        guard let pair = (value.object as? Tuple)?.items, pair.count == 2, let host = pair[0].text,
            let port = pair[1].smallInteger
        else { throw .typeError("AF_INET address must be tuple, not \(value.type.name)") }
        guard (0...65535).contains(port) else { throw .overflowError("connect(): port must be 0-65535.") }
        return (host, port)
    }

    static let declaration: TypeObject = NativeType<SocketObject>(
        "socket", module: "socket", doc: "A connection by TCP.", isBase: false, isContainer: false
    ) {
        RawConstructor(parameters("family=2, type=1, proto=0, fileno=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            guard try arguments.int(0, default: 2) == 2, try arguments.int(1, default: 1) == 1 else {
                throw .notImplemented("socket: only TCP over IPv4 (AF_INET, SOCK_STREAM) is supported")
            }
            return .object(SocketObject(timeout: StandardModules.defaultTimeout(arguments.cell)))
        }
        method("connect", "Connects to a host and port.", "address, /") { (socket, arguments) throws(Raise) in
            let (host, port) = try address(arguments[1])
            try socket.connect(host, port, arguments.cell)
            return .none
        }
        method("connect_ex", "Connects, and gives the error's number, 0 for none.", "address, /") {
            (socket, arguments) throws(Raise) in
            let (host, port) = try address(arguments[1])
            do throws(Raise) {
                try socket.connect(host, port, arguments.cell)
                return .int(0)
            } catch {
                guard error.is(exceptions.osError) else { throw error }
                return .int(error.exception.arguments.items.first?.smallInteger ?? Int(EAGAIN))
            }
        }
        method("settimeout", "Sets how many seconds to wait.", "timeout, /") { (socket, arguments) throws(Raise) in
            socket.timeout = arguments[1].isNone ? nil : try arguments.cell.double(arguments[1])
            return .none
        }
        method("gettimeout", "How many seconds it waits.") { (socket, _) throws(Raise) in
            socket.timeout.map { .float($0) } ?? .none
        }
        for name in ["send", "sendall"] {
            method(name, "Sends bytes.", "data, /") { (socket, arguments) throws(Raise) in
                let bytes = try BuiltinMembers.requiredBytes(arguments[1])
                try socket.send(bytes, arguments.cell)
                return name == "send" ? .int(bytes.count) : .none
            }
        }
        method("recv", "Receives at most so many bytes.", "bufsize, /") { (socket, arguments) throws(Raise) in
            .object(Bytes(try socket.receive(arguments.cell.index(arguments[1]), arguments.cell)))
        }
        for name in ["close", "__exit__"] {
            method(name, "Ends the connection.", name == "close" ? "" : "*args") { (socket, _) throws(Raise) in
                if socket.descriptor >= 0 { systemClose(socket.descriptor) }
                socket.descriptor = -1
                return .none
            }
        }
        method("__enter__") { (_, arguments) throws(Raise) in arguments[0] }
    }.type
}

private func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}
private func systemSend(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    send(descriptor, buffer, count, Int32(MSG_NOSIGNAL))
}
private func systemClose(_ descriptor: Int32) { close(descriptor) }

extension StandardModules {
    /// `socket.gaierror`
    static let addressError = TypeObject(
        "gaierror", module: "socket", doc: "A host that cannot be found.", base: exceptions.osError,
        metatype: types.type)

    /// What `setdefaulttimeout` has set.
    static func defaultTimeout(_ cell: Interpreter) -> Double? {
        cell.importedModules["socket"]?.attributes?["_timeout"]?.double
    }

    static let socket = NativeModule("socket", doc: "Connections to other machines.") {
        SocketObject.declaration
        addressError
        Constant("error", Value.object(exceptions.osError))
        Constant("timeout", Value.object(exceptions.timeoutError))
        Constant("AF_INET", 2)
        Constant("SOCK_STREAM", 1)
        RawFunction("setdefaulttimeout", doc: "How many seconds new sockets wait.", parameters("timeout, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            if !arguments[0].isNone, try arguments.cell.double(arguments[0]) < 0 {
                throw .valueError("Timeout value out of range")
            }
            let module = try arguments.cell.importModule(["socket"])
            module.attributes?.set(
                arguments.cell.intern("_timeout"),
                arguments[0].isNone ? .none : .float(try arguments.cell.double(arguments[0])))
            return .none
        }
        RawFunction("getdefaulttimeout", doc: "How many seconds new sockets wait.") {
            (arguments: Arguments) throws(Raise) -> Value in
            defaultTimeout(arguments.cell).map { .float($0) } ?? .none
        }
        RawFunction(
            "create_connection", doc: "A socket connected to a host and port.", parameters("address, timeout=None")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let (host, port) = try SocketObject.address(arguments[0])
            let made = SocketObject(
                timeout: arguments.isGiven(1) ? try arguments.cell.double(arguments[1]) : defaultTimeout(arguments.cell)
            )
            try made.connect(host, port, arguments.cell)
            return .object(made)
        }
        RawFunction("gethostname", doc: "This machine's name.") { (_) throws(Raise) -> Value in
            var buffer = [CChar](repeating: 0, count: 256)
            gethostname(&buffer, 255)
            return .string(String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
    }
}

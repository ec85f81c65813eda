import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program on a pseudo-terminal of its own, with the screen it draws.
public final class PseudoTerminal {
    public private(set) var screen: VirtualScreen
    private let master: Int32
    public let process: pid_t
    public private(set) var isOver = false
    private var isReaped = false
    private var isHungUp = false

    /// - Parameters:
    ///   - program: its name; it lies beside the test bundle.
    ///   - environment: added to a small fixed environment.
    public init(
        _ program: String = "TerminalProbe", width: Int = 60, height: Int = 20, arguments: [String] = ["/dev/null"],
        environment: [String] = [], inherited: [Int32] = []
    ) throws {
        screen = VirtualScreen(width: width, height: height)
        var (master, slave) = (Int32(-1), Int32(-1))
        var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&master, &slave, nil, nil, &size) == 0)
        self.master = master
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        let name = String(cString: try #require(ttyname(slave)))

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A session leader that opens a terminal makes it its own.
        // (glibc's POSIX_SPAWN_SETSID, which Swift does not see.)
        posix_spawnattr_setflags(&attributes, 0x80)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        for descriptor in inherited { posix_spawn_file_actions_adddup2(&actions, descriptor, descriptor) }

        let program = Self.folder + "/" + program
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let settings =
            (["TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "INPUTRC=/dev/null"]
            + environment).map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var process = pid_t()
        let failure = posix_spawn(&process, program, &actions, &attributes, words, settings)
        close(slave)
        try #require(failure == 0, "\(program): \(String(cString: strerror(failure)))")
        self.process = process
    }

    deinit {
        if !isReaped {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        if !isHungUp { close(master) }
    }

    /// Closes the window.
    public func hangUp() {
        close(master)
        (isHungUp, isOver) = (true, true)
    }

    /// The folder of the test bundle, where this package's programs lie too.
    public static var folder: String {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return (program as NSString).deletingLastPathComponent
    }

    public func send(_ keys: String) {
        var bytes = Array(keys.utf8)
        while !bytes.isEmpty {
            let count = write(master, bytes, min(bytes.count, 1024))
            guard count > 0 else { return }
            bytes.removeFirst(count)
            take(milliseconds: 0)
        }
    }

    public func signal(_ number: Int32) { kill(process, number) }

    public func resize(width: Int, height: Int) {
        screen.resize(width: width, height: height)
        var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Takes what comes for so long, or until the program is over.
    public func listen(seconds: Double) {
        let end = Date().addingTimeInterval(seconds)
        while !isOver, Date() < end { take(milliseconds: 20) }
    }

    /// Waits until the screen is as wanted, ten seconds at most unless told otherwise.
    public func wait(
        _ what: String = "", seconds: Double = 10, sourceLocation: SourceLocation = #_sourceLocation,
        until isWanted: (VirtualScreen) -> Bool
    ) {
        let deadline = Date().addingTimeInterval(seconds)
        while !isWanted(screen) {
            guard Date() < deadline, !isOver else {
                Issue.record("\(what) did not come; the screen is\n\(screen.text)", sourceLocation: sourceLocation)
                return
            }
            take(milliseconds: 50)
        }
    }

    /// Waits until the visible text ends with `text`.
    public func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        wait("'\(text)'", sourceLocation: sourceLocation) { $0.text.hasSuffix(text) }
    }

    /// The cells that the probe reported as accepted.
    public var cells: [String] {
        // Reports wrap at the screen's width.
        screen.stream.components(separatedBy: "<cell ").dropFirst().compactMap { part in
            guard let end = part.range(of: "]>") else { return nil }
            let json = String(part[..<end.lowerBound]) + "]"
            return (try? JSONDecoder().decode([String].self, from: Data(json.utf8)))?.first
        }
    }

    /// Waits for the program's end and returns its status; 128 and the signal's number where one ended it.
    public func status() -> Int32 {
        let deadline = Date().addingTimeInterval(10)
        while !isOver, Date() < deadline { take(milliseconds: 50) }
        var status: Int32 = 0
        while Date() < deadline, !isReaped {
            isReaped = waitpid(process, &status, WNOHANG) == process
            if !isReaped { usleep(5000) }
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    private func take(milliseconds: Int32) {
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else {
            isOver = true
            return
        }
        screen.feed(Array(buffer[..<count]))
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The modes a terminal is put into, and the way back.
final class TerminalMode {
    private let descriptor: Int32
    private var original: termios?

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { restore() }

    /// Each key comes at once, unechoed; none makes a signal.
    func edit() {
        set { mode in
            mode.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP)
            mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
            mode.c_oflag |= tcflag_t(OPOST | ONLCR)
        }
    }

    /// Keys are neither echoed nor lost, Ctrl-C makes a signal: while a cell runs, what is typed
    /// waits for the next prompt and does not get between output and bar.
    func run() {
        set { mode in
            mode.c_iflag &= ~tcflag_t(ICRNL)
            mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
            mode.c_lflag |= tcflag_t(ISIG | NOFLSH)
        }
    }

    func restore() {
        guard var mode = original else { return }
        original = nil
        tcsetattr(descriptor, TCSANOW, &mode)
    }

    private func set(_ change: (inout termios) -> Void) {
        var mode = termios()
        if let original {
            mode = original
        } else {
            guard tcgetattr(descriptor, &mode) == 0 else { return }
            original = mode
        }
        change(&mode)
        // A read returns with the first byte.
        withUnsafeMutableBytes(of: &mode.c_cc) { keys in
            keys[Int(VMIN)] = 1
            keys[Int(VTIME)] = 0
        }
        tcsetattr(descriptor, TCSANOW, &mode)
    }
}

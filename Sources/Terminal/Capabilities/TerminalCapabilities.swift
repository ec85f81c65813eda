/// What the terminal can do, decided from settings and environment alone: nothing is asked of the
/// terminal before the first picture, so that the prompt does not wait.
public struct TerminalCapabilities: Sendable, Equatable {
    /// No escape sequence at all: `--plain`, or not a terminal.
    public var plain: Bool
    public var depth: ColorDepth
    /// nil: the environment does not tell, ``TerminalQuery`` may ask.
    public var pictures: PictureProtocol?
    public var darkBackground: Bool?

    /// - Parameters:
    ///   - isTerminal: whether output goes to a terminal.
    ///   - plain: the setting `--plain`.
    ///   - pictures: the setting that rules all, such as "sixel"; nil leaves it to the terminal.
    public init(
        environment: [String: String], isTerminal: Bool, plain: Bool = false,
        pictures: PictureProtocol? = nil
    ) {
        func value(_ name: String) -> String { environment[name] ?? "" }
        let dumb = value("TERM") == "dumb"
        let forced = !["", "0"].contains(value("CLICOLOR_FORCE"))
        self.plain = plain || dumb || !isTerminal
        depth = .none
        if !self.plain || (forced && !plain), value("NO_COLOR").isEmpty {
            depth = value("CLICOLOR") == "0" && !forced ? .none : Self.depth(environment)
        }
        self.pictures = self.plain ? .words : pictures ?? Self.pictures(environment, depth)
        darkBackground = Self.background(value("COLORFGBG"))
    }

    private static func depth(_ environment: [String: String]) -> ColorDepth {
        let term = environment["TERM"] ?? ""
        let colors = environment["COLORTERM"] ?? ""
        if colors == "truecolor" || colors == "24bit" || term.hasSuffix("-direct") { return .trueColor }
        let modern = ["iTerm.app", "WezTerm", "ghostty", "vscode"]
        if modern.contains(environment["TERM_PROGRAM"] ?? "") { return .trueColor }
        if ["xterm-kitty", "xterm-ghostty", "alacritty"].contains(term) || term.hasPrefix("foot") {
            return .trueColor
        }
        return term.contains("256color") ? .ansi256 : .ansi16
    }

    private static func pictures(_ environment: [String: String], _ depth: ColorDepth) -> PictureProtocol? {
        // Inside a multiplexer the outer terminal's protocols do not get through.
        let term = environment["TERM"] ?? ""
        if environment["TMUX"] != nil || environment["STY"] != nil || term.hasPrefix("tmux")
            || term.hasPrefix("screen") || term == "linux"
        {
            return .symbols
        }
        switch environment["TERM_PROGRAM"] ?? "" {
        case "iTerm.app": return .iterm2
        case "WezTerm": return .iterm2
        case "ghostty": return .kitty
        case "vscode", "Apple_Terminal": return .symbols
        default: break
        }
        if environment["KITTY_WINDOW_ID"] != nil || term == "xterm-kitty" || term == "xterm-ghostty" {
            return .kitty
        }
        return term.hasPrefix("foot") || term == "mlterm" ? .sixel : nil
    }

    /// `COLORFGBG` is "foreground;background" in the sixteen colours.
    private static func background(_ value: String) -> Bool? {
        guard let last = value.split(separator: ";").last, let color = Int(last) else { return nil }
        return color < 7 || color == 8
    }
}

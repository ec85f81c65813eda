/// How many colours a terminal shows.
public enum ColorDepth: Int, Sendable, Comparable {
    case none, ansi16, ansi256, trueColor

    public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The look of a stretch of text. Named colours are the terminal's own sixteen, so that a dark and
/// a light background both stay readable.
public struct Style: Sendable, Hashable {
    public enum Color: Sendable, Hashable {
        /// One of the terminal's own colours, 0 to 15.
        case named(UInt8)
        case rgb(UInt8, UInt8, UInt8)
    }

    public var foreground: Color?
    public var background: Color?
    public var bold = false
    public var dim = false
    public var italic = false
    public var underline = false
    public var reverse = false

    public init(
        _ foreground: Color? = nil, background: Color? = nil, bold: Bool = false, dim: Bool = false,
        italic: Bool = false, underline: Bool = false, reverse: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.dim = dim
        self.italic = italic
        self.underline = underline
        self.reverse = reverse
    }

    public static let plain = Style()

    /// The escape sequence that switches to this style, "" for plain text or where `depth` is none.
    func sequence(_ depth: ColorDepth) -> String {
        guard depth != .none, self != .plain else { return "" }
        var codes: [String] = []
        if bold { codes.append("1") }
        if dim { codes.append("2") }
        if italic { codes.append("3") }
        if underline { codes.append("4") }
        if reverse { codes.append("7") }
        if let foreground { codes.append(foreground.code(base: 30, depth)) }
        if let background { codes.append(background.code(base: 40, depth)) }
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    /// `text` in this style, back to plain at its end.
    public func apply(_ text: String, _ depth: ColorDepth) -> String {
        let start = sequence(depth)
        return start.isEmpty || text.isEmpty ? text : start + text + "\u{1B}[0m"
    }
}

extension Style.Color {
    fileprivate func code(base: Int, _ depth: ColorDepth) -> String {
        switch self {
        case .named(let index):
            return String(index < 8 ? base + Int(index) : base + 52 + Int(index))
        case .rgb(let red, let green, let blue):
            switch depth {
            case .trueColor: return "\(base + 8);2;\(red);\(green);\(blue)"
            case .ansi256: return "\(base + 8);5;\(Self.cube(red, green, blue))"
            default:
                let bright = Int(red) + Int(green) + Int(blue) > 480
                let bits = (red > 127 ? 1 : 0) + (green > 127 ? 2 : 0) + (blue > 127 ? 4 : 0)
                return String(base + bits + (bright ? 60 : 0))
            }
        }
    }

    /// The nearest entry of xterm's 6x6x6 cube or grey ramp.
    private static func cube(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
        if red == green && green == blue {
            if red < 8 { return 16 }
            return red > 247 ? 231 : 232 + (Int(red) - 8) * 24 / 247
        }
        func step(_ value: UInt8) -> Int { value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40 }
        return 16 + 36 * step(red) + 6 * step(green) + step(blue)
    }
}

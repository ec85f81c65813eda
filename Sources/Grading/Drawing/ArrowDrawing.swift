/// A drawing of boxes and arrows as people type it: `a, b -> c -> d`, a line for each stretch, or as DOT.
public struct ArrowDrawing: Sendable, Equatable {
    public struct Arrow: Sendable, Equatable, Hashable {
        public var from: String
        public var to: String
        public init(_ from: String, _ to: String) {
            self.from = from
            self.to = to
        }
    }

    /// In the order in which they are first named.
    public private(set) var boxes: [String] = []
    public private(set) var arrows: [Arrow] = []

    /// Reads arrows (`->`, `-->`, `=>`, `→`, `<-`); nil where there are none.
    public init?(_ text: String) {
        var body = text
        var labels: [String: String] = [:]
        let isDOT = text.contains("{") && text.contains("}")
        if isDOT, let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close {
            body = String(text[text.index(after: open)..<close])
        }
        for arrow in ["⟶", "→", "⇒", "==>", "=>", "-->", "--->", "- >"] { body = body.replacing(arrow, with: "->") }
        for arrow in ["⟵", "←", "<--", "<="] { body = body.replacing(arrow, with: "<-") }
        while body.contains("-->") { body = body.replacing("-->", with: "->") }
        if isDOT { body = Self.withoutAttributes(body, &labels) }
        for line in body.split(whereSeparator: { $0 == "\n" || $0 == ";" }) { addLine(line, isDOT: isDOT, labels) }
        guard !arrows.isEmpty else { return nil }
    }

    private mutating func addLine(_ line: Substring, isDOT: Bool, _ labels: [String: String]) {
        var sides: [[String]] = []
        var isBackwards: [Bool] = []
        var rest = line
        while true {
            let forward = rest.firstRange(of: "->")
            let backward = rest.firstRange(of: "<-")
            guard let range = [forward, backward].compactMap({ $0 }).min(by: { $0.lowerBound < $1.lowerBound }) else {
                break
            }
            sides.append(names(rest[..<range.lowerBound], isDOT: isDOT, labels))
            isBackwards.append(range == backward)
            rest = rest[range.upperBound...]
        }
        sides.append(names(rest, isDOT: isDOT, labels))
        for name in sides.flatMap({ $0 }) where !boxes.contains(name) { boxes.append(name) }
        for (index, backwards) in isBackwards.enumerated() {
            for from in sides[index] {
                for to in sides[index + 1] {
                    let arrow = backwards ? Arrow(to, from) : Arrow(from, to)
                    if !arrows.contains(arrow) { arrows.append(arrow) }
                }
            }
        }
    }

    /// The boxes on one side of an arrow: `inputs, weights`, `inputs & weights`, `{inputs weights}`.
    private func names(_ text: Substring, isDOT: Bool, _ labels: [String: String]) -> [String] {
        var parts: [String] = []
        var part = ""
        var isQuoted = false
        let isGroup = isDOT && text.contains("{")
        func keep() {
            let trimmed = part.trimmedSpaces
            if !trimmed.isEmpty { parts.append(labels[trimmed] ?? trimmed) }
            part = ""
        }
        for character in text.replacing(" and ", with: ",") {
            switch character {
            case "\"": isQuoted.toggle()
            case ",", "&", "+", "{", "}", "|": if isQuoted { part.append(character) } else { keep() }
            case " " where isGroup && !isQuoted: keep()
            case "(", ")", "[", "]": part.append(" ")
            default: part.append(character)
            }
        }
        keep()
        return parts
    }

    /// DOT without `[…]`; labels in them are kept by the name of their box.
    private static func withoutAttributes(_ text: String, _ labels: inout [String: String]) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            let before = rest[..<open]
            let attributes = rest[rest.index(after: open)..<close]
            let name = before.split(whereSeparator: { $0 == ";" || $0 == "\n" }).last.map { String($0) } ?? ""
            if !name.contains("->"), let label = attributes.firstRange(of: "label") {
                let value = attributes[label.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" }
                labels[name.replacing("\"", with: "").trimmedSpaces] = String(value.prefix { $0 != "\"" && $0 != "," })
            }
            result += before
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The drawing as DOT, for a picture of it.
    public var dot: String {
        func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "'") + "\"" }
        return "digraph {\n    rankdir=LR\n"
            + arrows.map { "    \(quoted($0.from)) -> \(quoted($0.to))\n" }.joined() + "}\n"
    }
}

extension String {
    var trimmedSpaces: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

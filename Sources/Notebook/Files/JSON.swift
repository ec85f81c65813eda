/// A JSON value that is written as it was read: members keep their order, numbers their digits.
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number as written, such as `1.50`.
    case number(String)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    public static func number(_ value: Int) -> JSON { .number(String(value)) }

    public var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    public var int: Int? {
        if case .number(let text) = self { return Int(text) }
        return nil
    }

    public var array: [JSON]? {
        if case .array(let items) = self { return items }
        return nil
    }

    public var object: JSONObject? {
        if case .object(let object) = self { return object }
        return nil
    }

    /// Text that a notebook may split into a list of lines.
    public var text: String? {
        switch self {
        case .string(let text): text
        case .array(let lines): lines.compactMap(\.string).joined()
        default: nil
        }
    }

    /// Text as notebooks keep it: a list of lines, each with its newline.
    public static func lines(_ text: String) -> JSON {
        var lines: [JSON] = []
        var line = ""
        // By scalars: "\r\n" is one character in Swift.
        for scalar in text.unicodeScalars {
            line.unicodeScalars.append(scalar)
            if scalar == "\n" {
                lines.append(.string(line))
                line = ""
            }
        }
        if !line.isEmpty { lines.append(.string(line)) }
        return .array(lines)
    }
}

/// Members in their order, each name once.
public struct JSONObject: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    public private(set) var members: [(name: String, value: JSON)] = []

    public init() {}

    /// - Precondition: no name comes twice.
    init(members: [(name: String, value: JSON)]) { self.members = members }

    public init(dictionaryLiteral elements: (String, JSON)...) {
        members = elements.map { ($0, $1) }
    }

    public var isEmpty: Bool { members.isEmpty }

    /// A member's value. A new member goes to the end, nil takes a member away.
    public subscript(name: String) -> JSON? {
        get { members.first { $0.name == name }?.value }
        set {
            let place = members.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (nil, let value?): members.append((name, value))
            case (let place?, nil): members.remove(at: place)
            case (nil, nil): break
            }
        }
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.members.elementsEqual(right.members) { $0.name == $1.name && $0.value == $1.value }
    }
}

/// Why a text is no JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
    public let message: String
    /// UTF-8 offset into the text.
    public let offset: Int

    public var description: String { "\(message) at byte \(offset)" }
}

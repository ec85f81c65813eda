#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Paths as text, as Python's `os.path` and `pathlib` take them apart.
enum PathText {
    /// What `pathlib` makes of a path: no doubled slashes, no `.` in the middle, no slash at the end.
    static func canonical(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        return root(path) + parts
    }

    static func root(_ path: String) -> String {
        path.hasPrefix("//") && !path.hasPrefix("///") ? "//" : path.hasPrefix("/") ? "/" : ""
    }

    static func join(_ path: String, _ other: String) -> String {
        if other.hasPrefix("/") || path.isEmpty { return other }
        return path.hasSuffix("/") ? path + other : path + "/" + other
    }

    /// `os.path.split`
    static func split(_ path: String) -> (head: String, tail: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        var head = String(path[...slash])
        if head.utf8.contains(where: { $0 != UInt8(ascii: "/") }) {
            while head.utf8.last == UInt8(ascii: "/") { head.removeLast() }
        }
        return (head, String(path[path.utf8.index(after: slash)...]))
    }

    static func name(_ path: String) -> String { split(path).tail }

    /// The folder above, of a path without a slash at its end.
    static func parent(_ path: String) -> String {
        var trimmed = path
        while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
        return split(trimmed).head
    }

    /// `os.path.splitext`: leading dots are no suffix.
    static func splitSuffix(_ path: String) -> (stem: String, suffix: String) {
        let name = name(path)
        let dots = name.utf8.prefix { $0 == UInt8(ascii: ".") }.count
        guard let dot = name.utf8.dropFirst(dots).lastIndex(of: UInt8(ascii: ".")) else { return (path, "") }
        let suffix = String(name[dot...])
        return (String(path.dropLast(suffix.count)), suffix)
    }

    /// `os.path.normpath`
    static func normalized(_ path: String) -> String {
        if path.isEmpty { return "." }
        let root = root(path)
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || root.isEmpty {
                parts.append(part)
            }
        }
        let result = root + parts.joined(separator: "/")
        return result.isEmpty ? "." : result
    }

    static func absolute(_ path: String) -> String {
        normalized(path.hasPrefix("/") ? path : join(FileSystem.currentDirectory, path))
    }

    /// `~` and `~name` at the start become home folders.
    static func expandingUser(_ path: String) -> String {
        guard path.hasPrefix("~") else { return path }
        let name = String(path.dropFirst().prefix { $0 != "/" })
        let rest = path.dropFirst(1 + name.count)
        var home: String?
        if name.isEmpty {
            home =
                getenv("HOME").map { String(cString: $0) }
                ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
        } else {
            home = getpwnam(name).map { String(cString: $0.pointee.pw_dir) }
        }
        guard var home else { return path }
        while home.utf8.count > 1, home.hasSuffix("/") { home.removeLast() }
        return home == "/" && rest.hasPrefix("/") ? String(rest) : home + rest
    }

    /// `$NAME` and `${NAME}` of the environment.
    static func expandingVariables(_ path: String) -> String {
        var result = ""
        var rest = path[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            let isBraced = rest.first == "{"
            let body = isBraced ? rest.dropFirst() : rest
            let name = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            let after = body.dropFirst(name.count)
            if !name.isEmpty, !isBraced || after.first == "}", let value = getenv(String(name)) {
                result += String(cString: value)
                rest = isBraced ? after.dropFirst() : after
            } else {
                result += "$"
            }
        }
        return result + rest
    }

    /// From one folder to a path, both absolute and normalized.
    static func relative(_ path: String, from start: String) -> String {
        let target = path.split(separator: "/")
        let base = start.split(separator: "/")
        let shared = zip(target, base).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: base.count - shared) + target[shared...].map(String.init)
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// `fnmatch`: `*`, `?`, `[abc]`, `[!a-z]`.
    static func matches(_ name: String, _ pattern: String) -> Bool {
        matches(Array(name.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
    }

    private static func matches(_ name: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
        var name = name
        var pattern = pattern
        // The last star, and where its match may grow to.
        var retry: (name: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
        while true {
            if let first = pattern.first, first == "*" {
                pattern = pattern.dropFirst()
                retry = (name, pattern)
                continue
            }
            if let scalar = name.first, let rest = matchOne(scalar, pattern) {
                name = name.dropFirst()
                pattern = rest
                continue
            }
            if name.isEmpty, pattern.isEmpty { return true }
            guard let last = retry, !last.name.isEmpty else { return false }
            retry = (last.name.dropFirst(), last.pattern)
            name = last.name.dropFirst()
            pattern = last.pattern
        }
    }

    /// What is left of the pattern after one character, if it fits.
    private static func matchOne(
        _ scalar: Unicode.Scalar, _ pattern: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar>? {
        guard let first = pattern.first else { return nil }
        if first == "?" { return pattern.dropFirst() }
        guard first == "[" else { return first == scalar ? pattern.dropFirst() : nil }
        var body = pattern.dropFirst()
        let isNegated = body.first == "!"
        if isNegated { body = body.dropFirst() }
        guard let close = body.dropFirst().firstIndex(of: "]") else { return scalar == "[" ? pattern.dropFirst() : nil }
        var isIn = false
        var index = body.startIndex
        while index < close {
            if index + 2 < close, body[index + 1] == "-" {
                if body[index] <= scalar, scalar <= body[index + 2] { isIn = true }
                index += 3
            } else {
                if body[index] == scalar { isIn = true }
                index += 1
            }
        }
        return isIn != isNegated ? body[(close + 1)...] : nil
    }

    static func hasWildcards(_ text: String) -> Bool { text.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B } }
}

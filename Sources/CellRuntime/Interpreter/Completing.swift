internal import CellSyntax
internal import Foundation

/// What could stand at the cursor.
public struct CompletionCandidate: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable {
        case name, keyword, attribute, method, function, type, module, argument, magic, path
    }

    /// What the word at the cursor becomes.
    public let text: String
    public let kind: Kind
    /// A line about it: a signature or the first line of its documentation.
    public let doc: String
    /// How many characters before the cursor it takes the place of.
    public let replaced: Int
}

extension Interpreter {
    /// Candidates for the word that ends at the cursor (in UTF-8 bytes): names, attributes, arguments of the call around,
    /// modules after `import`, magics, and paths inside strings. Runs no cell code and no property.
    public func complete(_ text: String, cursor: Int) -> [CompletionCandidate] {
        let before = String(decoding: Array(text.utf8.prefix(max(0, cursor))), as: UTF8.self)
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        if let path = Self.openString(in: line) { return paths(path) }
        let word = String(line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
        let ahead = line.dropLast(word.count)
        if ahead.hasSuffix("%"), ahead.drop(while: { $0 == " " || $0 == "%" }).isEmpty {
            return candidates(magics.magics.values.map { ($0.name, .magic, $0.doc) }, word)
        }
        let trimmed = line.drop { $0 == " " }
        if trimmed.hasPrefix("import ") || trimmed.hasPrefix("from ") { return imports(String(trimmed), word) }
        if ahead.hasSuffix(".") { return attributes(of: String(ahead.dropLast()), word) }
        var found = names(word)
        if let function = Self.openCall(in: before), let value = value(of: function) {
            found = arguments(of: value, word) + found
        }
        return found
    }

    private func candidates(
        _ all: [(String, CompletionCandidate.Kind, String)], _ word: String
    ) -> [CompletionCandidate] {
        all.filter { $0.0.hasPrefix(word) && (word.hasPrefix("_") || !$0.0.hasPrefix("_")) }.sorted { $0.0 < $1.0 }.map
        {
            CompletionCandidate(text: $0.0, kind: $0.1, doc: $0.2, replaced: word.count)
        }
    }

    private static let keywords = [
        "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else",
        "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
        "raise",
        "return", "try", "while", "with", "yield",
    ]

    private func names(_ word: String) -> [CompletionCandidate] {
        var all = Set(globals.visibleNames).compactMap { name in
            globals.get(name).map { (name, self.kind(of: $0, isAttribute: false), self.line(about: $0)) }
        }
        all += Self.keywords.map { ($0, .keyword, "") }
        return candidates(all, word)
    }

    private func attributes(of path: String, _ word: String) -> [CompletionCandidate] {
        let subject = String(path.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }.reversed())
        guard let value = value(of: subject) else { return [] }
        return candidates(
            allAttributeNames(of: value).map { name in
                let found = quietAttribute(name, of: value)
                return (name, found.map { kind(of: $0, isAttribute: true) } ?? .attribute, found.map(line) ?? "")
            }, word)
    }

    /// The value of a name with dots, as far as that can be had without running anything.
    private func value(of path: String) -> Value? {
        var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !parts.isEmpty, var value = globals.get(parts.removeFirst()) else { return nil }
        for part in parts {
            guard let next = quietAttribute(part, of: value) else { return nil }
            value = next
        }
        return value
    }

    private func quietAttribute(_ name: String, of value: Value) -> Value? {
        let key = Str(name)
        if let own = value.object?.attributes?.get(key) { return own }
        if let type = value.object as? TypeObject, let found = type.lookup(key) { return found }
        guard let found = value.type.lookup(key) else { return nil }
        return found.object is PropertyObject ? nil : found
    }

    private func kind(of value: Value, isAttribute: Bool) -> CompletionCandidate.Kind {
        switch value.object {
        case is CellFunction, is NativeFunction, is BoundMethod, is StaticMethod, is ClassMethod:
            isAttribute ? .method : .function
        case is TypeObject: .type
        case is ModuleObject: .module
        default: isAttribute ? .attribute : .name
        }
    }

    private func line(about value: Value) -> String {
        switch value.object {
        case let function as CellFunction: signatureText(of: function)
        case let function as NativeFunction: signatureText(of: function)
        case let method as BoundMethod: line(about: method.function)
        case let method as ClassMethod: line(about: method.function)
        case let method as StaticMethod: line(about: method.function)
        case let type as TypeObject: type.doc ?? ""
        case let module as ModuleObject: module.doc
        default: value.type.name
        }
    }

    // MARK: Arguments

    private func arguments(of value: Value, _ word: String) -> [CompletionCandidate] {
        var names: [String] = []
        switch value.object {
        case let function as CellFunction: names = named(function.code.signature)
        case let function as NativeFunction: names = named(function.signature)
        case let method as BoundMethod: return arguments(of: method.function, word)
        case let method as ClassMethod: return arguments(of: method.function, word)
        case let method as StaticMethod: return arguments(of: method.function, word)
        case let type as TypeObject:
            if let constructor = type.constructor {
                names = named(constructor.signature)
            } else if let initializer = type.lookup("__init__"),
                initializer.object !== types.object.lookup("__init__")?.object
            {
                return arguments(of: initializer, word)
            }
        default: break
        }
        return candidates(names.map { ($0 + "=", .argument, "") }, word)
    }

    private func named(_ signature: Signature) -> [String] {
        signature.names[signature.positionalOnly..<signature.positional + signature.keywordOnly].map(\.text)
            .filter { $0 != "self" }
    }

    /// The name before the innermost bracket that is still open.
    private static func openCall(in text: String) -> String? {
        var depth = 0
        var rest = Substring(text)
        while let character = rest.popLast() {
            if ")]}".contains(character) { depth += 1 }
            if "([{".contains(character) {
                if depth == 0 {
                    guard character == "(" else { return nil }
                    let name = String(
                        rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }.reversed())
                    return name.isEmpty ? nil : name
                }
                depth -= 1
            }
        }
        return nil
    }

    // MARK: Modules and paths

    private func imports(_ line: String, _ word: String) -> [CompletionCandidate] {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        if words.first == "from", let place = words.firstIndex(of: "import") {
            let name = words[1..<place].joined()
            guard let module = importedModules[name] ?? (try? modules.modules[name]?.make(self)) else { return [] }
            return candidates(
                (module.attributes ?? Dict()).map {
                    ($0.key.text ?? "", kind(of: $0.value, isAttribute: false), self.line(about: $0.value))
                },
                word)
        }
        let path = words.last.map(String.init) ?? ""
        let prefix = path.dropLast(word.count)
        let parts = Set(
            modules.names.filter { $0.hasPrefix(prefix) }.compactMap { name in
                name.dropFirst(prefix.count).split(separator: ".").first.map(String.init)
            })
        return candidates(parts.map { ($0, .module, "") }, word)
    }

    /// What stands in a string that the line leaves open.
    private static func openString(in line: String) -> String? {
        var quote: Character?
        var content = ""
        var isEscaped = false
        for character in line {
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                }
                if quote != nil { content.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                content = ""
            } else if character == "#" {
                return nil
            }
        }
        return quote == nil ? nil : content
    }

    private func paths(_ path: String) -> [CompletionCandidate] {
        let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<split])
        let word = String(path[split...])
        let place = folder.isEmpty ? "." : (folder as NSString).expandingTildeInPath
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        return names.filter { $0.hasPrefix(word) && (word.hasPrefix(".") || !$0.hasPrefix(".")) }.sorted().map { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
            return CompletionCandidate(
                text: isFolder.boolValue ? name + "/" : name, kind: .path, doc: "", replaced: word.count)
        }
    }
}

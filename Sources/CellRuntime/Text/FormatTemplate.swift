/// `str.format`'s template: text and replacement fields.
enum FormatTemplate {
    enum Part: Equatable {
        case literal(String)
        case field(name: String, conversion: Unicode.Scalar?, specification: String)
    }

    /// A field's name: what it begins with, and the attributes and items then looked up.
    struct FieldName: Equatable {
        enum Step: Equatable {
            case attribute(String)
            case index(Int)
            case key(String)
        }
        /// Empty for the next positional argument.
        var first: String
        var steps: [Step]
        /// `first` as a number, if it is one.
        var position: Int? { FormatTemplate.index(first) }
    }

    /// - Throws: `ValueError` in CPython's words.
    static func parse(_ text: String) throws(Failure) -> [Part] {
        let scalars = Array(text.unicodeScalars)
        var parts: [Part] = []
        var literal = String.UnicodeScalarView()
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            place += 1
            guard scalar == "{" || scalar == "}" else {
                literal.append(scalar)
                continue
            }
            if place < scalars.count, scalars[place] == scalar {
                literal.append(scalar)
                place += 1
                continue
            }
            if scalar == "}" { throw .value("Single '}' encountered in format string") }
            if place == scalars.count { throw .value("Single '{' encountered in format string") }
            if !literal.isEmpty {
                parts.append(.literal(String(literal)))
                literal = String.UnicodeScalarView()
            }
            parts.append(try field(scalars, &place))
        }
        if !literal.isEmpty { parts.append(.literal(String(literal))) }
        return parts
    }

    private static func field(_ scalars: [Unicode.Scalar], _ place: inout Int) throws(Failure) -> Part {
        let start = place
        var depth = 0
        // The name ends at the first `:`, `!` or `}`, brackets excepted.
        var bracket = false
        scan: while place < scalars.count {
            switch scalars[place] {
            case "{": throw .value("unexpected '{' in field name")
            case "[": bracket = true
            case "]": bracket = false
            case "}", ":", "!": if !bracket { break scan }
            default: break
            }
            place += 1
        }
        guard place < scalars.count else { throw .value("expected '}' before end of string") }
        let name = String(scalars: scalars[start..<place])
        var conversion: Unicode.Scalar?
        if scalars[place] == "!" {
            guard place + 1 < scalars.count else {
                throw .value("end of string while looking for conversion specifier")
            }
            conversion = scalars[place + 1]
            place += 2
            guard place < scalars.count else { throw .value("unmatched '{' in format spec") }
            guard scalars[place] == ":" || scalars[place] == "}" else {
                throw .value("expected ':' after conversion specifier")
            }
        }
        if scalars[place] == "}" {
            place += 1
            return .field(name: name, conversion: conversion, specification: "")
        }
        place += 1
        let specificationStart = place
        while place < scalars.count {
            if scalars[place] == "{" { depth += 1 }
            if scalars[place] == "}" {
                if depth == 0 { break }
                depth -= 1
            }
            place += 1
        }
        guard place < scalars.count else { throw .value("unmatched '{' in format spec") }
        place += 1
        return .field(
            name: name, conversion: conversion,
            specification: String(scalars: scalars[specificationStart..<place - 1]))
    }

    /// `0.name[key][1]`
    static func parseName(_ name: String) throws(Failure) -> FieldName {
        let scalars = Array(name.unicodeScalars)
        var place = scalars.firstIndex { $0 == "." || $0 == "[" } ?? scalars.count
        var result = FieldName(first: String(scalars: scalars[..<place]), steps: [])
        while place < scalars.count {
            switch scalars[place] {
            case ".":
                let start = place + 1
                place = scalars[start...].firstIndex { $0 == "." || $0 == "[" } ?? scalars.count
                guard place > start else { throw .value("Empty attribute in format string") }
                result.steps.append(.attribute(String(scalars: scalars[start..<place])))
            case "[":
                guard let close = scalars[place...].firstIndex(of: "]") else {
                    throw .value("Missing ']' in format string")
                }
                let key = String(scalars: scalars[place + 1..<close])
                guard !key.isEmpty else { throw .value("Empty attribute in format string") }
                result.steps.append(index(key).map(FieldName.Step.index) ?? .key(key))
                place = close + 1
            default: throw .value("Only '.' or '[' may follow ']' in format field specifier")
            }
        }
        return result
    }

    private static func index(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}

import Testing

@testable import CellRuntime

@Suite struct RecordedTextTests {
    @Test func numbersFollowFormatSpecifications() {
        Recorded.check("float_format") { try Formatting.float($0.float(0), $0.arguments[1]) }
        Recorded.check("int_format") { try Formatting.integer($0.integer(0), $0.arguments[1]) }
        Recorded.check("str_format") { try Formatting.string($0.arguments[0], $0.arguments[1]) }
    }

    private func percent(
        _ template: String, _ format: (PercentTemplate.Layout, Unicode.Scalar) throws -> String
    ) throws -> String {
        let (parts, failure) = PercentTemplate.parse(template)
        if let failure { throw failure }
        return try parts.map { part in
            switch part {
            case .literal(let text): return text
            case .conversion(let conversion):
                func amount(_ amount: PercentTemplate.Amount?) -> Int? {
                    if case .fixed(let value)? = amount { value } else { nil }
                }
                let layout = PercentTemplate.Layout(
                    conversion, width: amount(conversion.width), precision: amount(conversion.precision))
                return try format(layout, conversion.type)
            }
        }.joined()
    }

    @Test func numbersFollowPercentTemplates() {
        Recorded.check("percent_int") { record in
            try percent(record.arguments[0]) { try $0.integer(record.integer(1), type: $1) }
        }
        Recorded.check("percent_float") { record in
            try percent(record.arguments[0]) { try $0.float(record.float(1), type: $1) }
        }
    }

    @Test func reprEscapesWhatCannotBeSeen() {
        Recorded.check("repr") { StringRepr.repr($0.arguments[0]) }
        Recorded.check("ascii") { StringRepr.repr($0.arguments[0], asciiOnly: true) }
        #expect(StringRepr.repr([0x61, 0x00, 0xFF, 0x27, 0x0A] as [UInt8]) == #"b"a\x00\xff'\n""#)
    }

    @Test(
        arguments: [
            ("upper", StringCase.upper), ("lower", StringCase.lower), ("title", StringCase.titled),
            ("capitalize", StringCase.capitalized), ("swapcase", StringCase.swapped), ("casefold", StringCase.folded),
        ] as [(String, @Sendable (String) -> String)])
    func caseFollowsUnicode(name: String, change: @Sendable (String) -> String) {
        Recorded.check(name) { change($0.arguments[0]) }
    }

    @Test func questionsAboutCharacters() {
        Recorded.check("questions") { record in
            let text = record.arguments[0]
            let answers: [(String, Bool)] = [
                ("isalnum", StringMethods.all(text) { $0.isPythonAlphanumeric }),
                ("isalpha", StringMethods.all(text) { $0.isPythonAlpha }),
                ("isdecimal", StringMethods.all(text) { $0.isPythonDecimal }),
                ("isdigit", StringMethods.all(text) { $0.isPythonDigit }),
                ("isnumeric", StringMethods.all(text) { $0.isPythonNumeric }),
                ("islower", StringMethods.isLower(text)), ("isupper", StringMethods.isUpper(text)),
                ("istitle", StringMethods.isTitle(text)),
                ("isspace", StringMethods.all(text) { $0.isPythonSpace }),
                ("isprintable", text.unicodeScalars.allSatisfy { $0.isPythonPrintable }),
                ("isidentifier", StringMethods.isIdentifier(text)), ("isascii", text.isASCIIOnly),
            ]
            return answers.filter(\.1).map(\.0).joined(separator: " ")
        }
    }

    @Test func formatTemplatesAreTakenApart() {
        Recorded.check("template") { record in
            // CPython's parser hands out literal and field together.
            var rows: [String] = []
            var literal = ""
            var parts = try FormatTemplate.parse(record.arguments[0])[...]
            while let part = parts.popFirst() {
                switch part {
                case .literal(let text): literal += text
                case .field(let name, let conversion, let specification):
                    rows.append(
                        [literal, name, specification, conversion.map { String($0) } ?? "-"].joined(separator: "\t"))
                    literal = ""
                }
            }
            if !literal.isEmpty { rows.append("\(literal)\t-\t-\t-") }
            return rows.joined(separator: "\n")
        }
    }

    @Test func documentsThatAreNotJSONSayWhere() {
        Recorded.check("json") { record in
            do throws(JSON.Mistake) {
                return "\(try JSON(parsing: record.arguments[0]))".contains("integer(\"1\")") ? "1" : "?"
            } catch {
                return "!JSONDecodeError: \(error.described(in: record.arguments[0]))"
            }
        }
    }
}

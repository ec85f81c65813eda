import BigInt
import Testing

@testable import CellRuntime

@Suite struct RecordedNumberTests {
    private func text(_ value: ParsedInteger) throws -> String {
        switch value {
        case .small(let value): String(value)
        case .big(let value): try IntegerText.decimal(value)
        }
    }

    @Test func floatsAreWrittenAsShortAsTheyReadBack() {
        Recorded.check("float_repr") { FloatText.repr($0.float(0)) }
    }

    @Test func roundingIsExactAndHalfToEven() {
        Recorded.check("round") { FloatText.hexadecimal(try Arithmetic.rounded($0.float(0), digits: $0.number)) }
        Recorded.check("int_round") { String(try Arithmetic.rounded($0.integer(0), digits: $0.number)) }
    }

    @Test func hashesAreCPythons() {
        Recorded.check("float_hash") { String(NumericHash.hash($0.float(0))) }
        Recorded.check("int_hash") { record in
            let big = NumericHash.hash(record.integer(0))
            if let small = Int(exactly: record.integer(0)) { #expect(NumericHash.hash(small) == big) }
            return String(big)
        }
    }

    @Test func textIsReadAsIntegers() {
        Recorded.check("int_parse") { try text(try NumberParsing.integer($0.arguments[0], base: $0.number)) }
    }

    @Test func textIsReadAsFloats() {
        Recorded.check("float_parse") { FloatText.hexadecimal(try NumberParsing.float($0.arguments[0])) }
    }

    @Test func divisionRoundsDown() {
        Recorded.check("int_divmod") { record in
            let (quotient, rest) = try Arithmetic.floorDivideWithRest(record.integer(0), record.integer(1))
            if let a = Int(exactly: record.integer(0)), let b = Int(exactly: record.integer(1)) {
                if let small = try Arithmetic.floorDivide(a, b) { #expect(BigInt(small) == quotient) }
                #expect(BigInt(try Arithmetic.modulo(a, b)) == rest)
            }
            return "\(quotient) \(rest)"
        }
        Recorded.check("float_divmod") { record in
            let (quotient, rest) = Arithmetic.floorDivideWithRest(record.float(0), record.float(1))
            return FloatText.hexadecimal(quotient) + " " + FloatText.hexadecimal(rest)
        }
    }

    @Test func bigIntegersBecomeTheNearestFloat() {
        Recorded.check("true_divide") { FloatText.hexadecimal(try Arithmetic.trueDivide($0.integer(0), $0.integer(1))) }
        Recorded.check("int_float") { FloatText.hexadecimal(try Arithmetic.double($0.integer(0))) }
    }

    @Test func powersModulo() {
        Recorded.check("pow_mod") { String(try Arithmetic.power($0.integer(0), $0.integer(1), modulus: $0.integer(2))) }
    }

    @Test func powersThatAreTooLargeAreRefused() {
        #expect(throws: Failure.self) { try Arithmetic.power(2, BigInt(10).power(9)) }
        #expect(throws: Failure.self) { try Arithmetic.power(3, BigInt(10).power(30)) }
        #expect((try? Arithmetic.power(-1, BigInt(10).power(30) + 1)) == -1)
        #expect(Arithmetic.power(3, 39) == 4_052_555_153_018_976_267)
        #expect(Arithmetic.power(3, 40) == nil)
        #expect(Arithmetic.power(-2, 63) == .min)
    }

    @Test func randomNumbersFollowTheSeed() {
        Recorded.check("random") { record in
            var generator = MersenneTwister(seed: record.integer(0))
            var parts = (0..<4).map { _ in FloatText.hexadecimal(generator.nextDouble()) }
            parts += [1, 8, 32, 33, 64, 100].map { String(generator.bits($0)) }
            for limit in [1, 2, 10, 1000, 1 << 32, 1 << 40] { parts.append(String(generator.below(limit))) }
            parts.append(String(generator.below(BigUInt(10).power(25))))
            return parts.joined(separator: " ")
        }
    }
}

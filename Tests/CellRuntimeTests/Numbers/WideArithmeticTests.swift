import BigInt
import Testing

@testable import CellRuntime

/// The same as `BigInt`'s, for numbers of any length.
@Suite struct WideArithmeticTests {
    private struct Words {
        var state: UInt64

        mutating func next() -> UInt {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            let word = UInt(z ^ z >> 31)
            // Words of only zeros or ones are where carries go wrong.
            return word & 7 == 0 ? 0 : word & 7 == 1 ? .max : word
        }

        mutating func number(_ count: Int) -> BigUInt {
            BigUInt(words: (0..<count).map { _ in next() } + [1])
        }
    }

    private let wide = WideArithmetic { () throws(Raise) in }

    @Test(arguments: [(1, 1), (3, 200), (39, 41), (41, 41), (80, 83), (100, 50), (50, 501), (180, 160), (333, 334)])
    func products(a: Int, b: Int) throws {
        var words = Words(state: UInt64(a * 1000 + b))
        for _ in 0..<3 {
            let (x, y) = (words.number(a), words.number(b))
            #expect(try wide.multiply(x, y) == x * y)
            #expect(try wide.multiply(y, x) == x * y)
        }
    }

    @Test(arguments: [(1, 1), (200, 100), (260, 130), (300, 2), (150, 149), (500, 90), (4, 600)])
    func quotients(a: Int, b: Int) throws {
        var words = Words(state: UInt64(a * 1000 + b))
        for _ in 0..<3 {
            let (x, y) = (words.number(a), words.number(b))
            let (quotient, rest) = try wide.divide(x, y)
            #expect(quotient * y + rest == x)
            #expect(rest < y)
            // A dividend just below a multiple makes first guesses wrong.
            let (near, left) = try wide.divide(x * y - 1, y)
            #expect(near == x - 1 && left == y - 1)
        }
    }

    @Test func powers() throws {
        #expect(try wide.power(3, 5000) == BigUInt(3).power(5000))
        #expect(try wide.power(7, 0) == 1)
        let modulus = BigUInt(10).power(300) + 7
        let (base, exponent) = (BigUInt(12345).power(40), BigUInt(3).power(200))
        #expect(try wide.power(base, exponent, modulus: modulus) == base.power(exponent, modulus: modulus))
        #expect(try wide.power(base, 0, modulus: modulus) == 1)
        #expect(try wide.power(base, exponent, modulus: 1) == 0)
    }

    @Test func signsAreCPythons() {
        let cell = """
            a, b = 3 ** 20000, 7 ** 3000
            ok = []
            for x, y in [(a, b), (-a, b), (a, -b), (-a, -b)]:
                q, r = x // y, x % y
                ok.append(q * y + r == x and abs(r) < b and (r == 0 or (r < 0) == (y < 0)))
            print(ok, (-3) ** 5001 < 0, (-3) ** 5000 > 0, pow(-5, 3 ** 400, 7 ** 900) == pow(7 ** 900 - 5, 3 ** 400, 7 ** 900))
            """
        #expect(Session.run(cell).output == "[True, True, True, True] True True True\n")
    }
}

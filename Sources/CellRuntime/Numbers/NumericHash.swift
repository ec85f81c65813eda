internal import BigInt

/// CPython's hash of numbers: equal numbers of any type have equal hashes, since each is reduced
/// modulo the prime 2^61 - 1.
enum NumericHash {
    private static let prime: UInt = (1 << 61) - 1

    static func hash(_ value: Int) -> Int {
        let rest = Int(value.magnitude % prime)
        return fold(value < 0 ? -rest : rest)
    }

    static func hash(_ value: BigInt) -> Int {
        let rest = Int(value.magnitude % BigUInt(prime))
        return fold(value.sign == .minus ? -rest : rest)
    }

    static func hash(_ value: Double) -> Int {
        if value.isInfinite { return value > 0 ? 314_159 : -314_159 }
        if value.isNaN { return 0 }
        if value.magnitude < 1e18, value == value.rounded(.towardZero) { return hash(Int(value)) }
        // As CPython's _Py_HashDouble: 28 bits of the significand at a time.
        var exponent = value.exponent + 1
        var fraction = value.significand.magnitude / 2
        var result: UInt = 0
        while fraction != 0 {
            result = (result << 28 & prime) | result >> (61 - 28)
            fraction *= 0x1p28
            exponent -= 28
            let part = UInt(fraction)
            fraction -= Double(part)
            result += part
            if result >= prime { result -= prime }
        }
        let rotation = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61
        result = (result << UInt(rotation) & prime) | result >> UInt(61 - rotation)
        return fold(value < 0 ? -Int(result) : Int(result))
    }

    /// -1 is CPython's sign of an error.
    private static func fold(_ hash: Int) -> Int { hash == -1 ? -2 : hash }
}

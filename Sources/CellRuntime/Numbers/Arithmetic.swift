internal import BigInt

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// CPython's arithmetic where it is not the machine's: division rounds towards minus infinity, and
/// integers grow.
enum Arithmetic {
    // MARK: Integers

    /// `a // b` of machine integers; nothing when the result does not fit.
    static func floorDivide(_ a: Int, _ b: Int) throws(Failure) -> Int? {
        guard b != 0 else { throw .zeroDivision("integer division or modulo by zero") }
        let (quotient, overflow) = a.dividedReportingOverflow(by: b)
        if overflow { return nil }
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
    }

    /// `a % b`, with the sign of `b`.
    static func modulo(_ a: Int, _ b: Int) throws(Failure) -> Int {
        guard b != 0 else { throw .zeroDivision("integer division or modulo by zero") }
        if b == -1 { return 0 }
        let rest = a % b
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    }

    /// `divmod(a, b)`.
    static func floorDivideWithRest(_ a: BigInt, _ b: BigInt) throws(Failure) -> (BigInt, BigInt) {
        guard !b.isZero else { throw .zeroDivision("integer division or modulo by zero") }
        let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
        if !rest.isZero, (rest.sign == .minus) != (b.sign == .minus) { return (quotient - 1, rest + b) }
        return (quotient, rest)
    }

    /// `base ** exponent` for a non-negative exponent.
    /// - Parameter limit: The most bits a result may have.
    /// - Throws: `MemoryError` when the result would have more than `limit` bits.
    static func power(_ base: BigInt, _ exponent: BigInt, limit: Int = 1 << 26) throws(Failure) -> BigInt {
        if exponent.isZero || base == 1 { return 1 }
        if base.isZero { return 0 }
        if base == -1 { return exponent.magnitude & 1 == 0 ? 1 : -1 }
        let tooLarge = Failure(
            kind: .memoryError, message: "the result would have more than \(limit) bits")
        guard let times = Int(exactly: exponent) else { throw tooLarge }
        let bits = base.magnitude.bitWidth
        guard (bits - 1).multipliedReportingOverflow(by: times).overflow == false, (bits - 1) * times <= limit
        else { throw tooLarge }
        // A power of two is a shift.
        if base.magnitude & (base.magnitude - 1) == 0 {
            let magnitude = BigUInt(1) << ((bits - 1) * times)
            return BigInt(sign: base.sign == .minus && times & 1 == 1 ? .minus : .plus, magnitude: magnitude)
        }
        return base.power(times)
    }

    /// `base ** exponent` of machine integers, when it fits one.
    static func power(_ base: Int, _ exponent: Int) -> Int? {
        var result = 1
        var factor = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 {
                let (product, overflow) = result.multipliedReportingOverflow(by: factor)
                if overflow { return nil }
                result = product
            }
            rest >>= 1
            if rest > 0 {
                let (square, overflow) = factor.multipliedReportingOverflow(by: factor)
                if overflow { return nil }
                factor = square
            }
        }
        return result
    }

    /// `pow(base, exponent, modulus)`.
    static func power(_ base: BigInt, _ exponent: BigInt, modulus: BigInt) throws(Failure) -> BigInt {
        guard !modulus.isZero else { throw .value("pow() 3rd argument cannot be 0") }
        let size = BigInt(modulus.magnitude)
        var root = base
        var times = exponent
        if exponent.sign == .minus {
            guard let inverse = base.modulus(size).inverse(size) else {
                throw .value("base is not invertible for the given modulus")
            }
            root = inverse
            times = -exponent
        }
        let result = size == 1 ? 0 : root.modulus(size).power(times, modulus: size)
        return modulus.sign == .minus && !result.isZero ? result + modulus : result
    }

    /// `a / b`, rounded once.
    static func trueDivide(_ a: BigInt, _ b: BigInt) throws(Failure) -> Double {
        guard !b.isZero else { throw .zeroDivision("division by zero") }
        if a.isZero { return 0 }
        let isNegative = (a.sign == .minus) != (b.sign == .minus)
        // Scale so that the quotient has 66 bits or so; what is left over decides ties.
        let shift = max(66 - (a.magnitude.bitWidth - b.magnitude.bitWidth), -1 << 40)
        let top = shift >= 0 ? a.magnitude << shift : a.magnitude
        let bottom = shift >= 0 ? b.magnitude : b.magnitude << -shift
        let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
        guard let value = scaled(quotient, exponent: -shift, isInexact: !rest.isZero) else {
            throw .overflow("integer division result too large for a float")
        }
        return isNegative ? -value : value
    }

    /// `float(value)`, rounded half to even.
    static func double(_ value: BigInt) throws(Failure) -> Double {
        guard let result = scaled(value.magnitude, exponent: 0, isInexact: false) else {
            throw .overflow("int too large to convert to float")
        }
        return value.sign == .minus ? -result : result
    }

    /// `magnitude × 2^exponent`, rounded half to even; a fraction beyond it when `isInexact`. Nothing
    /// when it is too large.
    private static func scaled(_ magnitude: BigUInt, exponent: Int, isInexact: Bool) -> Double? {
        let bits = magnitude.bitWidth
        if bits == 0 { return 0 }
        let highest = bits + exponent
        if highest > 1024 { return nil }
        // Subnormal results keep fewer bits.
        let kept = highest < -1021 ? 53 - (-1021 - highest) : 53
        if kept < 0 { return 0 }
        let drop = bits - kept
        var significand: UInt64
        if drop <= 0 {
            significand = UInt64(magnitude)
            return scalbn(Double(significand), Int32(exponent))
        }
        let shifted = magnitude >> drop
        significand = UInt64(shifted)
        let rest = magnitude - (shifted << drop)
        let half = BigUInt(1) << (drop - 1)
        if rest > half || (rest == half && (isInexact || significand & 1 == 1)) { significand += 1 }
        let result = scalbn(Double(significand), Int32(exponent + drop))
        return result.isInfinite ? nil : result
    }

    // MARK: Floats

    /// `a // b`.
    static func floorDivide(_ a: Double, _ b: Double) throws(Failure) -> Double {
        guard b != 0 else { throw .zeroDivision("float floor division by zero") }
        return floorDivideWithRest(a, b).quotient
    }

    /// `a % b`, with the sign of `b`.
    static func modulo(_ a: Double, _ b: Double) throws(Failure) -> Double {
        guard b != 0 else { throw .zeroDivision("float modulo") }
        return floorDivideWithRest(a, b).rest
    }

    /// `divmod(a, b)` for `b` other than zero, as CPython's `float_divmod`.
    static func floorDivideWithRest(_ a: Double, _ b: Double) -> (quotient: Double, rest: Double) {
        var rest = fmod(a, b)
        var quotient = (a - rest) / b
        if rest != 0 {
            if (b < 0) != (rest < 0) {
                rest += b
                quotient -= 1
            }
        } else {
            rest = copysign(0, b)
        }
        if quotient != 0 {
            let floored = quotient.rounded(.down)
            return (quotient - floored > 0.5 ? floored + 1 : floored, rest)
        }
        return (copysign(0, a / b), rest)
    }

    /// `a ** b` of floats, where the result is real.
    /// - Returns: Nothing when the result is complex (a negative base and a fraction as exponent).
    static func power(_ a: Double, _ b: Double) throws(Failure) -> Double? {
        if b == 0 || a == 1 { return 1 }
        if a.isNaN || b.isNaN { return .nan }
        if a == 0, b < 0 { throw .zeroDivision("0.0 cannot be raised to a negative power") }
        if a < 0, a.isFinite, b.isFinite, b != b.rounded() { return nil }
        let result = pow(a, b)
        if result.isInfinite, a.isFinite, b.isFinite {
            throw .overflow("(34, 'Numerical result out of range')")
        }
        return result
    }

    /// `int(value)`.
    static func integer(_ value: Double) throws(Failure) -> ParsedInteger {
        if value.isNaN { throw .value("cannot convert float NaN to integer") }
        if value.isInfinite { throw .overflow("cannot convert float infinity to integer") }
        let whole = value.rounded(.towardZero)
        if whole.magnitude < 9.2e18 { return .small(Int(whole)) }
        return ParsedInteger(BigInt(whole))
    }

    /// `round(value)`: half to even.
    static func rounded(_ value: Double) throws(Failure) -> ParsedInteger {
        try integer(value.rounded(.toNearestOrEven))
    }

    /// `round(value, digits)`: by the exact decimal value, half to even.
    static func rounded(_ value: Double, digits: Int) throws(Failure) -> Double {
        guard value.isFinite else { return value }
        if digits > 323 { return value }
        if digits < -308 { return copysign(0, value) }
        if digits >= 0 {
            let text = FloatText.printf("f", value, precision: digits, alternate: false)
            return copysign(strtod(text, nil), value)
        }
        // To the left of the point the value is a whole number, rounded exactly.
        let scale = BigInt(10).power(-digits)
        let doubledRest: BigInt
        let whole = BigInt(value.magnitude.rounded(.towardZero))
        let hasFraction = value.magnitude != value.magnitude.rounded(.towardZero)
        var (quotient, rest) = whole.quotientAndRemainder(dividingBy: scale)
        doubledRest = rest * 2 + (hasFraction ? 1 : 0)
        if doubledRest > scale || (doubledRest == scale && quotient.magnitude & 1 == 1) { quotient += 1 }
        rest = quotient * scale
        guard let result = try? double(rest) else { throw .overflow("rounded value too large to represent") }
        return copysign(result, value)
    }

    /// `round(value, digits)` of an integer: half to even, for negative digits.
    static func rounded(_ value: BigInt, digits: Int) throws(Failure) -> BigInt {
        if digits >= 0 { return value }
        // Beyond all digits of the value nothing is left.
        if -digits > value.magnitude.bitWidth { return 0 }
        let scale = BigInt(10).power(-digits)
        let (quotient, rest) = try floorDivideWithRest(value, scale)
        let doubled = rest * 2
        let up = doubled > scale || (doubled == scale && quotient.magnitude & 1 == 1)
        return (up ? quotient + 1 : quotient) * scale
    }

    /// The exact fraction that a float is, in lowest terms.
    static func integerRatio(_ value: Double) throws(Failure) -> (BigInt, BigInt) {
        if value.isNaN { throw .value("cannot convert NaN to integer ratio") }
        if value.isInfinite { throw .overflow("cannot convert Infinity to integer ratio") }
        if value == 0 { return (0, 1) }
        let exponent = Int(value.exponent) - 52
        let significand = BigInt(value.significand * 0x1p52)
        let signed = value < 0 ? -significand : significand
        if exponent >= 0 { return (signed << exponent, 1) }
        let zeros = min(significand.trailingZeroBitCount, -exponent)
        return (signed >> zeros, BigInt(1) << (-exponent - zeros))
    }

    // MARK: Comparison and hashing

    /// Compares exactly, where converting to a float would round. Nothing for NaN.
    static func compare(_ a: BigInt, _ b: Double) -> Int? {
        if b.isNaN { return nil }
        if b.isInfinite { return b < 0 ? 1 : -1 }
        let whole = b.rounded(.down)
        let other = BigInt(whole)
        if a != other { return a < other ? -1 : 1 }
        return b > whole ? -1 : 0
    }

    static func compare(_ a: Int, _ b: Double) -> Int? {
        if a.magnitude < 1 << 53 {
            let value = Double(a)
            return value < b ? -1 : value > b ? 1 : value == b ? 0 : nil
        }
        return compare(BigInt(a), b)
    }
}

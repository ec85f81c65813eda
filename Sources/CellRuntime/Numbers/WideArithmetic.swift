internal import BigInt

/// Arithmetic of numbers of many words, which can be interrupted at any time. Small ones are left to `BigInt`.
///
/// Multiplication after Karatsuba, division after Knuth (The Art of Computer Programming, volume 2, 4.3.1, algorithm D).
struct WideArithmetic {
    typealias Words = [UInt]

    /// Called at least every few milliseconds.
    let poll: () throws(Raise) -> Void

    /// From so many words in the smaller operand, halving the operands pays.
    private static let karatsuba = 40
    /// Below so many steps no interruption is needed.
    private static let small = 1 << 14

    func multiply(_ a: BigUInt, _ b: BigUInt) throws(Raise) -> BigUInt {
        let (x, y) = (Words(a.words), Words(b.words))
        if x.count * y.count < Self.small { return a * b }
        return BigUInt(words: try product(x[...], y[...]))
    }

    func divide(_ a: BigUInt, _ b: BigUInt) throws(Raise) -> (quotient: BigUInt, rest: BigUInt) {
        let (x, y) = (Words(a.words), Words(b.words))
        if y.count < 2 || x.count < y.count || (x.count - y.count + 1) * y.count < Self.small {
            let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
            return (quotient, rest)
        }
        return try longDivision(a, b)
    }

    func power(_ base: BigUInt, _ exponent: Int) throws(Raise) -> BigUInt {
        var result = BigUInt(1)
        for bit in (0..<Int.bitWidth - exponent.leadingZeroBitCount).reversed() {
            result = try multiply(result, result)
            if exponent >> bit & 1 == 1 { result = try multiply(result, base) }
        }
        return result
    }

    func power(_ base: BigUInt, _ exponent: BigUInt, modulus: BigUInt) throws(Raise) -> BigUInt {
        if modulus == 1 { return 0 }
        let root = try divide(base, modulus).rest
        let words = Words(exponent.words)
        var result = BigUInt(1)
        for bit in (0..<exponent.bitWidth).reversed() {
            try poll()
            result = try divide(multiply(result, result), modulus).rest
            let isSet = words[bit / UInt.bitWidth] >> UInt(bit % UInt.bitWidth) & 1 == 1
            if isSet { result = try divide(multiply(result, root), modulus).rest }
        }
        return result
    }

    // MARK: Multiplication

    private func product(_ a: ArraySlice<UInt>, _ b: ArraySlice<UInt>) throws(Raise) -> Words {
        if a.count < b.count { return try product(b, a) }
        if b.count < Self.karatsuba { return try schoolProduct(a, b) }
        let half = (a.count + 1) / 2
        guard b.count > half else { return try unbalancedProduct(a, b) }
        let (a0, a1) = (a.prefix(half), a.dropFirst(half))
        let (b0, b1) = (b.prefix(half), b.dropFirst(half))
        let low = try product(a0, b0)
        let high = try product(a1, b1)
        var middle = try product(Self.sum(a0, a1)[...], Self.sum(b0, b1)[...])
        Self.subtract(low, from: &middle)
        Self.subtract(high, from: &middle)
        var result = Words(repeating: 0, count: a.count + b.count)
        Self.add(low, to: &result, at: 0)
        Self.add(middle, to: &result, at: half)
        Self.add(high, to: &result, at: 2 * half)
        return result
    }

    /// One operand is more than twice as long: it is taken in pieces.
    private func unbalancedProduct(_ a: ArraySlice<UInt>, _ b: ArraySlice<UInt>) throws(Raise) -> Words {
        var result = Words(repeating: 0, count: a.count + b.count)
        var place = 0
        while place < a.count {
            let piece = a.dropFirst(place).prefix(b.count)
            Self.add(try product(piece, b), to: &result, at: place)
            place += b.count
        }
        return result
    }

    private func schoolProduct(_ a: ArraySlice<UInt>, _ b: ArraySlice<UInt>) throws(Raise) -> Words {
        try poll()
        var result = Words(repeating: 0, count: a.count + b.count)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                result.withUnsafeMutableBufferPointer { result in
                    for row in 0..<b.count {
                        var carry: UInt = 0
                        for column in 0..<a.count {
                            let (high, low) = a[column].multipliedFullWidth(by: b[row])
                            let (first, overflow1) = low.addingReportingOverflow(result[row + column])
                            let (second, overflow2) = first.addingReportingOverflow(carry)
                            result[row + column] = second
                            carry = high &+ (overflow1 ? 1 : 0) &+ (overflow2 ? 1 : 0)
                        }
                        result[row + a.count] = carry
                    }
                }
            }
        }
        return result
    }

    private static func sum(_ a: ArraySlice<UInt>, _ b: ArraySlice<UInt>) -> Words {
        var result = Words(a) + [0]
        if b.count > a.count { result += Words(repeating: 0, count: b.count - a.count) }
        add(Words(b), to: &result, at: 0)
        return result
    }

    /// `result += words × 2^(64 place)`; the sum is known to fit.
    private static func add(_ words: Words, to result: inout Words, at place: Int) {
        var carry: UInt = 0
        var index = 0
        while index < words.count || carry > 0 {
            let word = index < words.count ? words[index] : 0
            guard place + index < result.count else { return }
            let (first, overflow1) = result[place + index].addingReportingOverflow(word)
            let (second, overflow2) = first.addingReportingOverflow(carry)
            result[place + index] = second
            carry = overflow1 || overflow2 ? 1 : 0
            index += 1
        }
    }

    /// `result -= words`, which is not larger.
    private static func subtract(_ words: Words, from result: inout Words) {
        var borrow: UInt = 0
        var index = 0
        while index < words.count || borrow > 0 {
            let word = index < words.count ? words[index] : 0
            guard index < result.count else { return }
            let (first, overflow1) = result[index].subtractingReportingOverflow(word)
            let (second, overflow2) = first.subtractingReportingOverflow(borrow)
            result[index] = second
            borrow = overflow1 || overflow2 ? 1 : 0
            index += 1
        }
    }

    // MARK: Division

    private func longDivision(_ a: BigUInt, _ b: BigUInt) throws(Raise) -> (quotient: BigUInt, rest: BigUInt) {
        // The divisor's highest bit is set, so that a guess from two words is nearly right.
        let shift = Words(b.words).last?.leadingZeroBitCount ?? 0
        let divisor = Words((b << shift).words)
        var rest = Words((a << shift).words)
        while rest.count <= a.words.count { rest.append(0) }
        let length = divisor.count
        var quotient = Words(repeating: 0, count: rest.count - length)
        for place in (0..<quotient.count).reversed() {
            if place & 0x3F == 0 { try poll() }
            quotient[place] = rest.withUnsafeMutableBufferPointer { rest in
                divisor.withUnsafeBufferPointer { divisor in Self.step(rest, divisor, place, length) }
            }
        }
        return (BigUInt(words: quotient), BigUInt(words: rest.prefix(length)) >> shift)
    }

    /// One word of a quotient; takes its multiple of the divisor off the rest.
    private static func step(
        _ rest: UnsafeMutableBufferPointer<UInt>, _ divisor: UnsafeBufferPointer<UInt>, _ place: Int, _ length: Int
    ) -> UInt {
        var guess = Self.guess(rest, divisor, place, length)
        var carry: UInt = 0
        var borrow: UInt = 0
        for index in 0..<length {
            let (high, low) = divisor[index].multipliedFullWidth(by: guess)
            let (product, overflow) = low.addingReportingOverflow(carry)
            carry = high &+ (overflow ? 1 : 0)
            let (first, overflow1) = rest[place + index].subtractingReportingOverflow(product)
            let (second, overflow2) = first.subtractingReportingOverflow(borrow)
            rest[place + index] = second
            borrow = overflow1 || overflow2 ? 1 : 0
        }
        let (first, overflow1) = rest[place + length].subtractingReportingOverflow(carry)
        let (second, overflow2) = first.subtractingReportingOverflow(borrow)
        rest[place + length] = second
        // The guess was one too large: seldom.
        var isNegative = overflow1 || overflow2
        while isNegative {
            guess &-= 1
            var carry: UInt = 0
            for index in 0..<length {
                let (first, overflow1) = rest[place + index].addingReportingOverflow(divisor[index])
                let (second, overflow2) = first.addingReportingOverflow(carry)
                rest[place + index] = second
                carry = overflow1 || overflow2 ? 1 : 0
            }
            let (top, overflow) = rest[place + length].addingReportingOverflow(carry)
            rest[place + length] = top
            isNegative = !overflow
        }
        return guess
    }

    private static func guess(
        _ rest: UnsafeMutableBufferPointer<UInt>, _ divisor: UnsafeBufferPointer<UInt>, _ place: Int, _ length: Int
    ) -> UInt {
        let top = divisor[length - 1]
        let (high, low) = (rest[place + length], rest[place + length - 1])
        if high >= top { return .max }
        var (guess, remainder) = top.dividingFullWidth((high, low))
        // The second word corrects it by at most two.
        while true {
            let (productHigh, productLow) = divisor[length - 2].multipliedFullWidth(by: guess)
            let next = rest[place + length - 2]
            guard productHigh > remainder || productHigh == remainder && productLow > next else { return guess }
            guess -= 1
            let (sum, overflow) = remainder.addingReportingOverflow(top)
            if overflow { return guess }
            remainder = sum
        }
    }
}

extension Interpreter {
    /// Arithmetic that an interruption ends.
    var wide: WideArithmetic { WideArithmetic { () throws(Raise) in try self.poll() } }

    /// `a // b` and `a % b`.
    func floorDivide(_ a: BigInt, _ b: BigInt) throws(Raise) -> (quotient: BigInt, rest: BigInt) {
        guard !b.isZero else { throw .zeroDivision("integer division or modulo by zero") }
        let (quotient, rest) = try wide.divide(a.magnitude, b.magnitude)
        let isNegative = (a.sign == .minus) != (b.sign == .minus)
        let signedRest = BigInt(sign: a.sign, magnitude: rest)
        let signedQuotient = BigInt(sign: isNegative ? .minus : .plus, magnitude: quotient)
        if !rest.isZero, isNegative { return (signedQuotient - 1, signedRest + b) }
        return (signedQuotient, signedRest)
    }
}

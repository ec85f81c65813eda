internal import BigInt

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension StandardModules {
    static let math = NativeModule("math", doc: "Mathematical functions of real numbers.", style: .native) {
        Constant("pi", Double.pi)
        Constant("e", M_E)
        Constant("tau", 2 * Double.pi)
        Constant("inf", Double.infinity)
        Constant("nan", Double.nan)
        MathFunctions.realFunctions
        MathFunctions.pairFunctions
        MathFunctions.roundings
        MathFunctions.integers
        MathFunctions.sums
    }
}

private enum MathFunctions {
    private static var range: Raise { .overflowError("math range error") }

    /// Takes a number; a NaN that was none before, or an infinity, is an error as in CPython.
    private static func real(
        _ name: String, _ doc: String, canOverflow: Bool = false, _ function: @escaping (Double) -> Double
    ) -> Member {
        RawFunction(name, doc: doc, parameters("x, /")) { (arguments: Arguments) throws(Raise) -> Value in
            let x = try arguments.cell.double(arguments[0])
            let result = function(x)
            if result.isNaN, !x.isNaN { throw Raise.valueError("math domain error") }
            if result.isInfinite, x.isFinite { throw canOverflow ? range : Raise.valueError("math domain error") }
            return .float(result)
        }
    }

    @MembersBuilder static var realFunctions: [Member] {
        real("sqrt", "The square root.") { sqrt($0) }
        real("cbrt", "The cube root.") { cbrt($0) }
        real("exp", "e to the power x.", canOverflow: true) { exp($0) }
        real("exp2", "2 to the power x.", canOverflow: true) { exp2($0) }
        real("expm1", "exp(x) - 1, exact near 0.", canOverflow: true) { expm1($0) }
        real("log1p", "log(1 + x), exact near 0.") { log1p($0) }
        real("sin", "The sine of x radians.") { sin($0) }
        real("cos", "The cosine of x radians.") { cos($0) }
        real("tan", "The tangent of x radians.") { tan($0) }
        real("asin", "The arc sine.") { asin($0) }
        real("acos", "The arc cosine.") { acos($0) }
        real("atan", "The arc tangent.") { atan($0) }
        real("sinh", "The hyperbolic sine.", canOverflow: true) { sinh($0) }
        real("cosh", "The hyperbolic cosine.", canOverflow: true) { cosh($0) }
        real("tanh", "The hyperbolic tangent.") { tanh($0) }
        real("asinh", "The inverse hyperbolic sine.") { asinh($0) }
        real("acosh", "The inverse hyperbolic cosine.") { acosh($0) }
        real("atanh", "The inverse hyperbolic tangent.") { atanh($0) }
        real("fabs", "The magnitude, as a float.") { abs($0) }
        real("degrees", "Radians as degrees.") { $0 * (180 / Double.pi) }
        real("radians", "Degrees as radians.") { $0 * (Double.pi / 180) }
        real("gamma", "The gamma function.", canOverflow: true) { $0 == $0.rounded() && $0 < 0 ? .nan : tgamma($0) }
        real("lgamma", "The logarithm of the magnitude of the gamma function.") { lgamma($0) }
        real("erf", "The error function.") { erf($0) }
        real("erfc", "1 minus the error function.") { erfc($0) }
        real("ulp", "The value of the last bit.") { $0.isFinite ? abs($0).ulp : abs($0) }
        logarithm("log2", "The logarithm to base 2.") { log2($0) }
        logarithm("log10", "The logarithm to base 10.") { log10($0) }
        RawFunction("log", doc: "The logarithm, natural or to a base.", parameters("x, base=e, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let top = try logarithm(arguments[0], arguments.cell) { log($0) }
            guard arguments.has(1) else { return .float(top) }
            let bottom = try logarithm(arguments[1], arguments.cell) { log($0) }
            if bottom == 0 { throw .zeroDivision("float division by zero") }
            return .float(top / bottom)
        }
    }

    private static func logarithm(_ name: String, _ doc: String, _ function: @escaping (Double) -> Double) -> Member {
        RawFunction(name, doc: doc, parameters("x, /")) { (arguments: Arguments) throws(Raise) -> Value in
            .float(try logarithm(arguments[0], arguments.cell, function))
        }
    }

    /// Of integers of any size.
    private static func logarithm(
        _ value: Value, _ cell: Interpreter, _ function: (Double) -> Double
    ) throws(Raise) -> Double {
        if let big = (value.object as? IntBig)?.value {
            if big.sign == .minus { throw .valueError("math domain error") }
            let shift = max(big.magnitude.bitWidth - 1000, 0)
            let top = try cell.double(.integer(big >> shift))
            return function(top) + Double(shift) * function(2)
        }
        let x = try cell.double(value)
        if x <= 0 { throw .valueError("math domain error") }
        return function(x)
    }

    private static func pair(
        _ name: String, _ doc: String, _ function: @escaping (Double, Double) throws(Raise) -> Double
    ) -> Member {
        RawFunction(name, doc: doc, parameters("x, y, /")) { (arguments: Arguments) throws(Raise) -> Value in
            .float(try function(arguments.cell.double(arguments[0]), arguments.cell.double(arguments[1])))
        }
    }

    @MembersBuilder static var pairFunctions: [Member] {
        pair("atan2", "The angle of the point (x, y), given as y, x.") { (a, b) throws(Raise) in atan2(a, b) }
        pair("copysign", "The magnitude of x with the sign of y.") { (a, b) throws(Raise) in copysign(a, b) }
        pair("nextafter", "The next float after x towards y.") { (a, b) throws(Raise) in nextafter(a, b) }
        pair("fmod", "The rest of x / y, with the sign of x.") { (a, b) throws(Raise) in
            let rest = fmod(a, b)
            if rest.isNaN, !a.isNaN, !b.isNaN { throw .valueError("math domain error") }
            return rest
        }
        pair("remainder", "The rest of x / y, y/2 at most.") { (a, b) throws(Raise) in
            let rest = remainder(a, b)
            if rest.isNaN, !a.isNaN, !b.isNaN { throw .valueError("math domain error") }
            return rest
        }
        pair("pow", "x to the power y, as floats.") { (a, b) throws(Raise) in
            let result = Glibc_pow(a, b)
            if result.isNaN, !a.isNaN, !b.isNaN { throw .valueError("math domain error") }
            if result.isInfinite, a.isFinite, b.isFinite {
                throw a == 0 ? .valueError("math domain error") : .overflowError("math range error")
            }
            return result
        }
        RawFunction("ldexp", doc: "x times 2 to the power i.", parameters("x, i, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let x = try arguments.cell.double(arguments[0])
            let exponent = try arguments.cell.index(arguments[1])
            let result = scalbn(x, Int32(clamping: exponent))
            if result.isInfinite, x.isFinite { throw .overflowError("math range error") }
            return .float(result)
        }
        RawFunction("frexp", doc: "Mantissa and exponent.", parameters("x, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let x = try arguments.cell.double(arguments[0])
            guard x.isFinite, x != 0 else { return .tuple([.float(x), .int(0)]) }
            let exponent = Int(x.exponent) + 1
            return .tuple([.float(scalbn(x, Int32(-exponent))), .int(exponent)])
        }
        RawFunction("modf", doc: "Fraction and whole part.", parameters("x, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let x = try arguments.cell.double(arguments[0])
            if x.isInfinite { return .tuple([.float(copysign(0, x)), .float(x)]) }
            let whole = x.rounded(.towardZero)
            return .tuple([.float(copysign(x - whole, x)), .float(whole)])
        }
        RawFunction(
            "isclose", doc: "Whether two numbers are close to each other.",
            parameters("a, b, *, rel_tol=1e-09, abs_tol=0.0")
        ) { (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let a = try cell.double(arguments[0])
            let b = try cell.double(arguments[1])
            let relative = arguments.has(2) ? try cell.double(arguments[2]) : 1e-9
            let absolute = arguments.has(3) ? try cell.double(arguments[3]) : 0
            if relative < 0 || absolute < 0 { throw .valueError("tolerances must be non-negative") }
            if a == b { return .bool(true) }
            if a.isInfinite || b.isInfinite { return .bool(false) }
            let difference = abs(a - b)
            return .bool(difference <= relative * abs(b) || difference <= relative * abs(a) || difference <= absolute)
        }
        for (name, doc, test) in [
            ("isnan", "Whether it is no number.", { $0.isNaN }),
            ("isinf", "Whether it is infinite.", { $0.isInfinite }),
            ("isfinite", "Whether it is finite.", { $0.isFinite }),
        ] as [(String, String, (Double) -> Bool)] {
            RawFunction(name, doc: doc, parameters("x, /")) { (arguments: Arguments) throws(Raise) -> Value in
                .bool(test(try arguments.cell.double(arguments[0])))
            }
        }
    }

    private static func Glibc_pow(_ a: Double, _ b: Double) -> Double { a == 1 || b == 0 ? 1 : pow(a, b) }

    @MembersBuilder static var roundings: [Member] {
        for (name, special, rule) in [
            ("floor", SpecialName.floor, FloatingPointRoundingRule.down), ("ceil", .ceil, .up),
            ("trunc", .trunc, .towardZero),
        ] {
            RawFunction(name, doc: "The integer that x is rounded to: \(name).", parameters("x, /")) {
                (arguments: Arguments) throws(Raise) -> Value in
                let value = arguments[0]
                if value.bigInteger != nil { return .integer(value.bigInteger ?? 0) }
                if case .object(let object) = value, !object.type.isBuiltin, object.type.has(special) {
                    return try arguments.cell.callSpecial(special, of: value)
                }
                if name == "trunc", !value.isNumber {
                    throw .typeError("type \(value.type.name) doesn't define __trunc__ method")
                }
                let number = try arguments.cell.double(value)
                return try raising { () throws(Failure) in try Arithmetic.integer(number.rounded(rule)) }.value
            }
        }
    }

    // MARK: Integers

    /// A whole number that is not negative.
    private static func natural(_ value: Value, _ cell: Interpreter, _ message: String) throws(Raise) -> BigInt {
        let number = try cell.integer(value)
        if number.sign == .minus, !number.isZero { throw .valueError(message) }
        return number
    }

    @MembersBuilder static var integers: [Member] {
        RawFunction("factorial", doc: "1 · 2 · … · n.", parameters("n, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let number = try natural(arguments[0], cell, "factorial() not defined for negative values")
            guard let count = Int(exactly: number), count < 300_000 else {
                throw .memoryError("the result would be too large")
            }
            return .integer(try product(1, count, cell))
        }
        RawFunction("comb", doc: "The ways to choose k of n.", parameters("n, k, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let n = try natural(arguments[0], arguments.cell, "n must be a non-negative integer")
            var k = try natural(arguments[1], arguments.cell, "k must be a non-negative integer")
            if k > n { return .int(0) }
            k = min(k, n - k)
            guard let steps = Int(exactly: k), steps < 100_000 else {
                throw .memoryError("the result would be too large")
            }
            var result = BigInt(1)
            for step in 0..<steps {
                result = result * (n - BigInt(step)) / BigInt(step + 1)
                if step & 0xFF == 0 { try arguments.cell.poll() }
            }
            return .integer(result)
        }
        RawFunction("perm", doc: "The ways to choose k of n in order.", parameters("n, k=None, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let n = try natural(arguments[0], arguments.cell, "n must be a non-negative integer")
            let k =
                arguments.isGiven(1) ? try natural(arguments[1], arguments.cell, "k must be a non-negative integer") : n
            if k > n { return .int(0) }
            guard let top = Int(exactly: n), let count = Int(exactly: k), count < 300_000 else {
                throw .memoryError("the result would be too large")
            }
            return .integer(try product(top - count + 1, top, arguments.cell))
        }
        for (name, doc) in [("gcd", "The greatest common divisor."), ("lcm", "The least common multiple.")] {
            RawFunction(name, doc: doc, parameters("*integers")) { (arguments: Arguments) throws(Raise) -> Value in
                var result = BigInt(name == "gcd" ? 0 : 1)
                for value in arguments.variadic(0) {
                    let number = BigInt(try arguments.cell.integer(value).magnitude)
                    if name == "gcd" {
                        result = result.isZero ? number : result.greatestCommonDivisor(with: number)
                    } else if result.isZero || number.isZero {
                        result = 0
                    } else {
                        result = result / result.greatestCommonDivisor(with: number) * number
                    }
                }
                return .integer(result)
            }
        }
        RawFunction("isqrt", doc: "The whole part of the square root.", parameters("n, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let number = try natural(arguments[0], arguments.cell, "isqrt() argument must be nonnegative")
            return .integer(number.squareRoot())
        }
    }

    /// The product of consecutive integers, halves first so that factors stay of one size.
    private static func product(_ first: Int, _ last: Int, _ cell: Interpreter) throws(Raise) -> BigInt {
        if last - first < 16 {
            var result = BigInt(1)
            for factor in stride(from: first, through: last, by: 1) { result *= BigInt(factor) }
            return result
        }
        try cell.poll()
        let middle = (first + last) / 2
        return try product(first, middle, cell) * product(middle + 1, last, cell)
    }

    // MARK: Sums

    @MembersBuilder static var sums: [Member] {
        RawFunction("fsum", doc: "The sum of numbers, rounded once.", parameters("seq, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var numbers: [Double] = []
            for item in try arguments.cell.items(of: arguments[0]) { numbers.append(try arguments.cell.double(item)) }
            return .float(try exactSum(numbers))
        }
        RawFunction("prod", doc: "The product of the items.", parameters("iterable, /, *, start=1")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var result = arguments.has(1) ? arguments[1] : .int(1)
            for item in try arguments.cell.items(of: arguments[0]) {
                result = try arguments.cell.binary(.multiply, result, item)
            }
            return result
        }
        RawFunction("hypot", doc: "The length of a vector.", parameters("*coordinates")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var numbers: [Double] = []
            for item in arguments.variadic(0) { numbers.append(try arguments.cell.double(item)) }
            return .float(norm(numbers))
        }
        RawFunction("dist", doc: "The distance of two points.", parameters("p, q, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let p = try arguments.cell.items(of: arguments[0])
            let q = try arguments.cell.items(of: arguments[1])
            if p.count != q.count { throw .valueError("both points must have the same number of dimensions") }
            var numbers: [Double] = []
            for (a, b) in zip(p, q) { numbers.append(try arguments.cell.double(a) - arguments.cell.double(b)) }
            return .float(norm(numbers))
        }
    }

    private static func norm(_ numbers: [Double]) -> Double {
        if numbers.contains(where: \.isInfinite) { return .infinity }
        guard let largest = numbers.map(abs).max(), largest > 0 else { return 0 }
        if numbers.count == 2 { return hypot(numbers[0], numbers[1]) }
        // Squares split by fused multiplication keep the sum exact to the last bit, as CPython's does.
        var sum = 0.0
        var rest = 0.0
        for number in numbers {
            let scaled = number / largest
            let square = scaled * scaled
            let next = sum + square
            rest += (abs(sum) >= square ? (sum - next) + square : (square - next) + sum) + (scaled * scaled - square)
            sum = next
        }
        return largest * (sum + rest).squareRoot()
    }

    /// Shewchuk's algorithm: partial sums that do not overlap (as CPython's `math_fsum`).
    private static func exactSum(_ numbers: [Double]) throws(Raise) -> Double {
        var partials: [Double] = []
        var special = 0.0
        for number in numbers {
            if !number.isFinite {
                special += number
                continue
            }
            var x = number
            var kept = 0
            for partial in partials {
                var y = partial
                if abs(x) < abs(y) { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 {
                    partials[kept] = low
                    kept += 1
                }
                x = high
            }
            if x.isInfinite { throw .overflowError("intermediate overflow in fsum") }
            partials.replaceSubrange(kept..., with: [x])
        }
        if special != 0 || special.isNaN {
            if special.isNaN, !numbers.contains(where: \.isNaN) { throw .valueError("-inf + inf in fsum") }
            return special
        }
        guard var high = partials.popLast() else { return 0 }
        var low = 0.0
        while let y = partials.popLast() {
            let x = high
            high = x + y
            low = y - (high - x)
            if low != 0 { break }
        }
        // Half-way cases round to even by the next partial's sign.
        if let next = partials.last, (low < 0 && next < 0) || (low > 0 && next > 0) {
            let doubled = low * 2
            let x = high + doubled
            if doubled == x - high { high = x }
        }
        return high
    }
}

internal import BigInt

/// SHA-512 (FIPS 180-4). Python's `random` seeds itself with it from text.
public enum SHA512 {
    /// - Parameter start: other initial values, as SHA-384 has them.
    public static func digest(_ message: [UInt8], initial start: [UInt64]? = nil) -> [UInt8] {
        var state = start ?? initial
        var padded = message + [0x80]
        padded += [UInt8](repeating: 0, count: (240 - padded.count % 128) % 128 + 8)
        let bits = UInt64(message.count) * 8
        padded += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
        for start in stride(from: 0, to: padded.count, by: 128) { mix(padded[start..<start + 128], &state) }
        return state.flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }

    private static func mix(_ block: ArraySlice<UInt8>, _ state: inout [UInt64]) {
        var w = [UInt64](repeating: 0, count: 80)
        for index in 0..<16 {
            for byte in block[block.startIndex + 8 * index..<block.startIndex + 8 * index + 8] {
                w[index] = w[index] << 8 | UInt64(byte)
            }
        }
        func rotated(_ x: UInt64, _ count: UInt64) -> UInt64 { x >> count | x << (64 - count) }
        for index in 16..<80 {
            let a = w[index - 15]
            let b = w[index - 2]
            let s0 = rotated(a, 1) ^ rotated(a, 8) ^ a >> 7
            let s1 = rotated(b, 19) ^ rotated(b, 61) ^ b >> 6
            w[index] = w[index - 16] &+ s0 &+ w[index - 7] &+ s1
        }
        var v = state
        for index in 0..<80 {
            let s1 = rotated(v[4], 14) ^ rotated(v[4], 18) ^ rotated(v[4], 41)
            let choice = v[4] & v[5] ^ ~v[4] & v[6]
            let t1 = v[7] &+ s1 &+ choice &+ constants[index] &+ w[index]
            let s0 = rotated(v[0], 28) ^ rotated(v[0], 34) ^ rotated(v[0], 39)
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
            v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
        }
        for index in 0..<8 { state[index] &+= v[index] }
    }

    /// The first 64 bits of the fractional parts of roots of the first primes: square roots for the
    /// start, cube roots for the rounds. Computed exactly, with integers.
    private static let initial = primes.prefix(8).map { fraction(ofRoot: 2, $0) }
    private static let constants = primes.map { fraction(ofRoot: 3, $0) }

    /// The fractional parts of square roots of some of the first primes; SHA-2's other members begin with them.
    static func squareRoots(_ count: Int, from first: Int) -> [UInt64] {
        primes[first..<first + count].map { fraction(ofRoot: 2, $0) }
    }

    static func cubeRoots(_ count: Int) -> ArraySlice<UInt64> { constants.prefix(count) }

    private static let primes: [UInt64] = {
        var found: [UInt64] = []
        var candidate: UInt64 = 2
        while found.count < 80 {
            if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }()

    /// The largest r with r^degree ≤ prime · 2^(64·degree), less its whole part.
    private static func fraction(ofRoot degree: Int, _ prime: UInt64) -> UInt64 {
        let target = BigUInt(prime) << (64 * degree)
        var low = BigUInt(0)
        var high = BigUInt(1) << 70
        while high - low > 1 {
            let middle = (low + high) >> 1
            if middle.power(degree) <= target { low = middle } else { high = middle }
        }
        return UInt64(truncatingIfNeeded: low)
    }
}

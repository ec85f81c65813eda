internal import BigInt

/// The generator behind Python's `random`: MT19937 (Matsumoto and Nishimura, 1998), seeded and read as
/// CPython's `_randommodule.c` does, so that a seed gives the same numbers.
struct MersenneTwister {
    private static let size = 624
    private static let middle = 397

    private(set) var state: [UInt32]
    private(set) var index: Int

    /// Seeds with the absolute value of an integer.
    init(seed: BigInt) {
        var key = seed.magnitude.words.flatMap { word in
            [UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32)]
        }
        while key.count > 1, key.last == 0 { key.removeLast() }
        self.init(key: key.isEmpty ? [0] : key)
    }

    /// Restores a state that ``state`` and ``index`` gave.
    init?(state: [UInt32], index: Int) {
        guard state.count == Self.size, (0...Self.size).contains(index) else { return nil }
        self.state = state
        self.index = index
    }

    /// `init_by_array` of the reference implementation.
    private init(key: [UInt32]) {
        state = [UInt32](repeating: 0, count: Self.size)
        index = Self.size
        state[0] = 19_650_218
        for i in 1..<Self.size {
            state[i] = 1_812_433_253 &* (state[i - 1] ^ (state[i - 1] >> 30)) &+ UInt32(i)
        }
        var i = 1
        var j = 0
        for _ in 0..<max(Self.size, key.count) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
            i += 1
            j += 1
            if i >= Self.size {
                state[0] = state[Self.size - 1]
                i = 1
            }
            if j >= key.count { j = 0 }
        }
        for _ in 0..<(Self.size - 1) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
            i += 1
            if i >= Self.size {
                state[0] = state[Self.size - 1]
                i = 1
            }
        }
        state[0] = 0x8000_0000
    }

    /// 32 bits.
    mutating func next() -> UInt32 {
        if index >= Self.size { refill() }
        var y = state[index]
        index += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C_5680
        y ^= (y << 15) & 0xEFC6_0000
        y ^= y >> 18
        return y
    }

    private mutating func refill() {
        for k in 0..<Self.size {
            let y = (state[k] & 0x8000_0000) | (state[(k + 1) % Self.size] & 0x7FFF_FFFF)
            state[k] = state[(k + Self.middle) % Self.size] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        index = 0
    }

    /// `random()`: 53 bits in [0, 1).
    mutating func nextDouble() -> Double {
        let a = next() >> 5
        let b = next() >> 6
        return (Double(a) * 67_108_864 + Double(b)) / 9_007_199_254_740_992
    }

    /// `getrandbits(count)`, for `count` of at least 1.
    mutating func bits(_ count: Int) -> BigUInt {
        if count <= 32 { return BigUInt(next() >> UInt32(32 - count)) }
        var words: [UInt] = []
        var left = count
        var low: UInt?
        while left > 0 {
            var part = next()
            if left < 32 { part >>= UInt32(32 - left) }
            left -= 32
            if let first = low {
                words.append(first | UInt(part) << 32)
                low = nil
            } else {
                low = UInt(part)
            }
        }
        if let low { words.append(low) }
        return BigUInt(words: words)
    }

    /// `_randbelow(limit)`: uniform below a positive limit, by rejection.
    mutating func below(_ limit: BigUInt) -> BigUInt {
        let width = limit.bitWidth
        var result = bits(width)
        while result >= limit { result = bits(width) }
        return result
    }

    mutating func below(_ limit: Int) -> Int {
        if limit < 1 << 32 {
            let shift = UInt32(UInt32(truncatingIfNeeded: limit).leadingZeroBitCount)
            var result = Int(next() >> shift)
            while result >= limit { result = Int(next() >> shift) }
            return result
        }
        return Int(below(BigUInt(limit)))
    }
}

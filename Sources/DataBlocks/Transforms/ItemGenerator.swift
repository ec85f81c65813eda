#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The random numbers of one item in one pass: they depend on the seed, the pass and the item alone,
/// never on which thread prepares it or when. SplitMix64 (Steele, Lea and Flood 2014).
public struct ItemGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: Int, epoch: Int = 0, item: Int = 0) {
        state = UInt64(bitPattern: Int64(seed))
        for part in [epoch, item] {
            state = Self.mixed(state &+ 0x9E37_79B9_7F4A_7C15) ^ UInt64(bitPattern: Int64(part))
        }
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var z = number
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in `low..<high`, or `low` where both are one.
    public mutating func uniform(_ low: Double = 0, _ high: Double = 1) -> Double {
        low + (high - low) * (Double(next() >> 11) * 0x1p-53)
    }

    /// True with a probability.
    public mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

    /// A whole number, both ends included.
    public mutating func integer(_ low: Int, _ high: Int) -> Int {
        // Not the standard library's way, which may change with its version.
        low + Int(next().multipliedFullWidth(by: UInt64(max(low, high) - low + 1)).high)
    }

    /// The elements in random order, by Fisher and Yates.
    public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for place in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(place, integer(0, place)) }
        return result
    }

    /// Standard normal, by Box and Muller.
    public mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
    }
}

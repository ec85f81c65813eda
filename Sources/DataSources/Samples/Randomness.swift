/// A small generator of random numbers (SplitMix64), so that a sample is the same on every machine and
/// each of its pictures can be made without the others.
struct Randomness: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A stream of its own for a name (FNV-1a).
    init(seed: UInt64, name: String) {
        state = name.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// Evenly between two numbers.
    mutating func number(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) * 0x1p-53
    }

    /// True this often.
    mutating func chance(_ probability: Double) -> Bool { number(0, 1) < probability }

    /// One of a few things, of which there must be one.
    mutating func choice<Thing>(_ things: [Thing]) -> Thing { things[Int(next() % UInt64(things.count))] }
}

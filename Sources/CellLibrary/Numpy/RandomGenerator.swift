import CellRuntime
import Foundation
import Tensors

/// `np.random.default_rng(seed)`: PCG64 (O'Neill, 2014), seeded by NumPy's `SeedSequence`.
final class RandomGeneratorObject: Object, NativeObject {
    private var generator: PCG64
    private var spareWord: UInt32?
    private var spareNormal: Double?

    init(seed: Int?) {
        generator = PCG64(seed: seed.map { UInt64(bitPattern: Int64($0)) } ?? .random(in: 0 ... .max))
        super.init(type: Self.declaration)
    }

    fileprivate func fraction() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

    private func word() -> UInt32 {
        if let spare = spareWord {
            spareWord = nil
            return spare
        }
        let value = generator.next()
        spareWord = UInt32(truncatingIfNeeded: value >> 32)
        return UInt32(truncatingIfNeeded: value)
    }

    /// A whole number below `bound`, by Lemire's multiplication.
    fileprivate func whole(below bound: UInt64) -> UInt64 {
        guard bound > 1 else { return 0 }
        guard bound < 0xFFFF_FFFF else { return UInt64.random(in: 0..<bound, using: &generator) }
        let range = UInt32(bound)
        var product = UInt64(word()) * bound
        if UInt32(truncatingIfNeeded: product) < range {
            let threshold = (UInt32.max - (range - 1)) % range
            while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(word()) * bound }
        }
        return product >> 32
    }

    /// Standard normal, by Marsaglia's polar method (NumPy takes a table: other numbers of the same distribution).
    fileprivate func normal() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        while true {
            let (x, y) = (2 * fraction() - 1, 2 * fraction() - 1)
            let square = x * x + y * y
            guard square < 1, square > 0 else { continue }
            let factor = (-2 * log(square) / square).squareRoot()
            spareNormal = factor * x
            return factor * y
        }
    }

    static let declaration = NativeType<RandomGeneratorObject>(
        "Generator", module: "numpy.random", doc: "A source of random numbers.", isBase: false
    ) {
        Method<RandomGeneratorObject>(
            "random", doc: "Fractions between 0 and 1.", Parameter("size", Dimensions?.self, default: nil)
        ) {
            random, _, size in try NumpyRandomModule.fill(size?.list) { random.fraction() }
        }
        Method<RandomGeneratorObject>(
            "uniform", doc: "Fractions between two bounds.", Parameter("low", Double.self, default: 0),
            Parameter("high", Double.self, default: 1), Parameter("size", Dimensions?.self, default: nil)
        ) { random, _, low, high, size in
            try NumpyRandomModule.fill(size?.list) { low + (high - low) * random.fraction() }
        }
        Method<RandomGeneratorObject>(
            "normal", doc: "Numbers of a normal distribution.", Parameter("loc", Double.self, default: 0),
            Parameter("scale", Double.self, default: 1), Parameter("size", Dimensions?.self, default: nil)
        ) { random, _, mean, deviation, size in
            try NumpyRandomModule.fill(size?.list) { mean + deviation * random.normal() }
        }
        Method<RandomGeneratorObject>(
            "standard_normal", doc: "Numbers of the standard normal distribution.",
            Parameter("size", Dimensions?.self, default: nil)
        ) { random, _, size in try NumpyRandomModule.fill(size?.list) { random.normal() } }
        Method<RandomGeneratorObject>(
            "integers", doc: "Whole numbers from low to before high.", Parameter("low", Int.self),
            Parameter("high", Int?.self, default: nil), Parameter("size", Dimensions?.self, default: nil)
        ) { random, _, first, second, size in
            let (low, high) = second.map { (first, $0) } ?? (0, first)
            if low >= high { throw Raise.valueError("low >= high") }
            return try NumpyRandomModule.fill(size?.list) { low + Int(random.whole(below: UInt64(high - low))) }
        }
    }.type
}

/// The generator itself: 128 bits of state, 64 bits out.
private struct PCG64: RandomNumberGenerator {
    private static let multiplier = UInt128(2_549_297_995_355_413_924) << 64 | UInt128(4_865_540_595_714_422_341)
    private var state: UInt128 = 0
    private let increment: UInt128

    init(seed: UInt64) {
        let words = SeedSequence(seed).words()
        increment = ((UInt128(words[2]) << 64 | UInt128(words[3])) << 1) | 1
        step()
        state &+= UInt128(words[0]) << 64 | UInt128(words[1])
        step()
    }

    private mutating func step() { state = state &* Self.multiplier &+ increment }

    mutating func next() -> UInt64 {
        step()
        let mixed = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
        let turn = UInt64(state >> 122)
        return mixed >> turn | mixed << ((64 - turn) & 63)
    }
}

/// NumPy's way from a seed to a generator's state (O'Neill's `seed_seq` design).
private struct SeedSequence {
    private var pool = [UInt32](repeating: 0, count: 4)

    init(_ seed: UInt64) {
        let entropy = [UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32), 0, 0]
        var factor: UInt32 = 0x43B0_D7E5
        func hash(_ value: UInt32) -> UInt32 {
            var mixed = value ^ factor
            factor = factor &* 0x931E_8875
            mixed = mixed &* factor
            return mixed ^ mixed >> 16
        }
        for index in 0..<4 { pool[index] = hash(entropy[index]) }
        for source in 0..<4 {
            for target in 0..<4 where target != source {
                let mixed = 0xCA01_F9DD &* pool[target] &- 0x4973_F715 &* hash(pool[source])
                pool[target] = mixed ^ mixed >> 16
            }
        }
    }

    /// Four words of 64 bits.
    func words() -> [UInt64] {
        var factor: UInt32 = 0x8B51_F9DD
        let halves = (0..<8).map { index in
            var value = pool[index % 4] ^ factor
            factor = factor &* 0x58F3_8DED
            value = value &* factor
            return value ^ value >> 16
        }
        return (0..<4).map { UInt64(halves[2 * $0]) | UInt64(halves[2 * $0 + 1]) << 32 }
    }
}

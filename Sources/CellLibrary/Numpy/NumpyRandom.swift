import CellRuntime
import Foundation
import Tensors

/// NumPy's global random numbers, `np.random.seed` and after: the Mersenne Twister with NumPy's own ways of making
/// fractions, normal numbers and whole numbers of its words (`numpy/random/_legacy`).
final class LegacyRandom {
    private var twister: Twister
    /// Normal numbers are made in pairs; the other one of the last pair.
    private var spare: Double?

    init(seed: UInt32) { twister = Twister(seed: seed) }

    /// All that later numbers follow from; for ``restore(_:spare:)``.
    var state: (words: [Int], spare: Double?) { (twister.words, spare) }

    func restore(_ words: [Int], spare: Double?) {
        guard let twister = Twister(words: words) else { return }
        (self.twister, self.spare) = (twister, spare)
    }

    /// In [0, 1), with 53 bits.
    func fraction() -> Double {
        let (high, low) = (twister.next() >> 5, twister.next() >> 6)
        return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
    }

    /// Standard normal, by Marsaglia's polar method.
    func normal() -> Double {
        if let value = spare {
            spare = nil
            return value
        }
        while true {
            let (x, y) = (2 * fraction() - 1, 2 * fraction() - 1)
            let square = x * x + y * y
            if square < 1, square != 0 {
                let factor = (-2 * log(square) / square).squareRoot()
                spare = factor * x
                return factor * y
            }
        }
    }

    /// A whole number of `0...most`, by masking and drawing again.
    func whole(most: UInt64) -> UInt64 {
        if most == 0 { return 0 }
        let mask = UInt64.max >> most.leadingZeroBitCount
        while true {
            let value = (most <= 0xFFFF_FFFF ? UInt64(twister.next()) : twister.next64()) & mask
            if value <= most { return value }
        }
    }

    /// The numbers below `count` shuffled.
    func permutation(_ count: Int) -> [Int] {
        var numbers = Array(0..<count)
        shuffle(&numbers)
        return numbers
    }

    func shuffle<Element>(_ items: inout [Element]) {
        guard items.count > 1 else { return }
        for index in stride(from: items.count - 1, through: 1, by: -1) {
            items.swapAt(index, Int(whole(most: UInt64(index))))
        }
    }

    /// MT19937 (Matsumoto and Nishimura, 1998), seeded by one word.
    private struct Twister {
        private var state = [UInt32](repeating: 0, count: 624)
        private var place = 624

        init(seed: UInt32) {
            state[0] = seed
            for index in 1..<624 {
                let before = state[index - 1]
                state[index] = 1_812_433_253 &* (before ^ (before >> 30)) &+ UInt32(index)
            }
        }

        /// The state, and the place in it.
        var words: [Int] { state.map { Int($0) } + [place] }

        init?(words: [Int]) {
            guard words.count == 625, let place = words.last, (0...624).contains(place) else { return nil }
            state = words.dropLast().map { UInt32(truncatingIfNeeded: $0) }
            self.place = place
        }

        mutating func next() -> UInt32 {
            if place == 624 { refill() }
            var word = state[place]
            place += 1
            word ^= word >> 11
            word ^= (word << 7) & 0x9D2C_5680
            word ^= (word << 15) & 0xEFC6_0000
            return word ^ (word >> 18)
        }

        mutating func next64() -> UInt64 {
            let high = UInt64(next())
            return high << 32 | UInt64(next())
        }

        private mutating func refill() {
            for index in 0..<624 {
                let word = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7FFF_FFFF)
                state[index] = state[(index + 397) % 624] ^ (word >> 1) ^ (word & 1 == 0 ? 0 : 0x9908_B0DF)
            }
            place = 0
        }
    }
}

/// The module `numpy.random`.
enum NumpyRandomModule {
    static let module = NativeModule("numpy.random", doc: "Random numbers.") {
        Function(
            "seed", doc: "Starts the random numbers anew, the same each time for a seed.",
            Parameter("seed", Int?.self, default: nil)
        ) {
            cell, seed in
            guard (0...0xFFFF_FFFF).contains(seed ?? 0) else {
                throw Raise.valueError("Seed must be between 0 and 2**32 - 1")
            }
            LibraryState.of(cell).random = LegacyRandom(seed: seed.map(UInt32.init) ?? .random(in: 0 ... .max))
        }
        drawn("rand", "Fractions between 0 and 1: rand(2, 3).") { random in random.fraction() }
        drawn("randn", "Numbers of the standard normal distribution: randn(2, 3).") { random in random.normal() }
        sized("random", "Fractions between 0 and 1.") { random in random.fraction() }
        sized("random_sample", "Fractions between 0 and 1.") { random in random.fraction() }
        sized("standard_normal", "Numbers of the standard normal distribution.") { random in random.normal() }
        ranged("uniform", "Fractions between two bounds.", "low", 0, "high", 1) { random, low, high in
            low + (high - low) * random.fraction()
        }
        ranged("normal", "Numbers of a normal distribution.", "loc", 0, "scale", 1) { random, mean, deviation in
            mean + deviation * random.normal()
        }
        Function(
            "randint", doc: "Whole numbers from low to before high.", Parameter("low", Int.self),
            Parameter("high", Int?.self, default: nil),
            Parameter("size", Dimensions?.self, default: nil)
        ) { cell, first, second, size in
            let (low, high) = second.map { (first, $0) } ?? (0, first)
            if low >= high { throw Raise.valueError("low >= high") }
            let random = LibraryState.of(cell).random
            return try fill(size?.list) { low + Int(random.whole(most: UInt64(high - low - 1))) }
        }
        Function("permutation", doc: "Whole numbers below n, or values, in random order.", Parameter("x", Value.self)) {
            cell, value in
            let random = LibraryState.of(cell).random
            if case .int(let count) = value { return ArrayObject(try Tensor(random.permutation(max(0, count)))) }
            let array = try ArrayObject.make(value, cell)
            let order = random.permutation(array.shape.first ?? 0)
            guard case .texts(let texts) = array.content else {
                return ArrayObject(try array.numbers("permutation").indexSelect(0, Tensor(order)))
            }
            return ArrayObject(order.map { texts[$0] }, shape: array.shape)
        }
        Function("shuffle", doc: "Puts a list or the rows of an array in random order.", Parameter("x", Value.self)) {
            cell, value in
            let random = LibraryState.of(cell).random
            if let list = value.object as? List {
                var items = Array(list.items)
                random.shuffle(&items)
                list.items = ContiguousArray(items)
                return
            }
            guard let array = value.object as? ArrayObject else {
                throw Raise.typeError("shuffle() needs a list or an array")
            }
            let tensor = try array.numbers("shuffle")
            let order = random.permutation(tensor.shape.first ?? 0)
            _ = try tensor.copy_(tensor.indexSelect(0, Tensor(order)))
        }
        Function(
            "choice", doc: "Values drawn at random.", Parameter("a", Value.self),
            Parameter("size", Dimensions?.self, default: nil),
            Parameter("replace", Bool.self, default: true), Parameter("p", Numbers?.self, default: nil)
        ) { cell, source, size, replace, weights -> Value in
            let random = LibraryState.of(cell).random
            let values: [Value]
            if case .int(let count) = source {
                values = (0..<max(0, count)).map(Value.int)
            } else {
                values = Array(try cell.items(of: source))
            }
            let total = size?.list.reduce(1, *) ?? 1
            if values.isEmpty { throw Raise.valueError("'a' cannot be empty unless no samples are taken") }
            let picked: [Int]
            if let weights {
                let chances: [Double] = try weights.tensor.to(dtype: .float64).array()
                guard chances.count == values.count else { throw Raise.valueError("'a' and 'p' must have same size") }
                picked = try weighted(chances, total, replace, random)
            } else if replace {
                picked = (0..<total).map { _ in Int(random.whole(most: UInt64(values.count - 1))) }
            } else {
                if total > values.count {
                    throw Raise.valueError("Cannot take a larger sample than population when 'replace=False'")
                }
                picked = Array(random.permutation(values.count).prefix(total))
            }
            if size == nil { return try ArrayObject.make(.list([values[picked[0]]]), cell).entry(.int(0), cell) }
            let made = try ArrayObject.make(.list(picked.map { values[$0] }), cell)
            guard let shape = size?.list, shape.count > 1 else { return .object(made) }
            return .object(ArrayObject(try made.numbers("choice").reshape(shape)))
        }
        Function("default_rng", doc: "A generator of its own.", Parameter("seed", Int?.self, default: nil)) { _, seed in
            RandomGeneratorObject(seed: seed)
        }
    }

    private static func weighted(_ chances: [Double], _ count: Int, _ replace: Bool, _ random: LegacyRandom) throws
        -> [Int]
    {
        let sum = chances.reduce(0, +)
        guard (sum - 1).magnitude < 1e-8 else { throw Raise.valueError("probabilities do not sum to 1") }
        var left = chances
        return (0..<count).map { _ in
            let total = left.reduce(0, +)
            let aim = random.fraction() * total
            var reached = 0.0
            let place =
                left.firstIndex { chance in
                    reached += chance
                    return aim < reached
                } ?? left.count - 1
            if !replace { left[place] = 0 }
            return place
        }
    }

    /// One number, or an array of a shape.
    static func fill(_ shape: [Int]?, _ draw: () -> Int) throws -> Value {
        guard let shape else { return .int(draw()) }
        return .object(ArrayObject(try Tensor((0..<shape.reduce(1, *)).map { _ in draw() }, shape: shape)))
    }

    static func fill(_ shape: [Int]?, _ draw: () -> Double) throws -> Value {
        guard let shape else { return .float(draw()) }
        return .object(ArrayObject(try Tensor((0..<shape.reduce(1, *)).map { _ in draw() }, shape: shape)))
    }

    private static func drawn(_ name: String, _ doc: String, draw: @escaping (LegacyRandom) -> Double) -> Member {
        Function(name, doc: doc, Parameter("size", Variadic.self)) { cell, sizes in
            let shape = try sizes.sizes(name, cell)
            let random = LibraryState.of(cell).random
            return try fill(shape.isEmpty ? nil : shape) { draw(random) }
        }
    }

    private static func sized(_ name: String, _ doc: String, draw: @escaping (LegacyRandom) -> Double) -> Member {
        Function(name, doc: doc, Parameter("size", Dimensions?.self, default: nil)) { cell, size in
            let random = LibraryState.of(cell).random
            return try fill(size?.list) { draw(random) }
        }
    }

    private static func ranged(
        _ name: String, _ doc: String, _ first: String, _ a: Double, _ second: String, _ b: Double,
        draw: @escaping (LegacyRandom, Double, Double) -> Double
    ) -> Member {
        Function(
            name, doc: doc, Parameter(first, Double.self, default: a), Parameter(second, Double.self, default: b),
            Parameter("size", Dimensions?.self, default: nil)
        ) { cell, low, high, size in
            let random = LibraryState.of(cell).random
            return try fill(size?.list) { draw(random, low, high) }
        }
    }
}

internal import BigInt
internal import CellSyntax

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A generator of random numbers, Python's `random.Random`.
public final class RandomObject: Object, NativeObject {
    var generator: MersenneTwister
    /// The second of a pair of normal numbers.
    var nextGauss: Double?

    public init() {
        generator = MersenneTwister(seed: RandomObject.entropy())
        super.init(type: Self.declaration)
    }

    static func entropy() -> BigInt {
        var system = SystemRandomNumberGenerator()
        return BigInt(BigUInt(words: (0..<8).map { _ in UInt(system.next() as UInt64) }))
    }

    public static let declaration: TypeObject = NativeType<RandomObject>(
        "Random", module: "random", doc: "A generator of random numbers with a state of its own.", style: .python
    ) {
        Allocator { RandomObject() }
        RawMethod("__init__", doc: "Seeds the generator.", parameters("x=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let random = try arguments.receiver(RandomObject.self, "__init__", of: "Random")
            if arguments.isGiven(1) { try random.seed(arguments[1], arguments.cell) }
            return .none
        }
        for function in RandomFunctions.all {
            RawMethod(function.name, doc: function.doc, parameters(function.signature)) {
                (arguments: Arguments) throws(Raise) -> Value in
                let random = try arguments.receiver(RandomObject.self, function.name, of: "Random")
                return try function.body(random, Slots(arguments: arguments, first: 1))
            }
        }
    }.type

    /// `seed(a)`, version 2.
    func seed(_ value: Value, _ cell: Interpreter) throws(Raise) {
        nextGauss = nil
        if value.isNone || value.isUnset {
            generator = MersenneTwister(seed: Self.entropy())
        } else if let number = value.bigInteger {
            generator = MersenneTwister(seed: number)
        } else if let text = value.text {
            seed(Array(text.utf8))
        } else if let bytes = value.object as? Bytes {
            seed(bytes.bytes)
        } else if value.double != nil {
            generator = MersenneTwister(seed: BigInt(UInt(bitPattern: try cell.hash(value))))
        } else {
            throw .typeError(
                "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        }
    }

    private func seed(_ bytes: [UInt8]) {
        var number = BigUInt(0)
        for byte in bytes + SHA512.digest(bytes) { number = number << 8 | BigUInt(byte) }
        generator = MersenneTwister(seed: BigInt(number))
    }
}

/// Argument slots, with or without `self` before them.
private struct Slots {
    let arguments: Arguments
    let first: Int
    var cell: Interpreter { arguments.cell }
    subscript(index: Int) -> Value { arguments[first + index] }
    func isGiven(_ index: Int) -> Bool { arguments.isGiven(first + index) }
    func double(_ index: Int, default fallback: Double) throws(Raise) -> Double {
        self[index].isUnset ? fallback : try cell.double(self[index])
    }
}

extension StandardModules {
    static let random = NativeModule(
        "random", doc: "Random numbers by Python's generator: a seed gives the same numbers."
    ) {
        let shared = RandomObject()
        RandomObject.declaration
        for function in RandomFunctions.all {
            RawFunction(function.name, doc: function.doc, parameters(function.signature)) {
                (arguments: Arguments) throws(Raise) -> Value in
                try function.body(shared, Slots(arguments: arguments, first: 0))
            }
        }
    }
}

private struct RandomFunctions {
    let name: String
    let doc: String
    let signature: String
    let body: (RandomObject, Slots) throws(Raise) -> Value

    init(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (RandomObject, Slots) throws(Raise) -> Value
    ) {
        self.name = name
        self.doc = doc
        self.signature = signature
        self.body = body
    }

    static var all: [RandomFunctions] { state + integers + sequences + distributions }

    private static var state: [RandomFunctions] {
        [
            RandomFunctions("seed", "Starts again from a seed.", "a=None, version=2") { (random, slots) throws(Raise) in
                try random.seed(slots[0], slots.cell)
                return .none
            },
            RandomFunctions("getstate", "The state, for setstate.") { (random, _) throws(Raise) in
                let words = random.generator.state.map { Value.int(Int($0)) } + [.int(random.generator.index)]
                return .tuple([.int(3), .tuple(words), random.nextGauss.map { .float($0) } ?? .none])
            },
            RandomFunctions("setstate", "Goes back to a state.", "state") { (random, slots) throws(Raise) in
                let parts = try slots.cell.items(of: slots[0])
                guard parts.count == 3, let words = (parts[1].object as? Tuple)?.items, words.count == 625,
                    let index = words[624].smallInteger
                else { throw .valueError("state with version 3 expected") }
                let state = words.prefix(624).compactMap { $0.smallInteger.flatMap { UInt32(exactly: $0) } }
                guard let generator = MersenneTwister(state: state, index: index) else {
                    throw .valueError("invalid state")
                }
                random.generator = generator
                random.nextGauss = parts[2].double
                return .none
            },
            RandomFunctions("random", "A float in [0, 1).") { (random, _) throws(Raise) in
                .float(random.generator.nextDouble())
            },
        ]
    }

    // MARK: Integers

    private static func below(_ limit: BigInt, _ random: RandomObject) -> BigInt {
        if let small = Int(exactly: limit) { return BigInt(random.generator.below(small)) }
        return BigInt(random.generator.below(limit.magnitude))
    }

    private static func inRange(_ start: BigInt, _ stop: BigInt?, _ step: BigInt, _ random: RandomObject) throws(Raise)
        -> Value
    {
        guard let stop else {
            guard start > 0 else { throw .valueError("empty range for randrange()") }
            return .integer(below(start, random))
        }
        let width = stop - start
        if step == 1 {
            guard width > 0 else { throw .valueError("empty range for randrange() (\(start), \(stop), \(width))") }
            return .integer(start + below(width, random))
        }
        guard !step.isZero else { throw .valueError("zero step for randrange()") }
        let count = try raising { () throws(Failure) in
            try Arithmetic.floorDivideWithRest(width + step + (step > 0 ? -1 : 1), step).0
        }
        guard count > 0 else { throw .valueError("empty range for randrange()") }
        return .integer(start + step * below(count, random))
    }

    private static var integers: [RandomFunctions] {
        [
            RandomFunctions("randrange", "An integer of a range.", "start, stop=None, step=1") {
                (random, slots) throws(Raise) in
                try inRange(
                    slots.cell.integer(slots[0]), slots.isGiven(1) ? slots.cell.integer(slots[1]) : nil,
                    slots[2].isUnset ? 1 : slots.cell.integer(slots[2]), random)
            },
            RandomFunctions("randint", "An integer from a to b, both included.", "a, b") {
                (random, slots) throws(Raise) in
                try inRange(slots.cell.integer(slots[0]), slots.cell.integer(slots[1]) + 1, 1, random)
            },
            RandomFunctions("getrandbits", "An integer of k random bits.", "k, /") { (random, slots) throws(Raise) in
                let count = try slots.cell.index(slots[0])
                guard count >= 0 else { throw .valueError("number of bits must be non-negative") }
                try slots.cell.checkSize(count)
                return .integer(count == 0 ? 0 : BigInt(random.generator.bits(count)))
            },
            RandomFunctions("randbytes", "Random bytes.", "n") { (random, slots) throws(Raise) in
                let count = try slots.cell.index(slots[0])
                guard count >= 0 else { throw .valueError("number of bits must be non-negative") }
                try slots.cell.checkSize(count)
                var bytes: [UInt8] = []
                while bytes.count < count {
                    var word = random.generator.next()
                    let left = count - bytes.count
                    if left < 4 { word >>= UInt32(32 - 8 * left) }
                    for shift in 0..<min(left, 4) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(8 * shift))) }
                }
                return .object(Bytes(bytes))
            },
        ]
    }

    // MARK: Sequences

    private static func choose(_ sequence: Value, _ random: RandomObject, _ cell: Interpreter) throws(Raise) -> Value {
        let count = try cell.length(of: sequence)
        guard count > 0 else { throw .indexError("Cannot choose from an empty sequence") }
        return try cell.item(of: sequence, at: .int(random.generator.below(count)))
    }

    private static func sample(_ random: RandomObject, _ slots: Slots) throws(Raise) -> Value {
        let cell = slots.cell
        guard !(slots[0].object is SetObject), !(slots[0].object is Dict), cell.isIterable(slots[0]) else {
            throw .typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        }
        var population = try cell.items(of: slots[0])
        if slots.isGiven(2) {
            let counts = try cell.items(of: slots[2])
            guard counts.count == population.count else {
                throw .valueError("The number of counts does not match the population")
            }
            var all = ContiguousArray<Value>()
            for (item, count) in zip(population, counts) {
                let times = try cell.index(count)
                if times < 0 { throw .valueError("Counts must be non-negative") }
                try cell.checkSize(all.count + times, of: 16)
                all.append(contentsOf: repeatElement(item, count: times))
            }
            population = all
        }
        let count = population.count
        let wanted = try cell.index(slots[1])
        guard (0...count).contains(wanted) else { throw .valueError("Sample larger than population or is negative") }
        var limit = 21
        if wanted > 5 { limit += Int(pow(4, ceil(log(Double(wanted * 3)) / log(4)))) }
        var result = ContiguousArray<Value>()
        if count <= limit {
            for index in 0..<wanted {
                let place = random.generator.below(count - index)
                result.append(population[place])
                population[place] = population[count - index - 1]
            }
        } else {
            var taken: Set<Int> = []
            for _ in 0..<wanted {
                var place = random.generator.below(count)
                while !taken.insert(place).inserted { place = random.generator.below(count) }
                result.append(population[place])
            }
        }
        return .object(List(result))
    }

    private static func choices(_ random: RandomObject, _ slots: Slots) throws(Raise) -> Value {
        let cell = slots.cell
        let population = try cell.items(of: slots[0])
        let wanted = slots[3].isUnset ? 1 : try cell.index(slots[3])
        try cell.checkSize(max(wanted, 0), of: 16)
        var result = ContiguousArray<Value>()
        guard slots.isGiven(1) || slots.isGiven(2) else {
            if population.isEmpty, wanted > 0 { throw .indexError("list index out of range") }
            for _ in 0..<max(wanted, 0) {
                result.append(population[Int(random.generator.nextDouble() * Double(population.count))])
            }
            return .object(List(result))
        }
        if slots.isGiven(1), slots.isGiven(2) { throw .typeError("Cannot specify both weights and cumulative weights") }
        var sums: [Double] = []
        if slots.isGiven(2) {
            for item in try cell.items(of: slots[2]) { sums.append(try cell.double(item)) }
        } else {
            var sum = Value.int(0)
            for item in try cell.items(of: slots[1]) {
                sum = try cell.binary(.add, sum, item)
                sums.append(try cell.double(sum))
            }
        }
        guard sums.count == population.count else {
            throw .valueError("The number of weights does not match the population")
        }
        guard let total = sums.last, total > 0 else { throw .valueError("Total of weights must be greater than zero") }
        guard total.isFinite else { throw .valueError("Total of weights must be finite") }
        for _ in 0..<max(wanted, 0) {
            let mark = random.generator.nextDouble() * total
            var low = 0
            var high = population.count - 1
            while low < high {
                let middle = (low + high) / 2
                if mark < sums[middle] { high = middle } else { low = middle + 1 }
            }
            result.append(population[low])
        }
        return .object(List(result))
    }

    private static var sequences: [RandomFunctions] {
        [
            RandomFunctions("choice", "One item of a sequence.", "seq") { (random, slots) throws(Raise) in
                try choose(slots[0], random, slots.cell)
            },
            RandomFunctions(
                "choices", "k items of a sequence, put back each time.",
                "population, weights=None, *, cum_weights=None, k=1"
            ) {
                (random, slots) throws(Raise) in try choices(random, slots)
            },
            RandomFunctions("sample", "k different items of a sequence.", "population, k, *, counts=None") {
                (random, slots) throws(Raise) in try sample(random, slots)
            },
            RandomFunctions("shuffle", "Puts a list into random order.", "x") { (random, slots) throws(Raise) in
                let cell = slots.cell
                if let list = slots[0].object as? List, list.type.isBuiltin {
                    for index in stride(from: list.items.count - 1, through: 1, by: -1) {
                        list.items.swapAt(index, random.generator.below(index + 1))
                    }
                    return .none
                }
                for index in stride(from: try cell.length(of: slots[0]) - 1, through: 1, by: -1) {
                    let other = random.generator.below(index + 1)
                    let a = try cell.item(of: slots[0], at: .int(index))
                    let b = try cell.item(of: slots[0], at: .int(other))
                    try cell.setItem(of: slots[0], at: .int(index), to: b)
                    try cell.setItem(of: slots[0], at: .int(other), to: a)
                }
                return .none
            },
        ]
    }

    // MARK: Distributions

    private static func normal(_ random: RandomObject) -> Double {
        let magic = 4 * exp(-0.5) / sqrt(2.0)
        while true {
            let u = random.generator.nextDouble()
            let v = 1 - random.generator.nextDouble()
            let z = magic * (u - 0.5) / v
            if z * z / 4 <= -log(v) { return z }
        }
    }

    private static var distributions: [RandomFunctions] {
        [
            RandomFunctions("uniform", "A float between a and b.", "a, b") { (random, slots) throws(Raise) in
                let a = try slots.cell.double(slots[0])
                let b = try slots.cell.double(slots[1])
                return .float(a + (b - a) * random.generator.nextDouble())
            },
            RandomFunctions(
                "triangular", "A float between low and high, mode the likeliest.", "low=0.0, high=1.0, mode=None"
            ) {
                (random, slots) throws(Raise) in
                var low = try slots.double(0, default: 0)
                var high = try slots.double(1, default: 1)
                var u = random.generator.nextDouble()
                if high == low { return .float(low) }
                var c = slots.isGiven(2) ? (try slots.cell.double(slots[2]) - low) / (high - low) : 0.5
                if u > c {
                    u = 1 - u
                    c = 1 - c
                    swap(&low, &high)
                }
                return .float(low + (high - low) * sqrt(u * c))
            },
            RandomFunctions("normalvariate", "A normally distributed float.", "mu=0.0, sigma=1.0") {
                (random, slots) throws(Raise) in
                .float(try slots.double(0, default: 0) + normal(random) * slots.double(1, default: 1))
            },
            RandomFunctions("lognormvariate", "A float whose logarithm is normally distributed.", "mu, sigma") {
                (random, slots) throws(Raise) in
                .float(exp(try slots.cell.double(slots[0]) + normal(random) * slots.cell.double(slots[1])))
            },
            RandomFunctions("gauss", "A normally distributed float, made in pairs.", "mu=0.0, sigma=1.0") {
                (random, slots) throws(Raise) in
                var z = random.nextGauss
                random.nextGauss = nil
                if z == nil {
                    let angle = random.generator.nextDouble() * 2 * Double.pi
                    let radius = sqrt(-2 * log(1 - random.generator.nextDouble()))
                    z = cos(angle) * radius
                    random.nextGauss = sin(angle) * radius
                }
                return .float(try slots.double(0, default: 0) + (z ?? 0) * slots.double(1, default: 1))
            },
            RandomFunctions("expovariate", "An exponentially distributed float.", "lambd") {
                (random, slots) throws(Raise) in
                .float(-log(1 - random.generator.nextDouble()) / (try slots.cell.double(slots[0])))
            },
            RandomFunctions("paretovariate", "A float of the Pareto distribution.", "alpha") {
                (random, slots) throws(Raise) in
                let alpha = try slots.cell.double(slots[0])
                return .float(pow(1 - random.generator.nextDouble(), -1 / alpha))
            },
            RandomFunctions("weibullvariate", "A float of the Weibull distribution.", "alpha, beta") {
                (random, slots) throws(Raise) in
                let alpha = try slots.cell.double(slots[0])
                let beta = try slots.cell.double(slots[1])
                return .float(alpha * pow(-log(1 - random.generator.nextDouble()), 1 / beta))
            },
        ]
    }
}

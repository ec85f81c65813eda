/// Reads a Python pickle of plain values and tensors. It runs nothing: the few names that may occur are
/// interpreted by ``PickleGlobal``, every other is refused.
///
/// The opcodes are those of protocols 2 to 5, as Python's `pickletools` describes them.
struct PickleMachine {
    private(set) var cursor: ByteCursor
    private(set) var arena: [[PickleValue]] = []
    /// The storages that the pickle speaks of, by key.
    private(set) var storages: [String: StorageRecord] = [:]
    private var stack: [PickleValue] = []
    private var marks: [Int] = []
    private var memo: [Int: PickleValue] = [:]

    /// More steps than any weight file needs (a large model has some ten thousand).
    private static let stepLimit = 10_000_000

    init(_ cursor: ByteCursor) { self.cursor = cursor }

    /// Reads one pickle up to its end and gives its value.
    mutating func run() throws(WeightProblem) -> PickleValue {
        stack = []
        marks = []
        memo = [:]
        for _ in 0..<Self.stepLimit {
            let opcode = try cursor.byte()
            if opcode == UInt8(ascii: ".") { return try pop() }
            try step(opcode)
        }
        throw .damaged("its pickle has more than \(Self.stepLimit) steps")
    }

    // MARK: Steps

    private mutating func step(_ opcode: UInt8) throws(WeightProblem) {
        switch opcode {
        case 0x80: try checkProtocol()
        case 0x95: _ = try cursor.bytes(8).count  // FRAME: only a hint for buffering
        case UInt8(ascii: "("): marks.append(stack.count)
        case UInt8(ascii: "0"): _ = try pop()
        case UInt8(ascii: "1"): _ = try popToMark()
        case UInt8(ascii: "2"): stack.append(try top())
        case UInt8(ascii: "N"): stack.append(.none)
        case 0x88: stack.append(.bool(true))
        case 0x89: stack.append(.bool(false))
        case UInt8(ascii: "c"), 0x93: try pushGlobal(opcode)
        case UInt8(ascii: "R"): try reduce()
        case 0x81: try makeObject()
        case UInt8(ascii: "b"): try build()
        case UInt8(ascii: "Q"): try pushPersistent()
        case UInt8(ascii: "q"), UInt8(ascii: "r"), 0x94, UInt8(ascii: "h"), UInt8(ascii: "j"): try useMemo(opcode)
        default:
            if let value = try number(opcode) {
                stack.append(value)
            } else if let value = try text(opcode) {
                stack.append(value)
            } else if try !container(opcode) {
                throw .unsupported("the pickle's instruction \(opcode) is not one of protocols 2 to 5")
            }
        }
    }

    private mutating func checkProtocol() throws(WeightProblem) {
        let version = try cursor.byte()
        guard (2...5).contains(version) else { throw .unsupported("a pickle of protocol \(version)") }
    }

    private mutating func number(_ opcode: UInt8) throws(WeightProblem) -> PickleValue? {
        switch opcode {
        case UInt8(ascii: "K"): return .int(try cursor.unsigned(1))
        case UInt8(ascii: "M"): return .int(try cursor.unsigned(2))
        case UInt8(ascii: "J"): return .int(Int(Int32(truncatingIfNeeded: try cursor.unsigned(4))))
        case 0x8a: return Self.whole(try cursor.bytes(try cursor.unsigned(1)))
        case 0x8b: return Self.whole(try cursor.bytes(try cursor.unsigned(4)))
        case UInt8(ascii: "G"):
            let bits = try cursor.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return .double(Double(bitPattern: bits))
        default: return nil
        }
    }

    /// Two's complement, little-endian.
    private static func whole(_ bytes: [UInt8]) -> PickleValue {
        guard bytes.count <= 8 else { return .long(bytes) }
        let negative = (bytes.last ?? 0) & 0x80 != 0
        var bits: UInt64 = negative ? .max : 0
        for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
        return .int(Int(Int64(bitPattern: bits)))
    }

    private mutating func text(_ opcode: UInt8) throws(WeightProblem) -> PickleValue? {
        switch opcode {
        case 0x8c: return .string(try string(try cursor.unsigned(1)))
        case UInt8(ascii: "X"): return .string(try string(try cursor.unsigned(4)))
        case 0x8d: return .string(try string(try cursor.unsigned(8)))
        // What Python 2 wrote for text.
        case UInt8(ascii: "U"): return .string(try string(try cursor.unsigned(1)))
        case UInt8(ascii: "T"): return .string(try string(try cursor.unsigned(4)))
        case UInt8(ascii: "C"): return .bytes(try cursor.bytes(try cursor.unsigned(1)))
        case UInt8(ascii: "B"): return .bytes(try cursor.bytes(try cursor.unsigned(4)))
        case 0x8e: return .bytes(try cursor.bytes(try cursor.unsigned(8)))
        default: return nil
        }
    }

    private mutating func string(_ length: Int) throws(WeightProblem) -> String {
        String(decoding: try cursor.bytes(length), as: UTF8.self)
    }

    private mutating func container(_ opcode: UInt8) throws(WeightProblem) -> Bool {
        switch opcode {
        case UInt8(ascii: "]"): stack.append(.list(store([])))
        case UInt8(ascii: "}"): stack.append(.dictionary(store([])))
        case UInt8(ascii: ")"): stack.append(.tuple(store([])))
        case UInt8(ascii: "t"): stack.append(.tuple(store(try popToMark())))
        case UInt8(ascii: "l"): stack.append(.list(store(try popToMark())))
        case UInt8(ascii: "d"): stack.append(.dictionary(store(try popToMark())))
        case 0x85, 0x86, 0x87: stack.append(.tuple(store(try pop(Int(opcode) - 0x84))))
        case UInt8(ascii: "a"): try append([try pop()], toList: true)
        case UInt8(ascii: "e"): try append(try popToMark(), toList: true)
        case UInt8(ascii: "s"): try append(try pop(2), toList: false)
        case UInt8(ascii: "u"): try append(try popToMark(), toList: false)
        default: return false
        }
        return true
    }

    private mutating func append(_ items: [PickleValue], toList: Bool) throws(WeightProblem) {
        switch try top() {
        case .list(let place) where toList: arena[place] += items
        case .dictionary(let place) where !toList && items.count.isMultiple(of: 2): arena[place] += items
        default: throw .damaged("its pickle adds to what is no container")
        }
    }

    private mutating func useMemo(_ opcode: UInt8) throws(WeightProblem) {
        switch opcode {
        case UInt8(ascii: "q"): memo[try cursor.unsigned(1)] = try top()
        case UInt8(ascii: "r"): memo[try cursor.unsigned(4)] = try top()
        case 0x94: memo[memo.count] = try top()
        default:
            let place = try cursor.unsigned(opcode == UInt8(ascii: "h") ? 1 : 4)
            guard let value = memo[place] else { throw .damaged("its pickle refers to a value that is not there") }
            stack.append(value)
        }
    }

    // MARK: Names and what they make

    private mutating func pushGlobal(_ opcode: UInt8) throws(WeightProblem) {
        if opcode == 0x93 {
            guard case .string(let name) = try pop(), case .string(let module) = try pop() else {
                throw .damaged("its pickle names something by what is no text")
            }
            stack.append(.global(try PickleGlobal(module: module, name: name)))
        } else {
            let module = try cursor.line()
            stack.append(.global(try PickleGlobal(module: module, name: try cursor.line())))
        }
    }

    private mutating func reduce() throws(WeightProblem) {
        let arguments = try tuple(try pop())
        guard case .global(let global) = try pop() else { throw .damaged("its pickle calls what is no name") }
        if let made = try PickleCall(arena: arena).value(of: global, arguments) {
            stack.append(made)
        } else {
            stack.append(try orderedDictionary(global, arguments))
        }
    }

    /// An ordered dictionary, of pairs where there are some.
    private mutating func orderedDictionary(
        _ global: PickleGlobal, _ arguments: [PickleValue]
    ) throws(WeightProblem) -> PickleValue {
        guard global == .orderedDictionary, arguments.count <= 1 else {
            throw .damaged("its pickle makes a value from wrong parts")
        }
        var entries: [PickleValue] = []
        let pairs: [PickleValue] = if let first = arguments.first { try items(first) } else { [] }
        for pair in pairs {
            let parts = try items(pair)
            guard parts.count == 2 else { throw .damaged("an entry of a dictionary has \(parts.count) parts") }
            entries += parts
        }
        return .dictionary(store(entries))
    }

    private mutating func makeObject() throws(WeightProblem) {
        let arguments = try tuple(try pop())
        switch try pop() {
        case .global(.fastcoreList) where arguments.isEmpty: stack.append(.list(store([])))
        case .global(.orderedDictionary) where arguments.isEmpty: stack.append(.dictionary(store([])))
        default: throw .damaged("its pickle makes an object of what is no type")
        }
    }

    /// Attributes of an object: fastcore's list keeps its items there; the rest says nothing here.
    private mutating func build() throws(WeightProblem) {
        let state = try pop()
        switch try top() {
        case .list(let place):
            guard case .dictionary(let attributes) = state else { throw .damaged("a list has strange attributes") }
            for index in stride(from: 0, to: arena[attributes].count - 1, by: 2) {
                guard case .string("items") = arena[attributes][index] else { continue }
                arena[place] = try items(arena[attributes][index + 1])
            }
        case .dictionary: break
        case .numpyType(let name):
            guard case .tuple(let parts) = state, arena[parts].count > 1, case .string(let order) = arena[parts][1],
                order != ">"
            else { throw .unsupported("a number of numpy's type \(name) in another byte order") }
        default: throw .damaged("its pickle gives attributes to what has none")
        }
    }

    private mutating func pushPersistent() throws(WeightProblem) {
        let parts = try tuple(try pop())
        let storage = try PickleCall(arena: arena).storage(parts)
        if let known = storages[storage.key], known.dtype != storage.dtype {
            throw .damaged("the storage \(storage.key) is of two types")
        }
        storages[storage.key] = storage
        stack.append(.storage(storage))
    }

    // MARK: Stack and arena

    private mutating func store(_ items: [PickleValue]) -> Int {
        arena.append(items)
        return arena.count - 1
    }

    /// The items of a list or a tuple.
    private func items(_ value: PickleValue) throws(WeightProblem) -> [PickleValue] {
        switch value {
        case .list(let place), .tuple(let place): return arena[place]
        default: throw .damaged("its pickle has no list where one is needed")
        }
    }

    private func tuple(_ value: PickleValue) throws(WeightProblem) -> [PickleValue] {
        try PickleCall(arena: arena).tuple(value)
    }

    private func top() throws(WeightProblem) -> PickleValue {
        guard let value = stack.last, stack.count > marks.last ?? 0 else {
            throw .damaged("its pickle's stack is empty")
        }
        return value
    }

    private mutating func pop() throws(WeightProblem) -> PickleValue {
        let value = try top()
        stack.removeLast()
        return value
    }

    private mutating func pop(_ count: Int) throws(WeightProblem) -> [PickleValue] {
        guard stack.count - (marks.last ?? 0) >= count else { throw .damaged("its pickle's stack is empty") }
        defer { stack.removeLast(count) }
        return Array(stack.suffix(count))
    }

    private mutating func popToMark() throws(WeightProblem) -> [PickleValue] {
        guard let mark = marks.popLast(), mark <= stack.count else { throw .damaged("its pickle's mark is missing") }
        defer { stack.removeLast(stack.count - mark) }
        return Array(stack[mark...])
    }
}

/// Finds objects that hold one another but that nothing else holds, and takes them apart.
///
/// As CPython's collector (Modules/gcmodule.c) it asks of each object how many references to it there are, and how many
/// of them come from objects it knows. Where some come from elsewhere (a variable, the stack, a native), the object and
/// whatever it leads to stay.
struct Collector {
    private var objects: [Unmanaged<Object>] = []
    private var positions = AddressTable()
    /// How many references to each object come from the others.
    private var inner: [Int] = []
    private let interpreter: Interpreter

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// - Returns: how many objects were taken apart; 0 too when an interruption came first.
    mutating func collect(_ containers: [Unmanaged<Object>]) -> Int {
        for container in containers { add(container) }
        // Others are found on the way, so that the list grows.
        var found: [Unmanaged<Object>] = []
        var next = 0
        while next < objects.count {
            if next & 0x3FFF == 0, interpreter.isInterruptRequested { return 0 }
            Self.references(of: objects[next], into: &found)
            for reference in found { inner[add(reference)] += 1 }
            next += 1
        }
        var isHeld = objects.indices.map { Self.count(objects[$0]) > inner[$0] }
        var pending = objects.indices.filter { isHeld[$0] }
        var steps = 0
        while let position = pending.popLast() {
            steps += 1
            if steps & 0x3FFF == 0, interpreter.isInterruptRequested { return 0 }
            Self.references(of: objects[position], into: &found)
            for reference in found {
                guard let other = positions[reference.toOpaque()], !isHeld[other] else { continue }
                isHeld[other] = true
                pending.append(other)
            }
        }
        // From here on they are retained, whatever is done to them.
        let garbage = objects.indices.filter { !isHeld[$0] }.map { objects[$0].takeUnretainedValue() }
        return Self.takeApart(garbage)
    }

    @discardableResult
    private mutating func add(_ object: Unmanaged<Object>) -> Int {
        let (position, isNew) = positions.insert(object.toOpaque(), objects.count)
        if isNew {
            objects.append(object)
            inner.append(0)
        }
        return position
    }

    /// Gives the objects that an object holds, those left out that hold no others.
    private static func references(of object: Unmanaged<Object>, into found: inout [Unmanaged<Object>]) {
        found.removeAll(keepingCapacity: true)
        object._withUnsafeGuaranteedRef { object in
            object.forEachReference { value in
                if case .object(let other) = value, other.isTraced { found.append(.passUnretained(other)) }
            }
        }
    }

    private static func takeApart(_ garbage: [Object]) -> Int {
        // Generators first, for they may have something to clean up, and see everything else whole. What they leave is
        // found the next time.
        var hasCleanedUp = false
        for case let generator as Generator in garbage where generator.state == .suspended {
            hasCleanedUp = true
            do throws(Raise) { try generator.close() } catch { continue }
        }
        if hasCleanedUp { return 0 }
        for object in garbage {
            var pending: [Value] = []
            object.surrender(into: &pending)
            Object.release(&pending)
        }
        return garbage.count
    }

    /// How many references to an object there are.
    private static func count(_ object: Unmanaged<Object>) -> Int { Int(bitPattern: retainCount(object.toOpaque())) }
}

@_silgen_name("swift_retainCount")
private func retainCount(_ object: UnsafeMutableRawPointer) -> UInt

extension Object {
    /// Whether the collector follows references to it. Texts and numbers hold nothing, and what belongs to the program
    /// itself is shared by threads and never freed.
    fileprivate final var isTraced: Bool {
        switch kind {
        case .str, .range, .builtin: false
        case .type: unsafeDowncast(self, to: TypeObject.self).isCellClass
        default: mayHoldOthers
        }
    }
}

/// Positions by address: a table of open addresses.
private struct AddressTable {
    private var slots: [(address: UInt, position: Int)]
    private var count = 0

    init() { slots = Array(repeating: (0, 0), count: 1 << 12) }

    private func slot(of address: UInt) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (address >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while slots[slot].address != 0, slots[slot].address != address { slot = (slot + 1) & mask }
        return slot
    }

    subscript(pointer: UnsafeMutableRawPointer) -> Int? {
        let found = slots[slot(of: UInt(bitPattern: pointer))]
        return found.address == 0 ? nil : found.position
    }

    mutating func insert(_ pointer: UnsafeMutableRawPointer, _ position: Int) -> (position: Int, isNew: Bool) {
        let address = UInt(bitPattern: pointer)
        let place = slot(of: address)
        if slots[place].address != 0 { return (slots[place].position, false) }
        slots[place] = (address, position)
        count += 1
        if count * 2 > slots.count { grow() }
        return (position, true)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, 0), count: old.count * 2)
        for entry in old where entry.address != 0 { slots[slot(of: entry.address)] = entry }
    }
}

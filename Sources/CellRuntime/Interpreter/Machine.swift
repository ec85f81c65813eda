internal import Synchronization

/// What every node looks at while it runs: the stack, how deep calls are, and whether someone wants them to stop.
///
/// It lies outside the ``Interpreter`` object and is reached by a pointer, so that looking at it counts no references.
struct Machine: ~Copyable {
    typealias Frame = UnsafeMutablePointer<Value>

    /// Frames lie on this stack of values: arguments first, then locals, cells and temporaries.
    let stack: Frame
    let stackEnd: Frame
    var stackTop: Frame
    /// How many functions are running in one another.
    var depth = 0
    /// Above it a call raises `RecursionError`.
    var recursionLimit = 1000
    /// The lowest address that native recursion may reach.
    var stackLimit: UInt = 0
    /// What a `return` statement leaves for the function's end.
    var returned = Value.none
    /// What a `yield` hands out, and what comes back in.
    var yielded = Value.none
    var sent = Value.none
    /// Set by any thread.
    let interruptFlag = Atomic<Bool>(false)

    private static let stackCapacity = 1 << 20

    init() {
        stack = .allocate(capacity: Self.stackCapacity)
        stackTop = stack
        stackEnd = stack + Self.stackCapacity
    }

    deinit { stack.deallocate() }

    @inline(__always)
    var isInterruptRequested: Bool { interruptFlag.load(ordering: .relaxed) }

    @inline(__always)
    mutating func push(_ value: consuming Value) {
        stackTop.initialize(to: value)
        stackTop += 1
    }

    /// Takes off everything from `base` up.
    @inline(__always)
    mutating func pop(to base: Frame) {
        Machine.drop(base, stackTop)
        stackTop = base
    }

    /// The value of the `return` statement that ended a function.
    @inline(__always)
    mutating func takeReturned() -> Value {
        let result = returned
        returned = .none
        return result
    }

    /// Lets go of the values between two places. Most are small, so that looking first is faster than to ask the runtime
    /// to destroy them all.
    @inline(__always)
    static func drop(_ start: Frame, _ end: Frame) {
        var place = start
        while place < end {
            _ = place.move()
            place += 1
        }
    }

    /// Notes one more call inside the others; false when there are too many.
    @inline(__always)
    mutating func enter() -> Bool {
        var marker: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        if depth >= recursionLimit || address < stackLimit { return false }
        depth += 1
        return true
    }
}

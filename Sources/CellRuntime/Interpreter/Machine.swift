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
    /// What someone wants of the running cell, each a bit of a ``Request``. Set by any thread.
    private let requests = Atomic<UInt8>(0)

    /// Above how many bytes of memory in use a collection is wanted. Set and read by different threads.
    let collectionLevel = Atomic<Int>(.max)

    enum Request: UInt8 {
        /// To end with `KeyboardInterrupt`.
        case interrupt = 1
        /// To look for cycles.
        case collection = 2
        /// To end with `MemoryError`, unless collecting helps.
        case memory = 4
    }

    private static let stackCapacity = 1 << 20

    init() {
        stack = .allocate(capacity: Self.stackCapacity)
        stackTop = stack
        stackEnd = stack + Self.stackCapacity
    }

    deinit { stack.deallocate() }

    /// Whether there is any request.
    @inline(__always)
    var wantsAttention: Bool { requests.load(ordering: .relaxed) != 0 }

    var isInterruptRequested: Bool { requests.load(ordering: .relaxed) & Request.interrupt.rawValue != 0 }

    func request(_ request: Request) { requests.bitwiseOr(request.rawValue, ordering: .relaxed) }

    /// Takes a request back; whether it was there.
    @discardableResult
    func take(_ request: Request) -> Bool {
        requests.bitwiseAnd(~request.rawValue, ordering: .relaxed).oldValue & request.rawValue != 0
    }

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

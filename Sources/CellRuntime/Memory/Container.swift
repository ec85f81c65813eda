/// An object that a cycle of references can lead through: what can be changed so that it holds itself. The collector
/// knows them all, and finds the others from them.
///
/// As all values, containers are made and let go of on the thread that runs cells.
open class Container: Object {
    /// The neighbours among all containers of a heap.
    fileprivate final var before: Unmanaged<Container>?
    fileprivate final var after: Unmanaged<Container>?

    public override init(type: TypeObject) {
        super.init(type: type)
        Heap.current?.add(self)
    }

    /// One that the collector does not look after.
    override init(metatype: TypeObject?) { super.init(metatype: metatype) }

    deinit { unlink() }

    fileprivate final func unlink() {
        guard let before else { return }
        before._withUnsafeGuaranteedRef { $0.after = after }
        after?._withUnsafeGuaranteedRef { $0.before = before }
    }
}

/// The containers that an interpreter's cells have made.
final class Heap {
    /// Stands before the first container, so that each has one before it.
    private let first = Container(metatype: nil)
    /// How many containers have been made since the last collection.
    private(set) var made = 0
    /// After so many a collection is wanted.
    var threshold = Heap.smallestThreshold
    /// Where the wish for a collection is put.
    private let machine: UnsafeMutablePointer<Machine>
    /// The interpreter is gone; a thread may still know its heap.
    private var isAbandoned = false

    static let smallestThreshold = 50_000

    init(_ machine: UnsafeMutablePointer<Machine>) { self.machine = machine }

    fileprivate func add(_ container: Container) {
        if isAbandoned { return }
        let link = Unmanaged.passUnretained(container)
        container.before = .passUnretained(first)
        container.after = first.after
        first.after?._withUnsafeGuaranteedRef { $0.before = link }
        first.after = link
        made += 1
        if made >= threshold { machine.pointee.request(.collection) }
    }

    /// The containers there are, not retained.
    func containers() -> [Unmanaged<Object>] {
        var result: [Unmanaged<Object>] = []
        var next = first.after
        while let link = next {
            result.append(.fromOpaque(link.toOpaque()))
            next = link._withUnsafeGuaranteedRef { $0.after }
        }
        return result
    }

    /// Begins to count anew; the more containers are in use, the longer until the next collection.
    func collected(inUse: Int) {
        made = 0
        threshold = max(Heap.smallestThreshold, inUse * 2)
    }

    /// Forgets all containers, which go on without a collector.
    func abandon() {
        isAbandoned = true
        var next = first.after
        while let link = next {
            next = link._withUnsafeGuaranteedRef { $0.after }
            link._withUnsafeGuaranteedRef {
                $0.before = nil
                $0.after = nil
            }
        }
        first.after = nil
    }
}

/// The root of everything that is not a small value. Native types derive from it:
///
///     final class TensorObject: Object {
///         let tensor: Tensor
///         init(_ tensor: Tensor) {
///             self.tensor = tensor
///             super.init(type: TensorObject.declaration)
///         }
///     }
open class Object {
    /// The class, not retained: looking at it counts no references. Nil only while the class of all classes is made.
    final var storedType: Unmanaged<TypeObject>?
    /// Attributes that cells have set, for instances of classes that allow it.
    public final var attributes: Dict?

    /// The class. Classes outlive their instances: native ones for ever, a cell's until the collector sees no instance.
    public final var type: TypeObject {
        get { storedType.unsafelyUnwrapped.takeUnretainedValue() }
        set { storedType = .passUnretained(newValue) }
    }

    /// The class, if it is one that the evaluator treats specially, and exactly that.
    @inline(__always)
    final var kind: TypeObject.Kind {
        storedType.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.instanceKind }
    }

    /// ``TypeObject/version`` of the class.
    @inline(__always)
    final var typeVersion: Int {
        storedType.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.version }
    }

    /// Whether instances of the class may hold many other values.
    @inline(__always)
    final var mayHoldOthers: Bool {
        storedType.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.isContainer }
    }

    /// Whether this is an instance of that very class.
    @inline(__always)
    final func isExactly(_ type: TypeObject) -> Bool {
        storedType.unsafelyUnwrapped.toOpaque() == Unmanaged.passUnretained(type).toOpaque()
    }

    public init(type: TypeObject) {
        storedType = .passUnretained(type)
        attributes = nil
    }

    init(metatype: TypeObject?) {
        storedType = metatype.map { .passUnretained($0) }
        attributes = nil
    }

    /// Moves the values this object holds into `pending`, just before it is released, so that long chains of objects are
    /// taken apart in a loop and not by recursion. Containers override it.
    open func surrender(into pending: inout [Value]) {
        attributes?.surrender(into: &pending)
    }

    /// Visits the values that this object holds on to, for finding cycles.
    open func forEachReference(_ visit: (Value) -> Void) {
        attributes?.forEachReference(visit)
    }
}

extension Object {
    /// Releases values without recursion, however long the chains behind them are.
    static func release(_ values: inout [Value]) {
        while let value = values.popLast() {
            guard case .object(var object) = consume value else { continue }
            if isKnownUniquelyReferenced(&object) { object.surrender(into: &values) }
        }
    }
}

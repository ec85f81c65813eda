/// The root of everything that is not a small value. Natives that hold other values which cells can change derive from
/// ``Container``. Native types derive from it:
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

    /// The class. Native ones are there for ever; those of cells are kept by their instances.
    public final var type: TypeObject {
        get { storedType.unsafelyUnwrapped.takeUnretainedValue() }
        set {
            let old = storedType
            storedType = .passUnretained(newValue)
            if newValue.isCellClass { _ = storedType?.retain() }
            Object.letGo(of: old)
        }
    }

    private static func letGo(of type: Unmanaged<TypeObject>?) {
        guard let type, type._withUnsafeGuaranteedRef({ $0.isCellClass }) else { return }
        type.release()
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
        if type.isCellClass { _ = storedType?.retain() }
    }

    deinit { Object.letGo(of: storedType) }

    init(metatype: TypeObject?) {
        storedType = metatype.map { .passUnretained($0) }
        attributes = nil
        if let metatype, metatype.isCellClass { _ = storedType?.retain() }
    }

    /// Moves the values this object holds into `pending`, just before it is released, so that long chains of objects are
    /// taken apart in a loop and not by recursion. Containers override it.
    open func surrender(into pending: inout [Value]) {
        if let attributes { pending.append(.object(attributes)) }
        attributes = nil
    }

    /// Visits the values that this object holds on to, for the ``Collector``.
    ///
    /// Each once for each time it is held, and by this object alone: an array that others may share is made its own first,
    /// by `withUnsafeMutableBufferPointer`. What is left out is taken to be in use.
    open func forEachReference(_ visit: (Value) -> Void) {
        if let attributes { visit(.object(attributes)) }
        if type.isCellClass { visit(.object(type)) }
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

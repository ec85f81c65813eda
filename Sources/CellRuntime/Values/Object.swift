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
    /// The class; nil only while the class of all classes is made.
    final unowned(unsafe) var storedType: TypeObject?
    /// Attributes that cells have set, for instances of classes that allow it.
    public final var attributes: Dict?

    /// The class. Classes outlive their instances: native ones for ever, a cell's as long as its interpreter.
    public final var type: TypeObject {
        get { storedType.unsafelyUnwrapped }
        set { storedType = newValue }
    }

    /// The class, if it is one that the evaluator treats specially, and exactly that.
    @inline(__always)
    final var kind: TypeObject.Kind { storedType.unsafelyUnwrapped.instanceKind }

    public init(type: TypeObject) {
        storedType = type
        attributes = nil
    }

    init(metatype: TypeObject?) {
        storedType = metatype
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

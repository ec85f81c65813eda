#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Heap {
    /// The heap that containers made on this thread belong to: that of the interpreter that runs here.
    static var current: UnsafeMutablePointer<Heap>? {
        get { pthread_getspecific(key).map { $0.assumingMemoryBound(to: Heap.self) } }
        set { pthread_setspecific(key, newValue) }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        precondition(pthread_key_create(&key, nil) == 0, "a program has room for one more thread-specific value")
        return key
    }()
}

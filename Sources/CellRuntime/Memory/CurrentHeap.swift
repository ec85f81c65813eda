#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Heap {
    /// The heap that containers made on this thread belong to: that of the interpreter that runs here.
    static var current: Heap? {
        get { pthread_getspecific(key).map { Unmanaged<Heap>.fromOpaque($0).takeUnretainedValue() } }
        set {
            let old = pthread_getspecific(key)
            pthread_setspecific(key, newValue.map { Unmanaged.passRetained($0).toOpaque() })
            if let old { Unmanaged<Heap>.fromOpaque(old).release() }
        }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { value in
            // A thread has ended. (The value is optional on Linux only.)
            let heap: UnsafeMutableRawPointer? = value
            if let heap { Unmanaged<Heap>.fromOpaque(heap).release() }
        }
        precondition(status == 0, "a program has room for one more thread-specific value")
        return key
    }()
}

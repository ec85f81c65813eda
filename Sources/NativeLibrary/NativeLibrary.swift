#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A dynamic library of this package that is opened when it is first needed, so that starting the
/// program costs nothing for the libraries behind it.
public struct NativeLibrary: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    /// Opens `lib<name>.so` from `NUTHATCH_LIBRARIES`, else from the folder of the running program.
    ///
    /// - Throws: ``NativeLibraryError`` with the loader's own words when it cannot be opened.
    public init(named name: String) throws(NativeLibraryError) {
        let path = Self.folder() + "/lib" + name + Self.suffix
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            throw NativeLibraryError(library: name, reason: String(cString: dlerror()))
        }
        self.handle = handle
    }

    /// The address of a C function, to be cast to its type with `unsafeBitCast`.
    ///
    /// - Throws: ``NativeLibraryError`` when the library has no such symbol.
    public func symbol(_ name: String) throws(NativeLibraryError) -> UnsafeMutableRawPointer {
        guard let address = dlsym(handle, name) else {
            throw NativeLibraryError(library: name, reason: "it has no symbol \(name)")
        }
        return address
    }

    private static func folder() -> String {
        if let setting = getenv("NUTHATCH_LIBRARIES") { return String(cString: setting) }
        guard let program = realpath("/proc/self/exe", nil) else { return "." }
        defer { free(program) }
        let path = String(cString: program)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    #if os(macOS)
        private static let suffix = ".dylib"
    #else
        private static let suffix = ".so"
    #endif
}

/// Why a dynamic library of this package could not be opened.
public struct NativeLibraryError: Error, CustomStringConvertible {
    public let library: String
    public let reason: String

    public var description: String {
        "lib\(library) cannot be opened: \(reason). `nuthatch doctor` says what is missing."
    }
}

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The functions of PCRE2 (libpcre2-8) that matching needs, opened when the first pattern is compiled
/// so that starting costs nothing. The names and numbers are those of `pcre2.h`, which keeps them stable.
final class PCRE2: @unchecked Sendable {
    typealias Code = OpaquePointer
    typealias MatchData = OpaquePointer
    typealias MatchContext = OpaquePointer

    static let caseless: UInt32 = 0x0000_0008
    static let dotAll: UInt32 = 0x0000_0020
    static let multiline: UInt32 = 0x0000_0400
    static let autoCallout: UInt32 = 0x0000_0004
    static let neverBackslashC: UInt32 = 0x0010_0000
    static let ucp: UInt32 = 0x0002_0000
    static let utf: UInt32 = 0x0008_0000
    static let altCircumflex: UInt32 = 0x0020_0000
    static let allowEmptyClass: UInt32 = 0x0000_0001
    static let anchored: UInt32 = 0x8000_0000
    static let endAnchored: UInt32 = 0x2000_0000
    static let noUTFCheck: UInt32 = 0x4000_0000
    static let notEmptyAtStart: UInt32 = 0x0000_0008
    static let newlineIsLF: UInt32 = 2

    static let noMatch: Int32 = -1
    static let matchLimit: Int32 = -47

    let compile:
        @convention(c) (
            UnsafePointer<UInt8>?, Int, UInt32, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int>, OpaquePointer?
        ) -> Code?
    let match:
        @convention(c) (
            Code?, UnsafePointer<UInt8>?, Int, Int, UInt32, MatchData?, MatchContext?
        ) -> Int32
    let freeCode: @convention(c) (Code?) -> Void
    let makeMatchData: @convention(c) (Code?, OpaquePointer?) -> MatchData?
    let freeMatchData: @convention(c) (MatchData?) -> Void
    let offsets: @convention(c) (MatchData?) -> UnsafeMutablePointer<Int>?
    let makeCompileContext: @convention(c) (OpaquePointer?) -> OpaquePointer?
    let setNewline: @convention(c) (OpaquePointer?, UInt32) -> Int32
    let makeMatchContext: @convention(c) (OpaquePointer?) -> MatchContext?
    let freeMatchContext: @convention(c) (MatchContext?) -> Void
    let setMatchLimit: @convention(c) (MatchContext?, UInt32) -> Int32
    let setDepthLimit: @convention(c) (MatchContext?, UInt32) -> Int32
    let setHeapLimit: @convention(c) (MatchContext?, UInt32) -> Int32
    let setCallout:
        @convention(c) (
            MatchContext?, (@convention(c) (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Int32)?,
            UnsafeMutableRawPointer?
        ) -> Int32
    let errorMessage: @convention(c) (Int32, UnsafeMutablePointer<UInt8>, Int) -> Int32

    static let shared: Result<PCRE2, RegexError> = {
        do throws(RegexError) { return .success(try PCRE2()) } catch { return .failure(error) }
    }()

    private init() throws(RegexError) {
        let names = ["libpcre2-8.so.0", "libpcre2-8.so", "libpcre2-8.0.dylib", "libpcre2-8.dylib"]
        guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
            throw RegexError("regular expressions need the library PCRE2 (libpcre2-8), which is not installed")
        }
        var missing: String?
        func symbol<Function>(_ name: String, _ type: Function.Type) -> Function {
            guard let address = dlsym(handle, "pcre2_\(name)_8") else {
                missing = name
                return unsafeBitCast(dlsym(handle, "pcre2_config_8"), to: type)
            }
            return unsafeBitCast(address, to: type)
        }
        compile = symbol("compile", type(of: compile))
        match = symbol("match", type(of: match))
        freeCode = symbol("code_free", type(of: freeCode))
        makeMatchData = symbol("match_data_create_from_pattern", type(of: makeMatchData))
        freeMatchData = symbol("match_data_free", type(of: freeMatchData))
        offsets = symbol("get_ovector_pointer", type(of: offsets))
        makeCompileContext = symbol("compile_context_create", type(of: makeCompileContext))
        setNewline = symbol("set_newline", type(of: setNewline))
        makeMatchContext = symbol("match_context_create", type(of: makeMatchContext))
        freeMatchContext = symbol("match_context_free", type(of: freeMatchContext))
        setMatchLimit = symbol("set_match_limit", type(of: setMatchLimit))
        setDepthLimit = symbol("set_depth_limit", type(of: setDepthLimit))
        setHeapLimit = symbol("set_heap_limit", type(of: setHeapLimit))
        setCallout = symbol("set_callout", type(of: setCallout))
        errorMessage = symbol("get_error_message", type(of: errorMessage))
        if let missing { throw RegexError("the library PCRE2 has no function pcre2_\(missing)") }
    }

    func message(_ code: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = errorMessage(code, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
    }
}

/// `re.error`: what is wrong with a pattern or a replacement, and where in it.
struct RegexError: Error, Equatable {
    var message: String
    /// In characters of the pattern.
    var position: Int?

    init(_ message: String, at position: Int? = nil) {
        self.message = message
        self.position = position
    }

    /// The message as CPython writes it, with the line where the pattern has several.
    func described(in pattern: String) -> String {
        guard let position else { return message }
        let scalars = Array(pattern.unicodeScalars)
        let before = scalars.prefix(position)
        guard scalars.contains("\n") else { return "\(message) at position \(position)" }
        let line = before.count { $0 == "\n" } + 1
        let column = position - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
        return "\(message) at position \(position) (line \(line), column \(column))"
    }
}

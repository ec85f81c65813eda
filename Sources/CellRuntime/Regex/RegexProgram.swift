/// A compiled pattern.
final class RegexProgram {
    enum Anchor {
        /// Anywhere at or after the start.
        case search
        /// At the start.
        case match
        /// From the start to the end.
        case full
    }

    /// Why a match was given up.
    enum Interruption: Error {
        case interrupted
        case failed(String)
    }

    let pattern: String
    let flags: RegexFlags
    let isBytes: Bool
    let groupCount: Int
    /// Group names in the order of their groups.
    let names: [(name: String, group: Int)]

    private let library: PCRE2
    private let translated: String
    private let code: PCRE2.Code
    private let data: PCRE2.MatchData
    private let context: PCRE2.MatchContext
    /// The same pattern, compiled to call back at each item: slower, but it can be interrupted.
    private var watchedCode: PCRE2.Code?

    /// Steps after which a match goes on in the form that can be interrupted; less than a tenth of a second.
    private static let quickLimit: UInt32 = 1_000_000

    init(_ pattern: String, flags given: RegexFlags, isBytes: Bool = false) throws(RegexError) {
        library = try PCRE2.shared.get()
        var translator = try RegexTranslator(pattern, flags: given, isBytes: isBytes)
        translated = try translator.translate()
        self.pattern = pattern
        self.isBytes = isBytes
        var flags = translator.flags
        if !isBytes, !flags.contains(.ascii) { flags.insert(.unicode) }
        self.flags = flags
        groupCount = translator.groupCount
        names = translator.names
        code = try Self.compile(translated, flags, isBytes: isBytes, watched: false, library)
        guard let data = library.makeMatchData(code, nil), let context = library.makeMatchContext(nil) else {
            library.freeCode(code)
            throw RegexError("there is not enough memory for the pattern")
        }
        self.data = data
        self.context = context
        // 256 MB of heap (the unit is KiB).
        _ = library.setHeapLimit(context, 262_144)
        _ = library.setDepthLimit(context, .max)
    }

    deinit {
        library.freeMatchContext(context)
        library.freeMatchData(data)
        library.freeCode(code)
        if let watchedCode { library.freeCode(watchedCode) }
    }

    private static func compile(
        _ text: String, _ flags: RegexFlags, isBytes: Bool, watched: Bool, _ library: PCRE2
    ) throws(RegexError) -> PCRE2.Code {
        var options = PCRE2.altCircumflex | PCRE2.neverBackslashC
        if !isBytes { options |= PCRE2.utf }
        if !isBytes, !flags.contains(.ascii) { options |= PCRE2.ucp }
        if flags.contains(.ignoreCase) { options |= PCRE2.caseless }
        if flags.contains(.multiline) { options |= PCRE2.multiline }
        if flags.contains(.dotAll) { options |= PCRE2.dotAll }
        if watched { options |= PCRE2.autoCallout }
        guard let compileContext = library.makeCompileContext(nil) else {
            throw RegexError("there is not enough memory for the pattern")
        }
        _ = library.setNewline(compileContext, PCRE2.newlineIsLF)
        var number: Int32 = 0
        var offset = 0
        // A pattern of bytes has one character a byte; PCRE2 sees them so, too.
        let bytes = isBytes ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
        guard let code = library.compile(bytes, bytes.count, options, &number, &offset, compileContext) else {
            throw RegexError(library.message(number))
        }
        return code
    }

    /// Matches within the bytes up to `end`, beginning at `start`.
    ///
    /// - Parameters:
    ///   - nonEmpty: No empty match at the start, as after an empty one there.
    ///   - isInterrupted: Asked now and then in matches that take long.
    /// - Returns: Start and end of each group, -1 for those that took no part; nothing without a match.
    func match(
        _ subject: [UInt8], from start: Int, to end: Int, anchor: Anchor, nonEmpty: Bool = false,
        isInterrupted: @escaping () -> Bool
    ) throws(Interruption) -> [Int]? {
        guard start <= end else { return nil }
        var options: UInt32 = isBytes ? 0 : PCRE2.noUTFCheck
        if nonEmpty { options |= PCRE2.notEmptyAtStart }
        switch anchor {
        case .search: break
        case .match: options |= PCRE2.anchored
        case .full: options |= PCRE2.anchored | PCRE2.endAnchored
        }
        _ = library.setMatchLimit(context, Self.quickLimit)
        var result = library.match(code, subject, end, start, options, data, context)
        if result == PCRE2.matchLimit {
            result = try watchedMatch(subject, start, end, options, isInterrupted)
        }
        if result == PCRE2.noMatch { return nil }
        guard result >= 0, let offsets = library.offsets(data) else {
            throw .failed("regular expression: \(library.message(result))")
        }
        return (0..<2 * (groupCount + 1)).map { offsets[$0] }
    }

    private final class Watch {
        let isInterrupted: () -> Bool
        var calls = 0
        init(_ isInterrupted: @escaping () -> Bool) { self.isInterrupted = isInterrupted }
    }

    private static let interruptedCode: Int32 = -37

    private func watchedMatch(
        _ subject: [UInt8], _ start: Int, _ end: Int, _ options: UInt32, _ isInterrupted: @escaping () -> Bool
    ) throws(Interruption) -> Int32 {
        if watchedCode == nil {
            do throws(RegexError) {
                watchedCode = try Self.compile(translated, flags, isBytes: isBytes, watched: true, library)
            } catch {
                throw .failed(error.message)
            }
        }
        let watch = Watch(isInterrupted)
        _ = library.setMatchLimit(context, .max)
        _ = library.setCallout(
            context,
            { _, data in
                guard let data else { return 0 }
                let watch = Unmanaged<Watch>.fromOpaque(data).takeUnretainedValue()
                watch.calls += 1
                return watch.calls & 0xFFF == 0 && watch.isInterrupted() ? RegexProgram.interruptedCode : 0
            }, Unmanaged.passUnretained(watch).toOpaque())
        defer { _ = library.setCallout(context, nil, nil) }
        let result = withExtendedLifetime(watch) {
            library.match(watchedCode, subject, end, start, options, data, context)
        }
        if result == Self.interruptedCode { throw .interrupted }
        return result
    }
}

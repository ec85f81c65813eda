/// An error or warning with its place in the source, ready to be drawn for a person.
public struct Diagnostic: Sendable {
    /// A place from which the function that failed was called.
    public struct Call: Sendable {
        /// The function that made the call; `<module>` outside of all.
        public let function: String
        public let source: Source
        public let range: SourceRange
        public init(function: String, source: Source, range: SourceRange) {
            self.function = function
            self.source = source
            self.range = range
        }
    }

    /// The exception's class, such as `NameError`.
    public let type: String
    public let message: String
    public let source: Source
    public let range: SourceRange
    /// What to do, such as `did you mean 'learn'?`.
    public let hint: String?
    /// The calls that led here, innermost first.
    public let calls: [Call]

    public init(
        type: String, message: String, source: Source, range: SourceRange, hint: String? = nil,
        calls: [Call] = []
    ) {
        self.type = type
        self.message = message
        self.source = source
        self.range = range
        self.hint = hint
        self.calls = calls
    }

    public init(_ error: SyntaxError, in source: Source) {
        self.init(
            type: error.kind.rawValue, message: error.message, source: source, range: error.range,
            hint: error.hint)
    }

    /// `did you mean '…'?` for the candidate nearest to `name`, as a hint.
    public static func suggestion(
        for name: String, among candidates: some Sequence<String>
    ) -> String? {
        Spelling.closest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }
}

/// What a prompt is started with.
public struct PromptOptions: Sendable {
    /// Nuthatch's version, for the banner and the record.
    public var version: String
    /// Starts an evaluator that speaks on its standard input and output.
    public var evaluator: [String]
    /// No escape sequences, no colours, pictures in words.
    public var isPlain = false
    public var environment: [String: String]
    public var home: String
    /// Where history and sessions are kept.
    public var stateFolder: String
    /// Where the lessons that come with Nuthatch are.
    public var lessonFolder: String
    /// Where cells run, if that is not this machine, as it was asked for.
    public var host: String?
    /// A lesson's number or a file to open at once.
    public var document: String?
    /// A quiz to open at once; empty for the list of them.
    public var quiz: String?

    public init(
        version: String, evaluator: [String], environment: [String: String], home: String, stateFolder: String,
        lessonFolder: String
    ) {
        self.version = version
        self.evaluator = evaluator
        self.environment = environment
        self.home = home
        self.stateFolder = stateFolder
        self.lessonFolder = lessonFolder
    }
}

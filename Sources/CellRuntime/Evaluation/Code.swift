internal import CellSyntax

/// What is to be run of one function, class body or module: its nodes and the layout of its frame.
///
/// A frame is a stretch of values: locals (arguments first), then cells made on entry, then cells taken over from the
/// functions around, then temporaries.
final class Code {
    let name: String
    let qualifiedName: String
    let source: Source
    let range: SourceRange
    unowned(unsafe) let cell: Interpreter
    let signature: Signature
    /// The number of arguments that fill all slots when they are positional; -1 when that needs more care.
    let plainCount: Int
    let isGenerator: Bool
    let needsCells: Bool
    let localNames: [String]
    let cellNames: [String]
    let freeNames: [String]
    let parameterCells: [(parameter: Int, cell: Int)]

    var body: Node! {
        didSet {
            entry = .passUnretained(body)
            result = (body as? ReturnNode)?.value.map { .passUnretained($0) }
        }
    }
    /// The body once more, to be run without counting references.
    private(set) var entry: Unmanaged<Node>?
    /// The value of a function that is one `return` statement, or of a lambda.
    private(set) var result: Unmanaged<Node>?
    /// How many slots arguments take.
    let argumentCount: Int
    /// With temporaries.
    var frameSize: Int
    /// Defaults as written, for help.
    var shownDefaults: ContiguousArray<String?> = []

    init(
        _ scope: Scope, source: Source, range: SourceRange, signature: Signature, cell: Interpreter
    ) {
        name = scope.name
        qualifiedName = scope.qualifiedName
        self.source = source
        self.range = range
        self.cell = cell
        self.signature = signature
        plainCount = signature.isPlain ? signature.slotCount : -1
        argumentCount = signature.slotCount
        isGenerator = scope.isGenerator
        needsCells = !scope.cells.isEmpty || !scope.free.isEmpty
        localNames = scope.locals
        cellNames = scope.cells
        freeNames = scope.free.map(\.name)
        parameterCells = scope.parameterCells.map { ($0.parameter, $0.cell) }
        frameSize = scope.locals.count + scope.cells.count + scope.free.count
    }

    var cellBase: Int { localNames.count }
    var cellCount: Int { cellNames.count }
    var freeBase: Int { localNames.count + cellNames.count }
}

/// How a statement ended.
enum Completion {
    case normal
    case `break`
    case `continue`
    /// With the value in ``Interpreter/returned``.
    case `return`
    /// A generator stops here for now, its value in ``Interpreter/yielded``.
    case suspend
}

/// A piece of a program, ready to run: an expression, a target of assignment or a statement.
class Node {
    typealias Frame = UnsafeMutablePointer<Value>

    unowned(unsafe) final let code: Code
    unowned(unsafe) final let cell: Interpreter
    final let machine: UnsafeMutablePointer<Machine>
    final let range: SourceRange

    init(_ code: Code, _ range: SourceRange) {
        self.code = code
        self.range = range
        cell = code.cell
        machine = code.cell.machine
    }

    func evaluate(_ f: Frame) throws(Raise) -> Value { preconditionFailure("a statement has no value") }

    /// Whether the value is true.
    func test(_ f: Frame) throws(Raise) -> Bool {
        let value = try evaluate(f)
        if case .bool(let flag) = value { return flag }
        do throws(Raise) { return try cell.truth(value) } catch { throw placed(error) }
    }

    func execute(_ f: Frame) throws(Raise) -> Completion {
        _ = try evaluate(f)
        return .normal
    }

    func assign(_ f: Frame, _ value: Value) throws(Raise) { preconditionFailure("not a target") }

    func delete(_ f: Frame) throws(Raise) { preconditionFailure("not a target") }

    /// The same error, with this place noted if it comes from here.
    @inline(never)
    final func placed(_ error: Raise) -> Raise {
        error.exception.place(code, range)
        return error
    }

    @inline(never)
    final func placed(_ error: Raise, _ range: SourceRange) -> Raise {
        error.exception.place(code, range)
        return error
    }
}

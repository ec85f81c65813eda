public import CellSyntax

/// An exception object: an instance of `BaseException` or of a class derived from it.
public final class ExceptionObject: Object {
    /// Where the exception passed through: in the innermost function first.
    public struct Entry {
        /// The function's name; `<module>` outside of all.
        public let function: String
        public let source: Source
        public let range: SourceRange
    }

    /// `args`
    public var arguments: Tuple
    /// `__cause__`: what `raise … from` names.
    public var cause: ExceptionObject?
    /// `__context__`: what was being handled when this was raised.
    public var context: ExceptionObject?
    /// `__suppress_context__`
    public var suppressesContext = false
    /// What to do about it, such as `did you mean 'learn'?`.
    public var hint: String?
    /// The name that a `NameError`, `AttributeError` or `ImportError` is about.
    public internal(set) var subject: String?
    public internal(set) var entries: [Entry] = []
    /// Whether the function that it is passing through still has to note its place.
    var isUnplaced = true

    public init(_ type: TypeObject, _ arguments: Tuple) {
        self.arguments = arguments
        super.init(type: type)
    }

    public convenience init(_ type: TypeObject, _ message: String) {
        self.init(type, Tuple([.string(message)]))
    }

    /// Notes where the function being left failed, once for each function.
    func place(_ code: Code, _ range: SourceRange) {
        guard isUnplaced else { return }
        isUnplaced = false
        entries.append(Entry(function: code.name, source: code.source, range: range))
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        if let cause { pending.append(.object(cause)) }
        if let context { pending.append(.object(context)) }
        pending.append(.object(arguments))
        cause = nil
        context = nil
        arguments = Tuple()
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(.object(arguments))
        if let cause { visit(.object(cause)) }
        if let context { visit(.object(context)) }
    }
}

/// A raised exception on its way, on the thread that runs cells. Natives throw it: `throw Raise.valueError("math domain error")`.
public struct Raise: Error, @unchecked Sendable {
    public let exception: ExceptionObject

    public init(_ exception: ExceptionObject) { self.exception = exception }

    public init(_ type: TypeObject, _ message: String, hint: String? = nil) {
        exception = ExceptionObject(type, message)
        exception.hint = hint
    }

    public var type: TypeObject { exception.type }

    /// Whether the exception belongs to a class: `error.is(exceptions.keyError)`.
    public func `is`(_ type: TypeObject) -> Bool { exception.type.isSubclass(of: type) }

    public static func typeError(_ message: String) -> Raise { Raise(exceptions.typeError, message) }
    public static func valueError(_ message: String) -> Raise { Raise(exceptions.valueError, message) }
    public static func indexError(_ message: String) -> Raise { Raise(exceptions.indexError, message) }
    public static func attributeError(_ message: String) -> Raise { Raise(exceptions.attributeError, message) }
    public static func nameError(_ message: String) -> Raise { Raise(exceptions.nameError, message) }
    public static func runtimeError(_ message: String) -> Raise { Raise(exceptions.runtimeError, message) }
    public static func overflowError(_ message: String) -> Raise { Raise(exceptions.overflowError, message) }
    public static func zeroDivision(_ message: String) -> Raise { Raise(exceptions.zeroDivisionError, message) }
    public static func notImplemented(_ message: String) -> Raise { Raise(exceptions.notImplementedError, message) }
    public static func memoryError(_ message: String) -> Raise { Raise(exceptions.memoryError, message) }
    public static func importError(_ message: String) -> Raise { Raise(exceptions.importError, message) }

    /// A missing key, which the message shows by its `repr`.
    public static func keyError(_ key: Value) -> Raise {
        Raise(ExceptionObject(exceptions.keyError, Tuple([key])))
    }

    /// An error of the operating system, such as a file that is not there. Its class follows the number: `ENOENT` makes
    /// a `FileNotFoundError`.
    public static func osError(_ number: Int32, _ message: String, path: String? = nil) -> Raise {
        var arguments: ContiguousArray<Value> = [.int(Int(number)), .string(message)]
        if let path { arguments.append(.string(path)) }
        return Raise(ExceptionObject(exceptions.osErrorClass(of: number), Tuple(arguments)))
    }
}

/// A Swift error that says which exception it is for cells. Other errors become a `RuntimeError` of their description.
public protocol CellError: Error {
    var raise: Raise { get }
}

extension Raise {
    /// The exception that any Swift error is for cells.
    public init(_ error: any Error) {
        switch error {
        case let raise as Raise: self = raise
        case let error as any CellError: self = error.raise
        default: self = .runtimeError("\(error)")
        }
    }
}

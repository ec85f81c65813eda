#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The classes of exceptions, in CPython's hierarchy.
public let exceptions = ExceptionTypes()

public final class ExceptionTypes: Sendable {
    public let baseException = TypeObject("BaseException", base: types.object, metatype: types.type)
    public let exception, keyboardInterrupt, systemExit, generatorExit: TypeObject
    public let arithmeticError, floatingPointError, overflowError, zeroDivisionError: TypeObject
    public let assertionError, attributeError, bufferError, eofError: TypeObject
    public let importError, moduleNotFoundError: TypeObject
    public let lookupError, indexError, keyError: TypeObject
    public let memoryError, nameError, unboundLocalError: TypeObject
    public let osError, fileNotFoundError, fileExistsError, permissionError, isADirectoryError: TypeObject
    public let notADirectoryError, connectionError, connectionRefusedError, connectionResetError: TypeObject
    public let brokenPipeError, connectionAbortedError, timeoutError, interruptedError, blockingIOError: TypeObject
    public let childProcessError, processLookupError: TypeObject
    public let referenceError, runtimeError, notImplementedError, recursionError: TypeObject
    public let stopIteration, stopAsyncIteration, syntaxError, indentationError, tabError: TypeObject
    public let systemError, typeError, valueError, unicodeError, unicodeDecodeError, unicodeEncodeError: TypeObject
    public let unicodeTranslateError: TypeObject
    public let warning, userWarning, deprecationWarning, futureWarning, runtimeWarning, syntaxWarning: TypeObject
    public let importWarning, unicodeWarning, bytesWarning, resourceWarning, pendingDeprecationWarning: TypeObject

    /// All of them, for the names that cells see.
    public let all: [TypeObject]

    fileprivate init() {
        baseException.allowsAttributes = true
        baseException.isContainer = true
        baseException.isBuiltin = true
        var all = [baseException]
        func make(_ name: String, _ base: TypeObject) -> TypeObject {
            let type = TypeObject(name, base: base, metatype: types.type)
            type.isBuiltin = true
            all.append(type)
            return type
        }
        exception = make("Exception", baseException)
        keyboardInterrupt = make("KeyboardInterrupt", baseException)
        systemExit = make("SystemExit", baseException)
        generatorExit = make("GeneratorExit", baseException)
        arithmeticError = make("ArithmeticError", exception)
        floatingPointError = make("FloatingPointError", arithmeticError)
        overflowError = make("OverflowError", arithmeticError)
        zeroDivisionError = make("ZeroDivisionError", arithmeticError)
        assertionError = make("AssertionError", exception)
        attributeError = make("AttributeError", exception)
        bufferError = make("BufferError", exception)
        eofError = make("EOFError", exception)
        importError = make("ImportError", exception)
        moduleNotFoundError = make("ModuleNotFoundError", importError)
        lookupError = make("LookupError", exception)
        indexError = make("IndexError", lookupError)
        keyError = make("KeyError", lookupError)
        memoryError = make("MemoryError", exception)
        nameError = make("NameError", exception)
        unboundLocalError = make("UnboundLocalError", nameError)
        osError = make("OSError", exception)
        fileNotFoundError = make("FileNotFoundError", osError)
        fileExistsError = make("FileExistsError", osError)
        permissionError = make("PermissionError", osError)
        isADirectoryError = make("IsADirectoryError", osError)
        notADirectoryError = make("NotADirectoryError", osError)
        connectionError = make("ConnectionError", osError)
        connectionRefusedError = make("ConnectionRefusedError", connectionError)
        connectionResetError = make("ConnectionResetError", connectionError)
        brokenPipeError = make("BrokenPipeError", connectionError)
        connectionAbortedError = make("ConnectionAbortedError", connectionError)
        timeoutError = make("TimeoutError", osError)
        interruptedError = make("InterruptedError", osError)
        blockingIOError = make("BlockingIOError", osError)
        childProcessError = make("ChildProcessError", osError)
        processLookupError = make("ProcessLookupError", osError)
        referenceError = make("ReferenceError", exception)
        runtimeError = make("RuntimeError", exception)
        notImplementedError = make("NotImplementedError", runtimeError)
        recursionError = make("RecursionError", runtimeError)
        stopIteration = make("StopIteration", exception)
        stopAsyncIteration = make("StopAsyncIteration", exception)
        syntaxError = make("SyntaxError", exception)
        indentationError = make("IndentationError", syntaxError)
        tabError = make("TabError", indentationError)
        systemError = make("SystemError", exception)
        typeError = make("TypeError", exception)
        valueError = make("ValueError", exception)
        unicodeError = make("UnicodeError", valueError)
        unicodeDecodeError = make("UnicodeDecodeError", unicodeError)
        unicodeEncodeError = make("UnicodeEncodeError", unicodeError)
        unicodeTranslateError = make("UnicodeTranslateError", unicodeError)
        warning = make("Warning", exception)
        userWarning = make("UserWarning", warning)
        deprecationWarning = make("DeprecationWarning", warning)
        futureWarning = make("FutureWarning", warning)
        runtimeWarning = make("RuntimeWarning", warning)
        syntaxWarning = make("SyntaxWarning", warning)
        importWarning = make("ImportWarning", warning)
        unicodeWarning = make("UnicodeWarning", warning)
        bytesWarning = make("BytesWarning", warning)
        resourceWarning = make("ResourceWarning", warning)
        pendingDeprecationWarning = make("PendingDeprecationWarning", warning)
        self.all = all
    }

    /// The class of `OSError` for an error number, as PEP 3151 lays it down.
    func osErrorClass(of number: Int32) -> TypeObject {
        switch number {
        case ENOENT: fileNotFoundError
        case EEXIST: fileExistsError
        case EACCES, EPERM: permissionError
        case EISDIR: isADirectoryError
        case ENOTDIR: notADirectoryError
        case ECONNREFUSED: connectionRefusedError
        case ECONNRESET: connectionResetError
        case ECONNABORTED: connectionAbortedError
        case EPIPE, ESHUTDOWN: brokenPipeError
        case ETIMEDOUT: timeoutError
        case EINTR: interruptedError
        case EAGAIN, EALREADY, EINPROGRESS: blockingIOError
        case ECHILD: childProcessError
        case ESRCH: processLookupError
        default: osError
        }
    }
}

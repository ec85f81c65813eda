internal import Display

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// `time`, `sys`, `warnings` and `types`.
extension StandardModules {
    // MARK: time

    private static func clock(_ kind: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(kind, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    private static func nanoseconds(_ kind: clockid_t) -> Int {
        var now = timespec()
        clock_gettime(kind, &now)
        return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
    }

    private static let timeType = NamedTuples.make(
        "struct_time", module: "time",
        fields: ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"])

    private static func broken(_ seconds: Double, isLocal: Bool) -> tm {
        var whole = time_t(seconds.rounded(.down))
        var parts = tm()
        _ = isLocal ? localtime_r(&whole, &parts) : gmtime_r(&whole, &parts)
        return parts
    }

    private static func value(of parts: tm) -> Value {
        NamedTuples.instance(
            of: timeType,
            [
                Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour),
                Int(parts.tm_min),
                Int(parts.tm_sec), (Int(parts.tm_wday) + 6) % 7, Int(parts.tm_yday) + 1, Int(parts.tm_isdst),
            ].map { .int($0) })
    }

    private static func parts(of value: Value, _ cell: Interpreter) throws(Raise) -> tm {
        let items = try cell.items(of: value)
        guard items.count == 9 else { throw .typeError("Tuple or struct_time argument required") }
        var numbers: [Int32] = []
        for item in items { numbers.append(Int32(truncatingIfNeeded: try cell.index(item))) }
        var parts = tm()
        parts.tm_year = numbers[0] - 1900
        parts.tm_mon = numbers[1] - 1
        parts.tm_mday = numbers[2]
        parts.tm_hour = numbers[3]
        parts.tm_min = numbers[4]
        parts.tm_sec = numbers[5]
        parts.tm_wday = (numbers[6] + 1) % 7
        parts.tm_yday = numbers[7] - 1
        parts.tm_isdst = numbers[8]
        return parts
    }

    private static func formatted(_ format: String, _ parts: tm) -> String {
        if format.isEmpty { return "" }
        var parts = parts
        var buffer = [CChar](repeating: 0, count: 256 + 16 * format.utf8.count)
        let count = strftime(&buffer, buffer.count, format, &parts)
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func moment(_ arguments: Arguments, _ index: Int) throws(Raise) -> Double {
        arguments.isGiven(index) ? try arguments.cell.double(arguments[index]) : clock(CLOCK_REALTIME)
    }

    static let time = NativeModule("time", doc: "Clocks and pauses.", style: .native) {
        for (name, kind, doc) in [
            ("time", CLOCK_REALTIME, "Seconds since 1970."),
            ("perf_counter", CLOCK_MONOTONIC, "Seconds of a clock for measuring."),
            ("monotonic", CLOCK_MONOTONIC, "Seconds of a clock that never goes back."),
            ("process_time", CLOCK_PROCESS_CPUTIME_ID, "Seconds that the processor worked for this program."),
        ] {
            RawFunction(name, doc: doc) { (_) throws(Raise) -> Value in .float(clock(kind)) }
            RawFunction(name + "_ns", doc: doc) { (_) throws(Raise) -> Value in .int(nanoseconds(kind)) }
        }
        RawFunction("sleep", doc: "Waits.", parameters("seconds, /")) { (arguments: Arguments) throws(Raise) -> Value in
            let seconds = try arguments.cell.double(arguments[0])
            if seconds < 0 { throw .valueError("sleep length must be non-negative") }
            let end = clock(CLOCK_MONOTONIC) + seconds
            while true {
                try arguments.cell.poll()
                let left = end - clock(CLOCK_MONOTONIC)
                if left <= 0 { return .none }
                usleep(UInt32(min(left, 0.05) * 1e6))
            }
        }
        for (name, isLocal) in [("localtime", true), ("gmtime", false)] {
            RawFunction(name, doc: "A moment's parts, year first.", parameters("secs=None, /")) {
                (arguments: Arguments) throws(Raise) -> Value in
                value(of: broken(try moment(arguments, 0), isLocal: isLocal))
            }
        }
        RawFunction("mktime", doc: "The seconds since 1970 of a local time's parts.", parameters("t, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var parts = try parts(of: arguments[0], arguments.cell)
            return .float(Double(mktime(&parts)))
        }
        RawFunction("strftime", doc: "A time's parts as text.", parameters("format, t=None, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            guard let format = arguments[0].text else {
                throw .typeError("strftime() argument 1 must be str, not \(arguments[0].type.name)")
            }
            let parts =
                arguments.isGiven(1)
                ? try parts(of: arguments[1], arguments.cell) : broken(clock(CLOCK_REALTIME), isLocal: true)
            return .string(formatted(format, parts))
        }
        RawFunction("ctime", doc: "A moment as text.", parameters("secs=None, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .string(formatted("%a %b %e %H:%M:%S %Y", broken(try moment(arguments, 0), isLocal: true)))
        }
        RawFunction("_offset", doc: "Seconds from UTC to local time at a moment.", parameters("secs, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .int(Int(broken(try arguments.cell.double(arguments[0]), isLocal: true).tm_gmtoff))
        }
    }

    // MARK: sys

    private static let versionType = NamedTuples.make(
        "version_info", module: "sys", fields: ["major", "minor", "micro", "releaselevel", "serial"])

    static let sys = NativeModule("sys", doc: "The running program.", style: .native) {
        Constant(
            "version_info",
            NamedTuples.instance(of: versionType, [.int(3), .int(11), .int(0), .string("final"), .int(0)]))
        Constant("version", "3.11 (Nuthatch's cell language)")
        Constant("platform", "linux")
        Constant("byteorder", "little")
        Constant("maxsize", Int.max)
        Constant("maxunicode", 0x10FFFF)
        Constant("executable", CommandLine.arguments.first ?? "")
        Constant("argv") { _ in .list([.string("")]) }
        Constant("path") { _ in .list([.string("")]) }
        Constant("modules") { cell in
            .object(Dict(named: cell.importedModules.map { ($0.key, .object($0.value)) }))
        }
        Constant("stdout", Value.object(OutputObject(isError: false)))
        Constant("stderr", Value.object(OutputObject(isError: true)))
        RawFunction("exit", doc: "Ends the program.", parameters("status=None, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            throw Raise(ExceptionObject(exceptions.systemExit, arguments.has(0) ? Tuple([arguments[0]]) : Tuple()))
        }
        RawFunction("getrecursionlimit", doc: "How many calls may be inside one another.") {
            (arguments: Arguments) throws(Raise) -> Value in
            .int(arguments.cell.recursionLimit)
        }
        RawFunction("setrecursionlimit", doc: "Sets how many calls may be inside one another.", parameters("limit, /"))
        {
            (arguments: Arguments) throws(Raise) -> Value in
            let limit = try arguments.cell.index(arguments[0])
            guard limit > 0 else { throw .valueError("recursion limit must be greater or equal than 1") }
            arguments.cell.recursionLimit = limit
            return .none
        }
        RawFunction("getsizeof", doc: "About how many bytes a value takes.", parameters("object, default=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            switch arguments[0].object {
            case let string as Str: return .int(49 + string.text.utf8.count)
            case let list as List: return .int(56 + 8 * list.items.count)
            case let tuple as Tuple: return .int(40 + 8 * tuple.items.count)
            case let bytes as Bytes: return .int(33 + bytes.bytes.count)
            case let dict as Dict: return .int(64 + 100 * dict.count)
            default: return .int(28)
            }
        }
        RawFunction("exc_info", doc: "The exception being handled.") { (arguments: Arguments) throws(Raise) -> Value in
            guard let exception = arguments.cell.handled else { return .tuple([.none, .none, .none]) }
            return .tuple([.object(exception.type), .object(exception), .none])
        }
        RawFunction("intern", doc: "The text itself.", parameters("string, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            arguments[0]
        }
        Constant("implementation", Value.object(NamespaceObject(Dict(named: [("name", .string("nuthatch"))]))))
    }

    // MARK: types

    static let typesModule = NativeModule("types", doc: "Kinds of objects.") {
        NamespaceObject.declaration
        Constant("FunctionType", Value.object(types.function))
        Constant("LambdaType", Value.object(types.function))
        Constant("BuiltinFunctionType", Value.object(types.builtin))
        Constant("MethodType", Value.object(types.method))
        Constant("GeneratorType", Value.object(types.generator))
        Constant("ModuleType", Value.object(types.module))
        Constant("NoneType", Value.object(types.none))
    }
}

/// `sys.stdout` and `sys.stderr`: text goes to the notebook.
final class OutputObject: Object {
    let isError: Bool

    init(isError: Bool) {
        self.isError = isError
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<OutputObject>(
        "TextIOWrapper", module: "_io", doc: "What the notebook shows.", isBase: false, isContainer: false
    ) {
        RawMethod("write", doc: "Shows text.", parameters("text, /")) { (arguments: Arguments) throws(Raise) -> Value in
            let output = try arguments.receiver(OutputObject.self, "write", of: "_io.TextIOWrapper")
            guard let text = arguments[1].text else {
                throw .typeError("write() argument must be str, not \(arguments[1].type.name)")
            }
            arguments.cell.display(output.isError ? .message(text) : .output(text))
            return .int(text.scalarCount)
        }
        RawMethod("writelines", doc: "Shows texts.", parameters("lines, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            for line in try arguments.cell.items(of: arguments[1]) {
                _ = try arguments.cell.callMethod("write", of: arguments[0], [line])
            }
            return .none
        }
        RawMethod("flush", doc: "Everything is shown at once.") { (_) throws(Raise) -> Value in .none }
        RawMethod("isatty", doc: "Whether it is a terminal.") { (_) throws(Raise) -> Value in .bool(false) }
        RawMethod("writable", doc: "True.") { (_) throws(Raise) -> Value in .bool(true) }
        Constant("encoding", "utf-8")
        RawMethod("__repr__") { (arguments: Arguments) throws(Raise) -> Value in
            let output = try arguments.receiver(OutputObject.self, "__repr__", of: "_io.TextIOWrapper")
            return .string(
                "<_io.TextIOWrapper name='<\(output.isError ? "stderr" : "stdout")>' mode='w' encoding='utf-8'>")
        }
    }.type
}

/// `types.SimpleNamespace`: an object of nothing but attributes.
public final class NamespaceObject: Object {
    public init(_ attributes: Dict = Dict()) {
        super.init(type: Self.declaration)
        self.attributes = attributes
    }

    public static let declaration: TypeObject = NativeType<NamespaceObject>(
        "SimpleNamespace", module: "types", doc: "An object with the attributes given.", allowsAttributes: true
    ) {
        Allocator { NamespaceObject() }
        RawMethod("__init__", doc: "Sets attributes.", parameters("**kwargs")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let object = try arguments.receiver(NamespaceObject.self, "__init__", of: "types.SimpleNamespace")
            if object.attributes == nil { object.attributes = Dict() }
            for (key, value) in arguments.keywords(1) { try object.attributes?.set(key, value, arguments.cell) }
            return .none
        }
        RawMethod("__repr__") { (arguments: Arguments) throws(Raise) -> Value in
            let object = try arguments.receiver(NamespaceObject.self, "__repr__", of: "types.SimpleNamespace")
            let name = object.type === declaration ? "namespace" : object.type.name
            let cell = arguments.cell
            if cell.reprStack.contains(ObjectIdentifier(object)) { return .string("\(name)(...)") }
            cell.reprStack.append(ObjectIdentifier(object))
            defer { cell.reprStack.removeLast() }
            var parts: [String] = []
            for (key, value) in object.attributes?.copy() ?? Dict() {
                parts.append("\(key.text ?? "")=\(try cell.repr(value))")
            }
            return .string("\(name)(\(parts.joined(separator: ", ")))")
        }
        RawMethod("__eq__", parameters("other, /")) { (arguments: Arguments) throws(Raise) -> Value in
            guard let a = arguments[0].object as? NamespaceObject, let b = arguments[1].object as? NamespaceObject
            else {
                return .notImplemented
            }
            return .bool(try arguments.cell.equal(.object(a.attributes ?? Dict()), .object(b.attributes ?? Dict())))
        }
        Constant("__hash__", Value.none)
    }.type
}

// MARK: warnings

extension StandardModules {
    /// What is done with warnings: the first filter that fits decides.
    private final class WarningState {
        var filters: [(action: String, category: TypeObject)] = []
        var shown: Set<String> = []
        /// Where warnings go instead, innermost last.
        var records: [List] = []
    }

    static let warnings = NativeModule("warnings", doc: "Warnings: shown once each, unless filters say otherwise.") {
        let state = WarningState()
        RawFunction("warn", doc: "Warns.", parameters("message, category=None, stacklevel=1, source=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let given = arguments[0].object as? ExceptionObject
            let category = given?.type ?? (arguments[1].object as? TypeObject) ?? exceptions.userWarning
            guard category.isSubclass(of: exceptions.warning) else {
                throw .typeError("category must be a Warning subclass, not '\(category.name)'")
            }
            let text = try cell.str(arguments[0])
            let action = state.filters.first { category.isSubclass(of: $0.category) }?.action ?? "default"
            switch action {
            case "ignore": return .none
            case "error": throw Raise(given ?? ExceptionObject(category, text))
            case "always": break
            default: guard state.shown.insert(category.name + ": " + text).inserted else { return .none }
            }
            if let record = state.records.last {
                let message = given ?? ExceptionObject(category, text)
                record.items.append(
                    .object(
                        NamespaceObject(
                            Dict(named: [
                                ("message", .object(message)), ("category", .object(category)),
                                ("filename", .string("<cell>")), ("lineno", .int(0)),
                            ]))))
                return .none
            }
            cell.display(.message("\(category.name): \(text)\n"))
            return .none
        }
        for name in ["simplefilter", "filterwarnings"] {
            RawFunction(
                name, doc: "Says what to do with warnings.",
                parameters(
                    name == "simplefilter"
                        ? "action, category=None, lineno=0, append=False"
                        : "action, message='', category=None, module='', lineno=0, append=False")
            ) { (arguments: Arguments) throws(Raise) -> Value in
                guard let action = arguments[0].text,
                    ["error", "ignore", "always", "default", "module", "once"].contains(action)
                else {
                    throw Raise(exceptions.assertionError, "invalid action: \(try arguments.cell.repr(arguments[0]))")
                }
                let category = arguments[name == "simplefilter" ? 1 : 2].object as? TypeObject
                state.filters.insert((action, category ?? exceptions.warning), at: 0)
                return .none
            }
        }
        RawFunction("resetwarnings", doc: "Forgets all filters.") { (_) throws(Raise) -> Value in
            state.filters = []
            return .none
        }
        WarningCatcher.declaration
        RawFunction("_record", doc: "Where warnings go from now on.", parameters("list=None, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            if let list = arguments[0].object as? List {
                state.records.append(list)
            } else if !state.records.isEmpty {
                state.records.removeLast()
            }
            return .none
        }
        RawFunction("_filters", doc: "The filters, to be put back.", parameters("saved=None, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            if let saved = arguments[0].object as? List {
                state.filters = saved.items.compactMap { item in
                    guard let pair = (item.object as? Tuple)?.items, let action = pair[0].text,
                        let type = pair[1].object as? TypeObject
                    else { return nil }
                    return (action, type)
                }
            }
            return .list(state.filters.map { .tuple([.string($0.action), .object($0.category)]) })
        }
    }
}

/// `warnings.catch_warnings`: filters set inside `with` are forgotten after it.
final class WarningCatcher: Object {
    var saved = Value.none
    let action: Value
    let category: Value
    /// What is warned of inside, when it is wanted.
    let record: List?

    init(record: List?, action: Value, category: Value) {
        self.record = record
        self.action = action
        self.category = category
        super.init(type: Self.declaration)
    }

    private static func filters(_ arguments: Arguments, _ values: [Value]) throws(Raise) -> Value {
        let module = try arguments.cell.importModule(["warnings"])
        return try arguments.cell.callMethod("_filters", of: .object(module), values)
    }

    static let declaration: TypeObject = NativeType<WarningCatcher>(
        "catch_warnings", module: "warnings", doc: "Keeps filters to a block.", isBase: false
    ) {
        RawConstructor(parameters("*, record=False, module=None, action=None, category=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let isRecorded = try arguments.bool(0, default: false)
            return .object(
                WarningCatcher(record: isRecorded ? List() : nil, action: arguments[2], category: arguments[3]))
        }
        RawMethod("__enter__") { (arguments: Arguments) throws(Raise) -> Value in
            let catcher = try arguments.receiver(WarningCatcher.self, "__enter__", of: "warnings.catch_warnings")
            catcher.saved = try filters(arguments, [])
            let module = Value.object(try arguments.cell.importModule(["warnings"]))
            if catcher.action.text != nil {
                let category = catcher.category.isUnset ? [] : [catcher.category]
                _ = try arguments.cell.callMethod("simplefilter", of: module, [catcher.action] + category)
            }
            guard let record = catcher.record else { return .none }
            _ = try arguments.cell.callMethod("_record", of: module, [.object(record)])
            return .object(record)
        }
        RawMethod("__exit__", parameters("*args")) { (arguments: Arguments) throws(Raise) -> Value in
            let catcher = try arguments.receiver(WarningCatcher.self, "__exit__", of: "warnings.catch_warnings")
            _ = try filters(arguments, [catcher.saved])
            if catcher.record != nil {
                let module = try arguments.cell.importModule(["warnings"])
                _ = try arguments.cell.callMethod("_record", of: .object(module))
            }
            return .none
        }
    }.type
}

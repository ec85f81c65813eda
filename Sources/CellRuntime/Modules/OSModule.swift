#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// `os.environ`: the process's environment as a mapping.
final class EnvironmentObject: Object {
    init(environment: Void) { super.init(type: Self.declaration) }

    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "", body: @escaping (Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature), body: body)
    }

    private static func text(_ value: Value) throws(Raise) -> String {
        guard let text = value.text else { throw .typeError("str expected, not \(value.type.name)") }
        return text
    }

    static func get(_ name: String) -> Value? { getenv(name).map { .string(String(cString: $0)) } }

    /// All variables.
    static var dict: Dict {
        let dict = Dict()
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                dict.set(Str(String(text[..<equals])), .string(String(text[text.index(after: equals)...])))
            }
            next += 1
        }
        return dict
    }

    static let declaration: TypeObject = NativeType<EnvironmentObject>(
        "_Environ", module: "os", doc: "The environment's variables.", isBase: false, isContainer: false
    ) {
        method("__getitem__", "", "key, /") { (arguments) throws(Raise) in
            guard let value = get(try text(arguments[1])) else { throw .keyError(arguments[1]) }
            return value
        }
        method("__setitem__", "", "key, value, /") { (arguments) throws(Raise) in
            setenv(try text(arguments[1]), try text(arguments[2]), 1)
            return .none
        }
        method("__delitem__", "", "key, /") { (arguments) throws(Raise) in
            guard get(try text(arguments[1])) != nil else { throw .keyError(arguments[1]) }
            unsetenv(try text(arguments[1]))
            return .none
        }
        method("__contains__", "", "key, /") { (arguments) throws(Raise) in .bool(arguments[1].text.flatMap(get) != nil)
        }
        method("__len__") { (_) throws(Raise) in .int(dict.count) }
        method("__iter__") { (arguments) throws(Raise) in .object(try arguments.cell.iterator(over: .object(dict))) }
        method("get", "A variable, or a default.", "key, default=None") { (arguments) throws(Raise) in
            get(try text(arguments[1])) ?? (arguments.has(2) ? arguments[2] : .none)
        }
        method("pop", "Takes a variable out.", "key, default=...") { (arguments) throws(Raise) in
            guard let value = get(try text(arguments[1])) else {
                if arguments.has(2) { return arguments[2] }
                throw .keyError(arguments[1])
            }
            unsetenv(try text(arguments[1]))
            return value
        }
        method("setdefault", "A variable, which is first set if it is missing.", "key, value") {
            (arguments) throws(Raise) in
            if let value = get(try text(arguments[1])) { return value }
            setenv(try text(arguments[1]), try text(arguments[2]), 1)
            return arguments[2]
        }
        method("update", "Sets variables.", "other") { (arguments) throws(Raise) in
            let entries = Dict()
            try BuiltinMembers.merge(arguments[1], into: entries, arguments.cell)
            for (key, value) in entries { setenv(try text(key), try text(value), 1) }
            return .none
        }
        method("keys") { (_) throws(Raise) in .object(DictView.keys(dict)) }
        method("values") { (_) throws(Raise) in .object(DictView.values(dict)) }
        method("items") { (_) throws(Raise) in .object(DictView.items(dict)) }
        method("copy", "The variables as a dictionary.") { (_) throws(Raise) in .object(dict) }
        method("__repr__") { (arguments) throws(Raise) in .string("environ(\(try arguments.cell.repr(.object(dict))))")
        }
    }.type
}

/// `os.DirEntry`
final class DirectoryEntry: Object {
    let name: String
    let path: String

    init(_ name: String, _ path: String) {
        self.name = name
        self.path = path
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<DirectoryEntry>(
        "DirEntry", module: "posix", doc: "What is in a folder.", isBase: false, isContainer: false
    ) {
        BuiltinMembers.property("name", "Its name.") { (value) throws(Raise) in
            .string((value.object as? DirectoryEntry)?.name ?? "")
        }
        BuiltinMembers.property("path", "Its path.") { (value) throws(Raise) in
            .string((value.object as? DirectoryEntry)?.path ?? "")
        }
        for (name, test) in [
            ("is_file", { $0.isFile }), ("is_dir", { $0.isDirectory }),
        ] as [(String, (FileSystem.Status) -> Bool)] {
            RawMethod(name, doc: "", parameters("*, follow_symlinks=True")) {
                (arguments: Arguments) throws(Raise) -> Value in
                let entry = try arguments.receiver(DirectoryEntry.self, name, of: "os.DirEntry")
                let status = FileSystem.status(entry.path, followLinks: try arguments.bool(1, default: true))
                return .bool(status.map(test) ?? false)
            }
        }
        RawMethod("stat", doc: "", parameters("*, follow_symlinks=True")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let entry = try arguments.receiver(DirectoryEntry.self, "stat", of: "os.DirEntry")
            return try StandardModules.statResult(entry.path, followLinks: arguments.bool(1, default: true))
        }
        RawMethod("__fspath__") { (arguments: Arguments) throws(Raise) -> Value in
            .string(try arguments.receiver(DirectoryEntry.self, "__fspath__", of: "os.DirEntry").path)
        }
        RawMethod("__repr__") { (arguments: Arguments) throws(Raise) -> Value in
            let entry = try arguments.receiver(DirectoryEntry.self, "__repr__", of: "os.DirEntry")
            return .string("<DirEntry \(StringRepr.repr(entry.name))>")
        }
    }.type
}

extension FileSystem {
    /// Sets a file's times to now.
    static func setTimes(_ path: String) throws(Raise) { if utimes(path, nil) != 0 { throw failure(path) } }
}

extension StandardModules {
    private static let statType = NamedTuples.make(
        "stat_result", module: "os",
        fields: [
            "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime",
            "st_ctime",
        ])

    static func statResult(_ path: String, followLinks: Bool) throws(Raise) -> Value {
        let status = try FileSystem.requiredStatus(path, followLinks: followLinks)
        return NamedTuples.instance(
            of: statType,
            [
                .int(Int(status.mode)), .int(status.inode), .int(status.device), .int(status.links), .int(status.user),
                .int(status.group), .int(status.size), .float(status.accessed), .float(status.modified),
                .float(status.changed),
            ])
    }

    /// A function of one path.
    private static func pathFunction(
        _ name: String, _ doc: String, _ signature: String = "path",
        body: @escaping (String, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawFunction(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.cell.filePath(arguments[0]), arguments)
        }
    }

    // MARK: os.path

    static let osPath = NativeModule("os.path", doc: "Paths as text.") {
        Constant("sep", "/")
        Constant("pardir", "..")
        Constant("curdir", ".")
        Constant("pathsep", ":")
        RawFunction("join", doc: "Parts put together.", parameters("a, /, *p")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var path = try joinable(arguments[0], arguments.cell)
            for part in arguments.variadic(1) { path = PathText.join(path, try joinable(part, arguments.cell)) }
            return .string(path)
        }
        for (name, doc, change) in [
            ("basename", "The last part.", { PathText.split($0).tail }),
            ("dirname", "All but the last part.", { PathText.split($0).head }),
            ("normpath", "Without . and .. and doubled slashes.", PathText.normalized),
            ("abspath", "From the root.", PathText.absolute),
            ("realpath", "From the root, without links.", FileSystem.resolved),
            ("expanduser", "With the home folder for ~.", PathText.expandingUser),
            ("expandvars", "With the environment's variables put in.", PathText.expandingVariables),
            ("normcase", "The path itself, on this system.", { $0 }),
        ] as [(String, String, (String) -> String)] {
            pathFunction(name, doc) { (path, _) throws(Raise) in .string(change(path)) }
        }
        pathFunction("split", "Folder and name.") { (path, _) throws(Raise) in
            let (head, tail) = PathText.split(path)
            return .tuple([.string(head), .string(tail)])
        }
        pathFunction("splitext", "The path up to its suffix, and the suffix.") { (path, _) throws(Raise) in
            let (stem, suffix) = PathText.splitSuffix(path)
            return .tuple([.string(stem), .string(suffix)])
        }
        pathFunction("isabs", "Whether it begins at the root.") { (path, _) throws(Raise) in .bool(path.hasPrefix("/"))
        }
        for (name, doc, test) in [
            ("exists", "Whether there is such a file or folder.", { _ in true }),
            ("isfile", "Whether it is a file.", { $0.isFile }),
            ("isdir", "Whether it is a folder.", { $0.isDirectory }),
        ] as [(String, String, (FileSystem.Status) -> Bool)] {
            pathFunction(name, doc) { (path, _) throws(Raise) in .bool(FileSystem.status(path).map(test) ?? false) }
        }
        pathFunction("islink", "Whether it is a link.") { (path, _) throws(Raise) in
            .bool(FileSystem.status(path, followLinks: false)?.isLink ?? false)
        }
        pathFunction("lexists", "Whether there is such a name.") { (path, _) throws(Raise) in
            .bool(FileSystem.status(path, followLinks: false) != nil)
        }
        pathFunction("getsize", "The size in bytes.") { (path, _) throws(Raise) in
            .int(try FileSystem.requiredStatus(path).size)
        }
        pathFunction("getmtime", "When it was changed.") { (path, _) throws(Raise) in
            .float(try FileSystem.requiredStatus(path).modified)
        }
        pathFunction("getctime", "When its entry was changed.") { (path, _) throws(Raise) in
            .float(try FileSystem.requiredStatus(path).changed)
        }
        pathFunction("getatime", "When it was read.") { (path, _) throws(Raise) in
            .float(try FileSystem.requiredStatus(path).accessed)
        }
        pathFunction("samefile", "Whether both are one file.", "f1, f2") { (path, arguments) throws(Raise) in
            let a = try FileSystem.requiredStatus(path)
            let b = try FileSystem.requiredStatus(try arguments.cell.filePath(arguments[1]))
            return .bool(a.inode == b.inode && a.device == b.device)
        }
        pathFunction("relpath", "The path from a folder.", "path, start='.'") { (path, arguments) throws(Raise) in
            if path.isEmpty { throw .valueError("no path specified") }
            let start = arguments.isGiven(1) ? try arguments.cell.filePath(arguments[1]) : "."
            return .string(PathText.relative(PathText.absolute(path), from: PathText.absolute(start)))
        }
        RawFunction("commonprefix", doc: "The longest text that all begin with.", parameters("m")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var texts: [[Unicode.Scalar]] = []
            for item in try arguments.cell.items(of: arguments[0]) {
                texts.append(Array(try arguments.cell.filePath(item).unicodeScalars))
            }
            guard var shared = texts.first else { return .string("") }
            for text in texts { shared = zip(shared, text).prefix { $0 == $1 }.map(\.0) }
            return .string(String(scalars: shared))
        }
        RawFunction("commonpath", doc: "The longest folder that all are in.", parameters("paths")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var all: [[Substring]] = []
            var isAbsolute: Set<Bool> = []
            for item in try arguments.cell.items(of: arguments[0]) {
                let path = try arguments.cell.filePath(item)
                isAbsolute.insert(path.hasPrefix("/"))
                all.append(path.split(separator: "/").filter { $0 != "." })
            }
            guard var shared = all.first else { throw .valueError("commonpath() arg is an empty sequence") }
            if isAbsolute.count > 1 { throw .valueError("Can't mix absolute and relative paths") }
            for parts in all { shared = zip(shared, parts).prefix { $0 == $1 }.map(\.0) }
            return .string((isAbsolute.contains(true) ? "/" : "") + shared.joined(separator: "/"))
        }
    }

    private static func joinable(_ value: Value, _ cell: Interpreter) throws(Raise) -> String {
        do throws(Raise) {
            return try cell.filePath(value)
        } catch {
            guard error.is(exceptions.typeError) else { throw error }
            throw .typeError("join() argument must be str, bytes, or os.PathLike object, not '\(value.type.name)'")
        }
    }

    // MARK: os

    static let os = NativeModule("os", doc: "The operating system: files, folders, the environment.") {
        for (name, text) in [
            ("sep", "/"), ("linesep", "\n"), ("pathsep", ":"), ("curdir", "."), ("pardir", ".."),
            ("devnull", "/dev/null"), ("extsep", "."),
        ] { Constant(name, text) }
        Constant("name", "posix")
        for (name, number) in [("F_OK", 0), ("R_OK", 4), ("W_OK", 2), ("X_OK", 1)] { Constant(name, number) }
        Constant("environ", Value.object(EnvironmentObject(environment: ())))
        Constant("error", Value.object(exceptions.osError))
        Constant("path") { cell in (try? cell.importModule(["os", "path"])).map { .object($0) } ?? .none }
        osFolders
        osFiles
        osProcess
    }

    @MembersBuilder private static var osFolders: [Member] {
        RawFunction("listdir", doc: "The names in a folder, sorted.", parameters("path='.'")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let path = arguments.isGiven(0) ? try arguments.cell.filePath(arguments[0]) : "."
            return .list(try FileSystem.names(in: path).map { .string($0) })
        }
        RawFunction("scandir", doc: "What is in a folder, sorted.", parameters("path='.'")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let path = arguments.isGiven(0) ? try arguments.cell.filePath(arguments[0]) : "."
            var names = try FileSystem.names(in: path)[...]
            return .object(
                ScanIterator { (_) throws(Raise) in
                    names.popFirst().map { .object(DirectoryEntry($0, PathText.join(path, $0))) }
                })
        }
        RawFunction(
            "walk", doc: "Each folder below a path, with the names of folders and files in it.",
            parameters("top, topdown=True, onerror=None, followlinks=False")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let top = try arguments.cell.filePath(arguments[0])
            let walk = FolderWalk(
                top, topDown: try arguments.bool(1, default: true), followsLinks: try arguments.bool(3, default: false))
            return .object(ClosureIterator { (cell) throws(Raise) in try walk.next(cell) })
        }
        RawFunction("getcwd", doc: "The current folder.") { (_) throws(Raise) -> Value in
            .string(FileSystem.currentDirectory)
        }
        pathFunction("chdir", "Changes the current folder.") { (path, _) throws(Raise) in
            try FileSystem.changeDirectory(path)
            return .none
        }
        pathFunction("mkdir", "Makes a folder.", "path, mode=511") { (path, arguments) throws(Raise) in
            try FileSystem.makeDirectory(path, mode: UInt32(truncatingIfNeeded: arguments.int(1, default: 0o777)))
            return .none
        }
        pathFunction("makedirs", "Makes a folder and those above it.", "name, mode=511, exist_ok=False") {
            (path, arguments) throws(Raise) in
            try FileSystem.makeDirectories(
                path, mode: UInt32(truncatingIfNeeded: arguments.int(1, default: 0o777)),
                existsOK: arguments.bool(2, default: false))
            return .none
        }
        pathFunction("rmdir", "Takes an empty folder away.") { (path, _) throws(Raise) in
            try FileSystem.removeDirectory(path)
            return .none
        }
        pathFunction("removedirs", "Takes an empty folder away, and those above it that are empty then.", "name") {
            (path, _) throws(Raise) in
            try FileSystem.removeDirectory(path)
            var parent = PathText.parent(path)
            while !parent.isEmpty, (try? FileSystem.removeDirectory(parent)) != nil { parent = PathText.parent(parent) }
            return .none
        }
    }

    @MembersBuilder private static var osFiles: [Member] {
        for name in ["remove", "unlink"] {
            pathFunction(name, "Takes a file away.") { (path, _) throws(Raise) in
                try FileSystem.removeFile(path)
                return .none
            }
        }
        for name in ["rename", "replace"] {
            pathFunction(name, "Moves a file.", "src, dst") { (path, arguments) throws(Raise) in
                try FileSystem.move(path, to: arguments.cell.filePath(arguments[1]))
                return .none
            }
        }
        pathFunction("symlink", "Makes a link.", "src, dst") { (path, arguments) throws(Raise) in
            try FileSystem.link(arguments.cell.filePath(arguments[1]), to: path)
            return .none
        }
        pathFunction("readlink", "What a link points to.") { (path, _) throws(Raise) in
            .string(try FileSystem.target(ofLink: path))
        }
        pathFunction("chmod", "Sets who may do what.", "path, mode") { (path, arguments) throws(Raise) in
            try FileSystem.setMode(path, UInt32(truncatingIfNeeded: arguments.cell.index(arguments[1])))
            return .none
        }
        pathFunction("stat", "Size, times and more.", "path, *, follow_symlinks=True") {
            (path, arguments) throws(Raise) in
            try statResult(path, followLinks: arguments.bool(1, default: true))
        }
        pathFunction("lstat", "As stat, of a link itself.") { (path, _) throws(Raise) in
            try statResult(path, followLinks: false)
        }
        pathFunction("access", "Whether one may do something.", "path, mode") { (path, arguments) throws(Raise) in
            .bool(access(path, Int32(truncatingIfNeeded: try arguments.cell.index(arguments[1]))) == 0)
        }
        pathFunction("fspath", "The text of a path.") { (path, _) throws(Raise) in .string(path) }
        RawFunction("fsencode", doc: "The bytes of a path.", parameters("filename")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .object(Bytes(Array(try arguments.cell.filePath(arguments[0]).utf8)))
        }
    }

    @MembersBuilder private static var osProcess: [Member] {
        RawFunction("getenv", doc: "A variable of the environment.", parameters("key, default=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            guard let name = arguments[0].text else { throw .typeError("str expected, not \(arguments[0].type.name)") }
            return EnvironmentObject.get(name) ?? (arguments.has(1) ? arguments[1] : .none)
        }
        RawFunction("putenv", doc: "Sets a variable of the environment.", parameters("name, value, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            guard let name = arguments[0].text, let value = arguments[1].text else { throw .typeError("str expected") }
            setenv(name, value, 1)
            return .none
        }
        RawFunction("getpid", doc: "The process's number.") { (_) throws(Raise) -> Value in .int(Int(getpid())) }
        RawFunction("cpu_count", doc: "How many processors there are.") { (_) throws(Raise) -> Value in
            .int(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        }
        RawFunction("urandom", doc: "Random bytes.", parameters("size, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let count = try arguments.cell.index(arguments[0])
            if count < 0 { throw .valueError("negative argument not allowed") }
            try arguments.cell.checkSize(count)
            var system = SystemRandomNumberGenerator()
            return .object(Bytes((0..<count).map { _ in UInt8.random(in: 0...255, using: &system) }))
        }
        RawFunction("system", doc: "Runs a command of the shell.", parameters("command")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            do {
                let status = try cell.host.shell(try cell.str(arguments[0]), cell: cell) { cell.display(.output($0)) }
                return .int(status < 128 ? Int(status) << 8 : Int(status) - 128)
            } catch { throw Raise(error) }
        }
        RawFunction("statvfs", doc: "How full a disk is.", parameters("path")) { (arguments) throws(Raise) in
            let path = try arguments.cell.filePath(arguments[0])
            var found = statvfs()
            guard statvfs(path, &found) == 0 else {
                throw Raise.osError(errno, String(cString: strerror(errno)), path: path)
            }
            let names = ["f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail"]
            let values = [
                UInt(found.f_bsize), UInt(found.f_frsize), UInt(found.f_blocks), UInt(found.f_bfree),
                UInt(found.f_bavail),
            ]
            return .object(NamespaceObject(Dict(named: zip(names, values).map { ($0, .int(Int($1))) })))
        }
        RawFunction("get_terminal_size", doc: "Columns and lines of the terminal.", parameters("fd=1")) {
            (_) throws(Raise) -> Value in
            let columns = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
            let lines = getenv("LINES").flatMap { Int(String(cString: $0)) }
            return NamedTuples.instance(of: terminalSize, [.int(columns ?? 80), .int(lines ?? 24)])
        }
    }

    private static let terminalSize = NamedTuples.make("terminal_size", module: "os", fields: ["columns", "lines"])
}

/// What `os.scandir` gives: an iterator that can be used in `with`.
private final class ScanIterator: IteratorObject {
    private let advance: (Interpreter) throws(Raise) -> Value?

    init(_ advance: @escaping (Interpreter) throws(Raise) -> Value?) {
        self.advance = advance
        super.init(type: Self.declaration)
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? { try advance(cell) }

    static let declaration: TypeObject = {
        let type = TypeObject("ScandirIterator", module: "posix", base: types.iterator, metatype: types.type)
        type.isBase = false
        type.install(
            [
                RawMethod("close") { (_) throws(Raise) -> Value in .none },
                RawMethod("__enter__") { (arguments: Arguments) throws(Raise) -> Value in arguments[0] },
                RawMethod("__exit__", parameters("*args")) { (_) throws(Raise) -> Value in .none },
            ], style: .native)
        return type
    }()
}

/// `os.walk`
private final class FolderWalk {
    private enum Task {
        case enter(String)
        case give(String, List, List)
        case descend(String, List)
    }

    private var tasks: [Task]
    private let topDown: Bool
    private let followsLinks: Bool

    init(_ top: String, topDown: Bool, followsLinks: Bool) {
        tasks = [.enter(top)]
        self.topDown = topDown
        self.followsLinks = followsLinks
    }

    func next(_ cell: Interpreter) throws(Raise) -> Value? {
        while let task = tasks.popLast() {
            try cell.poll()
            switch task {
            case .give(let path, let folders, let files):
                return .tuple([.string(path), .object(folders), .object(files)])
            case .descend(let path, let folders):
                // The list may have been changed since: only what is left is walked.
                for name in folders.items.reversed() {
                    guard let text = name.text else { continue }
                    let child = PathText.join(path, text)
                    if followsLinks || FileSystem.status(child, followLinks: false)?.isLink != true {
                        tasks.append(.enter(child))
                    }
                }
            case .enter(let path):
                guard let names = try? FileSystem.names(in: path) else { continue }
                let folders = List()
                let files = List()
                for name in names {
                    let isFolder = FileSystem.status(PathText.join(path, name))?.isDirectory == true
                    (isFolder ? folders : files).items.append(.string(name))
                }
                if topDown {
                    tasks.append(.descend(path, folders))
                    return .tuple([.string(path), .object(folders), .object(files)])
                }
                tasks.append(.give(path, folders, files))
                tasks.append(.descend(path, folders))
            }
        }
        return nil
    }
}

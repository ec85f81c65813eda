/// A `pathlib.Path`.
public final class PathObject: Object, NativeObject {
    /// Without doubled slashes, `.` parts and a slash at the end; empty for the current folder.
    public let path: String

    public init(_ path: String) {
        self.path = PathText.canonical(path)
        super.init(type: Self.declaration)
    }

    /// As it is shown and given to the system.
    public var text: String { path.isEmpty ? "." : path }

    var root: String { PathText.root(path) }

    var parts: [String] { (root.isEmpty ? [] : [root]) + path.split(separator: "/").map(String.init) }

    public var name: String { path == root ? "" : PathText.name(path) }

    public var parent: PathObject {
        if name.isEmpty { return self }
        return PathObject(PathText.split(path).head)
    }

    /// The name up to its last dot.
    public var stem: String { String(name.dropLast(suffix.count)) }

    /// The last dot of the name and what follows it.
    public var suffix: String {
        let name = name
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex,
            name.utf8.index(after: dot) != name.endIndex
        else { return "" }
        return String(name[dot...])
    }

    var suffixes: [String] {
        if name.hasSuffix(".") { return [] }
        return name.drop { $0 == "." }.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map {
            "." + $0
        }
    }

    public func appending(_ other: String) -> PathObject { PathObject(PathText.join(path, other)) }

    static func value(_ path: String) -> Value { .object(PathObject(path)) }

    public static let declaration: TypeObject = NativeType<PathObject>(
        "PosixPath", module: "pathlib", doc: "The path of a file or folder.", allowsAttributes: true, isContainer: false
    ) {
        RawConstructor(doc: "A path of parts.", parameters("*args")) { (arguments: Arguments) throws(Raise) -> Value in
            .object(PathObject(try joined("", arguments.variadic(0), arguments.cell)))
        }
        PathMembers.parts
        PathMembers.changes
        PathMembers.questions
        PathMembers.folders
        PathMembers.contents
        PathMembers.specials
        BuiltinMembers.classMethod("cwd", "The current folder.", "") { (_) throws(Raise) -> Value in
            value(FileSystem.currentDirectory)
        }
        BuiltinMembers.classMethod("home", "The user's home folder.", "") { (_) throws(Raise) -> Value in
            value(PathText.expandingUser("~"))
        }
    }.type

    static func joined(_ start: String, _ parts: ContiguousArray<Value>, _ cell: Interpreter) throws(Raise) -> String {
        var path = start
        for part in parts { path = PathText.join(path, try cell.filePath(part)) }
        return path
    }
}

/// What paths can do, in groups.
private enum PathMembers {
    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (PathObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(PathObject.self, name, of: "pathlib.PosixPath"), arguments)
        }
    }

    private static func part(_ name: String, _ doc: String, body: @escaping (PathObject) -> Value) -> Member {
        BuiltinMembers.property(name, doc) { (value) throws(Raise) in (value.object as? PathObject).map(body) ?? .none }
    }

    @MembersBuilder static var parts: [Member] {
        part("name", "The last part.") { .string($0.name) }
        part("stem", "The last part without its suffix.") { .string($0.stem) }
        part("suffix", "The last dot of the name and what follows.") { .string($0.suffix) }
        part("suffixes", "All suffixes of the name.") { .list($0.suffixes.map { .string($0) }) }
        part("parent", "The folder it is in.") { .object($0.parent) }
        part("parents", "The folders above it, nearest first.") { path in
            var result: [Value] = []
            var next = path
            while !next.name.isEmpty {
                next = next.parent
                result.append(.object(next))
            }
            return .tuple(result)
        }
        part("parts", "All parts.") { .tuple($0.parts.map { .string($0) }) }
        part("anchor", "The root.") { .string($0.root) }
        part("root", "The root.") { .string($0.root) }
        part("drive", "Nothing, on this system.") { _ in .string("") }
        method("as_posix", "The path's text.") { (path, _) throws(Raise) in .string(path.text) }
        method("as_uri", "The path as a file address.") { (path, _) throws(Raise) in
            guard !path.root.isEmpty else { throw .valueError("relative path can't be expressed as a file URI") }
            return .string("file://" + PercentCoding.quote(path.text, safe: "/"))
        }
        method("is_absolute", "Whether it begins at the root.") { (path, _) throws(Raise) in .bool(!path.root.isEmpty) }
        method("match", "Whether it fits a pattern.", "path_pattern") { (path, arguments) throws(Raise) in
            let pattern = PathObject(try arguments.cell.filePath(arguments[1]))
            let (own, wanted) = (path.parts, pattern.parts)
            if wanted.isEmpty { throw .valueError("empty pattern") }
            guard pattern.root.isEmpty ? own.count >= wanted.count : own.count == wanted.count else {
                return .bool(false)
            }
            return .bool(zip(own.suffix(wanted.count), wanted).allSatisfy { PathText.matches($0, $1) })
        }
    }

    private static func changedName(_ path: PathObject, _ name: String) throws(Raise) -> Value {
        if path.name.isEmpty { throw .valueError("PosixPath(\(StringRepr.repr(path.text))) has an empty name") }
        if name.isEmpty || name.contains("/") || name == "." {
            throw .valueError("Invalid name \(StringRepr.repr(name))")
        }
        return .object(path.parent.appending(name))
    }

    private static func relative(_ path: PathObject, _ other: PathObject) -> [String]? {
        path.parts.starts(with: other.parts) ? Array(path.parts.dropFirst(other.parts.count)) : nil
    }

    @MembersBuilder static var changes: [Member] {
        method("joinpath", "The path with parts after it.", "*other") { (path, arguments) throws(Raise) in
            .object(PathObject(try PathObject.joined(path.path, arguments.variadic(1), arguments.cell)))
        }
        method("with_name", "With another name.", "name") { (path, arguments) throws(Raise) in
            try changedName(path, arguments.cell.str(arguments[1]))
        }
        method("with_stem", "With another stem.", "stem") { (path, arguments) throws(Raise) in
            try changedName(path, arguments.cell.str(arguments[1]) + path.suffix)
        }
        method("with_suffix", "With another suffix.", "suffix") { (path, arguments) throws(Raise) in
            let suffix = try arguments.cell.str(arguments[1])
            if suffix.contains("/") || (!suffix.isEmpty && !suffix.hasPrefix(".")) || suffix == "." {
                throw .valueError("Invalid suffix \(StringRepr.repr(suffix))")
            }
            return try changedName(path, path.stem + suffix)
        }
        method("relative_to", "The path from a folder above.", "*other") { (path, arguments) throws(Raise) in
            let other = PathObject(try PathObject.joined("", arguments.variadic(1), arguments.cell))
            guard let rest = relative(path, other) else {
                throw .valueError(
                    "\(StringRepr.repr(path.text)) is not in the subpath of \(StringRepr.repr(other.text)) OR one path is relative and the other is absolute."
                )
            }
            return PathObject.value(rest.joined(separator: "/"))
        }
        method("is_relative_to", "Whether it is in a folder.", "*other") { (path, arguments) throws(Raise) in
            let other = PathObject(try PathObject.joined("", arguments.variadic(1), arguments.cell))
            return .bool(relative(path, other) != nil)
        }
        method("expanduser", "With the home folder for ~.") { (path, _) throws(Raise) in
            PathObject.value(PathText.expandingUser(path.path))
        }
        method("absolute", "From the root.") { (path, _) throws(Raise) in
            PathObject.value(PathText.join(FileSystem.currentDirectory, path.path))
        }
        method("resolve", "From the root, without links.", "strict=False") { (path, arguments) throws(Raise) in
            if try arguments.bool(1, default: false) { _ = try FileSystem.requiredStatus(path.text) }
            return PathObject.value(FileSystem.resolved(path.text))
        }
        method("readlink", "What the link points to.") { (path, _) throws(Raise) in
            PathObject.value(try FileSystem.target(ofLink: path.text))
        }
    }

    @MembersBuilder static var questions: [Member] {
        for (name, doc, test) in [
            ("exists", "Whether there is such a file or folder.", { _ in true }),
            ("is_file", "Whether it is a file.", { $0.isFile }),
            ("is_dir", "Whether it is a folder.", { $0.isDirectory }),
        ] as [(String, String, (FileSystem.Status) -> Bool)] {
            method(name, doc) { (path, _) throws(Raise) in .bool(FileSystem.status(path.text).map(test) ?? false) }
        }
        method("is_symlink", "Whether it is a link.") { (path, _) throws(Raise) in
            .bool(FileSystem.status(path.text, followLinks: false)?.isLink ?? false)
        }
        method("stat", "Size, times and more.", "*, follow_symlinks=True") { (path, arguments) throws(Raise) in
            try StandardModules.statResult(path.text, followLinks: arguments.bool(1, default: true))
        }
        method("lstat", "As stat, of a link itself.") { (path, _) throws(Raise) in
            try StandardModules.statResult(path.text, followLinks: false)
        }
        method("samefile", "Whether both are one file.", "other_path") { (path, arguments) throws(Raise) in
            let a = try FileSystem.requiredStatus(path.text)
            let b = try FileSystem.requiredStatus(try arguments.cell.filePath(arguments[1]))
            return .bool(a.inode == b.inode && a.device == b.device)
        }
    }

    private static func iterate(_ paths: [String]) -> Value {
        var rest = paths[...]
        return .object(ClosureIterator { (_) throws(Raise) in rest.popFirst().map(PathObject.value) })
    }

    @MembersBuilder static var folders: [Member] {
        method("iterdir", "What is in the folder, sorted.") { (path, _) throws(Raise) in
            iterate(try FileSystem.names(in: path.text).map { PathText.join(path.path, $0) })
        }
        method("ls", "What is in the folder, as a list.", "n_max=None, file_type=None, file_exts=None") {
            (path, arguments) throws(Raise) in
            if arguments.isGiven(2) {
                throw .notImplemented("Path.ls: file_type= is not supported; file_exts= chooses by suffix")
            }
            var names = try FileSystem.names(in: path.text)
            if arguments.isGiven(3) {
                let wanted =
                    arguments[3].text == nil
                    ? try arguments.cell.items(of: arguments[3]).compactMap(\.text) : [arguments[3].text ?? ""]
                names = names.filter { wanted.contains(PathText.splitSuffix($0).suffix) }
            }
            if arguments.isGiven(1) { names = Array(names.prefix(max(try arguments.cell.index(arguments[1]), 0))) }
            return .object(LObject(ContiguousArray(names.map { PathObject.value(PathText.join(path.path, $0)) })))
        }
        for (name, prefix, doc) in [
            ("glob", "", "Files that fit a pattern, sorted."),
            ("rglob", "**/", "Files in this folder and all below that fit a pattern."),
        ] {
            method(name, doc, "pattern") { (path, arguments) throws(Raise) in
                let pattern = try arguments.cell.filePath(arguments[1])
                if pattern.isEmpty { throw .valueError("Unacceptable pattern: ''") }
                if pattern.hasPrefix("/") { throw .notImplemented("Non-relative patterns are unsupported") }
                return iterate(try Globbing.find(prefix + pattern, in: path.path, matchesHidden: true, arguments.cell))
            }
        }
        method("mkdir", "Makes the folder.", "mode=511, parents=False, exist_ok=False") {
            (path, arguments) throws(Raise) in
            let mode = UInt32(truncatingIfNeeded: try arguments.int(1, default: 0o777))
            let existsOK = try arguments.bool(3, default: false)
            if try arguments.bool(2, default: false) {
                try FileSystem.makeDirectories(path.text, mode: mode, existsOK: existsOK)
            } else if !existsOK || FileSystem.status(path.text)?.isDirectory != true {
                try FileSystem.makeDirectory(path.text, mode: mode)
            }
            return .none
        }
        method("rmdir", "Takes the empty folder away.") { (path, _) throws(Raise) in
            try FileSystem.removeDirectory(path.text)
            return .none
        }
        method("unlink", "Takes the file away.", "missing_ok=False") { (path, arguments) throws(Raise) in
            if try arguments.bool(1, default: false), FileSystem.status(path.text, followLinks: false) == nil {
                return .none
            }
            try FileSystem.removeFile(path.text)
            return .none
        }
        for name in ["rename", "replace"] {
            method(name, "Moves the file.", "target") { (path, arguments) throws(Raise) in
                let target = try arguments.cell.filePath(arguments[1])
                try FileSystem.move(path.text, to: target)
                return PathObject.value(target)
            }
        }
        method("symlink_to", "Makes it a link.", "target, target_is_directory=False") {
            (path, arguments) throws(Raise) in
            try FileSystem.link(path.text, to: arguments.cell.filePath(arguments[1]))
            return .none
        }
        method("chmod", "Sets who may do what.", "mode") { (path, arguments) throws(Raise) in
            try FileSystem.setMode(path.text, UInt32(truncatingIfNeeded: arguments.cell.index(arguments[1])))
            return .none
        }
        method("touch", "Makes the file if it is not there, and sets its time.", "mode=438, exist_ok=True") {
            (path, arguments) throws(Raise) in
            let exists = FileSystem.status(path.text) != nil
            if exists, try !arguments.bool(2, default: true) { throw FileSystem.failure(path.text, number: 17) }
            let file = try StandardModules.open(path.text, mode: "a", encoding: .none, errors: .none, newline: .none)
            try file.shut()
            try FileSystem.setTimes(path.text)
            return .none
        }
    }

    @MembersBuilder static var contents: [Member] {
        method("open", "Opens the file.", "mode='r', buffering=-1, encoding=None, errors=None, newline=None") {
            (path, arguments) throws(Raise) in
            .object(
                try StandardModules.open(
                    path.text, mode: arguments.has(1) ? arguments[1].text ?? "r" : "r", encoding: arguments[3],
                    errors: arguments[4], newline: arguments[5]))
        }
        method("read_text", "The file's text.", "encoding=None, errors=None") { (path, arguments) throws(Raise) in
            let file = try StandardModules.open(
                path.text, mode: "r", encoding: arguments[1], errors: arguments[2], newline: .none)
            defer { try? file.shut() }
            return try file.read(nil)
        }
        method("read_bytes", "The file's bytes.") { (path, _) throws(Raise) in
            .object(Bytes(try FileSystem.read(path.text)))
        }
        method("write_text", "Writes the file anew.", "data, encoding=None, errors=None, newline=None") {
            (path, arguments) throws(Raise) in
            guard arguments[1].text != nil else {
                throw .typeError("data must be str, not \(arguments[1].type.name)")
            }
            let file = try StandardModules.open(
                path.text, mode: "w", encoding: arguments[2], errors: arguments[3], newline: arguments[4])
            let count = try file.write(arguments[1])
            try file.shut()
            return .int(count)
        }
        method("write_bytes", "Writes the file anew.", "data") { (path, arguments) throws(Raise) in
            let bytes = try BuiltinMembers.requiredBytes(arguments[1])
            try FileSystem.write(bytes, to: path.text)
            return .int(bytes.count)
        }
    }

    @MembersBuilder static var specials: [Member] {
        method("__str__") { (path, _) throws(Raise) in .string(path.text) }
        method("__repr__") { (path, _) throws(Raise) in .string("\(path.type.name)(\(StringRepr.repr(path.text)))") }
        method("__fspath__") { (path, _) throws(Raise) in .string(path.text) }
        method("__hash__") { (path, _) throws(Raise) in .int(Str(path.path).hash) }
        method("__truediv__", "", "key, /") { (path, arguments) throws(Raise) in
            guard arguments[1].text != nil || arguments[1].object is PathObject else { return .notImplemented }
            return .object(path.appending(try arguments.cell.filePath(arguments[1])))
        }
        method("__rtruediv__", "", "key, /") { (path, arguments) throws(Raise) in
            guard let start = arguments[1].text else { return .notImplemented }
            return PathObject.value(PathText.join(start, path.path))
        }
        for (name, comparator) in [
            ("__eq__", Interpreter.Comparator.equal), ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater),
            ("__ge__", .greaterOrEqual),
        ] {
            method(name, "", "other, /") { (path, arguments) throws(Raise) in
                guard let other = arguments[1].object as? PathObject else { return .notImplemented }
                let (a, b) = (path.parts, other.parts)
                for (x, y) in zip(a, b) where !String.codePointsEqual(x, y) {
                    return .bool(comparator.holds(String.codePointsPrecede(x, y) ? -1 : 1))
                }
                return .bool(comparator.holds(a.count - b.count))
            }
        }
    }
}

extension StandardModules {
    static let pathlib = NativeModule("pathlib", doc: "Paths of files and folders.") {
        for name in ["Path", "PosixPath", "PurePath", "PurePosixPath"] {
            Constant(name, Value.object(PathObject.declaration))
        }
    }
}

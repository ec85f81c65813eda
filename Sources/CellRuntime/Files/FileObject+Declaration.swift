#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The classes of files as cells know them.
extension FileObject {
    static let textDeclaration = make("TextIOWrapper", doc: "A text file.")
    static let readerDeclaration = make("BufferedReader", doc: "A file of bytes to read.")
    static let writerDeclaration = make("BufferedWriter", doc: "A file of bytes to write.")
    static let randomDeclaration = make("BufferedRandom", doc: "A file of bytes to read and write.")
    static let stringDeclaration = make("StringIO", doc: "Text in memory, used as a file.") {
        (arguments) throws(Raise) in
        let initial = arguments.isGiven(0) ? arguments[0].text : ""
        guard let initial else {
            throw .typeError("initial_value must be str or None, not \(arguments[0].type.name)")
        }
        return FileObject(memory: Array(initial.utf8), isText: true)
    }
    static let bytesDeclaration = make("BytesIO", doc: "Bytes in memory, used as a file.") {
        (arguments) throws(Raise) in
        FileObject(
            memory: arguments.isGiven(0) ? try BuiltinMembers.requiredBytes(arguments[0]) : [], isText: false)
    }

    private static func make(
        _ name: String, doc: String, constructor: ((Arguments) throws(Raise) -> FileObject)? = nil
    ) -> TypeObject {
        let type = TypeObject(name, module: "_io", doc: doc, base: types.object, metatype: types.type)
        type.isBase = false
        type.install(members, style: .native)
        if let constructor {
            type.install(
                [
                    RawConstructor(
                        doc: doc,
                        parameters(name == "StringIO" ? "initial_value='', newline='\\n'" : "initial_bytes=b''")
                    ) {
                        (arguments: Arguments) throws(Raise) -> Value in .object(try constructor(arguments))
                    },
                    method("getvalue", "All that has been written.") { (file, _) throws(Raise) in
                        try file.checkOpen()
                        let bytes = file.memory ?? []
                        return file.isText ? .string(String(utf8Bytes: bytes)) : .object(Bytes(bytes))
                    },
                ], style: .native)
        }
        return type
    }

    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (FileObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(FileObject.self, name, of: "file"), arguments)
        }
    }

    private static func get(_ name: String, _ doc: String, body: @escaping (FileObject) -> Value) -> Member {
        BuiltinMembers.property(name, doc) { (value) throws(Raise) in (value.object as? FileObject).map(body) ?? .none }
    }

    @MembersBuilder private static var members: [Member] {
        reading
        writing
        state
    }

    private static func wanted(_ arguments: Arguments) throws(Raise) -> Int? {
        guard arguments.isGiven(1) else { return nil }
        let count = try arguments.cell.index(arguments[1])
        return count < 0 ? nil : count
    }

    @MembersBuilder private static var reading: [Member] {
        method("read", "So much of the file, or all that is left.", "size=-1, /") { (file, arguments) throws(Raise) in
            try file.read(wanted(arguments))
        }
        method("readline", "The next line, with its end.", "size=-1, /") { (file, arguments) throws(Raise) in
            try file.line(limit: wanted(arguments) ?? .max) ?? (file.isText ? .string("") : .object(Bytes([])))
        }
        method("readlines", "All lines, with their ends.", "hint=-1, /") { (file, arguments) throws(Raise) in
            var lines: [Value] = []
            while let line = try file.line() {
                lines.append(line)
                if lines.count & 0xFFF == 0 { try arguments.cell.poll() }
            }
            return .list(lines)
        }
        method("__iter__") { (file, _) throws(Raise) in
            try file.checkOpen()
            return .object(ClosureIterator { (_) throws(Raise) in try file.line() })
        }
        method("__next__") { (file, _) throws(Raise) in
            if let line = try file.line() { return line }
            throw Raise(ExceptionObject(exceptions.stopIteration, Tuple()))
        }
    }

    @MembersBuilder private static var writing: [Member] {
        method("write", "Writes text or bytes.", "text, /") { (file, arguments) throws(Raise) in
            .int(try file.write(arguments[1]))
        }
        method("writelines", "Writes the items of an iterable.", "lines, /") { (file, arguments) throws(Raise) in
            for line in try arguments.cell.items(of: arguments[1]) { _ = try file.write(line) }
            return .none
        }
        method("flush", "Hands everything written to the system.") { (file, _) throws(Raise) in
            try file.checkOpen()
            try file.flush()
            return .none
        }
        method("truncate", "Cuts the file off.", "pos=None, /") { (file, arguments) throws(Raise) in
            let size = arguments.isGiven(1) ? try arguments.cell.index(arguments[1]) : try file.position()
            try file.truncate(size)
            return .int(size)
        }
    }

    @MembersBuilder private static var state: [Member] {
        method("close", "Closes the file.") { (file, _) throws(Raise) in
            try file.shut()
            return .none
        }
        method("__enter__") { (file, arguments) throws(Raise) in
            try file.checkOpen()
            return arguments[0]
        }
        method("__exit__", "", "*args") { (file, _) throws(Raise) in
            try file.shut()
            return .none
        }
        method("tell", "The place in the file.") { (file, _) throws(Raise) in .int(try file.position()) }
        method("seek", "Goes to a place.", "cookie, whence=0, /") { (file, arguments) throws(Raise) in
            let origin = try arguments.int(2, default: 0)
            guard (0...2).contains(origin) else { throw .valueError("invalid whence (\(origin), should be 0, 1 or 2)") }
            let offset = try arguments.cell.index(arguments[1])
            if file.isText, origin != 0, offset != 0 {
                throw Raise(
                    StandardModules.unsupportedOperation,
                    "can't do nonzero \(origin == 1 ? "cur" : "end")-relative seeks")
            }
            return .int(try file.seek(offset, origin))
        }
        method("readable", "Whether it can be read.") { (file, _) throws(Raise) in .bool(file.canRead) }
        method("writable", "Whether it can be written.") { (file, _) throws(Raise) in .bool(file.canWrite) }
        method("seekable", "Whether places can be gone to.") { (_, _) throws(Raise) in .bool(true) }
        method("fileno", "The system's number of the file.") { (file, _) throws(Raise) in
            guard let number = file.descriptor else { throw Raise(StandardModules.unsupportedOperation, "fileno") }
            return .int(Int(number))
        }
        method("isatty", "Whether it is a terminal.") { (file, _) throws(Raise) in
            .bool(file.descriptor.map { Platform.isTerminal($0) } ?? false)
        }
        get("closed", "Whether it is closed.") { .bool($0.isClosed) }
        get("name", "Its path.") { .string($0.name) }
        get("mode", "The mode it was opened in.") { .string($0.mode) }
        get("encoding", "How text is written in bytes.") {
            $0.isText && !$0.isMemory ? .string($0.encoding.upperName) : .none
        }
        get("newlines", "Nothing is kept about line ends.") { _ in .none }
        method("__repr__") { (file, arguments) throws(Raise) in
            if file.isMemory {
                return .string("<_io.\(file.type.name) object at \(arguments.cell.address(of: file))>")
            }
            let name = StringRepr.repr(file.name)
            return .string(
                file.isText
                    ? "<_io.TextIOWrapper name=\(name) mode='\(file.mode)' encoding='\(file.encoding.upperName)'>"
                    : "<_io.\(file.type.name) name=\(name)>")
        }
    }
}

enum Platform {
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) != 0 }
}

extension TextCoding.Encoding {
    /// As `open` shows the default.
    var upperName: String { self == .utf8 ? "UTF-8" : name }
}

extension StandardModules {
    /// `io.UnsupportedOperation`
    static let unsupportedOperation = TypeObject(
        "UnsupportedOperation", module: "io", doc: "A file that cannot do what is asked of it.",
        base: exceptions.osError,
        metatype: types.type)

    /// `open(…)`
    static func open(_ arguments: Arguments) throws(Raise) -> Value {
        let mode = arguments.has(1) ? arguments[1].text : "r"
        guard let mode else { throw .typeError("open() argument 'mode' must be str, not \(arguments[1].type.name)") }
        return .object(
            try open(
                arguments.cell.filePath(arguments[0]), mode: mode, encoding: arguments[3], errors: arguments[4],
                newline: arguments[5]))
    }

    static func open(
        _ path: String, mode: String, encoding: Value, errors: Value, newline: Value
    ) throws(Raise) -> FileObject {
        let letters = Array(mode)
        guard letters.allSatisfy({ "rwaxbt+".contains($0) }), Set(letters).count == letters.count else {
            throw .valueError("invalid mode: '\(mode)'")
        }
        if mode.contains("b"), mode.contains("t") { throw .valueError("can't have text and binary mode at once") }
        guard letters.count(where: { "rwax".contains($0) }) == 1 else {
            throw .valueError("must have exactly one of create/read/write/append mode")
        }
        if mode.contains("b") {
            if !encoding.isUnset, !encoding.isNone {
                throw .valueError("binary mode doesn't take an encoding argument")
            }
            if !errors.isUnset, !errors.isNone { throw .valueError("binary mode doesn't take an errors argument") }
            if !newline.isUnset, !newline.isNone { throw .valueError("binary mode doesn't take a newline argument") }
        }
        let end = newline.text
        if let end, !["", "\n", "\r", "\r\n"].contains(end) {
            throw .valueError("illegal newline value: \(StringRepr.repr(end))")
        }
        return try FileObject(
            path: path, mode: mode, encoding: TextCoding.encoding(encoding), errors: TextCoding.errors(errors),
            newline: end)
    }

    static let openParameters = parameters(
        "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None")

    static let io = NativeModule("io", doc: "Files in memory.", style: .native) {
        FileObject.stringDeclaration
        FileObject.bytesDeclaration
        FileObject.textDeclaration
        unsupportedOperation
        RawFunction("open", doc: "Opens a file.", openParameters) { (arguments: Arguments) throws(Raise) -> Value in
            try open(arguments)
        }
    }
}

extension Interpreter {
    /// The text of a path: a string, bytes, or an object with `__fspath__`.
    public func filePath(_ value: Value) throws(Raise) -> String {
        let path: String
        if let text = value.text {
            path = text
        } else if let object = value.object as? PathObject {
            path = object.path
        } else if let bytes = value.object as? Bytes {
            path = String(decoding: bytes.bytes, as: UTF8.self)
        } else if let method = try attributeIfAny(intern("__fspath__"), of: value), let text = try call(method, []).text
        {
            path = text
        } else {
            throw .typeError("expected str, bytes or os.PathLike object, not \(value.type.name)")
        }
        if path.utf8.contains(0) { throw .valueError("embedded null byte") }
        return path
    }
}

import CellRuntime

/// A file's path as an argument: a string, a `Path`, or anything with `__fspath__`.
struct PathArgument: CellConvertible {
    let path: String

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> PathArgument {
        if let text = value.text { return PathArgument(path: text) }
        if let path = try of(value, place.cell) { return PathArgument(path: path) }
        throw place.mismatch("str or Path", value)
    }

    /// The path an object stands for; nil when it stands for none.
    static func of(_ value: Value, _ cell: Interpreter) throws(Raise) -> String? {
        if let text = value.text { return text }
        guard value.type.lookup("__fspath__") != nil else { return nil }
        return try cell.callMethod("__fspath__", of: value).text
    }

    static var cellTypeName: String { "str or Path" }
}

/// Where bytes come from: a path, `bytes`, or an open file such as `BytesIO`.
enum ByteSource: CellConvertible {
    case file(String)
    case bytes([UInt8])

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> ByteSource {
        if let path = try PathArgument.of(value, place.cell) { return .file(path) }
        if let bytes = value.object as? Bytes { return .bytes(bytes.bytes) }
        if value.type.lookup("read") != nil {
            let content = try place.cell.callMethod("read", of: value)
            if let bytes = content.object as? Bytes { return .bytes(bytes.bytes) }
            if let text = content.text { return .bytes(Array(text.utf8)) }
        }
        throw place.mismatch("path, bytes or file", value)
    }
    static var cellTypeName: String { "path, bytes or file" }
}

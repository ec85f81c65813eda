import CellRuntime

/// `ipywidgets`, as far as a terminal can stand in for it.
enum WidgetsModule {
    /// Asks for a path instead of drawing a button.
    final class FileUpload: Object, NativeObject {
        var data: [Value] = []

        init() { super.init(type: Self.declaration) }

        static let declaration: TypeObject = NativeType<FileUpload>(
            "FileUpload", module: "ipywidgets", doc: "Asks for the path of a file of yours.", allowsAttributes: true
        ) {
            Constructor(Parameter("options", Keywords.self)) { _, _ in FileUpload() }
            Method<FileUpload>("choose", doc: "Asks for a path, and reads that file.") { upload, cell in
                try upload.ask(cell)
                return upload
            }
            Property<FileUpload>("data", doc: "The bytes of the files chosen; asks for one if none is.") {
                upload, cell in
                if upload.data.isEmpty { try upload.ask(cell) }
                return upload.data
            }
            Property<FileUpload>("value") { upload, _ in Value.tuple(upload.data) }
            Method<FileUpload>("__repr__") { upload, _ in
                "FileUpload(value=\(upload.data.isEmpty ? "()" : "(\(upload.data.count) file)"), description='Upload')"
            }
        }.type

        private func ask(_ cell: Interpreter) throws {
            guard let typed = try cell.host.input(prompt: "Path of your picture (Enter for none): "),
                !typed.allSatisfy(\.isWhitespace)
            else { return }
            data = [try cell.callMethod("read_bytes", of: cell.path(PathAsTyped(typed).path))]
        }
    }

    static let module = NativeModule("ipywidgets", doc: "Widgets, as far as a terminal has them.") {
        FileUpload.declaration
    }
}

/// A path as people give them: dragged in, in quotes, escaped, `file://`, `~`.
struct PathAsTyped {
    let path: String

    init(_ typed: String) {
        var text = typed.trimmingWhitespace()
        if let quote = text.first, quote == "'" || quote == "\"", text.count > 1, text.last == quote {
            text = String(text.dropFirst().dropLast())
        } else {
            text = Self.withoutBackslashes(text)
        }
        if text.hasPrefix("file://") { text = Self.decoded(String(text.dropFirst(7))) }
        path = text
    }

    private static func withoutBackslashes(_ text: String) -> String {
        var (result, escaped) = ("", false)
        for character in text {
            if character == "\\", !escaped {
                escaped = true
            } else {
                result.append(character)
                escaped = false
            }
        }
        return result
    }

    /// `%20` and the like.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate func trimmingWhitespace() -> String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}

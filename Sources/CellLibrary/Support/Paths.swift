import CellRuntime

/// A parameter that takes a path: text, or anything with `__fspath__`, such as `pathlib.Path`.
struct PathArgument: CellConvertible {
    let path: String

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> PathArgument {
        guard let path = try place.cell.pathText(value) else { throw place.mismatch("str or Path", value) }
        return PathArgument(path: path)
    }
    static var cellTypeName: String { "str or Path" }
}

extension Interpreter {
    /// The text of a path, or nil for what is none.
    func pathText(_ value: Value) throws(Raise) -> String? {
        if let text = value.text { return text }
        guard let object = value.object, object.type.lookup("__fspath__") != nil else { return nil }
        return try callMethod("__fspath__", of: value).text
    }

    /// The path a cell gives out: below the working folder as written, without `./`.
    func path(_ text: String) throws(Raise) -> Value {
        try call(attribute("Path", of: module("pathlib")), [.string(text)])
    }

    /// fastcore's `L` of values.
    func L(_ items: some Sequence<Value>) throws(Raise) -> Value {
        try call(attribute("L", of: module("fastcore.foundation")), [.list(items)])
    }
}

import CellRuntime

extension Interpreter {
    /// The text of a path, or nil for what is none.
    func pathText(_ value: Value) throws(Raise) -> String? { try PathArgument.of(value, self) }

    /// A `pathlib.Path`.
    func path(_ text: String) throws(Raise) -> Value {
        try call(attribute("Path", of: module("pathlib")), [.string(text)])
    }

    /// fastcore's `L` of values.
    func L(_ items: some Sequence<Value>) throws(Raise) -> Value {
        try call(attribute("L", of: module("fastcore.foundation")), [.list(items)])
    }

    /// A module by its name, imported when it is not yet.
    func module(_ name: String) throws(Raise) -> Value {
        .object(try importModule(name.split(separator: ".").map(String.init)))
    }
}

/// A notebook: cells in their order, and what the file says besides.
///
/// A document keeps everything that its file held, known or not, so that a file that was opened and
/// saved differs only where something was changed.
public struct NotebookDocument: Sendable, Equatable {
    public var cells: [DocumentCell]
    /// The notebook's own metadata, such as its kernel.
    public var metadata: JSONObject
    /// `nbformat` and `nbformat_minor`.
    public var version: (major: Int, minor: Int)
    /// Members of an .ipynb file that are none of the above, by name.
    var others: JSONObject
    /// The order of an .ipynb file's members.
    var order: [String]
    var style: JSONStyle

    static let usualOrder = ["cells", "metadata", "nbformat", "nbformat_minor"]

    /// A notebook of nbformat 4.5 in the manner of Jupyter.
    public init(cells: [DocumentCell] = [], metadata: JSONObject = NotebookDocument.pythonKernel) {
        self.cells = cells
        self.metadata = metadata
        version = (4, 5)
        others = JSONObject()
        order = Self.usualOrder
        style = .notebook
    }

    /// The kernel that a notebook names when it was made here: Jupyter opens it with Python, whose
    /// subset the cells are.
    public static var pythonKernel: JSONObject {
        [
            "kernelspec": .object([
                "display_name": .string("Python 3"), "language": .string("python"), "name": .string("python3"),
            ]),
            "language_info": .object(["name": .string("python")]),
        ]
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.cells == right.cells && left.metadata == right.metadata && left.version == right.version
            && left.others == right.others
    }

    /// The notebook without outputs and execution counts.
    public var withoutOutputs: NotebookDocument {
        var copy = self
        for index in copy.cells.indices { copy.cells[index].clearOutputs() }
        return copy
    }
}

/// One cell, as nbformat describes it.
public struct DocumentCell: Sendable, Equatable {
    public enum Kind: String, Sendable { case code, markdown, raw }

    /// All that the file says about the cell, in its order.
    var json: JSONObject

    init(json: JSONObject) { self.json = json }

    /// - Parameter id: letters, digits, `-` and `_`; nil until the notebook is saved.
    public init(_ kind: Kind, _ source: String, id: String? = nil, metadata: JSONObject = JSONObject()) {
        json = ["cell_type": .string(kind.rawValue)]
        if kind == .code { json["execution_count"] = .null }
        if let id { json["id"] = .string(id) }
        json["metadata"] = .object(metadata)
        if kind == .code { json["outputs"] = .array([]) }
        json["source"] = .lines(source)
    }

    public var kind: Kind { json["cell_type"]?.string.flatMap(Kind.init) ?? .raw }

    public var id: String? {
        get { json["id"]?.string }
        set { json["id"] = newValue.map { .string($0) } }
    }

    public var source: String {
        get { json["source"]?.text ?? "" }
        set { if newValue != source { json["source"] = .lines(newValue) } }
    }

    public var metadata: JSONObject {
        get { json["metadata"]?.object ?? JSONObject() }
        set { json["metadata"] = .object(newValue) }
    }

    public var tags: [String] { metadata["tags"]?.array?.compactMap(\.string) ?? [] }

    /// Outputs as nbformat has them; none for cells that are no code.
    public var outputs: [JSON] { json["outputs"]?.array ?? [] }

    public var executionCount: Int? { json["execution_count"]?.int }

    /// What running the cell gave.
    public mutating func setOutputs(_ outputs: [JSON], count: Int?) {
        guard kind == .code else { return }
        json["outputs"] = .array(outputs)
        json["execution_count"] = count.map { .number($0) } ?? .null
    }

    mutating func clearOutputs() {
        guard kind == .code, !outputs.isEmpty || executionCount != nil else { return }
        setOutputs([], count: nil)
    }
}

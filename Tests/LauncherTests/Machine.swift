import Foundation

/// A pretended machine for the launcher: its own home, a clone with fake sources, and programs that stand in
/// for those that would change a real machine. Each stand-in writes its arguments to `calls`.
final class Machine {
    let home: String
    var clone: String { home + "/clone" }
    private var environment: [String: String]

    /// Where this package lies.
    static let package = #filePath.components(separatedBy: "/Tests/LauncherTests/")[0]

    init() throws {
        home = NSTemporaryDirectory() + "nuthatch-launcher-" + UUID().uuidString
        environment = [
            "HOME": home, "PATH": "\(home)/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TMPDIR": home,
            "NUTHATCH_RETRY_SECONDS": "0",
        ]
        try write("// swift-tools-version: 6.1\n", to: "clone/Package.swift")
        try write("let answer = 42\n", to: "clone/Sources/One.swift")
        for name in ["nuthatch", "scripts"] {
            try FileManager.default.copyItem(atPath: Self.package + "/" + name, toPath: clone + "/" + name)
        }
        try stand(in: "swift", "if [ \"$1\" = --version ]; then echo 'Swift version 6.3.1'; exit; fi")
        try stand(in: "sudo", "exit 1")
        try stand(in: "dpkg-query", "cat \"$HOME/installed\"")
        try stand(in: "apt-cache", "")
        try stand(
            in: "apt-get",
            "case \"$*\" in *--print-uris*) echo 'Need to get 219 MB of archives.'; "
                + "echo 'After this operation, 925 MB of additional disk space will be used.' ;; esac")
        try install(
            "libjpeg-dev", "libpng-dev", "libwebp-dev", "libheif-dev", "libcurl4-openssl-dev", "libssl-dev",
            "libarchive-dev", "libchafa-dev", "libreadline-dev", "libpcre2-8-0", "binutils", "git",
            "tzdata",
            "ca-certificates", "libc6-dev", "libcurl4", "libedit2", "libncurses6", "libsqlite3-0", "libxml2",
            "zlib1g-dev",
            "libstdc++-12-dev", "curl", "gnupg", "libtorch-dev", "libopenblas0-pthread")
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    func write(_ text: String, to path: String) throws {
        let file = URL(fileURLWithPath: home + "/" + path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: home + "/" + path) ?? Data(), as: UTF8.self)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: home + "/" + path) }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: home + "/" + path) }

    /// A program of this machine.
    func stand(in name: String, _ body: String) throws {
        try program("bin/" + name, "echo \"\(name) $*\" >> \"$HOME/calls\"\n\(body)")
    }

    func program(_ path: String, _ body: String) throws {
        try write("#!/bin/sh\n\(body)\n", to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home + "/" + path)
    }

    /// Makes these packages the installed ones.
    func install(_ names: String...) throws {
        try write(names.map { "installed \($0)\n" }.joined(), to: "installed")
    }

    /// A program as `swift build` would leave it.
    func build(_ body: String = "echo \"started with $*\"") throws {
        try program("clone/.build/release/nuthatch", body)
        try write("\n", to: "clone/.build/nuthatch.built")
    }

    func set(_ name: String, _ value: String) { environment[name] = value }

    var calls: [String] { text("calls").split(separator: "\n").map(String.init) }

    struct Outcome {
        let code: Int32
        let output: String
        let messages: String
    }

    /// Runs the launcher with nobody at the keyboard.
    func launch(_ arguments: String...) throws -> Outcome {
        try shell("exec ./nuthatch \"$@\"", arguments)
    }

    /// Runs a line of bash in the clone.
    func shell(_ line: String, _ arguments: [String] = []) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line, "bash"] + arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: clone)
        process.standardInput = FileHandle.nullDevice
        let (output, messages) = (home + "/stdout", home + "/stderr")
        for path in [output, messages] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: messages)
        try process.run()
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, output: text("stdout"), messages: text("stderr"))
    }
}

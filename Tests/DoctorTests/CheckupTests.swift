import DataSources
import Foundation
import LoopbackServer
import Testing

@testable import Doctor

@Suite struct CheckupTests {
    private static func checkup(_ folder: String, environment: [String: String] = [:]) throws -> Checkup {
        let hosts = HostMap(setting: "*=127.0.0.1:\(try LoopbackServer.closedPort())")
        var store = DataStore(web: Web(hosts: hosts))
        store.cache = folder + "/cache"
        store.fastai = folder + "/fastai"
        store.checkpoints = folder + "/checkpoints"
        return Checkup(environment: environment, isTerminal: false, store: store)
    }

    private static func finding(_ topic: String, _ checkup: Checkup) throws -> Finding {
        try #require(checkup.findings().first { $0.topic == topic })
    }

    @Test func librariesThatAreHereTellTheirVersions() throws {
        let checkup = try Self.checkup(NSTemporaryDirectory())
        let torch = try Self.finding("libtorch", checkup)
        #expect(torch.state == .good && torch.text.contains("threads"))
        #expect(try Self.finding("downloads", checkup).text.contains("libcurl"))
        #expect(try Self.finding("picture files", checkup).text.contains("jpeg"))
        #expect(try Self.finding("drawing", checkup).state == .good)
    }

    @Test func weightsAndDataAreFoundWhereTheyLie() throws {
        let folder = NSTemporaryDirectory() + "nuthatch-doctor-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/checkpoints", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            atPath: folder + "/fastai/data/oxford-iiit-pet", withIntermediateDirectories: true)
        #expect(
            FileManager.default.createFile(atPath: folder + "/checkpoints/resnet34-b627a593.pth", contents: Data([1])))
        let checkup = try Self.checkup(folder)
        #expect(try Self.finding("resnet34", checkup).text == folder + "/checkpoints/resnet34-b627a593.pth")
        #expect(try Self.finding("resnet18", checkup).state == .note)
        #expect(try Self.finding("PETS", checkup).state == .good)
        let birds = try Self.finding("BIRDS", checkup)
        #expect(birds.state == .note && birds.advice?.contains("data get BIRDS") == true)
    }

    @Test func aCacheThatCannotBeIsMissing() throws {
        let folder = NSTemporaryDirectory() + "nuthatch-doctor-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try Self.finding("cache", Self.checkup(folder)).state == .good)
        var checkup = try Self.checkup(folder)
        // Below a file nothing can be made.
        checkup.store.cache = "/etc/hostname/cache"
        let cache = try Self.finding("cache", checkup)
        #expect(cache.state == .missing && cache.advice?.contains("NUTHATCH_CACHE") == true)
    }

    @Test func surroundingsAreJudged() throws {
        let folder = NSTemporaryDirectory()
        let poor = try Self.checkup(folder, environment: ["LANG": "C", "PATH": "/nowhere", "NUTHATCH_MIRROR": "/m"])
        #expect(try Self.finding("locale", poor).state == .note)
        #expect(try Self.finding("internet", poor).state == .note)
        #expect(try Self.finding("NUTHATCH_MIRROR", poor).text == "/m")
        var rich = try Self.checkup(folder, environment: ["LC_ALL": "", "LANG": "de_DE.utf8", "TERM": "xterm-kitty"])
        #expect(try Self.finding("locale", rich).text == "de_DE.utf8")
        rich.isTerminal = true
        #expect(try Self.finding("terminal", rich).text.contains("pictures by kitty"))
    }

    @Test func aReportIsAlignedAndSaysWhatToDo() {
        let findings = [
            Finding("one", .good, "fine"), Finding("second", .missing, "gone\naway", advice: "get it"),
        ]
        #expect(
            findings.report == """
                ok       one     fine
                MISSING  second  gone
                                 away
                                 -> get it

                """)
    }
}

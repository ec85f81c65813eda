import Foundation
import LoopbackServer
import Pictures
import Synchronization
import Testing

@testable import DataSources

@Suite struct DownloadImagesTests {
    private static func jpeg() throws -> [UInt8] {
        try Picture(width: 8, height: 8, colour: [200, 100, 50]).encoded(as: .jpeg())
    }

    @Test func picturesAreNamedAsFastaiNamesThem() throws {
        let picture = try Self.jpeg()
        let server = try LoopbackServer { _ in .init(picture) }
        let web = Web(hosts: HostMap(setting: server.hosts))
        let scratch = try Scratch()
        let urls = ["https://a.example/owl%201.JPG?w=9", "https://a.example/noname", "https://b.example/owl%201.JPG"]
        let kept = try web.downloadImages(urls, to: scratch.path + "/kept", preserveFilename: true)
        #expect(kept.failures.isEmpty)
        let names = kept.files.map { ($0 as NSString).lastPathComponent }
        #expect(Set(names).count == 3 && names.contains("owl 1.JPG") && names[1] == "noname.jpg")
        let new = try web.downloadImages(urls, to: scratch.path + "/new", workers: 1)
        for (file, suffix) in zip(new.files, [".JPG", ".jpg", ".JPG"]) {
            let name = (file as NSString).lastPathComponent
            #expect(name.hasSuffix(suffix) && UUID(uuidString: String(name.dropLast(4))) != nil)
        }
        #expect(!scratch.files.contains { $0.hasSuffix(".part") })
    }

    @Test func whatIsNoPictureIsPassedOver() throws {
        let picture = try Self.jpeg()
        let server = try LoopbackServer { request in
            switch request.path {
            case "/page.jpg": return .init("<html>Sorry</html>")
            case "/gone.jpg": return .init(status: 404)
            case "/empty.jpg": return .init()
            case "/huge.jpg": return .init([UInt8](repeating: 1, count: 100_000))
            case "/broken.jpg":
                var answer = LoopbackServer.Answer(picture)
                answer.breaksAfter = 20
                return answer
            default: return .init(picture)
            }
        }
        let scratch = try Scratch()
        let urls = ["page", "good", "gone", "empty", "huge", "broken"].map { "https://a.example/\($0).jpg" }
        let seen = Mutex([Int]())
        let result = try Web(hosts: HostMap(setting: server.hosts)).downloadImages(
            urls, to: scratch.path, preserveFilename: true, sizeLimit: 50_000,
            progress: { done, total in seen.withLock { $0.append(done * 100 + total) } })
        #expect(result.files == [scratch.path + "/good.jpg"])
        #expect(result.failures.map(\.url) == urls.filter { !$0.contains("good") })
        #expect(result.failures.first?.error.description.contains("web page") == true)
        #expect(scratch.files == [".downloads", "good.jpg"])
        #expect(seen.withLock { $0 } == (1...6).map { $0 * 100 + 6 })
    }

    @Test func whatAnEarlierCallFetchedIsNotFetchedAgain() throws {
        let picture = try Self.jpeg()
        let asked = Mutex([String]())
        let server = try LoopbackServer { request in
            asked.withLock { $0.append(request.path) }
            return .init(picture)
        }
        let web = Web(hosts: HostMap(setting: server.hosts))
        let scratch = try Scratch()
        let urls = ["a", "b", "c"].map { "https://a.example/\($0).jpg" }
        let first = try web.downloadImages(Array(urls.prefix(2)), to: scratch.path)
        #expect(first.alreadyThere == 0)
        try FileManager.default.removeItem(atPath: first.files[1])
        let second = try web.downloadImages(urls, to: scratch.path)
        #expect(second.alreadyThere == 1)
        #expect(second.files.first == first.files[0])
        #expect(second.files.count == 3)
        #expect(asked.withLock { $0.sorted() } == ["/a.jpg", "/b.jpg", "/b.jpg", "/c.jpg"])
        // A list of names that lead elsewhere is not followed.
        try Data("https://a.example/d.jpg\t../../etc/passwd\n".utf8).write(
            to: URL(fileURLWithPath: scratch.path + "/.downloads"))
        #expect(try web.downloadImages(["https://a.example/d.jpg"], to: scratch.path).alreadyThere == 0)
    }

    @Test func atMostSoMany() throws {
        let picture = try Self.jpeg()
        let server = try LoopbackServer { _ in .init(picture) }
        let scratch = try Scratch()
        let urls = (0..<5).map { "https://a.example/\($0).jpg" }
        let result = try Web(hosts: HostMap(setting: server.hosts)).downloadImages(urls, to: scratch.path, maximum: 2)
        #expect(result.files.count == 2 && server.requests.count == 2)
    }

    @Test func aFolderThatTakesNoFilesIsAnError() throws {
        let server = try LoopbackServer { _ in .init() }
        let scratch = try Scratch()
        try scratch.write([1], to: "file")
        let error = #expect(throws: DataError.self) {
            try Web(hosts: HostMap(setting: server.hosts)).downloadImages(
                ["https://a.example/1.jpg"], to: scratch.path + "/file/below")
        }
        guard case .unwritable = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// Names from the web stay inside the folder.
    @Test(
        arguments: [
            ("https://a.example/..%2F..%2Fevil.jpg", ".._.._evil.jpg"), ("https://a.example/a%00b.png", "a_b.png"),
            ("https://a.example/.hidden", nil), ("https://a.example/", nil),
            ("https://a.example/x.notasuffix", "x.notasuffix.jpg"),
        ] as [(String, String?)])
    func namesAreTamed(url: String, name: String?) {
        let got = Web.name(for: url, true, .jpeg)
        #expect(!got.contains("/") && !got.hasPrefix("."), "\(got)")
        if let name, !name.hasPrefix(".") { #expect(got == name) }
    }
}

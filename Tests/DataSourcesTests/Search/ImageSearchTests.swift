import LoopbackServer
import Synchronization
import Testing

@testable import DataSources

@Suite struct ImageSearchTests {
    /// A search against this machine, and the seconds it would have waited.
    private static func search(
        _ server: LoopbackServer, _ providers: [any ImageProvider] = [DuckDuckGo()]
    ) -> (ImageSearch, () -> [Double]) {
        var search = ImageSearch(web: Web(hosts: HostMap(setting: server.hosts)), providers: providers)
        let waits = Waits()
        search.wait = { seconds in waits.seconds.withLock { $0.append(seconds) } }
        return (search, { waits.seconds.withLock { $0 } })
    }

    private final class Waits: Sendable { let seconds = Mutex([Double]()) }

    /// DuckDuckGo's page with its token, and its results in two pages of three.
    private static func duckDuckGo(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
        guard request.headers["host"] == "duckduckgo.com" else { return .init(status: 404) }
        if request.path.hasPrefix("/?") { return .init("<script>vqd=\"4-123456-789\";</script>") }
        guard request.path.contains("vqd=4-123456-789") else { return .init(status: 403) }
        let first = !request.path.contains("s=100")
        let names = first ? ["a", "b", "b"] : ["c", "a", "d"]
        let results = names.map { #"{"image": "https://pictures.example/\#($0).jpg", "title": "x"}"# }
        return .init(#"{"results": [\#(results.joined(separator: ","))], "next": "i.js?q=bird&s=100"}"#)
    }

    @Test func duckDuckGoIsAskedPageByPage() throws {
        let server = try LoopbackServer(Self.duckDuckGo)
        let (search, waits) = Self.search(server)
        let found = try search.addresses(of: "bird photos", count: 4)
        #expect(found == ["a", "b", "c", "d"].map { "https://pictures.example/\($0).jpg" })
        #expect(server.requests.first?.path.contains("q=bird%20photos") == true)
        #expect(waits().isEmpty)
        #expect(try search.addresses(of: "bird", count: 1) == ["https://pictures.example/a.jpg"])
    }

    @Test func passingRefusalsAreTriedThrice() throws {
        let count = Mutex(0)
        let server = try LoopbackServer { request in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number <= 2 ? .init(status: 403) : Self.duckDuckGo(request)
        }
        let (search, waits) = Self.search(server)
        #expect(try search.addresses(of: "bird", count: 2).count == 2)
        #expect(waits() == [1, 4])
    }

    @Test func theNextProviderIsAskedWhenOneRefuses() throws {
        let server = try LoopbackServer { request in
            switch request.headers["host"] {
            case "commons.wikimedia.org":
                .init(
                    #"""
                    {"query": {"pages": {
                        "9": {"index": 2, "imageinfo": [{"thumburl": "https://c.example/2.jpg", "mime": "image/jpeg"}]},
                        "7": {"index": 1, "imageinfo": [{"thumburl": "https://c.example/1.jpg", "mime": "image/jpeg"}]}}}}
                    """#)
            default: .init(status: 418)
            }
        }
        let (search, _) = Self.search(server, [DuckDuckGo(), WikimediaCommons()])
        #expect(try search.addresses(of: "bird", count: 9) == ["https://c.example/1.jpg", "https://c.example/2.jpg"])
        #expect(server.requests.count == 4)
    }

    @Test func openverseAnswers() throws {
        let server = try LoopbackServer { _ in .init(#"{"results": [{"url": "https://o.example/1.jpg"}]}"#) }
        let (search, _) = Self.search(server, [Openverse()])
        #expect(try search.addresses(of: "bird", count: 5) == ["https://o.example/1.jpg"])
    }

    @Test func furtherPagesAreAskedForUntilOneIsShort() throws {
        let server = try LoopbackServer { request in
            let isSecond = request.path.contains("&page=2")
            let found = (0..<(isSecond ? 7 : 20)).map {
                #"{"url": "https://o.example/\#(isSecond ? 2 : 1)_\#($0).jpg"}"#
            }
            return .init("{\"results\": [\(found.joined(separator: ","))]}")
        }
        let (search, _) = Self.search(server, [Openverse()])
        let found = try search.addresses(of: "bird", count: 60)
        #expect(found.count == 27 && Set(found).count == 27)
        #expect(server.requests.count == 2)
        #expect(try search.addresses(of: "bird", count: 25).count == 25)
    }

    @Test func whenAllFailEachIsNamedWithAWayOn() throws {
        let server = try LoopbackServer { request in
            switch request.headers["host"] {
            case "duckduckgo.com": .init("<html>no token</html>")
            case "commons.wikimedia.org": .init("not json")
            default: .init(#"{"results": []}"#)
            }
        }
        let (search, waits) = Self.search(server, [DuckDuckGo(), WikimediaCommons(), Openverse()])
        let error = #expect(throws: DataError.self) { try search.addresses(of: "bird") }
        let words = error?.description ?? ""
        for part in ["'bird'", "DuckDuckGo", "no search token", "Wikimedia Commons", "Openverse", "offline sample"] {
            #expect(words.contains(part), "\(part) is missing in \(words)")
        }
        #expect(waits() == [1, 4, 1, 4])
    }

    @Test func withoutANetworkNobodyWaits() throws {
        let port = try LoopbackServer.closedPort()
        var search = ImageSearch(web: Web(hosts: HostMap(setting: "*=127.0.0.1:\(port)")))
        let waits = Waits()
        search.wait = { seconds in waits.seconds.withLock { $0.append(seconds) } }
        #expect(throws: DataError.self) { try search.addresses(of: "bird") }
        #expect(waits.seconds.withLock { $0.isEmpty })
    }

    @Test(
        arguments: [
            (nil, ["DuckDuckGo", "Wikimedia Commons", "Openverse"]), ("openverse", ["Openverse"]),
            ("commons, duckduckgo", ["Wikimedia Commons", "DuckDuckGo"]),
            ("nobody", ["DuckDuckGo", "Wikimedia Commons", "Openverse"]),
        ] as [(String?, [String])])
    func aSettingChoosesTheProviders(setting: String?, names: [String]) {
        #expect(ImageSearch.chosen(setting).map(\.name) == names)
    }

    @Test(arguments: [
        ("vqd='3-77-88'", "3-77-88"), ("vqd=4-1&x", "4-1"), ("vqd=\"\" then vqd=5-2", "5-2"), ("none", nil),
    ])
    func tokensAreFound(page: String, token: String?) {
        #expect(DuckDuckGo.token(in: page) == token)
    }
}

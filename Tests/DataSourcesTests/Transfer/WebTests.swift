import LoopbackServer
import Testing

@testable import DataSources

@Suite struct WebTests {
    @Test func redirectionsAreFollowedAcrossMovedHosts() throws {
        let server = try LoopbackServer { request in
            switch (request.headers["host"], request.path) {
            case ("one.example", "/a"): .redirect(to: "/b")
            case ("one.example", "/b"): .redirect(to: "https://two.example/c?d=1")
            case ("two.example", "/c?d=1"): .init("here")
            default: .init(status: 404)
            }
        }
        let web = Web(hosts: HostMap(setting: server.hosts))
        let response = try web.get("https://one.example/a#part")
        #expect(response.text == "here" && response.status == 200)
        #expect(server.requests.map { $0.headers["host"] ?? "" } == ["one.example", "one.example", "two.example"])
    }

    @Test func redirectionsInARingEnd() throws {
        let server = try LoopbackServer { _ in .redirect(to: "/again") }
        let error = #expect(throws: DataError.self) { try Web(hosts: HostMap()).get(server.address) }
        #expect(error?.fault == .redirects(limit: 5))
        #expect(server.requests.count == 6)
    }

    @Test func redirectionsLeadToTheWebOnly() throws {
        let server = try LoopbackServer { _ in .redirect(to: "file:///etc/passwd") }
        let error = #expect(throws: DataError.self) { try Web(hosts: HostMap()).get(server.address) }
        #expect(error?.fault == .badAddress)
    }

    @Test(arguments: [
        "ftp://a.example/x", "a.example/x", "http://", "http://me:secret@a.example/", "file:///etc/passwd",
    ])
    func otherAddressesAreRefused(address: String) {
        let error = #expect(throws: DataError.self) { try Web(hosts: HostMap()).get(address) }
        #expect(error?.fault == .badAddress)
    }

    @Test func aSocketConnectsThroughTheMap() throws {
        let server = try LoopbackServer { _ in .init() }
        try Web(hosts: HostMap(setting: server.hosts)).connect(host: "1.1.1.1", port: 53)
        let closed = HostMap(setting: "*=127.0.0.1:\(try LoopbackServer.closedPort())")
        #expect(throws: DataError.self) { try Web(hosts: closed).connect(host: "1.1.1.1", port: 53) }
    }

    @Test func hostsAreMovedByName() {
        let map = HostMap(setting: "A.example=127.0.0.1:81, b.example = mirror.example ,*=proxy.example:8080")
        #expect(map.place(of: "a.EXAMPLE") == "127.0.0.1:81")
        #expect(map.place(of: "b.example") == "mirror.example")
        #expect(map.place(of: "c.example") == "proxy.example:8080")
        #expect(map.place(of: "localhost") == nil)
        #expect(HostMap().place(of: "a.example") == nil)
    }
}

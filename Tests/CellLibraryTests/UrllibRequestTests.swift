import Foundation
import LoopbackServer
import Testing

/// `urllib.request` over a server on this machine.
@Suite struct UrllibRequestTests {
    @Test func fetchesAndKeepsFiles() throws {
        let server = try LoopbackServer { request in
            request.path == "/missing" ? .init(status: 404) : .init("hello from \(request.path)")
        }
        let address = "http://127.0.0.1:\(server.port)"
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = CellSession().output(
            of: """
                from urllib.request import urlopen, urlretrieve, Request
                from urllib.error import URLError
                with urlopen('\(address)/page') as response:
                    print(response.status, response.read().decode())
                print(urlopen(Request('\(address)/x', headers={'X-Test': '1'})).read())
                path, about = urlretrieve('\(address)/file.txt', '\(folder.path)/kept.txt')
                print(open(path).read(), about)
                try:
                    urlopen('\(address)/missing')
                except URLError as error:
                    print('URLError')
                try:
                    urlopen('no-address')
                except ValueError as error:
                    print(error)
                """)
        #expect(
            output == """
                200 hello from /page
                b'hello from /x'
                hello from /file.txt {'Content-Length': '20'}
                URLError
                unknown url type: 'no-address'

                """)
    }
}

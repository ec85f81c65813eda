import Foundation
import LoopbackServer
import Testing

@testable import DataSources

@Suite struct DownloadTests {
    private static let body = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }

    private static func check() throws -> FileCheck {
        FileCheck(size: body.count, digest: .sha256(try Checksum.sha256(of: body)))
    }

    /// A fetch that never waits.
    private static func fetch(
        _ server: LoopbackServer, to scratch: Scratch, check: FileCheck = FileCheck(), attempts: Int = 3,
        limits: WebLimits = WebLimits(), isCancelled: @escaping () -> Bool = { false }
    ) throws(DataError) {
        try Web(hosts: HostMap(), limits: limits).download(
            server.address + "/data.bin", to: scratch.path + "/data.bin", check: check, attempts: attempts,
            wait: { _ in }, isCancelled: isCancelled)
    }

    @Test func aWholeFileIsCheckedAndRenamed() throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(Self.body) }, try Scratch())
        var seen = [DownloadProgress]()
        try Web(hosts: HostMap()).download(
            server.address + "/data.bin", to: scratch.path + "/sub/data.bin", check: Self.check(),
            progress: { seen.append($0) })
        #expect(scratch.bytes("sub/data.bin") == Self.body)
        #expect(scratch.files == ["sub", "sub/data.bin"])
        #expect(seen.last?.done == Self.body.count && seen.last?.total == Self.body.count)
    }

    @Test func aBrokenConnectionIsContinued() throws {
        let server = try LoopbackServer { request in
            var answer = LoopbackServer.Answer(Self.body)
            if (request.rangeStart ?? 0) < 100_000 { answer.breaksAfter = 60_000 }
            return answer
        }
        let scratch = try Scratch()
        try Self.fetch(server, to: scratch, check: Self.check())
        #expect(scratch.bytes("data.bin") == Self.body)
        #expect(server.requests.map(\.rangeStart) == [nil, 60_000, 120_000])
    }

    @Test func aBreakThatStaysIsAnErrorAndTheNextCallContinues() throws {
        let scratch = try Scratch()
        let breaking = try LoopbackServer { _ in
            var answer = LoopbackServer.Answer(Self.body)
            answer.breaksAfter = 1000
            return answer
        }
        let error = #expect(throws: DataError.self) { try Self.fetch(breaking, to: scratch, check: Self.check()) }
        #expect(error?.fault == .broken(after: 3000))
        #expect(scratch.bytes("data.bin.part")?.count == 3000 && scratch.bytes("data.bin") == nil)
        let sound = try LoopbackServer { _ in .init(Self.body) }
        try Self.fetch(sound, to: scratch, check: Self.check())
        #expect(sound.requests.map(\.rangeStart) == [3000])
        #expect(scratch.bytes("data.bin") == Self.body)
    }

    @Test func aServerWithoutRangesStartsAgain() throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.body.prefix(5000)), to: "data.bin.part")
        let server = try LoopbackServer { _ in
            var answer = LoopbackServer.Answer(Self.body)
            answer.allowsRanges = false
            return answer
        }
        try Self.fetch(server, to: scratch, check: Self.check())
        #expect(scratch.bytes("data.bin") == Self.body)
    }

    @Test func aPieceOfAnotherVersionIsThrownAway() throws {
        let scratch = try Scratch()
        try scratch.write([UInt8](repeating: 9, count: 5000), to: "data.bin.part")
        let server = try LoopbackServer { _ in .init(Self.body) }
        try Self.fetch(server, to: scratch, check: Self.check())
        #expect(server.requests.map(\.rangeStart) == [5000, nil])
        #expect(scratch.bytes("data.bin") == Self.body)
    }

    @Test func aPieceThatIsTooLongStartsAgain() throws {
        let scratch = try Scratch()
        try scratch.write([UInt8](repeating: 9, count: 300_000), to: "data.bin.part")
        let server = try LoopbackServer { _ in .init(Self.body) }
        // Without a known size the server says 416; with one nothing is asked for beyond the end.
        try Self.fetch(server, to: scratch)
        #expect(scratch.bytes("data.bin") == Self.body)
        try scratch.write([UInt8](repeating: 9, count: 300_000), to: "data.bin.part")
        try Self.fetch(server, to: scratch, check: Self.check())
        #expect(server.requests.map(\.rangeStart) == [300_000, nil, nil])
    }

    @Test func aLieAboutTheSizeIsFoundOut() throws {
        let scratch = try Scratch()
        let server = try LoopbackServer { _ in .init(Array(Self.body.prefix(1000))) }
        let early = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch, check: Self.check()) }
        #expect(early?.fault == .wrongSize(got: 1000, wanted: Self.body.count))
        // A promise of more than comes is a broken connection.
        let lying = try LoopbackServer { _ in
            var answer = LoopbackServer.Answer(Array(Self.body.prefix(1000)))
            answer.claimedLength = 5000
            return answer
        }
        let late = #expect(throws: DataError.self) { try Self.fetch(lying, to: scratch, attempts: 1) }
        #expect(late?.fault == .broken(after: 1000))
        #expect(scratch.bytes("data.bin") == nil)
    }

    @Test func aWrongChecksumLeavesNothing() throws {
        let scratch = try Scratch()
        let server = try LoopbackServer { _ in .init("other") }
        let check = FileCheck(digest: .sha256(String(repeating: "0", count: 64)))
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch, check: check) }
        guard case .wrongChecksum = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(scratch.files.isEmpty)
    }

    @Test func tooManyBytesAreRefused() throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(Self.body) }, try Scratch())
        var limits = WebLimits()
        limits.bytes = 10_000
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch, limits: limits) }
        #expect(error?.fault == .tooLarge(limit: 10_000))
        #expect(scratch.bytes("data.bin") == nil)
    }

    @Test func silenceEndsInAnError() throws {
        let scratch = try Scratch()
        let server = try LoopbackServer { _ in
            var answer = LoopbackServer.Answer(Self.body)
            answer.stallsAfter = 500
            return answer
        }
        var limits = WebLimits()
        limits.stall = 1
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch, attempts: 1, limits: limits) }
        #expect(error?.fault == .timedOut)
        #expect(scratch.bytes("data.bin.part")?.count == 500)
    }

    @Test(arguments: [(404, 1), (403, 1), (429, 3), (503, 3)])
    func refusalsAreErrorsAndPassingOnesAreRepeated(status: Int, requests: Int) throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(status: status, "no") }, try Scratch())
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch) }
        #expect(error?.fault == .status(status))
        #expect(server.requests.count == requests)
        #expect(scratch.bytes("data.bin") == nil)
    }

    @Test func aStoppedDownloadIsContinued() throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(Self.body) }, try Scratch())
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch, isCancelled: { true }) }
        #expect(error?.fault == .cancelled)
        try Self.fetch(server, to: scratch, check: Self.check())
        #expect(scratch.bytes("data.bin") == Self.body)
    }

    @Test func nobodyThereIsAnError() throws {
        let scratch = try Scratch()
        let port = try LoopbackServer.closedPort()
        let error = #expect(throws: DataError.self) {
            try Web(hosts: HostMap()).download("http://127.0.0.1:\(port)/x", to: scratch.path + "/x", wait: { _ in })
        }
        guard case .unreachable = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// Below a file no folder can be made, whoever asks: an administrator writes into read-only folders.
    @Test func anUnwritableFolderSaysSo() throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(Self.body) }, try Scratch())
        try scratch.write([1], to: "file")
        let error = #expect(throws: DataError.self) {
            try Web(hosts: HostMap()).download(server.address + "/x", to: scratch.path + "/file/x")
        }
        guard case .unwritable(_, let reason) = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason == "Not a directory" && error?.description.contains("NUTHATCH_CACHE") == true)
        #expect(server.requests.isEmpty)
    }

    /// `/dev/full` refuses every byte as a full disk does.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
    func aFullDiskSaysSo() throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(Self.body) }, try Scratch())
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/data.bin.part", withDestinationPath: "/dev/full")
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch) }
        guard case .unwritable(_, let reason) = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason == "No space left on device")
        #expect(server.requests.count == 1)
    }

    @Test func twoProgramsDoNotWriteTheSamePart() throws {
        let (server, scratch) = (try LoopbackServer { _ in .init(Self.body) }, try Scratch())
        let other = open(scratch.path + "/data.bin.part", O_WRONLY | O_CREAT, 0o644)
        defer { close(other) }
        #expect(flock(other, LOCK_EX) == 0)
        let error = #expect(throws: DataError.self) { try Self.fetch(server, to: scratch) }
        #expect(error?.description.contains("another program") == true)
    }
}

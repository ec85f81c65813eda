import Display
import Foundation
import Testing

@testable import Notebook

@Suite struct JournalTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("journal-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private static let records: [JournalRecord] = [
        .session(.init(started: 1_700_000_000, folder: "/tmp", version: "1")),
        .cell(.init(number: 1, source: "print('hä')", time: 1)), .display(.output("h")), .display(.output("ä\n")),
        .display(.pictures(.init(items: [.init(width: 1, height: 1, pixels: [1, 2, 3, 4])]))),
        .ended(.finished, seconds: 0.5),
        .guess(cell: "look", text: "90 %"), .cell(.init(number: 2, source: "1/0", time: 2)),
        .ended(.failed(.init(type: "ZeroDivisionError", message: "division by zero", text: "…")), seconds: 0),
        .cell(.init(number: 3, source: "while True: pass", time: 3)), .draft("x = "),
    ]

    private func write(_ records: [JournalRecord], to path: String) throws {
        let file = try JournalFile.create(path)
        for record in records { try file.append(record, sync: .soon) }
    }

    @Test func whatWasWrittenIsRead() throws {
        let path = folder + "/a.open"
        try write(Self.records, to: path)
        let content = try JournalFile.read(path)
        #expect(content.records == Self.records)
        #expect(content.brokenBytes == 0)
    }

    @Test func cellsAreGathered() {
        let record = SessionRecord(Self.records)
        #expect(record.cells.map(\.number) == [1, 2, 3])
        #expect(record.cells[0].events.first == .output("hä\n"))
        #expect(record.cells[0].ending == .finished)
        #expect(record.cells[1].guess == "90 %")
        #expect(record.cells[1].failure?.type == "ZeroDivisionError")
        #expect(record.cells[2].ending == nil)
        #expect(record.draft == "x = ")
        #expect(record.nextNumber == 4)
        #expect(record.document().cells.map(\.source) == ["print('hä')", "1/0", "while True: pass"])
    }

    /// A file cut anywhere gives all records that are whole, and can be gone on with.
    @Test func cutAnywhereItLosesOnlyTheCutRecord() throws {
        let path = folder + "/whole.open"
        try write(Self.records, to: path)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var seen = Set<Int>()
        for length in 0...bytes.count {
            let cut = folder + "/cut-\(length).open"
            try Data(bytes[..<length]).write(to: URL(fileURLWithPath: cut))
            let (file, content) = try JournalFile.resume(cut)
            #expect(content.records == Array(Self.records.prefix(content.records.count)))
            try file.append(.draft("more"), sync: .soon)
            let again = try JournalFile.read(cut)
            #expect(again.records == content.records + [.draft("more")])
            #expect(again.brokenBytes == 0)
            seen.insert(content.records.count)
        }
        #expect(seen == Set(0...Self.records.count))
    }

    @Test func aDamagedRecordEndsTheReading() throws {
        let path = folder + "/damaged.open"
        try write(Self.records, to: path)
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[bytes.count / 2] ^= 0x40
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let content = try JournalFile.read(path)
        #expect(content.records.count < Self.records.count)
        #expect(content.records == Array(Self.records.prefix(content.records.count)))
        #expect(content.brokenBytes > 0)
    }

    @Test func anotherFileIsNoJournal() throws {
        let path = folder + "/other.open"
        try Data("something else entirely".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: JournalError.self) { try JournalFile.read(path) }
    }

    @Test func sessionsAreFoundUnlessAtWork() throws {
        let store = SessionStore(folder: folder + "/new/sessions")
        #expect(store.entries().isEmpty)
        var file: JournalFile? = try store.create(.init(started: 1_700_000_000, folder: "/", version: "1"))
        let path = try #require(file?.path)
        #expect(store.entries().map(\.isOpen) == [true])
        // At work here: another prompt does not offer it, and cannot open it.
        #expect(store.unfinished() == nil)
        #expect(throws: JournalError.self) { _ = try JournalFile.resume(path) }
        try file?.append(.cell(.init(number: 1, source: "x", time: 0)), sync: .now)
        file = nil
        #expect(store.unfinished()?.path == path)
        store.finish(path)
        #expect(store.unfinished() == nil)
        #expect(store.entries().map(\.isOpen) == [false])
        let again = store.reopen(store.entries()[0].path)
        #expect(again == path)
        #expect(try JournalFile.resume(again).content.records.count == 2)
    }

    @Test func aFullDiskIsToldAndGoneOnFrom() throws {
        // /dev/full takes nothing; where there is none, a folder that is not there does.
        #expect(throws: JournalError.self) { _ = try JournalFile.create(folder + "/none/a.open") }
    }

    @Test func checksum() {
        #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}

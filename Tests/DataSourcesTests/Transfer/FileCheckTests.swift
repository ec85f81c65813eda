import Testing

@testable import DataSources

@Suite struct FileCheckTests {
    /// Digests as `sha256sum` and `md5sum` print them for "abc".
    private static let sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    private static let md5 = "900150983cd24fb0d6963f7d28e17f72"

    @Test(arguments: [
        FileCheck(), FileCheck(size: 3), FileCheck(digest: .sha256(sha.uppercased())), FileCheck(digest: .md5(md5)),
        FileCheck(size: 3, digest: .sha256Prefix("ba7816bf")), FileCheck(digest: .md5OfFirstMebibyte(md5)),
    ])
    func whatIsSoundPasses(check: FileCheck) throws {
        let scratch = try Scratch()
        try scratch.write(Array("abc".utf8), to: "f")
        try check.verify(scratch.path + "/f")
    }

    @Test(arguments: [
        FileCheck(size: 4), FileCheck(digest: .sha256(md5)), FileCheck(digest: .md5(sha)),
        FileCheck(digest: .sha256Prefix("ba7816be")),
    ])
    func whatIsNotFails(check: FileCheck) throws {
        let scratch = try Scratch()
        try scratch.write(Array("abc".utf8), to: "f")
        #expect(throws: DataError.self) { try check.verify(scratch.path + "/f") }
    }

    @Test func onlyTheFirstMebibyteCounts() throws {
        let scratch = try Scratch()
        let first = [UInt8](repeating: 7, count: 1 << 20)
        try scratch.write(first, to: "a")
        try scratch.write(first + [1, 2, 3], to: "b")
        let digest = try Checksum.md5(ofFile: scratch.path + "/a")
        try FileCheck(digest: .md5OfFirstMebibyte(digest)).verify(scratch.path + "/b")
        #expect(throws: DataError.self) { try FileCheck(digest: .md5(digest)).verify(scratch.path + "/b") }
    }
}

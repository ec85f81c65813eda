import Foundation
import Testing

/// Cells print what the real torch, numpy, pandas and Pillow print. `Agreement/*/NAME.out` was recorded by these
/// (`Tests/Agreement/record.py`), line by line compared here.
@Suite(.serialized)
struct AgreementTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Agreement")

    static let programs: [String] = {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".py") }.sorted()
    }()

    @Test func thereArePrograms() { #expect(Self.programs.count >= 34) }

    @Test(arguments: programs)
    func prints(program: String) throws {
        let path = Self.folder.appending(path: program)
        let expected = try String(
            contentsOf: path.deletingPathExtension().appendingPathExtension("out"), encoding: .utf8)
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let text = try String(contentsOf: path, encoding: .utf8).replacing("'out.", with: "'\(scratch.path)/out.")
        let actual = CellSession().output(of: text)
        let (wanted, got) = (
            expected.split(separator: "\n", omittingEmptySubsequences: false),
            actual.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let first = zip(wanted, got).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            actual == expected,
            """
            line \((first?.offset ?? min(wanted.count, got.count)) + 1)
            expected: \(first.map { String($0.element.0) } ?? "\(wanted.count) lines")
            printed:  \(first.map { String($0.element.1) } ?? "\(got.count) lines: \(got.suffix(2))")
            """)
    }
}

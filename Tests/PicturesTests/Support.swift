import Foundation
import Pictures
import Testing

/// The path of a file beside the tests.
func fixture(_ name: String, from file: String = #filePath) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
}

/// A P6 file, the form in which PIL's results are kept.
func expected(_ name: String) throws -> Picture {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture(name))))
    var (words, place) = ([Int](), 2)
    while words.count < 3 {
        while bytes[place] <= 32 { place += 1 }
        let end = try #require(bytes[place...].firstIndex { $0 <= 32 })
        words.append(try #require(Int(String(decoding: bytes[place..<end], as: UTF8.self))))
        place = end
    }
    return Picture(width: words[0], height: words[1], pixels: Array(bytes[(place + 1)...]))
}

/// The largest difference of any value; nothing when the shapes differ.
func difference(_ a: Picture, _ b: Picture) -> Int? {
    guard a.size == b.size, a.channels == b.channels else { return nil }
    return zip(a.pixels, b.pixels).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
}

/// A folder that is taken away after the test.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pictures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

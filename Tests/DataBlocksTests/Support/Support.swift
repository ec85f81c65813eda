import Foundation
import Pictures
import Testing

/// The path of a file beside the tests.
func fixture(_ name: String, from file: String = #filePath) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("../Fixtures/\(name)").standardized
        .path
}

/// Values that fastai gave; `Fixtures/make_fixtures.py` wrote them.
func values<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: fixture(name))))
}

/// The largest difference of any value; nothing when the shapes differ.
func difference(_ a: Picture, _ b: Picture) -> Int? {
    guard a.size == b.size, a.channels == b.channels else { return nil }
    return zip(a.pixels, b.pixels).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
}

/// A folder that is taken away after the test.
func inTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("blocks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

/// Writes a file and the folders above it.
func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
}

/// A picture of one colour at a path of any format.
func writePicture(_ path: String, _ colour: [UInt8] = [200, 100, 50], width: Int = 24, height: Int = 20) throws {
    try write([], to: path)
    try Picture(width: width, height: height, colour: colour).write(to: path)
}

/// What an expression throws, as the user reads it.
func message<Result>(of body: () throws -> Result) -> String {
    do {
        _ = try body()
        return "nothing was thrown"
    } catch {
        return "\(error)"
    }
}

/// Real photos that lie beside a checkout and are not part of the project.
func sharedFiles(_ folder: String) -> [String] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/data/\(folder)").standardized.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { path + "/" + $0 }
}

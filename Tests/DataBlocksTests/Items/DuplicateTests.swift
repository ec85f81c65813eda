import Foundation
import Pictures
import Testing

@testable import DataBlocks

@Suite struct DuplicateTests {
    /// A picture of waves, the same for the same number.
    private func waves(_ number: Int, brighter: Int = 0, side: Int = 96) -> Picture {
        var pixels: [UInt8] = []
        for y in 0..<side {
            for x in 0..<side {
                let (u, v) = (Double(x) / Double(side), Double(y) / Double(side))
                let wave = sin(u * Double(5 + number * 3)) * cos(v * Double(4 + number * 2) + Double(number))
                let value = UInt8(clamping: 128 + brighter + Int(wave * 90))
                pixels += [value, UInt8(clamping: Int(value) / 2 + 40), value]
            }
        }
        return Picture(width: side, height: side, pixels: pixels)
    }

    @Test func copiesAreFoundWithinAndAcrossClasses() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/duplicates-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["cat", "dog"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        try waves(1).write(to: folder + "/cat/a.png")
        // Smaller, brighter, compressed.
        try waves(1, brighter: 8, side: 64).write(to: folder + "/cat/a_copy.jpg", as: .jpeg(quality: 60))
        try waves(2).write(to: folder + "/cat/b.png")
        try waves(2, side: 150).write(to: folder + "/dog/b.jpg", as: .jpeg(quality: 80))
        try waves(3).write(to: folder + "/dog/c.png")
        try Picture(width: 40, height: 40, colour: [250, 10, 10]).write(to: folder + "/dog/red.png")
        try Picture(width: 40, height: 40, colour: [10, 10, 250]).write(to: folder + "/dog/blue.png")
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: folder + "/dog/text.jpg"))
        let groups = try duplicateImages(imageFiles(in: folder))
        #expect(
            groups.map { $0.files.map { $0.dropFirst(folder.count + 1) } } == [
                ["cat/a.png", "cat/a_copy.jpg"], ["cat/b.png", "dog/b.jpg"],
            ])
        #expect(groups.map(\.isAcrossClasses) == [false, true])
        #expect(groups.map(\.folders) == [["cat"], ["cat", "dog"]])
    }
}

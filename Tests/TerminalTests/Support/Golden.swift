import Foundation
import Testing

/// Compares `text` with the file of that name in Golden/. `UPDATE_GOLDEN=1` writes the file instead:
/// read the difference before you commit it. Escape characters are written as `␛`.
func expectGolden(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Golden/\(name).txt")
    let shown = text.replacingOccurrences(of: "\u{1B}", with: "␛")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        #expect(throws: Never.self) { try shown.write(to: file, atomically: true, encoding: .utf8) }
        return
    }
    let wanted = try? String(contentsOf: file, encoding: .utf8)
    #expect(shown == wanted, "Golden/\(name).txt", sourceLocation: sourceLocation)
}

import Foundation

/// Completes file names inside string literals.
public enum PathCompletion {
    /// Candidates for the path before `cursor` in the string that covers it; nil outside strings.
    ///
    /// - Parameters:
    ///   - spans: the cell's coloured stretches.
    ///   - home: what `~` stands for.
    ///   - folder: where relative paths begin.
    public static func complete(
        _ text: String, cursor: Int, spans: [TokenSpan], home: String, folder: String
    ) -> Completion? {
        guard
            let span = spans.first(where: {
                $0.kind == .string && $0.range.lowerBound < cursor && cursor <= $0.range.upperBound
            })
        else { return nil }
        let bytes = Array(text.utf8)
        var start = span.range.lowerBound
        while start < cursor, bytes[start] != UInt8(ascii: "'"), bytes[start] != UInt8(ascii: "\"") { start += 1 }
        guard start < cursor else { return nil }
        let quote = bytes[start]
        while start < cursor, bytes[start] == quote { start += 1 }
        // Behind the closing quote nothing is completed.
        guard !(cursor == span.range.upperBound && cursor - start > 0 && bytes[cursor - 1] == quote) else {
            return nil
        }
        let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
        guard !typed.contains("\n") else { return nil }
        let split = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let (parent, name) = (String(typed[..<split]), String(typed[split...]))
        var path = parent
        if path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
        if !path.hasPrefix("/") { path = folder + "/" + path }
        let entries = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        let candidates = entries.compactMap { entry -> Completion.Candidate? in
            guard entry.hasPrefix(name), name.hasPrefix(".") || !entry.hasPrefix(".") else { return nil }
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + entry, isDirectory: &isFolder)
            return .init(parent + entry + (isFolder.boolValue ? "/" : ""), kind: isFolder.boolValue ? "folder" : "file")
        }
        return Completion(range: start..<cursor, candidates: candidates)
    }
}

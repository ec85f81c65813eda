import Foundation

/// The lessons that come with Nuthatch: files `NN_name.py` in one folder.
public struct LessonShelf: Sendable {
    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// `NUTHATCH_LESSONS`; else `lessons` in the folder that a class shares (`NUTHATCH_SHARED`), beside the program or in a folder above it.
    public static func folder(_ environment: [String: String], program: String) -> String {
        if let folder = environment["NUTHATCH_LESSONS"], !folder.isEmpty { return folder }
        if let shared = environment["NUTHATCH_SHARED"], FileManager.default.fileExists(atPath: shared + "/lessons") {
            return shared + "/lessons"
        }
        var place = (program as NSString).deletingLastPathComponent
        while place.count > 1 {
            let folder = place + "/lessons"
            if FileManager.default.fileExists(atPath: folder) { return folder }
            place = (place as NSString).deletingLastPathComponent
        }
        return "lessons"
    }

    /// Paths by number.
    public var lessons: [(number: Int, path: String)] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.sorted().compactMap { file in
            guard file.hasSuffix(".py"), let number = Int(file.prefix { $0.isNumber }) else { return nil }
            return (number, folder + "/" + file)
        }
    }

    /// The file meant by a lesson's number, its name, or a path.
    public func find(_ word: String) -> String? {
        if let number = Int(word) { return lessons.first { $0.number == number }?.path }
        if FileManager.default.fileExists(atPath: word) { return word }
        return lessons.first { ($0.path as NSString).lastPathComponent.hasPrefix(word) }?.path
    }
}

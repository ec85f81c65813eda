import Foundation

/// Writes reports; the file's suffix says in which form.
public enum ReportFile {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter path: ends with `.html`, `.md` or `.ipynb`. Pictures of a `.md` file go into a folder beside it.
    public static func write(_ report: Report, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        switch url.pathExtension {
        case "html", "htm": try Data(report.html().utf8).write(to: url, options: .atomic)
        case "ipynb": try report.notebook().write(to: path)
        case "md":
            let folder = url.deletingPathExtension().lastPathComponent + "_files"
            let (text, files) = report.markdown(folder: folder)
            let base = url.deletingLastPathComponent()
            if !files.isEmpty {
                try FileManager.default.createDirectory(
                    at: base.appendingPathComponent(folder), withIntermediateDirectories: true)
            }
            for file in files { try file.data.write(to: base.appendingPathComponent(file.path), options: .atomic) }
            try Data(text.utf8).write(to: url, options: .atomic)
        default: throw Failure(description: "Say in which form: report FILE.html, FILE.md or FILE.ipynb.")
        }
    }
}

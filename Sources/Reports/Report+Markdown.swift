public import Foundation
import Notebook

extension Report {
    /// The page as Markdown, and the pictures it shows, by their paths beside it.
    ///
    /// - Parameter folder: of the pictures, such as `report_files`.
    public func markdown(folder: String) -> (text: String, files: [(path: String, data: Data)]) {
        var files: [(path: String, data: Data)] = []
        var text = "# \(title)\n\n\(summary)\n\n## What I did\n\n"
        for cell in cells {
            if let heading = cell.heading { text += "### \(heading)\n\n" }
            if let guess = cell.guess { text += "> My guess: \(guess) \(Self.mark(cell.isGuessRight))\n\n" }
            text += Self.fenced(cell.source, "python")
            for output in cell.outputs { text += Self.markdown(output, folder, &files) }
        }
        if !guessed.isEmpty {
            text += "## Guesses and results\n\n| guess | result | |\n|---|---|---|\n"
            for cell in guessed {
                text +=
                    "| \(Self.inCell(cell.guess ?? "")) | \(Self.inCell(Self.result(cell))) | \(Self.mark(cell.isGuessRight)) |\n"
            }
            text += "\n"
        }
        if !answers.isEmpty {
            text += "## Questions\n\n"
            for answer in answers {
                text += "### \(answer.isRight ? "✅" : "❌") \(answer.question.replacing("\n", with: " "))\n\n"
                text +=
                    answer.answer.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)\n" }.joined()
                    + "\n"
                for note in answer.notes { text += "- **\(note.kind.rawValue)**: \(note.text)\n" }
                text += answer.notes.isEmpty ? "" : "\n"
            }
        }
        text += "---\n\nMade with Nuthatch \(version).\n"
        return (text, files)
    }

    /// A fence longer than any in the text.
    private static func fenced(_ text: String, _ language: String) -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return "\(fence)\(language)\n\(text)\n\(fence)\n\n"
    }

    private static func inCell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }

    private static func markdown(_ output: JSON, _ folder: String, _ files: inout [(path: String, data: Data)])
        -> String
    {
        guard let object = output.object else { return "" }
        if let text = object["text"]?.text { return fenced(text.trimmingCharacters(in: .newlines), "text") }
        if let trace = object["traceback"]?.array {
            return fenced(trace.compactMap(\.string).joined(separator: "\n"), "text")
        }
        guard let data = object["data"]?.object else { return "" }
        func keep(_ bytes: Data, _ ending: String) -> String {
            let path = "\(folder)/\(files.count + 1).\(ending)"
            files.append((path, bytes))
            return path
        }
        if let svg = data["image/svg+xml"]?.text { return "![plot](\(keep(Data(svg.utf8), "svg")))\n\n" }
        if let png = data["image/png"]?.text.flatMap({ Data(base64Encoded: $0) }) {
            return "![picture](\(keep(png, "png")))\n\n"
        }
        if let html = data["text/html"]?.text {
            if let table = pipes(html) { return table }
            return filed(html, keep) + "\n\n"
        }
        if let text = data["text/markdown"]?.text { return text + "\n\n" }
        return fenced(data["text/plain"]?.text ?? "", "text")
    }

    /// A table of text in Markdown's own form; nil where it has pictures.
    private static func pipes(_ html: String) -> String? {
        guard !html.contains("<img") else { return nil }
        var rows: [[String]] = []
        for line in html.split(separator: "\n") where line.contains("<td>") || line.contains("<th>") {
            let cells = line.replacing("<th>", with: "<td>").replacing("</th>", with: "</td>").components(
                separatedBy: "<td>"
            )
            .dropFirst().map { cell in cell.components(separatedBy: "</td>")[0].replacing("|", with: "\\|") }
            rows.append(Array(cells))
        }
        guard let head = rows.first else { return nil }
        let lines = [head, head.map { _ in "---" }] + rows.dropFirst()
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() + "\n"
    }

    /// HTML with the pictures that it holds put into files.
    private static func filed(_ html: String, _ keep: (Data, String) -> String) -> String {
        let parts = html.components(separatedBy: "data:image/png;base64,")
        return parts.enumerated().map { index, part in
            guard index > 0, let end = part.firstIndex(of: "\""), let bytes = Data(base64Encoded: String(part[..<end]))
            else {
                return part
            }
            return keep(bytes, "png") + part[end...]
        }.joined()
    }
}

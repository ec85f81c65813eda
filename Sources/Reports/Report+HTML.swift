import Foundation
import Notebook

extension Report {
    /// The page as one HTML file that needs no other: for phones and wide screens, dark and light.
    public func html() -> String {
        var body = "<h1>\(Self.text(title))</h1>\n<p class=\"summary\">\(Self.text(summary))</p>\n"
        if let training = lastTraining {
            body += "<section class=\"card\"><h2>The model</h2>\n\(training)</section>\n"
        }
        if !guessed.isEmpty { body += guessTable }
        body += "<h2>What I did</h2>\n" + cells.map(Self.html).joined()
        if !answers.isEmpty { body += "<h2>Questions</h2>\n" + answers.map(Self.html).joined() }
        body += "<footer>Made with Nuthatch \(Self.text(version)).</footer>\n"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(Self.text(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>
            \(body)</main>
            </body>
            </html>

            """
    }

    /// The table of the last training, and its curve.
    private var lastTraining: String? {
        let tables = cells.flatMap(\.outputs).filter { output in
            output.object?["data"]?.object?["text/plain"]?.text?.hasPrefix("epoch") ?? false
        }
        guard let table = tables.last else { return nil }
        let curve = cells.last { $0.outputs.contains(table) }?.outputs.last {
            $0.object?["data"]?.object?["image/svg+xml"]?.text?.contains("train_loss") ?? false
        }
        return Self.html(table) + (curve.map(Self.html) ?? "")
    }

    private var guessTable: String {
        let rows = guessed.map { cell in
            let mark =
                cell.isGuessRight.map { $0 ? "<span class=\"yes\">✓</span>" : "<span class=\"no\">✗</span>" } ?? ""
            return
                "<tr><td>\(Self.text(cell.guess ?? ""))</td><td>\(Self.text(Self.result(cell)))</td><td>\(mark)</td></tr>\n"
        }
        return "<section class=\"card\"><h2>Guesses and results</h2>\n<div class=\"wide\"><table>"
            + "<thead><tr><th>I guessed</th><th>it was</th><th></th></tr></thead>\n<tbody>\(rows.joined())</tbody></table></div></section>\n"
    }

    private static func html(_ cell: Cell) -> String {
        var text = cell.heading.map { "<h3>\(Self.text($0))</h3>\n" } ?? ""
        text += "<section class=\"cell\">\n"
        if let guess = cell.guess {
            text += "<p class=\"guess\">My guess: \(Self.text(guess)) \(mark(cell.isGuessRight))</p>\n"
        }
        text += "<pre class=\"code\"><code>\(Self.text(cell.source))</code></pre>\n"
        text += cell.outputs.map { html($0) }.joined()
        if cell.seconds >= 5 { text += "<p class=\"time\">took \(duration(cell.seconds))</p>\n" }
        return text + "</section>\n"
    }

    private static func html(_ answer: JournalAnswer) -> String {
        let mark = answer.isRight ? "<span class=\"yes\">✓</span>" : "<span class=\"no\">✗</span>"
        let notes = answer.notes.map { note in
            "<li class=\"\(note.kind.rawValue.lowercased())\"><b>\(note.kind.rawValue)</b> \(coded(note.text))</li>\n"
        }
        return """
            <section class="card">
            <h3>\(mark) \(coded(answer.question))</h3>
            <blockquote>\(Self.text(answer.answer).replacing("\n", with: "<br>"))</blockquote>
            \(notes.isEmpty ? "" : "<ul>\n\(notes.joined())</ul>\n")</section>

            """
    }

    private static func html(_ output: JSON) -> String {
        guard let object = output.object else { return "" }
        if let text = object["text"]?.text {
            let kind = object["name"]?.string == "stderr" ? "message" : "output"
            return "<pre class=\"\(kind)\">\(Self.text(text.trimmingCharacters(in: .newlines)))</pre>\n"
        }
        if let trace = object["traceback"]?.array {
            return "<pre class=\"error\">\(Self.text(trace.compactMap(\.string).joined(separator: "\n")))</pre>\n"
        }
        guard let data = object["data"]?.object else { return "" }
        if let svg = data["image/svg+xml"]?.text { return "<figure class=\"plot\">\(scaled(svg))</figure>\n" }
        if let png = data["image/png"]?.text {
            return
                "<figure><img alt=\"\(Self.text(data["text/plain"]?.text ?? "picture"))\" src=\"data:image/png;base64,\(png)\"></figure>\n"
        }
        // Tables come from this program, which writes their text escaped.
        if let html = data["text/html"]?.text {
            return "<div class=\"wide\">\(html.replacing(" border=\"1\"", with: ""))</div>\n"
        }
        let text = data["text/plain"]?.text ?? data["text/markdown"]?.text ?? ""
        return "<pre class=\"output\">\(Self.text(text))</pre>\n"
    }

    /// A drawing as wide as there is room, by its view box.
    private static func scaled(_ svg: String) -> String {
        guard let head = svg.firstRange(of: "<svg"), let end = svg[head.upperBound...].firstIndex(of: ">") else {
            return svg
        }
        let attributes = svg[head.upperBound..<end]
        guard attributes.contains("viewBox") else { return svg }
        return svg[head.lowerBound..<head.upperBound] + " style=\"max-width:100%;height:auto\""
            + svg[head.upperBound...]
    }

    /// Text with what stands between backquotes as code.
    private static func coded(_ text: String) -> String {
        let parts = Self.text(text).components(separatedBy: "`")
        guard parts.count % 2 == 1 else { return Self.text(text) }
        return parts.enumerated().map { $0.offset % 2 == 1 ? "<code>\($0.element)</code>" : $0.element }.joined()
    }

    static func text(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }

    private static let style = """
        :root {
          --ink: #1c2326; --paper: #fbfaf7; --card: #ffffff; --line: #dcd8cf; --soft: #667074; --code: #f1efe9;
          --blue: #1f5f8b; --yes: #1d7a43; --no: #b3322a; --note: #8a6410;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e3e6e6; --paper: #14181a; --card: #1c2225; --line: #343c40; --soft: #9aa5a9; --code: #21282b;
            --blue: #7cb8e0; --yes: #6fcf97; --no: #f08a80; --note: #e0b75a;
          }
          .plot svg, figure img { border-radius: 6px; }
          .plot svg { filter: invert(0.88) hue-rotate(180deg); }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        main { max-width: 46rem; margin: 0 auto; padding: 1.2rem 1rem 3rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.6rem 0 0.2rem; }
        h2 { font-size: 1.3rem; margin: 2.2rem 0 0.6rem; }
        h3 { font-size: 1.05rem; line-height: 1.4; margin: 0 0 0.5rem; }
        main > h3 { margin-top: 1.8rem; color: var(--blue); }
        .summary, .time, footer { color: var(--soft); font-size: 0.9rem; }
        .summary { margin: 0 0 1.4rem; }
        .card, .cell { margin: 0 0 1.1rem; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 0.9rem 1rem; }
        .card h2 { margin-top: 0; }
        pre {
          margin: 0; padding: 0.6rem 0.8rem; overflow-x: auto; font: 0.82rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
        }
        pre.code { background: var(--code); border-left: 3px solid var(--blue); border-radius: 6px; }
        pre.message { color: var(--soft); }
        pre.error { color: var(--no); }
        .guess { margin: 0 0 0.35rem; color: var(--note); font-style: italic; }
        .wide { overflow-x: auto; margin: 0.5rem 0; }
        table { border-collapse: collapse; font-size: 0.88rem; font-variant-numeric: tabular-nums; }
        th, td { padding: 0.3rem 0.7rem 0.3rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
        td img { max-width: min(100%, 9rem); height: auto; border-radius: 6px; }
        h3 code, li code { background: var(--code); padding: 0 0.25rem; border-radius: 4px; }
        figure { margin: 0.6rem 0; }
        figure img { max-width: 100%; height: auto; }
        blockquote { margin: 0.3rem 0 0.6rem; padding: 0.1rem 0.9rem; border-left: 3px solid var(--line); }
        ul { margin: 0; padding: 0; list-style: none; font-size: 0.92rem; }
        li { margin: 0.25rem 0; }
        li b { font-size: 0.7rem; letter-spacing: 0.05em; padding: 0.1rem 0.4rem; border-radius: 4px; background: var(--code); margin-right: 0.3rem; }
        .yes { color: var(--yes); font-weight: 700; }
        .no, .correction b { color: var(--no); }
        .no { font-weight: 700; }
        .note b { color: var(--blue); }
        .nit b { color: var(--note); }
        footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.8rem; }
        @media print { body { font-size: 11pt; } .card, .cell { break-inside: avoid; } }
        """
}

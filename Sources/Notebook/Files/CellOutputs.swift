import CellSyntax
import Display
import Foundation
import Graphs
import Pictures

/// Turns what a cell showed into nbformat's outputs, so that Jupyter and nbviewer show it as it was.
public struct CellOutputs {
    /// nbformat's outputs so far.
    public private(set) var outputs: [JSON] = []
    private let count: Int?
    private var stream: (name: String, text: String)?
    private var table: Table?

    /// - Parameter count: the cell's number, for its result.
    public init(count: Int?) {
        self.count = count
    }

    /// The outputs of a cell that ended.
    public static func of(_ events: [DisplayEvent], failure: CellFailure? = nil, count: Int?) -> [JSON] {
        var outputs = CellOutputs(count: count)
        for event in events { outputs.add(event) }
        if let failure { outputs.add(failure) }
        outputs.end()
        return outputs.outputs
    }

    public mutating func add(_ event: DisplayEvent) {
        switch event {
        case .output(let text): write("stdout", text)
        case .message(let text): write("stderr", text.hasSuffix("\n") ? text : text + "\n")
        case .result(let text):
            show(["text/plain": .lines(text)], isResult: true)
        case .table(let table):
            show(Self.data(table))
        case .tableHead(let columns):
            end()
            table = Table(columns: columns, rows: [])
        case .tableRow(let cells): table?.rows.append(cells)
        case .progress, .progressEnd: break
        case .pictures(let sheet): show(Self.data(sheet))
        case .plot(let plot):
            show(["image/svg+xml": .lines(PlotSVG.text(plot)), "text/plain": .lines("<plot>")])
        case .graph(let graph):
            var data: JSONObject = [
                "text/plain": .lines(GraphCharacters.lines(graph, width: 100).joined(separator: "\n"))
            ]
            if let drawing = GraphSVG.text(graph) {
                data = JSONObject(members: [("image/svg+xml", .lines(drawing))] + data.members)
            }
            show(data)
        case .markdown(let text): show(["text/markdown": .lines(text)])
        }
    }

    public mutating func add(_ failure: CellFailure) {
        end()
        outputs.append(
            .object([
                "ename": .string(failure.type), "evalue": .string(failure.message), "output_type": .string("error"),
                "traceback": .array(failure.text.splitLines.map { .string($0) }),
            ]))
    }

    /// The cell ended: what was collected becomes an output.
    public mutating func end() {
        if let stream, !stream.text.isEmpty {
            outputs.append(
                .object([
                    "name": .string(stream.name), "output_type": .string("stream"), "text": .lines(stream.text),
                ]))
        }
        stream = nil
        if let table {
            self.table = nil
            show(Self.data(table))
        }
    }

    private mutating func write(_ name: String, _ text: String) {
        if stream?.name != name { end() }
        stream = (name, (stream?.text ?? "") + text)
    }

    private mutating func show(_ data: JSONObject, isResult: Bool = false) {
        end()
        var output: JSONObject = ["data": .object(data)]
        if isResult { output["execution_count"] = count.map { .number($0) } ?? .null }
        output["metadata"] = .object([:])
        output["output_type"] = .string(isResult ? "execute_result" : "display_data")
        outputs.append(.object(output))
    }

    // MARK: Kinds of data

    private static func data(_ table: Table) -> JSONObject {
        let head = table.columns.map { "<th>" + escaped($0) + "</th>" }.joined()
        let rows = table.rows.map { row in
            "    <tr>" + row.map { "<td>" + escaped($0) + "</td>" }.joined() + "</tr>\n"
        }
        let html = """
            <table border="1" class="dataframe">
              <thead>
                <tr style="text-align: left;">\(head)</tr>
              </thead>
              <tbody>
            \(rows.joined())  </tbody>
            </table>
            """
        return ["text/html": .lines(html), "text/plain": .lines(plain(table))]
    }

    /// The table in columns, as it is read where there is no HTML.
    private static func plain(_ table: Table) -> String {
        let rows = [table.columns] + table.rows
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell + String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell) + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }

    /// One picture as PNG; several as a table of PNGs with their captions.
    private static func data(_ sheet: PictureSheet) -> JSONObject {
        let words = sheet.items.map {
            "<picture \($0.width)x\($0.height)\($0.caption.isEmpty ? "" : ": " + $0.caption)>"
        }
        let plain = JSON.lines(words.joined(separator: "\n"))
        let pictures = sheet.items.map { png($0) }
        if let only = pictures.first, pictures.count == 1, let only, sheet.items[0].caption.isEmpty {
            return ["image/png": .string(only), "text/plain": plain]
        }
        var html = "<table>\n"
        let columns = max(1, sheet.columns)
        for start in stride(from: 0, to: sheet.items.count, by: columns) {
            html += "  <tr>\n"
            for index in start..<min(start + columns, sheet.items.count) {
                let item = sheet.items[index]
                let picture = pictures[index].map {
                    "<img src=\"data:image/png;base64,\($0)\" width=\"\(item.width)\" height=\"\(item.height)\">"
                }
                html += "    <td style=\"text-align: center;\">\(escaped(item.caption))<br>\(picture ?? "")</td>\n"
            }
            html += "  </tr>\n"
        }
        return ["text/html": .lines(html + "</table>"), "text/plain": plain]
    }

    private static func png(_ item: PictureSheet.Item) -> String? {
        guard item.width > 0, item.height > 0, item.pixels.count == item.width * item.height * 4 else { return nil }
        let picture = Picture(width: item.width, height: item.height, channels: 4, pixels: item.pixels)
        let isOpaque = !stride(from: 3, to: item.pixels.count, by: 4).contains { item.pixels[$0] != 255 }
        guard let bytes = try? (isOpaque ? picture.rgb() : picture).encoded(as: .png()) else { return nil }
        return Data(bytes).base64EncodedString()
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("\n", with: "<br>")
    }
}

/// How a cell failed: enough to show it and to keep it.
public struct CellFailure: Codable, Sendable, Equatable {
    /// The exception's class, such as `NameError`.
    public var type: String
    public var message: String
    /// All that is shown: place, line, caret, hint, calls.
    public var text: String

    public init(type: String, message: String, text: String) {
        self.type = type
        self.message = message
        self.text = text
    }

    public init(_ diagnostic: Diagnostic, width: Int = 100) {
        self.init(type: diagnostic.type, message: diagnostic.message, text: diagnostic.render(width: width))
    }
}

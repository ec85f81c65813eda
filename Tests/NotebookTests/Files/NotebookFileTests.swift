import Display
import Foundation
import Notebook
import Testing

@Suite struct NotebookFileTests {
    private func read(_ text: String) throws -> NotebookDocument {
        try NotebookFile.read(Array(text.utf8), name: "n.ipynb")
    }

    /// As Jupyter writes: one space a level, members sorted, UTF-8.
    static let jupyter = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a1",
           "metadata": {
            "tags": [
             "intro"
            ]
           },
           "source": [
            "# Vögel\\n",
            "\\"quoted\\" \\\\ \\u0007"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "b2",
           "metadata": {},
           "outputs": [
            {
             "data": {
              "text/html": [
               "<table>"
              ],
              "image/png": "iVBORw0KGgo="
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": []
          }
         ],
         "metadata": {
          "accuracy": 1.50e-3,
          "kernelspec": {}
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """

    /// As Colab and Kaggle write: all on one line or two spaces a level, escapes, other orders.
    static let others = [
        #"{"nbformat": 4, "nbformat_minor": 2, "metadata": {"b": [], "a": null}, "cells": [{"source": "x = 'é'", "metadata": {"trusted": true}, "cell_type": "code", "outputs": [], "execution_count": null}]}"#,
        "{\n  \"nbformat\": 4,\n  \"nbformat_minor\": 0,\n  \"metadata\": {},\n  \"cells\": [],\n  \"extra\": \"\\u00e9\\ud83d\\ude00\"\n}",
    ]

    @Test(arguments: [jupyter] + others) func isWrittenAsItWasRead(text: String) throws {
        #expect(NotebookFile.write(try read(text)) == text)
    }

    @Test func aChangeStaysAChange() throws {
        var document = try read(Self.jupyter)
        document.cells[0].source = "# Birds"
        let text = NotebookFile.write(document)
        #expect(
            text
                == Self.jupyter.replacing(
                    "    \"# Vögel\\n\",\n    \"\\\"quoted\\\" \\\\ \\u0007\"", with: "    \"# Birds\""))
        #expect(try read(text).cells[0].tags == ["intro"])
    }

    @Test func newNotebooksAreAsJupyterWritesThem() throws {
        var document = NotebookDocument(cells: [DocumentCell(.markdown, "# A"), DocumentCell(.code, "1 + 1\nx")])
        document.cells[1].setOutputs(CellOutputs.of([.output("a\n"), .output("b"), .result("2")], count: 1), count: 1)
        let text = NotebookFile.write(document)
        let again = try read(text)
        #expect(NotebookFile.write(again) == text)
        #expect(again.cells.map(\.id) == ["d4e8cd0c", "7ed7cd1d"] || Set(again.cells.compactMap(\.id)).count == 2)
        #expect(again.cells[1].outputs.count == 2)
        #expect(again.cells[1].outputs[0].object?["text"]?.text == "a\nb")
        #expect(again.cells[1].executionCount == 1)
        #expect(again.withoutOutputs.cells[1].outputs.isEmpty)
    }

    @Test func equalCellsGetDifferentIDs() throws {
        let document = NotebookDocument(cells: Array(repeating: DocumentCell(.code, "x"), count: 3))
        let again = try read(NotebookFile.write(document))
        #expect(Set(again.cells.compactMap(\.id)).count == 3)
    }

    @Test(arguments: [
        ("", "this is no notebook: the text ends too early at byte 0"),
        ("[1]", "this is no notebook: it is not a JSON object"),
        ("{\"a\": 1}", "this is no notebook: it does not say its nbformat"),
        ("{\"nbformat\": 3}", "notebooks of nbformat 3 are not read; `jupyter nbconvert --to notebook` brings it to 4"),
        ("{\"nbformat\": 4}", "this is no notebook: it has no list of cells"),
        (
            "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"chart\", \"source\": \"\"}]}",
            "cell 1 is neither code, Markdown nor raw text"
        ),
        ("{\"a\": tru}", "this is no notebook: 'true' was expected at byte 6"),
        ("{\"a\": 1} x", "this is no notebook: text after the value at byte 9"),
    ])
    func whatIsNoNotebookSaysWhy(text: String, reason: String) {
        #expect(throws: NotebookFileError(file: "n.ipynb", reason: reason)) { try read(text) }
    }

    @Test func deepNestingIsRefused() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: NotebookFileError.self) { try read(text) }
    }

    @Test func damagedFilesNeverCrash() {
        var random = SystemRandomNumberGenerator()
        let whole = Array(Self.jupyter.utf8)
        for seed in 0..<2000 {
            var bytes = whole
            for _ in 0...(seed % 4) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            if seed % 3 == 0 { bytes = Array(bytes[..<Int.random(in: bytes.indices, using: &random)]) }
            guard let document = try? NotebookFile.read(bytes, name: "n.ipynb") else { continue }
            // Whatever could be read can be written and read again.
            #expect((try? read(NotebookFile.write(document))) != nil)
        }
    }

    @Test func outputsOfEachKind() throws {
        let pixels = [UInt8](repeating: 255, count: 2 * 2 * 4)
        let picture = PictureSheet.Item(width: 2, height: 2, pixels: pixels)
        let captioned = PictureSheet.Item(width: 2, height: 2, pixels: pixels, caption: "a <bird>")
        var axes = Plot.Axes()
        axes.title = "Loss & rate"
        axes.series = [.init(mark: .line, label: "train", x: [1, 2, 3], y: [3, .nan, 1])]
        let outputs = CellOutputs.of(
            [
                .tableHead(columns: ["epoch", "loss"]), .progress(.init(label: "", done: 1, total: 2, elapsed: 1)),
                .tableRow(["0", "0.5"]), .progressEnd, .tableRow(["1", "0.4"]), .message("careful"),
                .pictures(.init(items: [picture])), .pictures(.init(items: [captioned, captioned], columns: 2)),
                .plot(.init(axes: [axes])), .markdown("*hi*"),
            ], failure: .init(type: "NameError", message: "no", text: "cell 1:1:1: NameError: no"), count: 4)
        let data = outputs.map { $0.object?["data"]?.object }
        #expect(outputs.count == 7)
        #expect(data[0]?["text/plain"]?.text == "epoch  loss\n0      0.5\n1      0.4")
        #expect(data[0]?["text/html"]?.text?.contains("<td>0.4</td>") == true)
        #expect(outputs[1].object?["name"]?.string == "stderr")
        #expect(data[2]?["image/png"]?.string?.hasPrefix("iVBORw0KGgo") == true)
        #expect(data[3]?["text/html"]?.text?.contains("a &lt;bird&gt;") == true)
        #expect(data[4]?["image/svg+xml"]?.text?.contains("Loss &amp; rate") == true)
        #expect(data[5]?["text/markdown"]?.text == "*hi*")
        #expect(outputs[6].object?["ename"]?.string == "NameError")
    }
}

import Foundation
import Notebook
import Testing

@Suite struct PercentScriptTests {
    static let usual = """
        # %% [markdown] id="intro"
        # # Is it a bird?
        #
        # Text with `code`.

        # %% Look at the data id="look" tags=["guess", "slow"]
        path = '/tmp'
        # !ls {path}
        # %matplotlib inline
        if True:
            # !pip install x
            pass

        # %%
        s = '''
        # %% not a cell
        !not a command
        '''

        # %% [raw]
        # kept

        # %%
        # %%bash
        # echo "hi"
        #
        # ls

        """

    @Test func cellsAreFound() {
        let document = PercentScript.read(Self.usual)
        #expect(document.cells.map(\.kind) == [.markdown, .code, .code, .raw, .code])
        #expect(document.cells[0].source == "# Is it a bird?\n\nText with `code`.")
        #expect(document.cells[0].id == "intro")
        #expect(
            document.cells[1].source
                == "path = '/tmp'\n!ls {path}\n%matplotlib inline\nif True:\n    !pip install x\n    pass")
        #expect(document.cells[1].tags == ["guess", "slow"])
        #expect(document.cells[1].metadata["title"]?.string == "Look at the data")
        #expect(document.cells[2].source.contains("# %% not a cell\n!not a command"))
        #expect(document.cells[4].source == "%%bash\necho \"hi\"\n\nls")
        // Nothing had to be kept apart: this is the usual form.
        #expect(document.cells.allSatisfy { $0.metadata["nuthatch"] == nil })
    }

    static let odd = [
        usual, "", "\n", "x", "x\n", "x\n\n\n", "\n\nx = 1\n", "# a comment first\n\n# %%\nx\n# %%\ny\n\n\n# %%\nz",
        "#%%\nx\n\n#%% [md]\n#tight\nno comment\n", "# %% [markdown]\n\"\"\"\nProse, *quoted*.\n\"\"\"\n",
        "# %%  two spaces   [markdown]\n# x\n", "# %% a=1 b\n!ls\n%time x\n", "# %% k={\"a\": [1, 2.50]} t=true\nx\n",
        "# ---\n# jupyter:\n#   jupytext:\n#     text_representation:\n#       extension: .py\n#   kernelspec:\n#     display_name: Python 3\n# ---\n\n# %%\nx\n",
        "# ---\n# title: other\n# - list\n# ---\n# %%\nx\n", "# %%\r\nx = 1\r\n\r\n# %% [markdown]\r\n# y\r\n",
        "# %%\n# # %% escaped header\n# # !escaped twice\n", "# %% id=\"x\"\n\n\n\n# %%\n",
        "x = '''unclosed\n# %%\ny\n",
        "# %%time\nslow()\n", "# %%\n# %%time\nslow()\n", "# %% ünï [markdown] k=\"é\"\n# ü\n", "# %% id=5\nx\n",
    ]

    @Test(arguments: odd) func roundTripByNotebookKeepsEveryByte(text: String) throws {
        let document = PercentScript.read(text)
        #expect(PercentScript.write(document) == text)
        let notebook = NotebookFile.write(document)
        #expect(PercentScript.write(try NotebookFile.read(Array(notebook.utf8), name: "n")) == text)
    }

    @Test func roundTripByScriptKeepsANotebook() throws {
        for text in [NotebookFileTests.jupyter] {
            let document = try NotebookFile.read(Array(text.utf8), name: "n").withoutOutputs
            let script = PercentScript.write(document)
            #expect(NotebookFile.write(PercentScript.read(script)) == NotebookFile.write(document), "\(script)")
        }
    }

    @Test func aChangedCellIsNotWrittenAsItWas() {
        var document = PercentScript.read("#%%\nx = 1\n")
        document.cells[0].source = "x = 2"
        #expect(PercentScript.write(document) == "# %%\nx = 2\n")
    }

    @Test func sourcesSurvive() {
        let lines = [
            "x = 1", "!ls", "# !ls", "# # !ls", "%time x", "# %% head", "# %%", "#comment", "# prose", "?len", "len?",
            "",
            "    !cd x", "s = '''a\n!b\n# %% c'''", "  # %% x", "%%bash", "# ?", "? ", "!", "%", "\t%x",
        ]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            let count = Int.random(in: 1...4, using: &random)
            var source = (0..<count).map { _ in lines.randomElement(using: &random) ?? "" }.joined(separator: "\n")
            while source.hasSuffix("\n") { source.removeLast() }
            let kind: DocumentCell.Kind = Bool.random(using: &random) ? .code : .markdown
            let document = NotebookDocument(cells: [DocumentCell(kind, source), DocumentCell(.code, "end")])
            let again = PercentScript.read(PercentScript.write(document))
            #expect(again.cells.map(\.source) == [source, "end"], "\(PercentScript.write(document))")
        }
    }
}

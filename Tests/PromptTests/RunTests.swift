import Foundation
import Notebook
import TerminalTesting
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `nuthatch run` and its kin as scripts use them: output, messages, exit codes.
@Suite struct RunTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/run-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private struct Result: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    private func program(_ arguments: [String], input: String = "") throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: PseudoTerminal.folder + "/nuthatch")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        let file = folder + "/input-\(UUID().uuidString)"
        try Data(input.utf8).write(to: URL(fileURLWithPath: file))
        process.standardInput = FileHandle(forReadingAtPath: file)
        return process
    }

    private func run(_ arguments: String..., input: String = "") throws -> Result {
        let process = try program(arguments, input: input)
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let messages = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: messages, as: UTF8.self))
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    @Test func aFileFromElsewhereIsHeldBack() throws {
        let outside = FileManager.default.temporaryDirectory.path + "/outside-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: outside) }
        try write("print('begun')\nopen('inside.txt', 'w').write('x')\n!echo looked\n!touch made\n", "shell.py")
        let held = try run("run", "shell.py")
        #expect(held.status == 1)
        #expect(held.output == "begun\n1\nlooked\n" || held.output == "begun\nlooked\n")
        #expect(held.errors.contains("PermissionError") && held.errors.contains("--trust"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/made"))
        #expect(try run("run", "shell.py", "--trust").status == 0)
        #expect(FileManager.default.fileExists(atPath: folder + "/made"))

        try write("from pathlib import Path\nPath('\(outside)').write_text('x')\n", "write.py")
        #expect(try run("run", "write.py").errors.contains("is outside of the working folder"))
        #expect(!FileManager.default.fileExists(atPath: outside))
        #expect(try run("run", "write.py", "--trust").status == 0)
        #expect(FileManager.default.fileExists(atPath: outside))
        // What was typed, and what Nuthatch itself wrote, is the user's own.
        #expect(try run("run", "-c", "!touch typed").status == 0)
        #expect(try run("run", "-", "--save", "own.ipynb", input: "!touch own\n").status == 0)
        #expect(try run("run", "own.ipynb").status == 0)
    }

    @Test func code() throws {
        #expect(try run("run", "-c", "1+1") == Result(status: 0, output: "2\n", errors: ""))
        #expect(try run("run", "-c", "print('a', end='')") == Result(status: 0, output: "a\n", errors: ""))
        #expect(try run("run", "-", input: "x = 2\nx * 21\n") == Result(status: 0, output: "42\n", errors: ""))
    }

    @Test func aFailedCellIsOne() throws {
        let result = try run("run", "-c", "print('before')\n1/0")
        #expect(result.status == 1)
        #expect(result.output == "before\n")
        #expect(result.errors.hasPrefix("code:2:1: ZeroDivisionError: division by zero"))
    }

    @Test func statusOfExit() throws {
        #expect(try run("run", "-c", "exit(7)").status == 7)
        #expect(try run("run", "-c", "raise SystemExit").status == 0)
    }

    @Test(arguments: [
        ["run"], ["run", "a.py", "-c", "1"], ["run", "--nothing"], ["nothing"], ["run", "none.py"],
        ["run", "-c", "1", "--save", "x.txt"],
        ["run", "-c", "1", "-p", "1x=2"], ["convert", "a.py"],
    ])
    func wrongUsageIsTwo(arguments: [String]) throws {
        let process = try program(arguments)
        let errors = Pipe()
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
        try process.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(!text.isEmpty)
    }

    @Test func interruptedIs130() throws {
        let process = try program(["run", "-c", "print('begun', flush=True)\nwhile True: pass"])
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        let begin = Date()
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(Date().timeIntervalSince(begin) < 0.5)
        #expect(
            String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "KeyboardInterrupt\n")
    }

    @Test func trainingIsInterruptedAtALayerAndTheCellGoesOn() throws {
        let process = try program([
            "run", "-c",
            """
            from fastai.vision.all import *
            path = Path('\(folder)/squares')
            for name, colour in [('red', (200, 30, 30)), ('blue', (30, 30, 200))]:
                (path/name).mkdir(parents=True)
                for i in range(40): Image.new('RGB', (64, 64), colour).save(path/name/f'{i}.png')
            dls = ImageDataLoaders.from_path_func(path, get_image_files(path), parent_label, bs=16, item_tfms=Resize(128))
            learn = vision_learner(dls, resnet18, pretrained=False)
            print('begun', flush=True)
            try: learn.fit(1000)
            except KeyboardInterrupt: print('stopped', learn.predict(path/'red'/'0.png')[0] in dls.vocab)
            """,
        ])
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        var text = ""
        // The table's head shows that training runs.
        while !text.contains("train_loss") {
            let data = output.fileHandleForReading.availableData
            try #require(!data.isEmpty, "ended early: \(text)")
            text += String(decoding: data, as: UTF8.self)
        }
        process.interrupt()
        text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.hasSuffix("stopped True\n"))
        let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(messages.contains("stopped at epoch 0, batch"))
    }

    @Test func notebooksAreSavedWithOutputs() throws {
        try write("# %% [markdown]\n# # T\n\n# %% tags=[\"parameters\"]\nn = 1\n\n# %%\nprint(n)\nn * 2\n", "a.py")
        let result = try run("run", "a.py", "-p", "n=5", "-p", "name=bird", "--save", "out.ipynb")
        #expect(result == Result(status: 0, output: "5\n10\n", errors: ""))
        let document = try NotebookDocument.open(folder + "/out.ipynb")
        #expect(
            document.cells.map(\.source) == ["# T", "n = 1", "# Parameters\nn = 5\nname = \"bird\"", "print(n)\nn * 2"])
        #expect(document.cells[3].outputs.count == 2)
        #expect(document.cells.map(\.executionCount) == [nil, 1, 2, 3])
        // The notebook runs as the script did.
        #expect(try run("run", "out.ipynb").output == "5\n10\n")
    }

    @Test func aPartialNotebookIsSaved() throws {
        try write("# %%\n1\n\n# %%\nnone\n\n# %%\n3\n", "b.py")
        let result = try run("run", "b.py", "--save", "out.ipynb")
        #expect(result.status == 1)
        #expect(result.errors.contains("b.py, cell 2:1:1: NameError"))
        let document = try NotebookDocument.open(folder + "/out.ipynb")
        #expect(document.cells.map(\.outputs.count) == [1, 1, 0])
    }

    @Test func converting() throws {
        try write("# %% [markdown]\n# # T\n\n# %% id=\"a\"\n# !ls\nx = 1\n", "c.py")
        #expect(try run("convert", "c.py", "c.ipynb").status == 0)
        #expect(try run("convert", "c.ipynb", "d.py").status == 0)
        #expect(
            try String(contentsOfFile: folder + "/d.py", encoding: .utf8)
                == String(contentsOfFile: folder + "/c.py", encoding: .utf8))
        #expect(try run("convert", "none.py", "c.ipynb").status == 1)
    }

    @Test func cellsReadStandardInput() throws {
        #expect(try run("run", "-c", "a = input('? ')\nprint(a * 2)", input: "ab\n").output == "? abab\n")
    }

    @Test func versionAndHelp() throws {
        #expect(try run("--version").status == 0)
        let help = try run("--help")
        #expect(help.status == 0)
        #expect(help.output.contains("run") && help.output.contains("lesson") && !help.output.contains("evaluator"))
    }

    @Test func linesFromAPipeAreCells() throws {
        let result = try run(input: "x = 6\nfor i in range(2):\n    print(i)\n\nx * 7\n")
        #expect(result.status == 0)
        #expect(result.output == "0\n1\nOut[3]: 42\n")
    }
}

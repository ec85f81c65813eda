import Foundation
import Lessons
import Notebook
import Testing

@Suite struct LessonTests {
    private static let script = """
        # %% [markdown]
        # # Birds
        # Intro.

        # %% id="one"
        x = 1

        # %% [markdown]
        # More.

        # %% [markdown]
        # And more.

        # %% id="two" tags=["guess"]
        y = x + 1
        print(y)

        # %% id="three"
        z = 3

        # %% [markdown]
        # The end.

        """

    private let lesson = Lesson(PercentScript.read(script), name: "09_birds")

    @Test func partsAreFound() {
        #expect(lesson.title == "Birds")
        #expect(lesson.code.map(\.id) == ["one", "two", "three"])
        #expect(lesson.code.map(\.asksForGuess) == [false, true, false])
    }

    @Test func nextShowsProseAndStopsAtCode() {
        var walk = LessonWalk(lesson)
        #expect(walk.next().map(\.source) == ["# Birds\nIntro."])
        #expect(walk.cell?.id == "one")
        #expect(walk.next().map(\.source) == ["More.", "And more."])
        #expect(walk.cell?.id == "two")
        #expect(walk.next().isEmpty)
        #expect(walk.cell?.id == "three")
        #expect(walk.next().map(\.source) == ["The end."])
        #expect(walk.cell == nil)
        #expect(walk.next().isEmpty)
        #expect(walk.back()?.isEmpty == true)
        #expect(walk.cell?.id == "three")
    }

    @Test func backStopsAtTheBeginning() {
        var walk = LessonWalk(lesson, at: "two")
        #expect(walk.back()?.map(\.source) == ["# Birds\nIntro."])
        #expect(walk.cell?.id == "one")
        #expect(walk.back() == nil)
        #expect(walk.cell?.id == "one")
    }

    @Test(arguments: [("two", "two"), ("5", "two"), ("3", "two"), ("1", "one"), ("6", "three")])
    func gotoTakesNumbersAndIDs(target: String, found: String) {
        var walk = LessonWalk(lesson)
        #expect(walk.go(to: target) != nil)
        #expect(walk.cell?.id == found)
    }

    @Test(arguments: ["0", "99", "none", "7", ""]) func gotoNowhereStaysWhereItWas(target: String) {
        var walk = LessonWalk(lesson, at: "two")
        #expect(walk.go(to: target) == nil)
        #expect(walk.cell?.id == "two")
    }

    @Test(arguments: [
        ("y = x + 1\nprint(y)", true), ("y = x + 2\nprint(y)", true), ("\ny = x + 1\n\nprint(y)\n", true),
        ("print(x)", false),
        ("", false), ("a = 1\nb = 2\nprint(y)", true),
    ])
    func aChangedCellIsStillTheLessons(text: String, isCurrent: Bool) {
        #expect(LessonWalk(lesson, at: "two").isCurrent(text) == isCurrent)
    }

    @Test func aLessonIsFinishedWhenAllCellsRan() {
        var walk = LessonWalk(lesson)
        while !walk.next().isEmpty || walk.cell != nil { walk.finishCurrent() }
        #expect(walk.isFinished)
        #expect(walk.done == ["one", "two", "three"])
    }

    @Test func progressIsReadableAndKept() throws {
        var progress = LessonProgress()
        progress["09_birds"] = .init(at: "two", ran: ["one"])
        progress["01 with spaces"] = .init()
        #expect(progress.text.hasSuffix("09_birds: at two; ran one\n01 with spaces: \n"))
        #expect(LessonProgress(progress.text)["09_birds"] == .init(at: "two", ran: ["one"]))
        let path = FileManager.default.temporaryDirectory.path + "/progress-\(UUID().uuidString)/progress.txt"
        try progress.write(to: path)
        #expect(LessonProgress.read(path)["09_birds"] == progress["09_birds"])
        #expect(LessonProgress("nonsense\n: \n#x: at y").text.split(separator: "\n").count <= 2)
        #expect(LessonProgress.read("/none/at/all") == LessonProgress())
    }

    @Test func formIsChecked() throws {
        let path = FileManager.default.temporaryDirectory.path + "/lesson-\(UUID().uuidString).py"
        func faults(_ text: String) throws -> [String] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return LessonCheck.faults(in: path, make: nil)
        }
        #expect(try faults(Self.script).isEmpty)
        #expect(try faults("# %% id=\"a\"\nx\n") == ["the first cell is to be prose with the lesson's title"])
        #expect(try faults("# %% [markdown]\n# # T\n\n# %%\nx\n") == ["cell 2 has no id; progress is kept under it"])
        #expect(
            try faults(Self.script.replacing("\"three\"", with: "\"one\"")) == ["cell 6 has the id 'one' of cell 2"])
        #expect(
            try faults(Self.script.replacing("guess", with: "gues")).first?.hasPrefix(
                "cell 5 has the unknown tag 'gues'") == true)
        #expect(LessonCheck.faults(in: "/none.py", make: nil) == ["there is no such file"])
    }

    @Test func theProjectsLessonsHaveTheirForm() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shelf = LessonShelf(folder: root.path + "/lessons")
        for (number, path) in shelf.lessons {
            #expect(LessonCheck.faults(in: path, make: nil).isEmpty, "lesson \(number)")
            // The usual form, so that an editor that writes it again changes nothing.
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(PercentScript.write(PercentScript.read(text)) == text)
        }
    }

    /// Lessons of numbers alone. Those that train on pictures are checked by `./nuthatch lesson check`.
    @Test(.serialized, arguments: ["01_notebook", "06_one_neuron_and_many", "13_when_it_goes_wrong"])
    func theCheapLessonsRun(name: String) {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        #expect(LessonCheck.faults(in: root.path + "/lessons/\(name).py", make: CellEngine.maker) == [])
    }
}

import Foundation
import Lessons
import Notebook
import Testing

@Suite struct ExerciseTests {
    private static let script = """
        # %% [markdown]
        # # Squares

        # %% id="square" tags=["exercise"]
        #| blank: x ** 2
        #| blank: square
        #| hint: Which power?
        #| wrong: x * 2 ;; square => doubled
        #| wrong: x ** 2 ;; print => not printed
        def square(x): return x ** 2
        nine = square(3)

        # %% id="square-check" tags=["check"]
        assert nine is not None, 'The number is asked for, not printed.'
        assert nine != 6, 'That is x doubled.'
        assert nine == 9, 'The square of 3 is 9.'

        # %% id="after"
        nine + 1

        """

    private let lesson = Lesson(PercentScript.read(script), name: "09_squares")

    @Test func theLearnerSeesBlanksAndNeitherAnswersNorTheCheck() {
        #expect(lesson.code.map(\.id) == ["square", "after"])
        #expect(lesson.code[0].shown == "def square(x): return ___\nnine = ___(3)")
        #expect(lesson.code[0].solved == "def square(x): return x ** 2\nnine = square(3)")
        #expect(lesson.code[0].exercise?.hints == ["Which power?"])
        #expect(lesson.code[0].exercise?.check?.hasPrefix("assert nine is not None") == true)
        #expect(lesson.code[0].exercise?.filled(with: ["x", "f"]) == "def square(x): return x\nnine = f(3)")
        #expect(lesson.code[1].exercise == nil)
    }

    @Test(arguments: [
        ("def square(x): return 4 * x\nnine = square(3)", true), ("print(5)", false),
        ("def square(x): return ___\nnine = ___(3)", true), ("nine = round(3)", true),
    ])
    func whatIsFilledInIsStillTheExercise(text: String, isCurrent: Bool) {
        #expect(LessonWalk(lesson, at: "square").isCurrent(text) == isCurrent)
    }

    /// Runs `lesson check` in this process: cells of the language alone, in milliseconds.
    private func faults(_ change: (String) -> String = { $0 }) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.path + "/exercise-\(UUID().uuidString).py"
        try Data(change(Self.script).utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return LessonCheck.faults(in: path, make: CellEngine.maker)
    }

    @Test func aGoodExerciseHasNoFaults() throws { #expect(try faults() == []) }

    @Test func eachPromiseIsTried() throws {
        #expect(
            try faults { $0.replacing("return x ** 2", with: "return x ** 2 + 1") }.contains(
                "the solution of 'square' does not pass its check: AssertionError: The square of 3 is 9."))
        #expect(
            try faults { $0.replacing("=> doubled", with: "=> halved") } == [
                "'square' with x * 2 ;; square: the feedback is to say 'halved', and says 'That is x doubled.'"
            ])
        #expect(
            try faults { $0.replacing("x * 2 ;; square", with: "x*x ;; square") }.contains(
                "'square' with x*x ;; square: the check passes a wrong answer"))
        #expect(
            try faults { $0.replacing("nine = square(3)", with: "nine = 9; square(3)") }.contains(
                "'square' with x * 2 ;; square: the check passes a wrong answer"))
        #expect(
            try faults { $0.replacing("nine + 1", with: "ten + 1") }.first?.contains("name 'ten' is not defined")
                == true)
    }

    @Test func theFormOfExercisesIsChecked() throws {
        #expect(
            try faults { $0.replacing("#| hint: Which power?\n", with: "") } == [
                "exercise 'square': there is no '#| hint: …'"
            ])
        #expect(
            try faults { $0.replacing("tags=[\"check\"]", with: "") } == [
                "exercise 'square': no cell with the tag 'check' follows it"
            ])
        #expect(
            try faults { $0.replacing("#| blank: square", with: "#| blank: cube") }.contains(
                "exercise 'square': the blanks do not all stand in the code, in their order"))
        #expect(
            try faults { $0.replacing("tags=[\"exercise\"]", with: "") } == [
                "cell 3 has the tag 'check' and follows no exercise"
            ])
    }

    @Test func aBundleWithoutSolutionsHasBlanksAndHints() throws {
        let open = Lesson(LessonBundle.withoutSolutions(PercentScript.read(Self.script)), name: "open")
        #expect(open.code[0].shown == "def square(x): return ___\nnine = ___(3)")
        #expect(open.code[0].solved == open.code[0].shown)
        #expect(open.code[0].exercise?.hints == ["Which power?"])
        #expect(open.code[0].exercise?.check != nil)
        #expect(!open.cells.contains { $0.kind == .code && !$0.isCheck && $0.source.contains("**") })
    }
}

@Suite struct ClassTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/class-\(UUID().uuidString)"

    private func shelf() throws -> LessonShelf {
        try FileManager.default.createDirectory(atPath: folder + "/lessons", withIntermediateDirectories: true)
        let script = """
            # %% [markdown]
            # # Birds, beasts

            # %% id="one" tags=["exercise"]
            #| blank: 1
            x = 1

            # %% id="check" tags=["check"]
            assert x == 1

            # %% id="two" tags=["guess"]
            x + 1

            """
        try Data(script.utf8).write(to: URL(fileURLWithPath: folder + "/lessons/01_birds.py"))
        return LessonShelf(folder: folder + "/lessons")
    }

    @Test func manyFilesBecomeOneTable() throws {
        var table = ClassProgress(try shelf())
        for (name, text) in [
            ("anna.txt", "01_birds: at two; ran one two; solved one; right two\n"),
            ("ben/progress.txt", "01_birds: at one; ran one; shown one; wrong two\n"), ("empty.txt", ""),
        ] {
            let path = folder + "/" + name
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            let isRead = table.add(path)
            #expect(isRead)
        }
        let isNoneRead = table.add(folder + "/none.txt")
        #expect(!isNoneRead)
        #expect(
            table.csv == """
                learner,lesson,title,cells_run,cells,exercises_solved,exercises,solutions_shown,guesses_right,guesses
                anna,1,"Birds, beasts",2,2,1,1,0,1,1
                ben,1,"Birds, beasts",1,2,0,1,1,0,1
                empty,1,"Birds, beasts",0,2,0,1,0,0,0

                """)
    }

    @Test func theHomeScreenSaysWhereToGoOn() throws {
        let shelf = try shelf()
        #expect(LessonHome(shelf, LessonProgress()).table.rows == [["1", "Birds, beasts", ""]])
        #expect(LessonHome(shelf, LessonProgress()).next?.isBegun == false)
        let begun = LessonHome(shelf, LessonProgress("01_birds: ran one; solved one; right two\n"))
        #expect(begun.table.rows == [["1", "Birds, beasts", "1 of 2 cells, 1 of 1 exercises"]])
        #expect(begun.next?.number == 1)
        #expect(begun.tally == "Your guesses: 1 of 1 right.")
        let done = LessonHome(shelf, LessonProgress("01_birds: ran one two; solved one\n"))
        #expect(done.table.rows == [["1", "Birds, beasts", "done"]])
        #expect(done.next == nil)
    }

    @Test func aSharedFolderHasTheLessons() throws {
        let shelf = try shelf()
        #expect(LessonShelf.folder(["NUTHATCH_SHARED": folder], program: "/x/y") == shelf.folder)
        #expect(LessonShelf.folder(["NUTHATCH_SHARED": "/none"], program: folder + "/bin/nuthatch") == shelf.folder)
    }

    @Test func progressKeepsWhatOthersWrote() {
        var progress = LessonProgress("01_birds: at two; ran one; quiz 3 of 4\n")
        progress["01_birds"].judge("two", isRight: true)
        progress["01_birds"].judge("two", isRight: false)
        #expect(progress.text.hasSuffix("01_birds: at two; ran one; wrong two; quiz 3 of 4\n"))
        #expect(progress.tally == (0, 1))
    }
}

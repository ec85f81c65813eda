import ArgumentParser
import DataSources
import Foundation
import Lessons
import Notebook

extension LessonCommand {
    /// The lessons' folder as the environment and the program's place say.
    static var shelf: LessonShelf {
        LessonShelf(folder: LessonShelf.folder(ProcessInfo.processInfo.environment, program: Program.path))
    }

    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle",
            abstract: "Put lessons, data and weights into a folder, for a room without internet.",
            discussion: "Learners set NUTHATCH_SHARED to the folder, which nobody needs to write to.")

        @Argument(help: "The folder to make or to add to.")
        var folder: String

        @Flag(help: "Exercises with blanks only.")
        var withoutSolutions = false

        @Option(
            help:
                "A data set or weights by name (nuthatch data list); may be repeated. Without any, what the lessons use."
        )
        var data: [String] = []

        static let usual = ["BIRDS", "FLOWERS_FRUIT", "MNIST_SAMPLE", "efficientnet_lite0"]

        func run() throws {
            do {
                try LessonBundle.copyLessons(
                    LessonCommand.shelf, to: folder + "/lessons", withSolutions: !withoutSolutions)
                print("\(folder)/lessons")
                for name in data.isEmpty ? Self.usual : data { print(try copy(name)) }
            } catch {
                Message.write("\(error)")
                throw ExitCode(1)
            }
        }

        /// Fetches what is not here yet, and copies it.
        private func copy(_ name: String) throws -> String {
            let store = DataStore()
            var observer = DataStore.Observer()
            observer.note = { Message.write($0) }
            let entry = try Catalogue.entry(name)
            let source = try entry.kind == .weights ? store.weights(name, observer) : store.dataset(name, observer)
            let target =
                entry.kind == .weights ? "\(folder)/weights/\(entry.file)" : "\(folder)/data/\(entry.folder)"
            let files = FileManager.default
            try files.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            if files.fileExists(atPath: target) { try files.removeItem(atPath: target) }
            try files.copyItem(atPath: source, toPath: target)
            return target
        }
    }

    struct Progress: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "progress", abstract: "One table (CSV) of many learners' progress files.")

        @Argument(help: "Files such as anna.txt or anna/progress.txt.")
        var files: [String]

        func run() throws {
            var table = ClassProgress(LessonCommand.shelf)
            var isWhole = true
            for path in files where !table.add(path) {
                Message.write("\(path) cannot be read")
                isWhole = false
            }
            print(table.csv, terminator: "")
            if !isWhole { throw ExitCode(1) }
        }
    }
}

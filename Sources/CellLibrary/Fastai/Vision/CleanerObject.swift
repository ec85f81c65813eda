import CellRuntime
import DataBlocks
import Display
import Pictures
import VisionLearning

/// fastai's `ImageClassifierCleaner`: goes through pictures by falling loss. In a terminal it asks what to do with those
/// that it shows; `delete()` and `change()` say what was chosen, `apply()` does it, and `undo()` takes it back.
final class CleanerObject: Object, NativeObject {
    private let cleaner: PictureCleaner
    private var place: PictureCleaner.Place
    private let columns = 5
    private let rows = 3

    private init(_ cleaner: PictureCleaner) {
        self.cleaner = cleaner
        place = .init(cleaner.classes.first ?? "", isTraining: true)
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<CleanerObject>(
        "ImageClassifierCleaner", module: "fastai.vision.widgets",
        doc: "Goes through a classifier's pictures by falling loss, to delete them or change their class."
    ) {
        Constructor(
            Parameter("learn", VisionLearnerObject.self),
            Parameter("max_n", Int.self, default: 30, doc: "Pictures of each class and set.")
        ) { _, learner, most in CleanerObject(try PictureCleaner(learner.pictures(), limit: max(1, most))) }
        Method<CleanerObject>(
            "choose", doc: "Another class or set.", Parameter("name", Value.self, doc: "The class."),
            Parameter("train", Bool.self, default: true, doc: "False for the validation set.")
        ) { object, cell, name, isTraining in
            let name = try cell.str(name)
            guard object.cleaner.classes.contains(name) else {
                throw Raise.valueError(
                    "there is no class '\(name)'; there are \(object.cleaner.classes.joined(separator: ", "))")
            }
            object.place = .init(name, isTraining: isTraining)
        }
        Method<CleanerObject>(
            "show", doc: "Shows the pictures of the class and set chosen, worst first.",
            Parameter("start", Int.self, default: 0)
        ) { object, cell, start in try object.show(from: max(0, start), cell) }
        Method<CleanerObject>("run", doc: "Shows pictures and asks what to do with them, class after class.") {
            object, cell in try object.run(cell)
        }
        Property<CleanerObject>("fns", doc: "The files of the class and set chosen, worst first.") { object, cell in
            try cell.L(
                object.cleaner.items(object.place).map { item in
                    if case .file(let path) = item.source { try cell.path(path) } else { .string(item.source.name) }
                })
        }
        Method<CleanerObject>("delete", doc: "Positions in fns of the pictures to delete.") { object, cell in
            try cell.L(object.cleaner.deleted(object.place).map { .int($0) })
        }
        Method<CleanerObject>("change", doc: "Positions in fns and new classes of the pictures to change.") {
            object, cell in
            try cell.L(
                object.cleaner.changed(object.place).map { .tuple([.int($0.position), .string($0.name)]) })
        }
        Method<CleanerObject>(
            "mark", doc: "Decides for a picture: '<Delete>', the name of another class, or '<Keep>'.",
            Parameter("i", Int.self, doc: "Its position in fns."), Parameter("what", Value.self)
        ) { object, cell, position, what in
            switch try cell.str(what) {
            case "<Keep>": try object.cleaner.decide(object.place, position, nil)
            case "<Delete>": try object.cleaner.decide(object.place, position, .delete)
            case let name: try object.cleaner.decide(object.place, position, .relabel(name))
            }
        }
        Method<CleanerObject>(
            "apply", doc: "Moves pictures: those to delete to a trash folder, others to the folder of their new class.",
            Parameter("trash", PathArgument.self, default: PathArgument(path: "trash"))
        ) { object, cell, trash in try object.apply(trash.path, cell) }
        Method<CleanerObject>("undo", doc: "Moves everything back that apply() moved.") { object, cell in
            let back = try object.cleaner.undo()
            cell.display(.message("\(back.count) pictures are where they were"))
        }
        Method<CleanerObject>("__repr__") { object, _ in
            "<cleaner of \(object.cleaner.classes.count) classes, \(object.cleaner.decisionCount) decisions: "
                + "run() goes through the pictures>"
        }
    }.type

    private func apply(_ trash: String, _ cell: Interpreter) throws {
        let deleted = cleaner.classes.flatMap { name in
            [true, false].flatMap { cleaner.deleted(.init(name, isTraining: $0)) }
        }.count
        let moves = try cleaner.apply(trash: trash)
        cell.display(
            .message(
                "\(deleted) pictures are in \(trash), and \(moves.count - deleted) in another class's folder; "
                    + "undo() moves them back. Make the loaders anew to train without them"))
    }

    /// One page: each picture with its number, what it is said to be, its loss, and what was decided.
    private func show(from start: Int, _ cell: Interpreter) throws {
        let items = cleaner.items(place)
        var shown: [PictureSheet.Item] = []
        for position in start..<min(items.count, start + rows * columns) {
            let item = items[position]
            let picture = try item.source.picture().thumbnail(within: PictureSize(200)).withAlpha()
            var caption = "\(position) \(item.predicted) \(String(format: "%.2f", item.loss))"
            switch cleaner.decision(place, position) {
            case .delete: caption += " ✗"
            case .relabel(let name): caption += " → \(name)"
            case nil: break
            }
            shown.append(
                .init(width: picture.width, height: picture.height, pixels: picture.pixels, caption: caption))
        }
        let set = place.isTraining ? "training" : "validation"
        cell.display(
            .message(
                "\(place.name), \(set) set: \(items.count) pictures, highest loss first "
                    + "(number, prediction, loss)"))
        if !shown.isEmpty { cell.display(.pictures(PictureSheet(items: shown, columns: columns))) }
    }

    private static let help =
        "d 3 5: delete; r 2 NAME: change its class; k 3: keep; u: take the last back; Enter: next page; c: next class; "
        + "a: apply and end; q: end"

    private func run(_ cell: Interpreter) throws {
        cell.display(.message(Self.help))
        for name in cleaner.classes {
            for isTraining in [true, false] where !cleaner.items(name, training: isTraining).isEmpty {
                place = .init(name, isTraining: isTraining)
                guard try runClass(cell) else { return }
            }
        }
        cell.display(.message("\(cleaner.decisionCount) decisions: apply() carries them out"))
    }

    /// - Returns: False when all is to end.
    private func runClass(_ cell: Interpreter) throws -> Bool {
        var start = 0
        while start < cleaner.items(place).count {
            try show(from: start, cell)
            page: while true {
                guard let typed = try cell.host.input(prompt: "\(place.name)> ") else { return false }
                var words = typed.split(separator: " ").map(String.init)
                guard let command = words.first else { break page }
                words.removeFirst()
                switch command {
                case "c": return true
                case "q": return false
                case "a":
                    try apply("trash", cell)
                    return false
                case "u": if !cleaner.takeBack() { cell.display(.message("there is nothing to take back")) }
                case "d", "k", "r": decide(command, words, cell)
                default: cell.display(.message(Self.help))
                }
            }
            start += rows * columns
        }
        return true
    }

    /// `d 3 5`, `k 3`, `r 2 NAME`
    private func decide(_ command: String, _ words: [String], _ cell: Interpreter) {
        let numbers = words.prefix { Int($0) != nil }.compactMap { Int($0) }
        let name = words.dropFirst(numbers.count).joined(separator: " ")
        guard !numbers.isEmpty, (command == "r") == !name.isEmpty else {
            return cell.display(.message(Self.help))
        }
        do {
            for number in numbers {
                try cleaner.decide(
                    place, number, command == "d" ? .delete : command == "r" ? .relabel(name) : nil)
            }
            cell.display(.message("\(cleaner.decisionCount) decisions so far"))
        } catch { cell.display(.message("\(error)")) }
    }
}

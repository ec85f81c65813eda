import CellRuntime
import DataBlocks
import DataSources
import Pictures
import VisionLearning

/// Several pictures to predict at once: a list of files, or a folder.
struct ManyPictures {
    private let sources: [PictureSource]

    /// Nil for what is a single picture.
    init?(_ value: Value, _ cell: Interpreter) throws {
        if let path = try cell.pathText(value) {
            guard try cell.truth(cell.callMethod("is_dir", of: cell.path(path))) else { return nil }
            sources = try imageFiles(in: path).map { .file($0) }
            guard !sources.isEmpty else { throw DataBlockError.noItems(source: path) }
        } else if value.object is List || value.object is Tuple || value.object?.type.name == "L" {
            sources = try cell.items(of: value).map { try Self.source($0, cell) }
            guard !sources.isEmpty else { throw Raise.valueError("there are no pictures to predict") }
        } else {
            return nil
        }
    }

    /// A picture as predictors take it; one at an address is fetched.
    static func source(_ value: Value, _ cell: Interpreter) throws -> PictureSource {
        guard let text = value.text, text.hasPrefix("http://") || text.hasPrefix("https://") else {
            return try cell.pictureSource(value)
        }
        var web = Web()
        web.limits.total = 30
        let response = try web.get(text, isCancelled: CellReporter(cell).isInterrupted)
        return .picture(try Picture.decode(bytes: response.body, named: text))
    }

    /// A table of files with what is predicted, the surest first. Files that are no pictures are named and passed over.
    func predict(_ learner: VisionLearner, _ cell: Interpreter) throws -> FrameObject {
        var rows: [(name: String, said: String, probability: Double)] = []
        for source in sources {
            try cell.poll()
            do {
                let said = try learner.predict(source)
                let words: String
                switch said.answer {
                case .category(let label): words = label.name
                case .categories(let labels): words = labels.map(\.name).joined(separator: ";")
                case .numbers(let numbers): words = numbers.map { "\($0)" }.joined(separator: ", ")
                case .mask: throw Raise.typeError("masks are predicted one picture at a time")
                }
                let values: [Double] = said.classes.isEmpty ? [] : try said.probabilities.array()
                rows.append((source.name, words, values.max() ?? .nan))
            } catch let error as PictureError { cell.display(.message("\(error): passed over")) }
        }
        rows.sort { ($0.probability.isNaN ? 0 : $0.probability) > ($1.probability.isNaN ? 0 : $1.probability) }
        return FrameObject([
            ("file", .texts(rows.map(\.name))), ("prediction", .texts(rows.map(\.said))),
            ("probability", .floats(rows.map(\.probability))),
        ])
    }
}

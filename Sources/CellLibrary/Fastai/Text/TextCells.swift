import CellRuntime
import DataBlocks
import Display
import Tensors
import TextLearning
import Training

/// What cells see of texts.
enum TextCells {
    static func showBatch(_ texts: TextLoaders, _ most: Int, _ cell: Interpreter) throws {
        cell.display(.table(try texts.showBatch(maximum: max(1, most))))
    }

    static func testLoader(
        _ texts: TextLoaders, _ items: Value, _ size: Int?, _ cell: Interpreter
    ) throws -> LoaderObject {
        let given = try FrameTexts.texts(items, column: .int(0), cell)
        return LoaderObject(try texts.testLoader(given, batchSize: size))
    }

    /// The words; with the classes behind them where there are labels, as fastai has it.
    static func vocabulary(_ texts: TextLoaders, _ cell: Interpreter) throws -> Value {
        let words = Value.list(texts.words.words.map { .string($0) })
        if texts.isLanguageModel { return words }
        let classes = Value.list((texts.vocabulary?.labels ?? []).map { cell.value(of: $0) })
        return try cell.L([words, classes])
    }
}

/// Texts and labels of a data frame's columns, or of a list.
enum FrameTexts {
    /// The texts of a column, or of several, marked as fields then; a list gives its own items.
    static func texts(_ value: Value, column: Value, _ cell: Interpreter) throws -> [String] {
        guard let frame = value.object as? FrameObject else {
            return try cell.items(of: value).map { try cell.str($0) }
        }
        let columns = try columns(column, of: frame, cell)
        guard columns.count > 1 else { return try strings(columns[0], cell) }
        let parts = try columns.map { try strings($0, cell) }
        return parts[0].indices.map { row in
            parts.indices.map { "\(SpecialToken.field.rawValue) \($0 + 1) \(parts[$0][row])" }.joined(separator: " ")
        }
    }

    static func labels(
        _ value: Value, column: Value, delimiter: String?, _ cell: Interpreter
    ) throws -> [Label] {
        guard let frame = value.object as? FrameObject else {
            throw Raise.typeError("labels are in a DataFrame, not in \(value.type.name)")
        }
        let columns = try columns(column, of: frame, cell)
        func labels(_ column: Column) throws -> [Label] {
            try (0..<column.count).map { try cell.label(column.value($0)) }
        }
        if let delimiter {
            return try strings(columns[0], cell).map { text in
                .several(text.isEmpty ? [] : text.components(separatedBy: delimiter).map { .text($0) })
            }
        }
        guard columns.count > 1 else { return try labels(columns[0]) }
        let all = try columns.map(labels)
        return all[0].indices.map { row in .several(all.map { $0[row] }) }
    }

    /// The rows in whose column there is something true.
    static func flags(_ value: Value, column: Value, _ cell: Interpreter) throws -> [Bool] {
        guard let frame = value.object as? FrameObject else { return [] }
        let column = try columns(column, of: frame, cell)[0]
        return try (0..<column.count).map { try cell.truth(column.value($0)) }
    }

    private static func strings(_ column: Column, _ cell: Interpreter) throws -> [String] {
        if case .texts(let texts) = column { return texts.map { $0 ?? "nan" } }
        return try (0..<column.count).map { try cell.str(column.value($0)) }
    }

    private static func columns(_ wanted: Value, of frame: FrameObject, _ cell: Interpreter) throws -> [Column] {
        var names = [wanted]
        if wanted.object is List || wanted.object is Tuple || wanted.object?.type.name == "L" {
            names = Array(try cell.items(of: wanted))
        }
        guard !names.isEmpty else { throw Raise.valueError("a list of columns must not be empty") }
        let known = frame.columns.map(\.name)
        return try names.map { name in
            if case .int(let place) = name {
                let index = place < 0 ? place + known.count : place
                guard known.indices.contains(index) else {
                    throw DataBlockError.noColumn("number \(place)", columns: known)
                }
                return frame.columns[index].values
            }
            let text = try cell.str(name)
            guard let found = frame.columns.first(where: { $0.name == text }) else {
                throw DataBlockError.noColumn("'\(text)'", columns: known)
            }
            return found.values
        }
    }
}

/// Predicts on texts.
struct TextPredictor: CellPredictor {
    func predict(_ item: Value, _ learner: Learner, _ cell: Interpreter) throws -> Value {
        guard let learner = learner as? TextClassifierLearner else {
            throw Raise.typeError("this learner is not one of texts")
        }
        guard let text = item.text else { throw Raise.typeError("predict takes a text, not \(item.type.name)") }
        let said = try learner.predict(text)
        let answer: Value =
            switch said.answer {
            case .category(let label): .string(label.name)
            case .categories(let labels): try cell.L(labels.map { .string($0.name) })
            case .numbers(let numbers): try cell.L(numbers.map { .float($0) })
            }
        return .tuple([
            answer, .object(TensorObject(said.decoded)), .object(ProbabilitiesObject(said.probabilities, said.classes)),
        ])
    }

    func showResults(
        _ learner: Learner, maximum: Int, training: Bool, shuffled: Bool, _ cell: Interpreter
    ) throws {
        if let learner = learner as? LanguageLearner {
            return cell.display(.table(try learner.showResults(maximum: maximum, training: training)))
        }
        guard let learner = learner as? TextClassifierLearner else {
            throw Raise.typeError("this learner is not one of texts")
        }
        cell.display(.table(try learner.showResults(maximum: maximum, training: training, shuffled: shuffled)))
    }
}

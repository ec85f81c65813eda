import CellRuntime
import DataBlocks
import Display
import Foundation
import TextLearning

/// fastai's `TextDataLoaders`, whose class functions make loaders of folders and tables of texts.
enum TextLoaderFunctions {
    private typealias Common = ImageLoaders.Common

    private static var isLanguageModel: Parameter<Bool> {
        Parameter("is_lm", Bool.self, default: false, doc: "Whether the next word is learned, not labels.")
    }
    private static var words: Parameter<Value> {
        Parameter("text_vocab", Value.self, default: .none, doc: "The words to know, such as dls_lm.vocab.")
    }
    private static var tokenizer: Parameter<Value> { Parameter("tok_tfm", Value.self, default: .none) }
    private static var length: Parameter<Int> {
        Parameter("seq_len", Int.self, default: 72, doc: "Words that the model reads at once.")
    }
    private static var backwards: Parameter<Bool> { Parameter("backwards", Bool.self, default: false) }

    private static func maker(
        _ cell: Interpreter, _ function: String, part: Double?, seed: Int?, words: Value, isLanguageModel: Bool,
        tokenizer: Value, length: Int, backwards: Bool, _ options: LoadingOptions
    ) throws -> TextDataLoaders {
        try cell.refuse(function, ("tok_tfm", tokenizer))
        if backwards { throw Raise.notImplemented("\(function)(backwards=True) is not supported") }
        guard length > 0 else { throw Raise.valueError("seq_len is at least 1, not \(length)") }
        var maker = TextDataLoaders()
        if let part {
            guard (0..<1).contains(part) else {
                throw Raise.valueError("valid_pct is a share from 0 to 1, not \(part)")
            }
            maker.validPercent = part
        }
        (maker.seed, maker.isLanguageModel, maker.chunk, maker.options) = (seed, isLanguageModel, length, options)
        maker.words = try vocabulary(words, cell)
        let reporter = CellReporter(cell)
        let show = reporter.show
        let start = Date()
        let turn = NSLock()
        maker.progress = { done, total in
            guard total > 5000 else { return }
            turn.withLock {
                show(
                    .progress(
                        Progress(
                            label: "tokenizing", done: done, total: total, elapsed: Date().timeIntervalSince(start))))
            }
        }
        return maker
    }

    /// Words given as a list, or as a classifier's vocabulary, whose first part they are.
    private static func vocabulary(_ value: Value, _ cell: Interpreter) throws -> TextVocabulary? {
        if value.isNone { return nil }
        let items = try cell.items(of: value)
        if let first = items.first, first.text == nil { return try vocabulary(first, cell) }
        return TextVocabulary(try items.map { try cell.str($0) })
    }

    private static func made(_ cell: Interpreter, _ work: () throws -> TextLoaders) throws -> DataLoadersObject {
        defer { cell.display(.progressEnd) }
        return DataLoadersObject(try work())
    }

    static let declaration = NativeType<DataLoadersObject>(
        "TextDataLoaders", module: "fastai.text.data", doc: "Loaders of texts in folders and tables.",
        base: DataLoadersObject.declaration
    ) {
        ClassFunction(
            "from_folder",
            doc: "Texts labelled by folder: `train/pos`, `valid/pos`; or split at random with valid_pct.",
            Parameter("path", PathArgument.self), Parameter("train", String.self, default: "train"),
            Parameter("valid", String.self, default: "valid"), Parameter("valid_pct", Double?.self, default: nil),
            Common.seed, Parameter("vocab", [Value]?.self, default: nil), words, isLanguageModel, tokenizer, length,
            Parameter("splitter", Value.self, default: .none), backwards, Common.batchSize, Common.validBatchSize,
            Common.isShuffled, Common.workers, Common.device
        ) {
            _, cell, path, train, valid, part, seed, classes, words, isLanguageModel, tokenizer, length, splitter,
            backwards, size, validSize, shuffled, workers, _ in
            try cell.refuse("from_folder", ("splitter", splitter))
            let maker = try maker(
                cell, "from_folder", part: part, seed: seed, words: words, isLanguageModel: isLanguageModel,
                tokenizer: tokenizer, length: length, backwards: backwards,
                .checked(cell, bs: size, validSize, shuffled, workers, path))
            let vocabulary = try classes?.map { try cell.label($0) }
            return try made(cell) {
                try maker.fromFolder(
                    path.path, train: train, valid: valid, isSplit: part == nil, vocabulary: vocabulary)
            }
        }
        ClassFunction(
            "from_df", doc: "Texts and labels in columns of a data frame.", Parameter("df", Value.self),
            Parameter("path", PathArgument.self, default: PathArgument(path: ".")), Common.validPart, Common.seed,
            Parameter("text_col", Value.self, default: .int(0), doc: "One column, or several."),
            Parameter("label_col", Value.self, default: .int(1)),
            Parameter("label_delim", String?.self, default: nil), Parameter("y_block", Value.self, default: .none),
            words, isLanguageModel, Parameter("valid_col", Value.self, default: .none), tokenizer,
            Parameter("tok_text_col", String.self, default: "text"), length, backwards, Common.batchSize,
            Common.validBatchSize, Common.isShuffled, Common.workers, Common.device
        ) {
            _, cell, frame, path, part, seed, text, label, delimiter, block, words, isLanguageModel, valid, tokenizer,
            _, length, backwards, size, validSize, shuffled, workers, _ in
            let maker = try maker(
                cell, "from_df", part: part, seed: seed, words: words, isLanguageModel: isLanguageModel,
                tokenizer: tokenizer, length: length, backwards: backwards,
                .checked(cell, bs: size, validSize, shuffled, workers, path))
            return try made(cell) {
                try Rows(frame: frame, text: text, label: label, delimiter: delimiter, block: block, valid: valid)
                    .loaders(maker, cell)
            }
        }
        ClassFunction(
            "from_csv", doc: "Texts and labels in columns of a CSV file.", Parameter("path", PathArgument.self),
            Parameter("csv_fname", PathArgument.self, default: PathArgument(path: "labels.csv")),
            Parameter("header", Value.self, default: .string("infer")),
            Parameter("delimiter", String?.self, default: nil), Parameter("quoting", Int.self, default: 0),
            Common.validPart, Common.seed, Parameter("text_col", Value.self, default: .int(0)),
            Parameter("label_col", Value.self, default: .int(1)),
            Parameter("label_delim", String?.self, default: nil), Parameter("y_block", Value.self, default: .none),
            words, isLanguageModel, Parameter("valid_col", Value.self, default: .none), tokenizer,
            Parameter("tok_text_col", String.self, default: "text"), length, backwards, Common.batchSize,
            Common.validBatchSize, Common.isShuffled, Common.workers, Common.device
        ) {
            _, cell, path, file, header, separator, quoting, part, seed, text, label, delimiter, block, words,
            isLanguageModel, valid, tokenizer, _, length, backwards, size, validSize, shuffled, workers, _ in
            if quoting != 0 { throw Raise.notImplemented("from_csv(quoting=…) is not supported: leave quoting out") }
            let maker = try maker(
                cell, "from_csv", part: part, seed: seed, words: words, isLanguageModel: isLanguageModel,
                tokenizer: tokenizer, length: length, backwards: backwards,
                .checked(cell, bs: size, validSize, shuffled, workers, path))
            var options = [("header", header)]
            if let separator { options.append(("delimiter", .string(separator))) }
            let name = file.path.hasPrefix("/") ? file.path : path.path + "/" + file.path
            let frame = try cell.call(
                cell.attribute("read_csv", of: cell.module("pandas")), [.string(name)], keywords: options)
            return try made(cell) {
                try Rows(frame: frame, text: text, label: label, delimiter: delimiter, block: block, valid: valid)
                    .loaders(maker, cell)
            }
        }
    }.type

    /// Which columns of a frame say what.
    private struct Rows {
        let frame: Value
        let text: Value
        let label: Value
        let delimiter: String?
        let block: Value
        let valid: Value

        func loaders(_ maker: TextDataLoaders, _ cell: Interpreter) throws -> TextLoaders {
            guard frame.object is FrameObject else {
                throw Raise.typeError("from_df takes a DataFrame, not \(frame.type.name)")
            }
            let texts = try FrameTexts.texts(frame, column: text, cell)
            guard !texts.isEmpty else { throw DataBlockError.noItems(source: "the data frame") }
            var labels: [Label]?
            if !maker.isLanguageModel {
                labels = try FrameTexts.labels(frame, column: label, delimiter: delimiter, cell)
            }
            var split: Split?
            if !valid.isNone {
                let flags = try FrameTexts.flags(frame, column: valid, cell)
                split = Split(train: flags.indices.filter { !flags[$0] }, valid: flags.indices.filter { flags[$0] })
            }
            return try maker.fromTexts(texts, labels: labels, target: try target(labels, cell), split: split)
        }

        private func target(_ labels: [Label]?, _ cell: Interpreter) throws -> TargetBlock {
            if !block.isNone {
                let made = block.object is BlockObject ? block : try cell.call(block, [])
                guard case .target(let target)? = (made.object as? BlockObject)?.content else {
                    throw Raise.typeError("y_block is such as CategoryBlock, not \(made.type.name)")
                }
                return target
            }
            if case .several? = labels?.first { return .multiCategory() }
            return .category()
        }
    }
}

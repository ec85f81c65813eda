import CellRuntime
import DataBlocks
import TextLearning

/// fastai's tokens, rules and tokenizers by name.
enum TextTokens {
    /// A tokenizer: called with several texts, it gives the words of each.
    final class TokenizerObject: Object, NativeObject {
        let name: String
        let cut: (String) -> [String]

        init(_ name: String, _ cut: @escaping (String) -> [String]) {
            self.name = name
            self.cut = cut
            super.init(type: Self.declaration)
        }

        static let declaration = NativeType<TokenizerObject>(
            "WordTokenizer", module: "fastai.text.core", doc: "Cuts texts into words."
        ) {
            Method<TokenizerObject>(
                "__call__", doc: "The words of a text, or of each of several.", Parameter("items", Value.self)
            ) {
                object, cell, items in
                if let text = items.text { return try cell.L(object.cut(text).map { .string($0) }) }
                return Value.list(
                    try cell.items(of: items).map { try cell.L(object.cut(try cell.str($0)).map { .string($0) }) })
            }
            Method<TokenizerObject>("__repr__") { object, _ in "<\(object.name)>" }
        }.type
    }

    private static let names: [(String, SpecialToken)] = [
        ("UNK", .unknown), ("PAD", .padding), ("BOS", .textStart), ("EOS", .textEnd), ("FLD", .field),
        ("TK_REP", .repeated), ("TK_WREP", .repeatedWord), ("TK_UP", .capitals), ("TK_MAJ", .capitalised),
    ]

    static var members: [Member] {
        names.map { Constant($0.0, $0.1.rawValue) } + [
            Function("WordTokenizer", doc: "Cuts texts into words and punctuation.") { _ in
                let words = WordTokenizer()
                return TokenizerObject("WordTokenizer") { words.tokens($0) }
            },
            Function("SpacyTokenizer", doc: "The same by its other name.") { _ in
                let words = WordTokenizer()
                return TokenizerObject("SpacyTokenizer") { words.tokens($0) }
            },
            Function(
                "Tokenizer", doc: "A tokenizer with fastai's rules before it.",
                Parameter("tok", Value.self, default: .none)
            ) { _, _ in
                let tokenizer = TextTokenizer()
                return TokenizerObject("Tokenizer") { tokenizer.tokens($0) }
            },
            Function(
                "get_text_files", doc: "The text files below a folder.", Parameter("path", PathArgument.self),
                Parameter("recurse", Bool.self, default: true), Parameter("folders", [String]?.self, default: nil)
            ) { cell, path, recurse, folders in
                let found = try files(in: path.path, extensions: [".txt"], recurse: recurse, folders: folders ?? [])
                return try cell.L(found.map { try cell.path($0) })
            },
        ]
    }
}

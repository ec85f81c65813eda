import Foundation
import Synchronization
import Tensors

/// fastai's way from a text to tokens: rules before, word tokenizer, and blocks for spaces within tokens.
public struct TextTokenizer: Sendable {
    private let words = WordTokenizer()

    public init() {}

    public func tokens(_ text: String) -> [String] {
        var memory = WordTokenizer.Memory()
        return tokens(text, &memory)
    }

    private func tokens(_ text: String, _ memory: inout WordTokenizer.Memory) -> [String] {
        words.tokens(TextRules.prepared(text), &memory).map(Self.withBlocks)
    }

    /// Spaces within a token as block characters, so that tokens can be joined by spaces: `replace_space`.
    private static func withBlocks(_ token: String) -> String {
        token.utf8.contains(32) ? token.replacing(" ", with: "▁") : token
    }

    /// The tokens of many texts, on all cores.
    ///
    /// - Parameter progress: Called with the number of finished texts now and then, from any thread.
    /// - Throws: `TensorError.interrupted` soon after a stop was asked for.
    public func tokens(
        of texts: [String], progress: (@Sendable (Int) -> Void)? = nil
    ) throws(TensorError) -> [[String]] {
        let piece = 512
        let results = Mutex<[[String]]>(Array(repeating: [], count: texts.count))
        let done = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: (texts.count + piece - 1) / piece) { number in
            guard !Interruption.isRequested else { return }
            let range = number * piece..<min((number + 1) * piece, texts.count)
            var memory = WordTokenizer.Memory()
            let found = range.map { tokens(texts[$0], &memory) }
            results.withLock { all in
                for (place, tokens) in zip(range, found) { all[place] = tokens }
            }
            progress?(done.add(range.count, ordering: .relaxed).newValue)
        }
        try Interruption.check()
        return results.withLock { $0 }
    }

    /// Tokens as a reader likes them: capitals and repetitions written out (fastai's `decode_spec_tokens`).
    public static func readable(_ tokens: [String]) -> [String] {
        var result: [String] = []
        var rule: SpecialToken?
        var count: Int?
        for token in tokens {
            switch (SpecialToken(rawValue: token), rule) {
            case (.capitalised?, _), (.capitals?, _), (.repeated?, _), (.repeatedWord?, _):
                rule = SpecialToken(rawValue: token)
            case (_, nil): result.append(token)
            case (_, .capitalised?):
                result.append(token.prefix(1).uppercased() + token.dropFirst().lowercased())
                rule = nil
            case (_, .capitals?):
                result.append(token.uppercased())
                rule = nil
            default:
                if let times = count {
                    // fastai goes on repeating whatever follows; here the rule ends with what it is about.
                    result +=
                        rule == .repeated
                        ? [String(repeating: token, count: times)] : Array(repeating: token, count: times)
                    (rule, count) = (nil, nil)
                } else {
                    count = Int(token).map { min(max($0, 0), 1000) }
                    if count == nil { rule = nil }
                }
            }
        }
        return result
    }
}

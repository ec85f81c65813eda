/// The name of the folder that a file lies in: fastai's `parent_label`.
public func parentLabel(_ path: String) -> Label { .text(PathParts(path).parent) }

/// Labels a text by the first group of a pattern: fastai's `RegexLabeller`.
///
/// - Parameter match: whether the pattern must match from the beginning.
/// - Throws: ``DataBlockError`` when the pattern is wrong or has no group. The labeller throws for a text
///   that the pattern does not fit.
public func regexLabeller(_ pattern: String, match: Bool = false) throws -> (String) throws -> Label {
    let regex: Regex<AnyRegexOutput>
    do {
        regex = try Regex(pattern)
    } catch {
        throw DataBlockError.invalidSetting("the pattern \(pattern) is not understood: \(error)")
    }
    return { text in
        guard let found = match ? text.prefixMatch(of: regex) : text.firstMatch(of: regex) else {
            throw DataBlockError.patternNotFound(pattern: pattern, text: text)
        }
        guard found.output.count > 1, let group = found.output[1].substring else {
            throw DataBlockError.invalidSetting(
                "the pattern \(pattern) needs a group in parentheses around the part that is the label")
        }
        return .text(String(group))
    }
}

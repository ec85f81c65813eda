/// What a label is, which decides loss, decoding and display.
public enum TargetKind: Sendable, Codable, Equatable {
    /// One of several classes: cross-entropy.
    case category
    /// Any number of classes: binary cross-entropy on logits, decoded at a threshold.
    case multiCategory
    /// Numbers: mean squared error.
    case regression(outputs: Int)
    /// A class for each pixel: cross-entropy over dimension 1. The classes are the vocabulary.
    case mask
}

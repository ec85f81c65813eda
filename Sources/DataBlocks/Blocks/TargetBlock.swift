/// What a data block learns to tell: how labels become numbers.
public enum TargetBlock: Sendable, Equatable {
    /// One class each. The vocabulary is that of the training set, sorted, unless given.
    case category(vocabulary: [Label]? = nil, isSorted: Bool = true)
    /// Any number of classes each, as ``Label/several(_:)``.
    case multiCategory(vocabulary: [Label]? = nil)
    /// Numbers that already say for each class of the vocabulary whether it is there.
    case encodedMultiCategory(vocabulary: [Label])
    /// Equally many numbers each.
    case regression(outputs: Int? = nil)
    /// A picture each, given by its path as ``Label/text(_:)``, whose values are indices into the codes.
    case mask(codes: [String])
}

/// Labels as numbers, with what is needed to read the numbers again.
public struct EncodedLabels {
    public var targets: Targets
    public var kind: TargetKind
    public var vocabulary: Vocabulary?

    /// - Parameters:
    ///   - labels: with the name of the item each belongs to.
    ///   - training: how many of them, from the first, train; the rest validate.
    public init(
        _ labels: [(item: String, label: Label)], training: Int, as block: TargetBlock
    ) throws(DataBlockError) {
        switch block {
        case .category(let given, let isSorted):
            let known = labels.prefix(training).map(\.label)
            let vocabulary = given.map { Vocabulary($0) } ?? (isSorted ? Vocabulary(sorting: known) : Vocabulary(known))
            if given == nil, vocabulary.count == 1 {
                throw .oneClass(vocabulary[0].name, items: training)
            }
            var indices = [Int]()
            for (item, label) in labels { indices.append(try Self.index(of: label, item, vocabulary)) }
            self.init(targets: .categories(indices), kind: .category, vocabulary: vocabulary)
        case .multiCategory(let given):
            let lists = labels.map { Self.classes($0.label) }
            let vocabulary = given.map { Vocabulary($0) } ?? Vocabulary(sorting: lists.prefix(training).joined())
            var indices = [[Int]]()
            for ((item, _), list) in zip(labels, lists) {
                var row = [Int]()
                for label in list { row.append(try Self.index(of: label, item, vocabulary)) }
                indices.append(row)
            }
            self.init(
                targets: .several(indices, classes: vocabulary.count), kind: .multiCategory, vocabulary: vocabulary)
        case .encodedMultiCategory(let given):
            var indices = [[Int]]()
            for (item, label) in labels {
                let flags = try Self.numbers(label, item, wanted: given.count)
                indices.append(flags.indices.filter { flags[$0] != 0 })
            }
            self.init(
                targets: .several(indices, classes: given.count), kind: .multiCategory, vocabulary: Vocabulary(given))
        case .regression(let outputs):
            var rows = [[Float]]()
            for (item, label) in labels {
                rows.append(try Self.numbers(label, item, wanted: outputs ?? rows.first?.count))
            }
            self.init(
                targets: .numbers(rows), kind: .regression(outputs: outputs ?? rows.first?.count ?? 1),
                vocabulary: nil)
        case .mask(let codes):
            var sources = [PictureSource]()
            for (item, label) in labels {
                guard case .text(let path) = label else {
                    throw .wrongLabel(item: item, label: label.kind, wanted: "the path of a mask")
                }
                sources.append(.file(path))
            }
            self.init(
                targets: .masks(sources, classes: codes.count), kind: .mask,
                vocabulary: Vocabulary(codes.map(Label.text)))
        }
    }

    public init(targets: Targets, kind: TargetKind, vocabulary: Vocabulary?) {
        self.targets = targets
        self.kind = kind
        self.vocabulary = vocabulary
    }

    private static func index(
        of label: Label, _ item: String, _ vocabulary: Vocabulary
    ) throws(DataBlockError) -> Int {
        guard let index = vocabulary.index(of: label) else {
            throw .unseenLabel(label.name, item: item, known: vocabulary.names)
        }
        return index
    }

    private static func classes(_ label: Label) -> [Label] {
        if case .several(let labels) = label { labels } else { [label] }
    }

    private static func numbers(_ label: Label, _ item: String, wanted: Int?) throws(DataBlockError) -> [Float] {
        let numbers: [Double] =
            switch label {
            case .number(let number): [number]
            case .int(let number): [Double(number)]
            case .bool(let flag): [flag ? 1 : 0]
            case .numbers(let numbers): numbers
            case .several, .text: []
            }
        guard !numbers.isEmpty else { throw .wrongLabel(item: item, label: label.kind, wanted: "a number") }
        guard wanted == nil || numbers.count == wanted else {
            throw .wrongLabel(item: item, label: "\(numbers.count) numbers", wanted: "\(wanted ?? 1)")
        }
        return numbers.map(Float.init)
    }
}

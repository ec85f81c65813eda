import CellRuntime
import DataBlocks

/// What a data block's input or target is: fastai's `TransformBlock`.
final class BlockObject: Object, NativeObject {
    enum Content {
        case image(channels: Int)
        case target(TargetBlock)
    }

    let name: String
    let content: Content

    init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<BlockObject>(
        "TransformBlock", module: "fastai.data.block", doc: "What an input or a target is."
    ) {
        Method<BlockObject>("__repr__") { block, _ in "<\(block.name)>" }
    }.type

    /// The functions that make blocks.
    static var all: [Member] {
        [
            Function(
                "ImageBlock", doc: "Pictures.",
                Parameter("cls", Value.self, default: .none, doc: "PILImage, or PILImageBW for grey pictures.")
            ) { _, kind in
                let isGrey = (kind.object as? TypeObject)?.name == "PILImageBW"
                return BlockObject("ImageBlock", .image(channels: isGrey ? 1 : 3))
            },
            Function(
                "CategoryBlock", doc: "One class of several.",
                Parameter("vocab", [Value]?.self, default: nil, doc: "The classes; else those of the training set."),
                Parameter("sort", Bool.self, default: true), Parameter("add_na", Bool.self, default: false)
            ) { cell, vocabulary, sorted, unknown in
                if unknown {
                    throw Raise.notImplemented("CategoryBlock(add_na=True) is for tables; pictures need known classes")
                }
                let labels = try vocabulary?.map { try cell.label($0) }
                return BlockObject("CategoryBlock", .target(.category(vocabulary: labels, isSorted: sorted)))
            },
            Function(
                "MultiCategoryBlock", doc: "Any number of classes.", Parameter("encoded", Bool.self, default: false),
                Parameter("vocab", [Value]?.self, default: nil), Parameter("add_na", Bool.self, default: false)
            ) { cell, encoded, vocabulary, _ in
                let labels = try vocabulary?.map { try cell.label($0) }
                if encoded {
                    guard let labels else { throw Raise.valueError("MultiCategoryBlock(encoded=True) needs vocab") }
                    return BlockObject("MultiCategoryBlock", .target(.encodedMultiCategory(vocabulary: labels)))
                }
                return BlockObject("MultiCategoryBlock", .target(.multiCategory(vocabulary: labels)))
            },
            Function(
                "RegressionBlock", doc: "Numbers.",
                Parameter("n_out", Int?.self, default: nil, doc: "How many for each item.")
            ) { _, count in BlockObject("RegressionBlock", .target(.regression(outputs: count))) },
            Function(
                "MaskBlock", doc: "A class for each pixel.",
                Parameter("codes", [String]?.self, default: nil, doc: "Their names.")
            ) { _, codes in BlockObject("MaskBlock", .target(.mask(codes: codes ?? []))) },
        ]
    }
}

import CellRuntime
import DataBlocks
import Pictures

/// fastai's transforms of single pictures.
enum ItemTransforms {
    /// How a picture is made to fit: `ResizeMethod.Squish` or its text.
    struct MethodArgument: CellConvertible {
        let method: Resize.Method
        static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> MethodArgument {
            guard let text = value.text, let method = Resize.Method(rawValue: text) else {
                throw .valueError(
                    "\(place.function)() argument 'method' is one of \(Resize.Method.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"
                )
            }
            return MethodArgument(method: method)
        }
        static var cellTypeName: String { "str" }
    }

    /// What fills the rest: `PadMode.Zeros` or its text.
    struct PaddingArgument: CellConvertible {
        let padding: Padding
        static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> PaddingArgument {
            guard let text = value.text, let padding = Padding(rawValue: text) else {
                throw .valueError(
                    "\(place.function)() argument 'pad_mode' is one of \(Padding.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"
                )
            }
            return PaddingArgument(padding: padding)
        }
        static var cellTypeName: String { "str" }
    }

    static let resize: TypeObject = NativeType<TransformObject>(
        "Resize", module: "fastai.vision.augment", doc: "Makes all pictures one size.",
        base: TransformObject.declaration
    ) {
        Constructor(
            Parameter("size", SizeArgument.self, doc: "Pixels: a side, or (height, width)."),
            Parameter(
                "method", MethodArgument.self, default: MethodArgument(method: .crop), doc: "'crop', 'pad' or 'squish'."
            ),
            Parameter(
                "pad_mode", PaddingArgument.self, default: PaddingArgument(padding: .reflection),
                doc: "What fills the rest with 'pad'.")
        ) { _, size, method, padding in
            TransformObject(
                resize, .item(.resize(Resize(size.size, method: method.method, padding: padding.padding))),
                "(size=\(size.size.words), method='\(method.method.rawValue)')")
        }
        Constant("order", 1)
    }.type

    static let randomResizedCrop: TypeObject = NativeType<TransformObject>(
        "RandomResizedCrop", module: "fastai.vision.augment",
        doc: "Shows a random part in training; the whole picture, cut a little, in validation.",
        base: TransformObject.declaration
    ) {
        Constructor(
            Parameter("size", SizeArgument.self),
            Parameter("min_scale", Double.self, default: 0.08, doc: "Least share of the picture's area."),
            Parameter(
                "ratio", RangeArgument.self, default: RangeArgument(range: 3 / 4...4 / 3), doc: "Width over height."),
            Parameter("val_xtra", Double.self, default: 0.14), Parameter("max_scale", Double.self, default: 1)
        ) { _, size, minScale, ratio, extra, maxScale in
            guard minScale > 0, minScale <= maxScale, maxScale <= 1 else {
                throw Raise.valueError("min_scale and max_scale are from 0 to 1, the smaller first")
            }
            return TransformObject(
                randomResizedCrop,
                .item(
                    .randomResizedCrop(
                        RandomResizedCrop(
                            size.size, minScale: minScale, ratio: ratio.range, validExtra: extra, maxScale: maxScale))),
                "(size=\(size.size.words), min_scale=\(minScale))")
        }
        Constant("order", 1)
    }.type

    static let randomCrop: TypeObject = NativeType<TransformObject>(
        "RandomCrop", module: "fastai.vision.augment", doc: "Shows a random part of a fixed size.",
        base: TransformObject.declaration
    ) {
        Constructor(Parameter("size", SizeArgument.self)) { _, size in
            TransformObject(randomCrop, .item(.randomCrop(RandomCrop(size.size))), "(size=\(size.size.words))")
        }
        Constant("order", 1)
    }.type

    static let cropPad: TypeObject = NativeType<TransformObject>(
        "CropPad", module: "fastai.vision.augment", doc: "Cuts or pads to a size, in the middle.",
        base: TransformObject.declaration
    ) {
        Constructor(
            Parameter("size", SizeArgument.self),
            Parameter("pad_mode", PaddingArgument.self, default: PaddingArgument(padding: .zeros))
        ) { _, size, padding in
            TransformObject(
                cropPad, .item(.randomCrop(RandomCrop(size.size, isRandom: false, padding: padding.padding))),
                "(size=\(size.size.words))")
        }
        Constant("order", 0)
    }.type

    static let ratioResize: TypeObject = NativeType<TransformObject>(
        "RatioResize", module: "fastai.vision.augment", doc: "Scales the longer side to a length.",
        base: TransformObject.declaration
    ) {
        Constructor(Parameter("max_sz", Int.self)) { _, longest in
            TransformObject(ratioResize, .item(.ratioResize(RatioResize(longest))), "(max_sz=\(longest))")
        }
        Constant("order", 1)
    }.type

    static let flipItem: TypeObject = NativeType<TransformObject>(
        "FlipItem", module: "fastai.vision.augment", doc: "Mirrors a picture with a probability.",
        base: TransformObject.declaration
    ) {
        Constructor(Parameter("p", Double.self, default: 0.5)) { _, probability in
            TransformObject(flipItem, .item(.flip(probability: probability)), "(p=\(probability))")
        }
    }.type

    static let toTensor = implied("ToTensor", doc: "Pictures as tensors; happens in any case.")
    static let intToFloat = implied("IntToFloatTensor", doc: "Values from 0 to 1; happens in any case.")

    private static func implied(_ name: String, doc: String) -> TypeObject {
        final class Box { var type: TypeObject? }
        let box = Box()
        let type = NativeType<TransformObject>(
            name, module: "fastai.data.transforms", doc: doc, base: TransformObject.declaration
        ) {
            Constructor { _ in TransformObject(box.type ?? TransformObject.declaration, .implied, "()") }
        }.type
        box.type = type
        return type
    }

    static let all = [resize, randomResizedCrop, randomCrop, cropPad, ratioResize, flipItem, toTensor, intToFloat]
}

extension PictureSize {
    /// As fastai writes it: `(height, width)`.
    var words: String { "(\(height), \(width))" }
}

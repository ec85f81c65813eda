import CellRuntime
import DataBlocks
import Pictures

/// fastai's random changes of training pictures, and normalisation.
enum BatchTransforms {
    private static func make(_ type: TypeObject, _ words: String, _ change: (inout Augmentation) -> Void)
        -> TransformObject
    {
        var augmentation = Augmentation()
        change(&augmentation)
        return TransformObject(type, .augmentation(augmentation), words)
    }

    private static func single(
        _ name: String, doc: String, amount: String, default value: Double,
        _ change: @escaping (inout Augmentation, Augmentation.Chance) -> Void
    ) -> TypeObject {
        final class Box { var type = TransformObject.declaration }
        let box = Box()
        box.type =
            NativeType<TransformObject>(
                name, module: "fastai.vision.augment", doc: doc, base: TransformObject.declaration
            ) {
                Constructor(
                    Parameter(amount, Double.self, default: value),
                    Parameter("p", Double.self, default: 0.5, doc: "Probability.")
                ) { _, amount, probability in
                    make(box.type, "(\(amount), p=\(probability))") {
                        change(&$0, .init(amount, probability: probability))
                    }
                }
            }.type
        return box.type
    }

    static let rotate = single("Rotate", doc: "Turns to either side.", amount: "max_deg", default: 10) {
        $0.rotation = $1
    }
    static let warp = single("Warp", doc: "Changes the perspective.", amount: "magnitude", default: 0.2) {
        $0.warp = $1
    }
    static let brightness = single("Brightness", doc: "Lighter or darker.", amount: "max_lighting", default: 0.2) {
        $0.brightness = $1
    }
    static let contrast = single("Contrast", doc: "More or less contrast.", amount: "max_lighting", default: 0.2) {
        $0.contrast = $1
    }

    static let flip: TypeObject = NativeType<TransformObject>(
        "Flip", module: "fastai.vision.augment", doc: "Exchanges left and right.", base: TransformObject.declaration
    ) {
        Constructor(Parameter("p", Double.self, default: 0.5)) { _, p in make(flip, "(p=\(p))") { $0.flip = p } }
    }.type

    static let dihedral: TypeObject = NativeType<TransformObject>(
        "Dihedral", module: "fastai.vision.augment", doc: "One of the square's eight symmetries.",
        base: TransformObject.declaration
    ) {
        Constructor(Parameter("p", Double.self, default: 0.5)) { _, p in make(dihedral, "(p=\(p))") { $0.dihedral = p }
        }
    }.type

    static let zoom: TypeObject = NativeType<TransformObject>(
        "Zoom", module: "fastai.vision.augment", doc: "Enlarges about a random point.",
        base: TransformObject.declaration
    ) {
        Constructor(
            Parameter("min_zoom", Double.self, default: 1), Parameter("max_zoom", Double.self, default: 1.1),
            Parameter("p", Double.self, default: 0.5)
        ) { _, low, high, p in
            guard low > 0, low <= high else { throw Raise.valueError("min_zoom is above 0 and at most max_zoom") }
            return make(zoom, "(min_zoom=\(low), max_zoom=\(high), p=\(p))") {
                ($0.zoom, $0.zoomProbability) = (low...high, p)
            }
        }
    }.type

    static let randomErasing: TypeObject = NativeType<TransformObject>(
        "RandomErasing", module: "fastai.vision.augment", doc: "Covers rectangles with noise.",
        base: TransformObject.declaration
    ) {
        Constructor(
            Parameter("p", Double.self, default: 0.5), Parameter("sl", Double.self, default: 0),
            Parameter("sh", Double.self, default: 0.3), Parameter("min_aspect", Double.self, default: 0.3),
            Parameter("max_count", Int.self, default: 1)
        ) { _, p, low, high, aspect, count in
            guard low >= 0, low <= high, high <= 1 else {
                throw Raise.valueError("sl and sh are from 0 to 1, the smaller first")
            }
            return make(randomErasing, "(p=\(p))") {
                $0.erasing = Erasing(probability: p, area: low...high, minAspect: aspect, maxCount: count)
            }
        }
    }.type

    static let normalize: TypeObject = NativeType<TransformObject>(
        "Normalize", module: "fastai.data.transforms",
        doc: "Brings each channel to mean 0 and deviation 1: Normalize.from_stats(*imagenet_stats).",
        base: TransformObject.declaration
    ) {
        Constructor { _ in TransformObject(normalize, .implied, "()") }
        ClassFunction(
            "from_stats", doc: "From means and deviations by channel.", Parameter("mean", [Double].self),
            Parameter("std", [Double].self), Parameter("dim", Int.self, default: 1),
            Parameter("ndim", Int.self, default: 4),
            Parameter("cuda", Bool.self, default: true)
        ) { _, _, mean, std, _, _, _ in
            guard mean.count == std.count, !mean.isEmpty, std.allSatisfy({ $0 > 0 }) else {
                throw Raise.valueError("Normalize.from_stats takes as many means as deviations, which are above 0")
            }
            return TransformObject(
                normalize, .normalisation(Normalisation(mean: mean, std: std)), "(mean=\(mean), std=\(std))")
        }
    }.type

    static var augTransforms: Member {
        Function(
            "aug_transforms", doc: "fastai's usual random changes: flip, rotate, zoom, warp and lighting.",
            Parameter("mult", Double.self, default: 1, doc: "Factor for rotation, lighting and warp."),
            Parameter("do_flip", Bool.self, default: true), Parameter("flip_vert", Bool.self, default: false),
            Parameter("max_rotate", Double.self, default: 10, doc: "Degrees."),
            Parameter("min_zoom", Double.self, default: 1),
            Parameter("max_zoom", Double.self, default: 1.1), Parameter("max_lighting", Double.self, default: 0.2),
            Parameter("max_warp", Double.self, default: 0.2), Parameter("p_affine", Double.self, default: 0.75),
            Parameter("p_lighting", Double.self, default: 0.75),
            Parameter("xtra_tfms", TransformsArgument.self, default: .none),
            Parameter("size", SizeArgument?.self, default: nil, doc: "Pixels of the result."),
            Parameter("mode", String.self, default: "bilinear"),
            Parameter("pad_mode", ItemTransforms.PaddingArgument.self, default: .init(padding: .reflection)),
            Parameter("align_corners", Bool.self, default: true), Parameter("batch", Bool.self, default: false),
            Parameter(
                "min_scale", Double.self, default: 1,
                doc: "Below 1: a random part with at least this share of the area.")
        ) {
            _, mult, flips, vertical, rotate, minZoom, maxZoom, lighting, warp, affine, lightingChance, more, size,
            mode, padding,
            _, batch, minScale in
            if minScale < 1, size == nil { throw Raise.valueError("aug_transforms with min_scale needs size") }
            if batch {
                throw Raise.notImplemented(
                    "aug_transforms(batch=True) is not supported: changes are drawn for each picture")
            }
            if mode != "bilinear" { throw Raise.notImplemented("aug_transforms resamples bilinearly only") }
            let augmentation = Augmentation.standard(
                mult: mult, flip: flips, flipVertically: vertical, maxRotate: rotate, minZoom: minZoom,
                maxZoom: maxZoom,
                maxLighting: lighting, maxWarp: warp, affineProbability: affine, lightingProbability: lightingChance,
                size: size?.size, padding: padding.padding, minScale: minScale)
            let words =
                augmentation.flip > 0 ? "(flip, rotate, zoom, warp, lighting)" : "(rotate, zoom, warp, lighting)"
            return Value.list(
                [.object(TransformObject(TransformObject.augmentations, .augmentation(augmentation), words))]
                    + more.values)
        }
    }

    static let all = [flip, dihedral, rotate, zoom, warp, brightness, contrast, randomErasing, normalize]
}

extension TransformObject {
    /// What `aug_transforms` gives: all its changes, which are resampled once.
    static let augmentations = NativeType<TransformObject>(
        "AugTransforms", module: "fastai.vision.augment", doc: "Several random changes in one.", base: declaration
    ) {}.type
}

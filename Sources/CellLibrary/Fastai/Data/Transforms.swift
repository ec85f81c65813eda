import CellRuntime
import DataBlocks
import Pictures

/// A transform of pictures, of an item or of a batch.
final class TransformObject: Object, NativeObject {
    enum Content {
        case item(ItemTransform)
        case augmentation(Augmentation)
        case normalisation(Normalisation)
        /// What happens anyway, such as `ToTensor`.
        case implied
    }

    let content: Content
    let words: String

    init(_ type: TypeObject, _ content: Content, _ words: String) {
        self.content = content
        self.words = words
        super.init(type: type)
    }

    static let declaration = NativeType<TransformObject>(
        "Transform", module: "fasttransform.transform", doc: "Something that is done to each picture or batch."
    ) {
        Method<TransformObject>("__repr__") { transform, _ in "\(transform.type.name)\(transform.words)" }
    }.type
}

extension Collection where Element == Value {
    /// The transforms of `item_tfms`, in order.
    func itemTransforms() throws(Raise) -> [ItemTransform] {
        var result: [ItemTransform] = []
        for value in self {
            guard let transform = value.object as? TransformObject else { throw Self.notTransform(value, "item_tfms") }
            switch transform.content {
            case .item(let item): result.append(item)
            case .implied: break
            case .augmentation, .normalisation:
                throw .typeError("\(transform.type.name) works on batches: give it in batch_tfms, not item_tfms")
            }
        }
        return result
    }

    /// The transforms of `batch_tfms`, put together.
    func batchTransforms() throws(Raise) -> (augmentation: Augmentation?, normalisation: Normalisation?) {
        var (augmentation, normalisation): (Augmentation?, Normalisation?)
        for value in self {
            guard let transform = value.object as? TransformObject else { throw Self.notTransform(value, "batch_tfms") }
            switch transform.content {
            case .augmentation(let more): augmentation = augmentation?.combined(with: more) ?? more
            case .normalisation(let statistics): normalisation = statistics
            case .implied: break
            case .item(.flip(let probability)):
                var flip = Augmentation()
                flip.flip = probability
                augmentation = augmentation?.combined(with: flip) ?? flip
            case .item:
                throw .typeError(
                    "\(transform.type.name) works on single pictures: give it in item_tfms, not batch_tfms")
            }
        }
        return (augmentation, normalisation)
    }

    private static func notTransform(_ value: Value, _ parameter: String) -> Raise {
        .typeError(
            "\(parameter) takes fastai's transforms, such as Resize(224) or *aug_transforms(), not \(value.type.name): "
                + "functions of cells are not run on loader threads")
    }
}

/// A parameter that takes one transform, a list of them, or None.
struct TransformsArgument: CellConvertible {
    let values: [Value]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> TransformsArgument {
        if value.isNone { return TransformsArgument(values: []) }
        if value.object is TransformObject { return TransformsArgument(values: [value]) }
        if let type = value.object as? TypeObject {
            return TransformsArgument(values: [try place.cell.call(.object(type), [])])
        }
        return TransformsArgument(values: Array(try place.cell.items(of: value)))
    }
    static var cellTypeName: String { "transforms" }
    static var none: TransformsArgument { TransformsArgument(values: []) }
}

import Pictures
import Tensors

extension DataBlock {
    /// Goes through the recipe step by step for one batch and says what each step gives: fastai's
    /// `summary`. What it said before an error shows where the recipe goes wrong.
    public func summary(
        of source: Source, _ options: LoadingOptions = LoadingOptions(batchSize: 4), say: (String) -> Void
    ) throws {
        say("Collecting items from \(source)")
        let items = try getItems(source)
        say("Found \(items.count) items")
        guard let first = items.first else { throw DataBlockError.noItems(source: "\(source)") }
        let split = try splitter.split(items)
        say("2 datasets of sizes \(split.train.count),\(split.valid.count)")

        say("\nBuilding one sample")
        let item = split.train.first.map { items[$0] } ?? first
        say("  starting from\n    \(item)")
        let picture = try getX(item)
        say("  applying get_x gives\n    \(picture.name)")
        say("  opening it gives\n    a picture of \(try picture.size())")
        let label = try getY(item)
        say("  applying get_y gives\n    \(label.name)")

        let loaders = try loaders(from: source, options)
        if let vocabulary = loaders.vocabulary {
            say(
                "  the vocabulary has \(vocabulary.count) classes\n    \(vocabulary.names.prefix(20).joined(separator: ", "))"
            )
        }

        say("\nBuilding one batch")
        let preparer = PicturePreparer(transforms)
        var steps = transforms
        if transforms.items.isEmpty { say("  No item_tfms to apply") }
        for count in transforms.items.indices {
            steps.items = Array(transforms.items[...count])
            let result = try PicturePreparer(steps).item(picture, training: true, generator: ItemGenerator(seed: 0))
            say("  applying \(transforms.items[count].name) gives\n    a picture of \(result.size)")
        }
        say("  as numbers from 0 to 1, channels first")
        if let augmentation = preparer.transforms.augmentation {
            say("  applying \(augmentation.names.joined(separator: ", "))")
        }
        if preparer.transforms.normalisation != nil { say("  applying Normalize") }
        let batch = try loaders.train.oneBatch()
        say("\nThe batch has")
        for (name, tensors) in [("inputs", batch.inputs), ("targets", batch.targets)] {
            for tensor in tensors {
                say("  \(name): \(tensor.dtype.name) of size \(tensor.shape.map(String.init).joined(separator: "x"))")
            }
        }
    }
}

extension ItemTransform {
    /// What fastai calls it.
    public var name: String {
        switch self {
        case .resize: "Resize"
        case .randomResizedCrop: "RandomResizedCrop"
        case .randomCrop(let crop): crop.isRandom ? "RandomCrop" : "CropPad"
        case .ratioResize: "RatioResize"
        case .flip: "FlipItem"
        }
    }
}

extension Augmentation {
    /// What fastai calls its parts, in the order in which they are applied.
    public var names: [String] {
        let parts: [(String, Bool)] = [
            ("Dihedral", dihedral > 0), ("Flip", flip > 0), ("Warp", warp != nil), ("Rotate", rotation != nil),
            ("Zoom", zoom != nil), ("RandomResizedCropGPU", minScale < 1), ("Brightness", brightness != nil),
            ("Contrast", contrast != nil), ("RandomErasing", erasing != nil),
        ]
        return parts.filter(\.1).map(\.0)
    }
}

import Display
import Pictures
import Tensors

extension PictureLoaders {
    /// Some pictures of a training batch as the model sees them, with their labels: fastai's `show_batch`.
    ///
    /// - Parameters:
    ///   - maximum: at most so many.
    ///   - unique: one picture in several random versions.
    ///   - training: of the training set, else of the validation set.
    public func showBatch(
        maximum: Int = 9, unique: Bool = false, training: Bool = true, columns: Int? = nil
    ) throws -> PictureSheet {
        var batch = try (training ? train : valid).oneBatch()
        if unique, let position = batch.positions.first {
            let set = training ? trainSet : validSet
            let places = Array(repeating: position, count: maximum)
            let versions = PictureSet(places.map { set.sources[$0] }, targets: set.targets.subset(places))
            // Items of one place would be drawn alike; here each stands at a place of its own.
            batch = try PictureLoader(
                versions, settings: settings, batchSize: maximum, isAugmented: training
            ).oneBatch()
        }
        return try sheet(of: batch, maximum: maximum, columns: columns)
    }

    /// A batch's pictures, denormalised, with captions or else their labels.
    public func sheet(
        of batch: Batch, maximum: Int = 9, captions: [String]? = nil, columns: Int? = nil
    ) throws -> PictureSheet {
        guard let input = batch.inputs.first else { return PictureSheet(items: []) }
        let count = min(maximum, batch.count)
        var pictures = try pictures(of: input, count: count)
        if target == .mask, let masks = batch.targets.first {
            for (index, mask) in try self.masks(masks, count: count).enumerated() {
                pictures[index] = pictures[index].overlaid(with: mask)
            }
        }
        let captions = try captions ?? self.captions(of: batch.targets, count: count)
        let items = pictures.enumerated().map { index, picture in
            PictureSheet.Item(
                width: picture.width, height: picture.height, pixels: picture.withAlpha().pixels,
                caption: captions.indices.contains(index) ? captions[index] : "")
        }
        return PictureSheet(items: items, columns: columns ?? Self.columns(for: count))
    }

    /// The pictures in a normalised tensor of `[n, channels, height, width]`.
    public func pictures(of input: Tensor, count: Int? = nil) throws -> [Picture] {
        let shape = input.shape
        let (channels, height, width) = (shape[1], shape[2], shape[3])
        let values = try input.permute([0, 2, 3, 1]).contiguous().array(of: Float.self)
        let scales = transforms.normalisation?.scales(channels) ?? Array(repeating: (1, 0), count: channels)
        let length = width * height * channels
        return (0..<min(count ?? shape[0], shape[0])).map { index in
            var pixels = [UInt8](repeating: 0, count: length)
            for place in 0..<length {
                let scale = scales[place % channels]
                let value = (values[index * length + place] - scale.shift) / scale.factor
                pixels[place] = UInt8(min(max(value, 0), 1) * 255 + 0.01)
            }
            return Picture(width: width, height: height, channels: channels, pixels: pixels)
        }
    }

    /// What encoded labels say: the class, the classes, the numbers; empty for masks.
    public func captions(of targets: [Tensor], count: Int) throws -> [String] {
        guard let labels = targets.first else { return [] }
        switch target {
        case .mask: return []
        case .category:
            let names = vocabulary?.names ?? []
            return try labels.array(of: Int.self).prefix(count).map { names.indices.contains($0) ? names[$0] : "" }
        case .multiCategory:
            let names = vocabulary?.names ?? []
            let values = try labels.array(of: Float.self)
            return (0..<count).map { row in
                names.indices.filter { values[row * names.count + $0] > 0.5 }.map { names[$0] }.joined(separator: ";")
            }
        case .regression(let outputs):
            let values = try labels.array(of: Float.self)
            return (0..<count).map { row in
                let numbers = (0..<outputs).map { "\(values[row * outputs + $0])" }
                return outputs == 1 ? numbers[0] : "(" + numbers.joined(separator: ", ") + ")"
            }
        }
    }

    private func masks(_ masks: Tensor, count: Int) throws -> [[Int]] {
        let length = masks.shape.dropFirst().reduce(1, *)
        let values = try masks.array(of: Int.self)
        return (0..<count).map { Array(values[$0 * length..<($0 + 1) * length]) }
    }

    /// fastai's grid: as many rows as the root, rounded down.
    static func columns(for count: Int) -> Int {
        let rows = max(1, Int(Double(count).squareRoot()))
        return max(1, (count + rows - 1) / rows)
    }
}

extension Picture {
    /// The picture with each pixel half in the colour of its class.
    func overlaid(with mask: [Int]) -> Picture {
        var picture = rgb()
        for (pixel, label) in mask.enumerated() {
            let colour = Self.classColours[label % Self.classColours.count]
            for channel in 0..<3 {
                let place = pixel * 3 + channel
                picture.pixels[place] = UInt8((Int(picture.pixels[place]) + Int(colour[channel])) / 2)
            }
        }
        return picture
    }

    /// Twenty colours that are told apart easily: matplotlib's "tab20".
    private static let classColours: [[UInt8]] = [
        [31, 119, 180], [174, 199, 232], [255, 127, 14], [255, 187, 120], [44, 160, 44], [152, 223, 138],
        [214, 39, 40], [255, 152, 150], [148, 103, 189], [197, 176, 213], [140, 86, 75], [196, 156, 148],
        [227, 119, 194], [247, 182, 210], [127, 127, 127], [199, 199, 199], [188, 189, 34], [219, 219, 141],
        [23, 190, 207], [158, 218, 229],
    ]
}

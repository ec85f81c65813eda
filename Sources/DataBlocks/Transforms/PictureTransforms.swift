import Pictures

/// Everything that happens to a picture on its way into a batch, in order: item transforms, values from
/// 0 to 1, augmentation (training only), normalisation. Saved with a learner, it prepares a picture for
/// prediction.
public struct PictureTransforms: Sendable, Codable, Equatable {
    public var items: [ItemTransform]
    public var augmentation: Augmentation?
    /// nil leaves the values from 0 to 1.
    public var normalisation: Normalisation?
    /// 3 for colour, 1 for grey.
    public var channels: Int
    /// The size of pictures that no transform resizes.
    public var ownSize: PictureSize?

    public init(
        items: [ItemTransform] = [], augmentation: Augmentation? = nil, normalisation: Normalisation? = nil,
        channels: Int = 3
    ) {
        self.items = items
        self.augmentation = augmentation
        self.normalisation = normalisation
        self.channels = channels
    }

    /// The size before augmentation; nil where it depends on the picture.
    var itemSize: PictureSize? { items.last { $0.size != nil }?.size ?? ownSize }

    /// The size in the batch; nil where nothing says it.
    public var size: PictureSize? { augmentation?.size ?? itemSize }
}

/// Where a picture comes from.
public enum PictureSource: Sendable, Equatable {
    case file(String)
    case picture(Picture)

    /// What messages call it.
    public var name: String {
        switch self {
        case .file(let path): path
        case .picture: "a picture in memory"
        }
    }

    /// Its size upright, from the header alone.
    public func size() throws(PictureError) -> PictureSize {
        switch self {
        case .file(let path): try Picture.info(path: path).size
        case .picture(let picture): picture.size
        }
    }
}

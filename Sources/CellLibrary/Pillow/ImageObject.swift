public import CellRuntime
import Display
public import Pictures
import Tensors

/// `PIL.Image.Image`: a picture. A picture of a file is decoded when its pixels are first needed.
public class ImageObject: Object, NativeObject {
    private enum State {
        case decoded(Picture)
        case undecoded(Source)
    }

    private struct Source {
        let bytes: [UInt8]
        let name: String
        let info: PictureInfo
    }

    private var state: State
    /// The format of the file it came from.
    public let format: PictureFormat?
    public let filename: String?

    public init(
        _ picture: Picture, format: PictureFormat? = nil, filename: String? = nil,
        type: TypeObject = ImageObject.declaration
    ) {
        state = .decoded(picture)
        self.format = format
        self.filename = filename
        super.init(type: type)
    }

    /// - Throws: `PictureError` when it is no picture.
    public init(bytes: [UInt8], filename: String?, type: TypeObject = ImageObject.declaration) throws(PictureError) {
        let name = filename ?? "the picture"
        let info = try Picture.info(bytes: bytes, named: name)
        state = .undecoded(Source(bytes: bytes, name: name, info: info))
        format = info.format
        self.filename = filename
        super.init(type: type)
    }

    public var size: PictureSize {
        switch state {
        case .decoded(let picture): picture.size
        case .undecoded(let source): source.info.size
        }
    }

    var channels: Int {
        switch state {
        case .decoded(let picture): picture.channels
        case .undecoded(let source): source.info.hasAlpha ? 4 : source.info.isGrey ? 1 : 3
        }
    }

    /// All pixels.
    public func picture() throws(PictureError) -> Picture {
        switch state {
        case .decoded(let picture): return picture
        case .undecoded(let source):
            let picture = try Picture.decode(bytes: source.bytes, named: source.name, colour: .stored)
            state = .decoded(picture)
            return picture
        }
    }

    /// The picture, perhaps smaller but at least of a size: a large JPEG is decoded faster so.
    func picture(atLeast size: PictureSize) throws(PictureError) -> Picture {
        guard case .undecoded(let source) = state else { return try picture() }
        return try Picture.decode(bytes: source.bytes, named: source.name, atLeast: size, colour: .stored)
    }

    public func change(to picture: Picture) { state = .decoded(picture) }

    /// A picture made of this one, of the same class.
    func made(_ picture: Picture) -> ImageObject {
        ImageObject(picture, type: type.isCellClass ? ImageObject.declaration : type)
    }

    /// The pixels as bytes: `[height, width, channels]`, or `[height, width]` of a grey picture.
    func numbers() throws -> Tensor {
        let picture = try picture()
        let shape =
            picture.channels == 1
            ? [picture.height, picture.width] : [picture.height, picture.width, picture.channels]
        return try Tensor(picture.pixels, shape: shape)
    }

    public static let declaration = NativeType<ImageObject>(
        "Image", module: "PIL.Image", doc: "A picture.", isContainer: false
    ) {
        ImageMembers.attributes
        ImageMembers.changes
        ImageMembers.special
    }.type
}

extension PictureError: CellError {
    /// The exception that Pillow raises for it.
    public var raise: Raise {
        switch fault {
        case .missing: .osError(2, "No such file or directory", path: file)
        case .isFolder: .osError(21, "Is a directory", path: file)
        case .unreadable(let reason), .unwritable(let reason): Raise(exceptions.osError, "\(file): \(reason)")
        case .invalidGeometry, .unsupported: .valueError(description)
        case .codecs: .runtimeError(description)
        default: Raise(exceptions.osError, description)
        }
    }
}

enum ImageMembers {
    @MembersBuilder static var attributes: [Member] {
        Property<ImageObject>("size", doc: "Width and height in pixels.") { image, _ -> Value in
            .tuple([.int(image.size.width), .int(image.size.height)])
        }
        Property<ImageObject>("width", doc: "Pixels in a row.") { image, _ in image.size.width }
        Property<ImageObject>("height", doc: "Rows.") { image, _ in image.size.height }
        Property<ImageObject>("shape", doc: "Height and width in pixels.") { image, _ -> Value in
            .tuple([.int(image.size.height), .int(image.size.width)])
        }
        Property<ImageObject>("aspect", doc: "Width divided by height.") { image, _ in
            Double(image.size.width) / Double(image.size.height)
        }
        Property<ImageObject>("mode", doc: "L (grey), RGB or RGBA.") { image, _ in
            image.channels == 1 ? "L" : image.channels == 3 ? "RGB" : "RGBA"
        }
        Property<ImageObject>("format", doc: "The format of the file it came from.") { image, _ in
            image.format?.rawValue
        }
        Property<ImageObject>("filename", doc: "The file it came from.") { image, _ in image.filename ?? "" }
        Property<ImageObject>("n_px", doc: "How many pixels it has.") { image, _ in image.size.pixels }
    }

    @MembersBuilder static var special: [Member] {
        Method<ImageObject>("__repr__") { image, _ in
            let place = String(UInt(bitPattern: ObjectIdentifier(image).hashValue), radix: 16, uppercase: true)
            let mode = image.channels == 1 ? "L" : image.channels == 3 ? "RGB" : "RGBA"
            let name = image.type.module + "." + image.type.name
            return "<\(name) image mode=\(mode) size=\(image.size) at 0x\(place)>"
        }
        Method<ImageObject>("__eq__", Parameter("other", Value.self)) { image, _, other -> Value in
            guard let other = other.object as? ImageObject else { return .notImplemented }
            return .bool(try image === other || image.picture() == other.picture())
        }
        Method<ImageObject>("__hash__") { image, _ in ObjectIdentifier(image).hashValue >> 4 }
        RichDisplay(ImageObject.self) { image, _ in
            .pictures(PictureSheet(items: [try image.picture(atLeast: PictureSize(1600)).sheetItem()]))
        }
        Method<ImageObject>("show", doc: "Shows it.", Parameter("title", String?.self, default: nil)) {
            image, cell, title in
            let item = try image.picture(atLeast: PictureSize(1600)).sheetItem(caption: title ?? "")
            cell.display(.pictures(PictureSheet(items: [item])))
        }
    }
}

extension Picture {
    /// As a sheet of pictures has it.
    public func sheetItem(caption: String = "") -> PictureSheet.Item {
        PictureSheet.Item(width: width, height: height, pixels: withAlpha().pixels, caption: caption)
    }
}

import CellRuntime
import Display
import Pictures

/// A picture of Pillow's, and of fastai's classes derived from it.
final class PictureObject: Object, NativeObject {
    /// RGB, RGBA (`channels` 4) or L (`channels` 1).
    private(set) var picture: Picture
    /// The file it came from, as Pillow's `filename`.
    let file: String?

    init(_ picture: Picture, file: String? = nil, type: TypeObject = PictureObject.declaration) {
        self.picture = picture
        self.file = file
        super.init(type: type)
    }

    /// As fastai's `PILImage`, or `PILImageBW` for grey ones.
    static func fastai(_ picture: Picture, file: String? = nil) -> PictureObject {
        PictureObject(picture, file: file, type: picture.channels == 1 ? FastaiPictures.grey : FastaiPictures.colour)
    }

    /// The same class with other pixels.
    func with(_ picture: Picture) -> PictureObject { PictureObject(picture, type: type) }

    /// Pillow's name of the pixels' kind.
    var mode: String {
        switch picture.channels {
        case 1: "L"
        case 4: "RGBA"
        default: "RGB"
        }
    }

    var sheet: PictureSheet {
        PictureSheet(items: [
            .init(width: picture.width, height: picture.height, pixels: picture.withAlpha().pixels, caption: "")
        ])
    }

    static let declaration: TypeObject = NativeType<PictureObject>(
        "Image", module: "PIL.Image", doc: "A picture."
    ) {
        Property<PictureObject>("size", doc: "(width, height) in pixels.") { object, _ in
            Value.tuple([.int(object.picture.width), .int(object.picture.height)])
        }
        Property<PictureObject>("shape", doc: "(height, width), as fastai has it.") { object, _ in
            Value.tuple([.int(object.picture.height), .int(object.picture.width)])
        }
        Property<PictureObject>("width") { object, _ in object.picture.width }
        Property<PictureObject>("height") { object, _ in object.picture.height }
        Property<PictureObject>("mode", doc: "'RGB', 'RGBA' or 'L' for grey.") { object, _ in object.mode }
        Property<PictureObject>("format", doc: "Such as 'JPEG'; None for a changed picture.") { object, _ in
            object.picture.origin?.format.rawValue
        }
        Property<PictureObject>("filename") { object, _ in object.file ?? "" }
        Method<PictureObject>(
            "resize", doc: "A picture of another size.", Parameter("size", WidthHeight.self),
            Parameter("resample", Resample.self, default: Resample(method: .bicubic))
        ) { object, _, size, method in object.with(try object.picture.resized(to: size.size, method: method.method)) }
        Method<PictureObject>(
            "thumbnail", doc: "Makes the picture itself fit in a size; it never grows.", Parameter("size", WidthHeight.self),
            Parameter("resample", Resample.self, default: Resample(method: .bicubic))
        ) { object, _, size, method in
            object.picture = try object.picture.thumbnail(within: size.size, method: method.method)
        }
        Method<PictureObject>(
            "to_thumb", doc: "A small copy with the same proportions.", Parameter("h", Int.self), Parameter("w", Int?.self, default: nil)
        ) { object, _, height, width in
            guard height > 0, (width ?? 1) > 0 else { throw Raise.valueError("a size is at least 1") }
            let size = PictureSize(width: width ?? height, height: height)
            return object.with(try object.picture.thumbnail(within: size))
        }
        Method<PictureObject>(
            "crop", doc: "A part: (left, upper, right, lower).", Parameter("box", [Int].self)
        ) { object, _, box in
            guard box.count == 4, box[2] > box[0], box[3] > box[1] else {
                throw Raise.valueError("crop takes (left, upper, right, lower)")
            }
            return object.with(try object.picture.cropped(x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1]))
        }
        Method<PictureObject>("copy", doc: "The same picture again.") { object, _ in object.with(object.picture) }
        Method<PictureObject>(
            "convert", doc: "As 'RGB', 'RGBA' or 'L' (grey).", Parameter("mode", String.self)
        ) { object, _, mode in
            switch mode {
            case "RGB": object.with(object.picture.rgb())
            case "RGBA": object.with(object.picture.withAlpha())
            case "L": object.with(object.picture.grey())
            default: throw Raise.valueError("convert() knows 'RGB', 'RGBA' and 'L', not '\(mode)'")
            }
        }
        Method<PictureObject>(
            "transpose", doc: "Mirrored or turned.", Parameter("method", Int.self)
        ) { object, _, method in
            switch method {
            case 0: object.with(object.picture.flippedHorizontally())
            case 1: object.with(object.picture.flippedVertically())
            default: throw Raise.notImplemented("transpose() knows Image.FLIP_LEFT_RIGHT and Image.FLIP_TOP_BOTTOM")
            }
        }
        Method<PictureObject>("flip_lr", doc: "Left and right exchanged.") { object, _ in
            object.with(object.picture.flippedHorizontally())
        }
        Method<PictureObject>(
            "save", doc: "Writes a file; its suffix says the format.", Parameter("fp", PathArgument.self),
            Parameter("format", String?.self, default: nil), Parameter("options", Keywords.self)
        ) { object, _, path, _, _ in try object.picture.write(to: path.path) }
        Method<PictureObject>(
            "show", doc: "Draws it.", Parameter("ctx", Value.self, default: .none), Parameter("title", String.self, default: ""),
            Parameter("figsize", Value.self, default: .none), Parameter("options", Keywords.self)
        ) { object, cell, _, title, _, _ in
            var sheet = object.sheet
            sheet.items[0].caption = title
            cell.display(.pictures(sheet))
        }
        Method<PictureObject>("getpixel", Parameter("xy", [Int].self)) { object, _, place in
            guard place.count == 2, (0..<object.picture.width).contains(place[0]), (0..<object.picture.height).contains(place[1])
            else { throw Raise.indexError("image index out of range") }
            let values = object.picture[place[0], place[1]].map { Value.int(Int($0)) }
            return values.count == 1 ? values[0] : .tuple(values)
        }
        Method<PictureObject>("getbands") { object, _ in
            Value.tuple((object.mode == "L" ? ["L"] : object.mode.map(String.init)).map { .string($0) })
        }
        Method<PictureObject>("__enter__") { object, _ in object }
        Method<PictureObject>("__exit__", Parameter("arguments", Variadic.self)) { _, _, _ in }
        Method<PictureObject>("close") { _, _ in }
        Method<PictureObject>("load") { _, _ in }
        Method<PictureObject>("__eq__", Parameter("other", Value.self)) { object, _, other in
            guard let other = other.object as? PictureObject else { return Value.notImplemented }
            return .bool(object.picture == other.picture)
        }
        Method<PictureObject>("__repr__") { object, _ in
            "<\(object.type.qualifiedImageName) image mode=\(object.mode) size=\(object.picture.size)>"
        }
        RichDisplay(PictureObject.self) { object, _ in .pictures(object.sheet) }
    }.type
}

extension TypeObject {
    /// As Pillow and fastai begin a picture's `repr`.
    fileprivate var qualifiedImageName: String { self === PictureObject.declaration ? "PIL.Image.Image" : name }
}

/// Pillow's sizes: `(width, height)`.
struct WidthHeight: CellConvertible {
    let size: PictureSize
    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> WidthHeight {
        let numbers = try [Int].convert(value, place)
        guard numbers.count == 2, numbers.allSatisfy({ (1...65535).contains($0) }) else {
            throw .valueError("height and width must be > 0")
        }
        return WidthHeight(size: PictureSize(width: numbers[0], height: numbers[1]))
    }
    static var cellTypeName: String { "(int, int)" }
}

/// Pillow's numbers of resampling filters.
struct Resample: CellConvertible {
    let method: Resampling
    static let numbers: [(name: String, number: Int, method: Resampling)] = [
        ("NEAREST", 0, .nearest), ("LANCZOS", 1, .lanczos), ("BILINEAR", 2, .bilinear), ("BICUBIC", 3, .bicubic),
        ("BOX", 4, .box),
    ]
    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Resample {
        let number = try Int.convert(value, place)
        guard let known = numbers.first(where: { $0.number == number }) else {
            throw .valueError("Unknown resampling filter (\(number)). Use Image.Resampling.BILINEAR or the like.")
        }
        return Resample(method: known.method)
    }
    static var cellTypeName: String { "int" }
}

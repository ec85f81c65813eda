import CellRuntime
import Pictures

/// The module `PIL.Image`, which fastai's notebooks call `Image`.
enum PillowModule {
    static let open = Function(
        "open", doc: "Reads a picture, turned upright as its EXIF data say.", Parameter("fp", Value.self)
    ) { cell, source in
        let (picture, file) = try cell.picture(source)
        return PictureObject(picture, file: file)
    }

    static let image = NativeModule("PIL.Image", doc: "Pictures.") {
        PictureObject.declaration
        open
        Function("new", doc: "A picture of one colour.", Parameter("mode", String.self), Parameter("size", WidthHeight.self),
            Parameter("color", Value.self, default: .int(0))
        ) { cell, mode, size, colour in
            guard let channels = ["L": 1, "RGB": 3, "RGBA": 4][mode] else {
                throw Raise.valueError("new() knows 'RGB', 'RGBA' and 'L', not '\(mode)'")
            }
            var values = try colour.object is Tuple ? cell.items(of: colour).map { try cell.index($0) } : [cell.index(colour)]
            if values.count == 1 { values = Array(repeating: values[0], count: channels) }
            guard values.count == channels else { throw Raise.typeError("color must be int or tuple") }
            return PictureObject(
                Picture(width: size.size.width, height: size.size.height, colour: values.map { UInt8(clamping: $0) }))
        }
        Function("fromarray", doc: "A picture of an array.", Parameter("obj", TensorObject.self), Parameter("mode", String?.self, default: nil)) {
            _, array, _ in PictureObject(try Picture(tensor: array.tensor))
        }
        for (name, number, _) in Resample.numbers { Constant(name, number) }
        Constant("FLIP_LEFT_RIGHT", 0)
        Constant("FLIP_TOP_BOTTOM", 1)
    }

    static let package = NativeModule("PIL", doc: "Pictures: `from PIL import Image`.") {
        Constant("Image") { cell in (try? cell.module("PIL.Image")) ?? .none }
    }
}

/// fastai's classes of pictures.
enum FastaiPictures {
    private static func make(_ name: String, doc: String, _ convert: @escaping (Picture) -> Picture) -> TypeObject {
        final class Box { var type = PictureObject.declaration }
        let box = Box()
        box.type = NativeType<PictureObject>(name, module: "fastai.vision.core", doc: doc, base: PictureObject.declaration) {
            StaticFunction(
                "create", doc: "From a path, bytes, an open file, a tensor, an array or a picture.", Parameter("fn", Value.self),
                Parameter("options", Keywords.self)
            ) { cell, source, _ in
                let (picture, file) = try cell.picture(source)
                return PictureObject(convert(picture), file: file, type: box.type)
            }
        }.type
        return box.type
    }

    static let colour = make("PILImage", doc: "A picture in colour.") { $0.rgb() }
    static let grey = make("PILImageBW", doc: "A grey picture.") { $0.grey() }
    static let mask = make("PILMask", doc: "A class for each pixel.") { $0.grey() }
}

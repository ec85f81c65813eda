import CellRuntime
import DataBlocks
import Pictures
import Tensors

/// fastai's classes of pictures.
enum FastaiPictures {
    private static func make(_ name: String, doc: String, _ convert: @escaping (Picture) -> Picture) -> TypeObject {
        final class Box { var type = ImageObject.declaration }
        let box = Box()
        box.type =
            NativeType<ImageObject>(name, module: "fastai.vision.core", doc: doc, base: ImageObject.declaration) {
                StaticFunction(
                    "create", doc: "From a path, bytes, an open file, a tensor, an array or a picture.",
                    Parameter("fn", Value.self),
                    Parameter("options", Keywords.self)
                ) { cell, source, _ in
                    let image = try cell.image(source)
                    return ImageObject(
                        convert(try image.picture()), format: image.format, filename: image.filename, type: box.type)
                }
            }.type
        return box.type
    }

    static let colour = make("PILImage", doc: "A picture in colour.") { $0.rgb() }
    static let grey = make("PILImageBW", doc: "A grey picture.") { $0.grey() }
    static let mask = make("PILMask", doc: "A class for each pixel.") { $0.grey() }

    static func of(_ picture: Picture) -> ImageObject {
        ImageObject(picture, type: picture.channels == 1 ? grey : colour)
    }
}

extension Interpreter {
    /// A picture from what cells call one: a path, bytes, something with `read`, a tensor or array, a picture.
    func image(_ value: Value) throws(Raise) -> ImageObject {
        if let known = value.object as? ImageObject { return known }
        do {
            if let tensor = value.object as? TensorObject { return ImageObject(try Picture(tensor: tensor.tensor)) }
            if let array = value.object as? ArrayObject {
                return ImageObject(try Picture(tensor: array.numbers("PILImage.create")))
            }
            return try PillowModule.open(value, self)
        } catch { throw Raise(error) }
    }

    /// The same as data blocks take it: files are read when they are needed.
    func pictureSource(_ value: Value) throws(Raise) -> PictureSource {
        if let path = try pathText(value) { return .file(path) }
        do { return .picture(try image(value).picture()) } catch { throw Raise(error) }
    }
}

extension PictureSource {
    func picture() throws -> Picture {
        switch self {
        case .file(let path): try Picture.decode(path: path)
        case .picture(let picture): picture
        }
    }
}

extension Picture {
    /// From `[height, width]`, `[height, width, channels]` or `[channels, height, width]`, with bytes or values from 0
    /// to 1.
    init(tensor: Tensor) throws {
        var tensor = tensor
        if tensor.dimensions == 2 { tensor = try tensor.reshape(tensor.shape + [1]) }
        guard tensor.dimensions == 3 else {
            throw Raise.valueError("a tensor of shape \(tensor.shape) is no picture: it has 2 or 3 dimensions")
        }
        if ![1, 3, 4].contains(tensor.shape[2]), [1, 3, 4].contains(tensor.shape[0]) {
            tensor = try tensor.permute([1, 2, 0])
        }
        guard [1, 3, 4].contains(tensor.shape[2]), tensor.count > 0 else {
            throw Raise.valueError("a tensor of shape \(tensor.shape) is no picture: it needs 1, 3 or 4 channels")
        }
        if tensor.dtype.isFloatingPoint { tensor = try tensor.clamp(min: 0, max: 1).mul(.double(255)) }
        self.init(
            width: tensor.shape[1], height: tensor.shape[0], channels: tensor.shape[2],
            pixels: try tensor.to(dtype: .uint8).contiguous().array(of: UInt8.self))
    }
}

import CellRuntime
import DataBlocks
import Pictures
import Tensors

extension Interpreter {
    /// A picture from what cells call one: a path, bytes, something with `read`, a tensor or array, a picture.
    func picture(_ value: Value) throws(Raise) -> (picture: Picture, file: String?) {
        if let known = value.object as? PictureObject { return (known.picture, known.file) }
        do {
            if let path = try pathText(value) { return (try Picture.decode(path: path, colour: .stored), path) }
            if let bytes = value.object as? Bytes { return (try Picture.decode(bytes: bytes.bytes, colour: .stored), nil) }
            if let tensor = value.object as? TensorObject { return (try Picture(tensor: tensor.tensor), nil) }
            if value.object?.type.lookup("read") != nil, let bytes = try callMethod("read", of: value).object as? Bytes {
                return (try Picture.decode(bytes: bytes.bytes, colour: .stored), nil)
            }
        } catch { throw Raise(error) }
        throw .typeError("a picture is made of a path, bytes, a tensor or an open file, not of \(value.type.name)")
    }

    /// The same as data blocks take it: files are read when they are needed.
    func pictureSource(_ value: Value) throws(Raise) -> PictureSource {
        if let path = try pathText(value) { return .file(path) }
        return .picture(try picture(value).picture)
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
        if ![1, 3, 4].contains(tensor.shape[2]), [1, 3, 4].contains(tensor.shape[0]) { tensor = try tensor.permute([1, 2, 0]) }
        guard [1, 3, 4].contains(tensor.shape[2]), tensor.count > 0 else {
            throw Raise.valueError("a tensor of shape \(tensor.shape) is no picture: it needs 1, 3 or 4 channels")
        }
        if tensor.dtype.isFloatingPoint { tensor = try tensor.clamp(min: 0, max: 1).mul(.double(255)) }
        self.init(
            width: tensor.shape[1], height: tensor.shape[0], channels: tensor.shape[2],
            pixels: try tensor.to(dtype: .uint8).contiguous().array(of: UInt8.self))
    }

    /// `[height, width, channels]`, or `[height, width]` for grey ones; bytes.
    func tensor() throws -> Tensor {
        try Tensor(pixels, shape: channels == 1 ? [height, width] : [height, width, channels])
    }
}

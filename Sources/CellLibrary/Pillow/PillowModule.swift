public import CellRuntime
import Pictures
import Tensors

/// The modules `PIL` and `PIL.Image`.
public enum PillowModule {
    public static let modules = [pil, image]

    static let pil = NativeModule("PIL", doc: "Pictures.") {
        Constant("__version__", "12")
    }

    static let image = NativeModule("PIL.Image", doc: "Opening, making and changing pictures.") {
        ImageObject.declaration
        Function("open", doc: "The picture of a file, whatever its suffix says.", Parameter("fp", Value.self)) {
            cell, source in
            try Self.open(source, cell)
        }
        Function(
            "new", doc: "A picture of one colour.", Parameter("mode", String.self), Parameter("size", IntPair.self),
            Parameter("color", Value.self, default: .int(0))
        ) { cell, mode, size, colour in
            guard let channels = ["L": 1, "RGB": 3, "RGBA": 4][mode] else {
                throw Raise.valueError("mode '\(mode)' is not supported: L, RGB and RGBA are")
            }
            guard size.first > 0, size.second > 0, size.first * size.second <= Picture.defaultLimit else {
                throw Raise.valueError("Width and height must be > 0, and not huge")
            }
            let place = ArgumentPlace(function: "new", parameter: "color", position: 3, cell: cell)
            var values = colour.text.flatMap { ColourName.values[$0.lowercased()] } ?? []
            if values.isEmpty { values = try Dimensions.convert(colour, place).list }
            if values.count == 1, channels > 1 { values = [values[0], 0, 0] }
            while values.count < channels { values.append(255) }
            return ImageObject(
                Picture(
                    width: size.first, height: size.second, colour: values.prefix(channels).map { UInt8(clamping: $0) })
            )
        }
        Function("fromarray", doc: "The picture of an array of bytes.", Parameter("obj", Value.self)) { cell, value in
            ImageObject(try Self.picture(of: ArrayObject.make(value, cell).numbers("fromarray")))
        }
        for entry in ResamplingArgument.numbered { Constant(entry.name, entry.number) }
        for (number, name) in transposes.enumerated() { Constant(name, number) }
        Constant("Resampling", ConstantsObject("Resampling", ResamplingArgument.numbered.map { ($0.name, $0.number) }))
        Constant("Transpose", ConstantsObject("Transpose", transposes.enumerated().map { ($1, $0) }))
    }

    private static let transposes = [
        "FLIP_LEFT_RIGHT", "FLIP_TOP_BOTTOM", "ROTATE_90", "ROTATE_180", "ROTATE_270", "TRANSPOSE", "TRANSVERSE",
    ]

    /// The picture of a path, of bytes or of an open file.
    public static func open(_ source: Value, _ cell: Interpreter, type: TypeObject = ImageObject.declaration) throws
        -> ImageObject
    {
        let place = ArgumentPlace(function: "open", parameter: "fp", position: 1, cell: cell)
        switch try ByteSource.convert(source, place) {
        case .bytes(let bytes): return try ImageObject(bytes: bytes, filename: nil, type: type)
        case .file(let path):
            let bytes = try FileBytes.read(path)
            return try ImageObject(bytes: bytes, filename: path, type: type)
        }
    }

    /// A picture of numbers: `[height, width]` or `[height, width, channels]`, bytes.
    static func picture(of tensor: Tensor) throws -> Picture {
        let shape = tensor.shape
        let channels = shape.count == 2 ? 1 : shape.count == 3 ? shape[2] : 0
        guard [1, 3, 4].contains(channels), tensor.dtype == .uint8 || tensor.dtype == .bool, tensor.count > 0 else {
            throw Raise.typeError("Cannot handle this data type: \(SizeText.tuple(shape)), \(tensor.dtype.name)")
        }
        return Picture(
            width: shape[1], height: shape[0], channels: channels,
            pixels: try tensor.to(dtype: .uint8).contiguous().array())
    }
}

/// Names of colours, as Pillow and matplotlib know them.
enum ColourName {
    static let values: [String: [Int]] = [
        "black": [0, 0, 0], "white": [255, 255, 255], "red": [255, 0, 0], "green": [0, 128, 0], "lime": [0, 255, 0],
        "blue": [0, 0, 255], "yellow": [255, 255, 0], "cyan": [0, 255, 255], "magenta": [255, 0, 255],
        "gray": [128, 128, 128], "grey": [128, 128, 128], "orange": [255, 165, 0], "purple": [128, 0, 128],
        "brown": [165, 42, 42], "pink": [255, 192, 203],
    ]
}

/// A group of named numbers, such as `Image.Resampling`.
final class ConstantsObject: Object, NativeObject {
    let name: String

    init(_ name: String, _ constants: [(String, Int)]) {
        self.name = name
        super.init(type: Self.declaration)
        let attributes = Dict()
        for (name, number) in constants { attributes.set(Str(name), .int(number)) }
        self.attributes = attributes
    }

    static let declaration = NativeType<ConstantsObject>(
        "EnumType", module: "enum", doc: "A group of named numbers.", allowsAttributes: true, isBase: false
    ) {
        Method<ConstantsObject>("__repr__") { group, _ in "<enum '\(group.name)'>" }
    }.type
}

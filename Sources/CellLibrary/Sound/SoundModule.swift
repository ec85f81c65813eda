import CellRuntime
import DataBlocks
import Tensors

/// torchaudio's names for sounds, and pictures of them and of series.
enum SoundModule {
    /// A transform of sounds, called with a tensor.
    final class TransformObject: Object, NativeObject {
        let name: String
        let apply: (Tensor) throws -> Tensor

        init(_ name: String, _ apply: @escaping (Tensor) throws -> Tensor) {
            self.name = name
            self.apply = apply
            super.init(type: Self.declaration)
        }

        static let declaration = NativeType<TransformObject>(
            "SoundTransform", module: "torchaudio.transforms", doc: "A transform of sounds."
        ) {
            Method<TransformObject>("__call__", Parameter("waveform", TensorObject.self)) { object, _, sound in
                TensorObject(try object.apply(sound.tensor))
            }
            Method<TransformObject>("__repr__") { object, _ in "\(object.name)()" }
        }.type
    }

    private static func spectrogram(_ window: Int, _ hop: Int?, _ power: Double) throws(Raise) -> Spectrogram {
        guard (2...65536).contains(window), (hop ?? 1) > 0 else {
            throw .valueError("n_fft is from 2 to 65536, and hop_length at least 1")
        }
        var transform = Spectrogram()
        (transform.window, transform.hop, transform.power) = (window, hop, power)
        return transform
    }

    @MembersBuilder static var transforms: [Member] {
        Function(
            "Spectrogram", doc: "How much of each pitch there is, moment by moment.",
            Parameter("n_fft", Int.self, default: 400, doc: "Values of one moment."),
            Parameter("hop_length", Int?.self, default: nil, doc: "Values from one moment to the next."),
            Parameter("power", Double.self, default: 2, doc: "2 for energy, 1 for strength.")
        ) { _, window, hop, power in
            let transform = try spectrogram(window, hop, power)
            return TransformObject("Spectrogram") { try transform($0) }
        }
        Function(
            "MelSpectrogram", doc: "The same in bands that grow wider upwards, as hearing has them.",
            Parameter("sample_rate", Int.self, default: 16000), Parameter("n_fft", Int.self, default: 400),
            Parameter("hop_length", Int?.self, default: nil), Parameter("f_min", Double.self, default: 0),
            Parameter("f_max", Double?.self, default: nil), Parameter("n_mels", Int.self, default: 128),
            Parameter("power", Double.self, default: 2)
        ) { _, rate, window, hop, low, high, count, power in
            let transform = try spectrogram(window, hop, power)
            let bands = try transform.bands(count, rate: rate, from: low, to: high)
            return TransformObject("MelSpectrogram") { sound in
                try transform(sound).transpose(-1, -2).matmul(bands).transpose(-1, -2)
            }
        }
        Function(
            "AmplitudeToDB", doc: "Energy as decibels.", Parameter("stype", String.self, default: "power"),
            Parameter("top_db", Double?.self, default: nil)
        ) { _, kind, range in
            guard kind == "power" || kind == "magnitude" else {
                throw Raise.valueError("stype is 'power' or 'magnitude', not '\(kind)'")
            }
            return TransformObject("AmplitudeToDB") {
                try Spectrogram.decibels($0, isPower: kind == "power", range: range)
            }
        }
    }

    private static func numbers(_ value: Value, _ cell: Interpreter) throws -> [Double] {
        if let object = value.object as? TensorObject { return try object.tensor.reshape([-1]).array() }
        return try cell.items(of: value).map { try cell.double($0) }
    }

    private static func sound(_ value: Value, _ rate: Int?, _ cell: Interpreter) throws -> (Tensor, Int) {
        if let object = value.object as? TensorObject { return (object.tensor, rate ?? 16000) }
        guard let path = try cell.pathText(value) else {
            throw Raise.typeError("a sound is a path or a tensor, not \(value.type.name)")
        }
        let sound = try Sound(path: path)
        return (try Tensor(sound.channels[0]), sound.rate)
    }

    /// Pictures of sounds and series.
    @MembersBuilder static var pictures: [Member] {
        Function(
            "sound_picture", doc: "A sound, by its path or its values, as a picture: time to the right, pitch upwards.",
            Parameter("sound", Value.self),
            Parameter("rate", Int?.self, default: nil, doc: "Values a second of a tensor."),
            Parameter("size", Int.self, default: 128, doc: "Pixels of each side."),
            Parameter("n_mels", Int.self, default: 64)
        ) { cell, given, rate, size, count in
            let (sound, rate) = try sound(given, rate, cell)
            let row = try sound.dimensions > 1 ? sound.reshape([-1, sound.shape.last ?? 1]).select(0, 0) : sound
            var transform = Spectrogram()
            transform.window = max(2, min(1024, rate / 20))
            transform.hop = max(1, row.count / max(1, 2 * size))
            let energy = try transform(row).t().matmul(transform.bands(count, rate: rate)).t()
            return FastaiPictures.of(
                try SeriesPictures.heat(Spectrogram.decibels(energy, range: 80), size: checked(size)))
        }
        Function(
            "series_picture",
            doc: "A series of numbers as a picture: each moment against each other, light where alike.",
            Parameter("values", Value.self), Parameter("size", Int.self, default: 128)
        ) { cell, values, size in
            FastaiPictures.of(try SeriesPictures.recurrence(numbers(values, cell), size: checked(size)))
        }
        Function(
            "path_picture",
            doc: "A line through points as a picture, as of a mouse: blue at the beginning, red at the end.",
            Parameter("x", Value.self), Parameter("y", Value.self), Parameter("size", Int.self, default: 224)
        ) { cell, x, y, size in
            FastaiPictures.of(try SeriesPictures.path(numbers(x, cell), numbers(y, cell), size: checked(size)))
        }
    }

    private static func checked(_ size: Int) throws(Raise) -> Int {
        guard (8...4096).contains(size) else { throw .valueError("size is from 8 to 4096 pixels, not \(size)") }
        return size
    }

    static var all: [NativeModule] {
        [
            NativeModule("torchaudio", doc: "Sounds: WAV and AU files.") {
                Function(
                    "load", doc: "A sound's values, one row a channel, and how many there are a second.",
                    Parameter("uri", PathArgument.self)
                ) { _, path in
                    let sound = try Sound(path: path.path)
                    let values = try Tensor(
                        sound.channels.flatMap { $0 }, shape: [sound.channels.count, sound.channels[0].count])
                    return Value.tuple([.object(TensorObject(values)), .int(sound.rate)])
                }
            },
            NativeModule("torchaudio.transforms", doc: "Transforms of sounds.") { transforms },
        ]
    }
}

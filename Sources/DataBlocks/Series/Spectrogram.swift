import Foundation
import Tensors

/// How much of each pitch there is in a sound, moment by moment. Names and defaults are torchaudio's.
public struct Spectrogram: Sendable {
    /// Values of one moment: fastest pitch resolved is half the rate, in `window / 2 + 1` steps.
    public var window = 400
    /// Values from one moment to the next; nil for half a window.
    public var hop: Int?
    /// 2 for energy, 1 for strength.
    public var power = 2.0

    public init() {}

    /// `[…, values] -> […, window / 2 + 1, moments]`, moments centred, the ends mirrored: torch's `stft` with a Hann
    /// window.
    ///
    /// - Throws: `DataBlockError` for a sound shorter than half a window.
    public func callAsFunction(_ sound: Tensor) throws -> Tensor {
        let hop = hop ?? window / 2
        guard window > 1, hop > 0 else {
            throw DataBlockError.invalidSetting("a window has at least 2 values, a hop 1")
        }
        guard let length = sound.shape.last, length > window / 2 else {
            throw DataBlockError.invalidSetting(
                "a sound of \(sound.shape.last ?? 0) values is too short for a window of \(window)")
        }
        let flat = try sound.reshape([-1, 1, length]).to(dtype: .float32)
        let padded = try flat.pad([window / 2, window / 2], mode: .reflect)
        // A convolution with waves of each pitch: a discrete Fourier transform of every moment.
        let parts = try padded.conv1d(waves(), stride: hop)
        let bins = window / 2 + 1
        let energy = try parts.narrow(1, 0, bins).square().add(.tensor(parts.narrow(1, bins, bins).square()))
        let result = try power == 2 ? energy : power == 1 ? energy.sqrt() : energy.pow(.double(power / 2))
        return try result.reshape(Array(sound.shape.dropLast()) + [bins, result.shape[2]])
    }

    /// `[2 (window / 2 + 1), 1, window]`: cosines, then sines, under a Hann window.
    private func waves() throws(TensorError) -> Tensor {
        let bins = window / 2 + 1
        var values = [Float](repeating: 0, count: 2 * bins * window)
        for place in 0..<window {
            let hann = 0.5 - 0.5 * cos(2 * .pi * Double(place) / Double(window))
            for bin in 0..<bins {
                // The product is reduced first: angles stay exact.
                let angle = 2 * .pi * Double(bin * place % window) / Double(window)
                values[bin * window + place] = Float(hann * cos(angle))
                values[(bins + bin) * window + place] = Float(-hann * sin(angle))
            }
        }
        return try Tensor(values, shape: [2 * bins, 1, window])
    }

    /// Triangular bands that grow wider upwards as hearing does: `[pitches, bands]` (torchaudio's `melscale_fbanks` on
    /// HTK's scale).
    public func bands(_ count: Int, rate: Int, from low: Double = 0, to high: Double? = nil) throws -> Tensor {
        let (bins, high) = (window / 2 + 1, high ?? Double(rate) / 2)
        guard count > 0, low >= 0, low < high else {
            throw DataBlockError.invalidSetting("bands lie between two frequencies, the lower first")
        }
        func mel(_ frequency: Double) -> Double { 2595 * log10(1 + frequency / 700) }
        func frequency(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
        let edges = (0..<count + 2).map { index in
            frequency(mel(low) + (mel(high) - mel(low)) * Double(index) / Double(count + 1))
        }
        var values = [Float](repeating: 0, count: bins * count)
        for bin in 0..<bins {
            let pitch = Double(rate / 2) * Double(bin) / Double(bins - 1)
            for band in 0..<count {
                let rising = (pitch - edges[band]) / (edges[band + 1] - edges[band])
                let falling = (edges[band + 2] - pitch) / (edges[band + 2] - edges[band + 1])
                values[bin * count + band] = Float(max(0, min(rising, falling)))
            }
        }
        return try Tensor(values, shape: [bins, count])
    }

    /// Energy in decibels; quieter than `range` below the loudest counts as that (torchaudio's `AmplitudeToDB`).
    public static func decibels(_ energy: Tensor, isPower: Bool = true, range: Double? = nil) throws -> Tensor {
        let level = try energy.clamp(min: 1e-10).log10().mul(.double(isPower ? 10 : 20))
        guard let range else { return level }
        return try level.maximum(level.max().sub(.double(range)))
    }
}

import Foundation

/// A sound: values from -1 to 1 at equal steps of time, one row a channel.
public struct Sound: Sendable, Equatable {
    public var channels: [[Float]]
    /// Values a second.
    public var rate: Int

    public init(channels: [[Float]], rate: Int) {
        self.channels = channels
        self.rate = rate
    }

    /// Reads a WAV or an AU file without compression.
    ///
    /// - Throws: ``SoundError``
    public init(path: String) throws(SoundError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SoundError(path, "there is no such file")
        }
        try self.init(bytes: [UInt8](data), named: path)
    }

    /// Reads the bytes of such a file.
    public init(bytes: [UInt8], named name: String = "the sound") throws(SoundError) {
        if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 12, bytes[8..<12].elementsEqual("WAVE".utf8) {
            self = try SoundReader(bytes, name).wave()
        } else if bytes.starts(with: Array(".snd".utf8)) {
            self = try SoundReader(bytes, name).sun()
        } else {
            throw SoundError(name, "only WAV and AU files are read; a program such as ffmpeg or sox makes one")
        }
    }
}

/// Why a file is no sound that can be read.
public struct SoundError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let reason: String
    init(_ path: String, _ reason: String) { (self.path, self.reason) = (path, reason) }
    public var description: String { "\(path) cannot be read as a sound: \(reason)" }
}

/// Walks through the bytes of a file, never beyond them.
private struct SoundReader {
    private let bytes: [UInt8]
    private let name: String

    init(_ bytes: [UInt8], _ name: String) { (self.bytes, self.name) = (bytes, name) }

    private enum Coding {
        case unsigned8
        case signed(bytes: Int)
        case float32, float64
        case muLaw, aLaw

        var size: Int {
            switch self {
            case .unsigned8, .muLaw, .aLaw: 1
            case .signed(let bytes): bytes
            case .float32: 4
            case .float64: 8
            }
        }
    }

    private func number(_ place: Int, _ size: Int, bigEndian: Bool = false) throws(SoundError) -> Int {
        guard place >= 0, place + size <= bytes.count else { throw SoundError(name, "it ends too early") }
        let part = bytes[place..<place + size]
        return (bigEndian ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }

    /// RIFF: chunks of a name, a size and content, padded to even sizes.
    func wave() throws(SoundError) -> Sound {
        var place = 12
        var format: (coding: Coding, channels: Int, rate: Int)?
        while place + 8 <= bytes.count {
            let kind = String(decoding: bytes[place..<place + 4], as: UTF8.self)
            let size = try number(place + 4, 4)
            if kind == "fmt " { format = try waveFormat(place + 8, size) }
            if kind == "data" {
                guard let format else { throw SoundError(name, "its format is not told before its values") }
                // A file that was being written may promise more than there is.
                let end = min(bytes.count, place + 8 + size)
                return try sound(place + 8..<end, format.coding, format.channels, format.rate, bigEndian: false)
            }
            place += 8 + size + size % 2
        }
        throw SoundError(name, "it holds no values")
    }

    private func waveFormat(_ place: Int, _ size: Int) throws(SoundError) -> (Coding, Int, Int) {
        var tag = try number(place, 2)
        let bits = try number(place + 14, 2)
        // The extensible form names its coding further behind.
        if tag == 0xFFFE, size >= 26 { tag = try number(place + 24, 2) }
        let coding: Coding
        switch (tag, bits) {
        case (1, 8): coding = .unsigned8
        case (1, 16), (1, 24), (1, 32): coding = .signed(bytes: bits / 8)
        case (3, 32): coding = .float32
        case (3, 64): coding = .float64
        case (6, 8): coding = .aLaw
        case (7, 8): coding = .muLaw
        default: throw SoundError(name, "its coding \(tag) with \(bits) bits is not known")
        }
        return (coding, try number(place + 2, 2), try number(place + 4, 4))
    }

    /// Sun's and NeXT's format, big-endian.
    func sun() throws(SoundError) -> Sound {
        let start = try number(4, 4, bigEndian: true)
        let code = try number(12, 4, bigEndian: true)
        let codings: [Int: Coding] = [
            1: .muLaw, 2: .signed(bytes: 1), 3: .signed(bytes: 2), 4: .signed(bytes: 3), 5: .signed(bytes: 4),
            6: .float32, 7: .float64, 27: .aLaw,
        ]
        guard let coding = codings[code] else { throw SoundError(name, "its coding \(code) is not known") }
        guard start <= bytes.count else { throw SoundError(name, "it ends too early") }
        return try sound(
            start..<bytes.count, coding, number(20, 4, bigEndian: true), number(16, 4, bigEndian: true), bigEndian: true
        )
    }

    private func sound(
        _ range: Range<Int>, _ coding: Coding, _ channels: Int, _ rate: Int, bigEndian: Bool
    ) throws(SoundError) -> Sound {
        guard (1...64).contains(channels), (1...10_000_000).contains(rate) else {
            throw SoundError(name, "\(channels) channels at \(rate) values a second make no sound")
        }
        let frames = range.count / (coding.size * channels)
        var rows = Array(repeating: [Float](repeating: 0, count: frames), count: channels)
        for frame in 0..<frames {
            for channel in 0..<channels {
                let place = range.lowerBound + (frame * channels + channel) * coding.size
                rows[channel][frame] = value(place, coding, bigEndian)
            }
        }
        return Sound(channels: rows, rate: rate)
    }

    private func value(_ place: Int, _ coding: Coding, _ bigEndian: Bool) -> Float {
        var bits: UInt64 = 0
        for index in 0..<coding.size {
            let byte = bytes[place + (bigEndian ? index : coding.size - 1 - index)]
            bits = bits << 8 | UInt64(byte)
        }
        switch coding {
        case .unsigned8: return (Float(bits) - 128) / 128
        case .signed(let size):
            let shift = 64 - 8 * size
            return Float(Double(Int64(bitPattern: bits << UInt64(shift)) >> Int64(shift)) / Double(1 << (8 * size - 1)))
        case .float32: return Float(bitPattern: UInt32(bits))
        case .float64: return Float(Double(bitPattern: bits))
        case .muLaw: return Self.expandedMu(UInt8(bits))
        case .aLaw: return Self.expandedA(UInt8(bits))
        }
    }

    /// ITU-T G.711, µ-law.
    private static func expandedMu(_ byte: UInt8) -> Float {
        let code = ~byte
        let magnitude = ((Int(code & 0x0F) << 3) + 0x84) << Int((code & 0x70) >> 4)
        let value = Float(magnitude - 0x84) / 32768
        return code & 0x80 != 0 ? -value : value
    }

    /// ITU-T G.711, A-law.
    private static func expandedA(_ byte: UInt8) -> Float {
        let code = byte ^ 0x55
        let (exponent, mantissa) = (Int((code & 0x70) >> 4), Int(code & 0x0F) << 4)
        let magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1)
        let value = Float(magnitude) / 32768
        return code & 0x80 != 0 ? value : -value
    }
}

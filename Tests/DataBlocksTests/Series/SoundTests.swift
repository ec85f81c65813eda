import Foundation
import Pictures
import Tensors
import Testing

@testable import DataBlocks

/// What Python's `audioop` and `torch.stft` said; written by `Fixtures/make_sounds.py`.
private struct SoundFacts: Decodable {
    struct File: Decodable {
        let bytes: [UInt8]
        let values: [Double]
    }
    struct Transform: Decodable {
        let shape: [Int]
        let power: [Double]
    }
    let files: [String: File]
    let stft: Transform

    static func read() throws -> SoundFacts {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "Fixtures/sounds.json"))
        return try JSONDecoder().decode(SoundFacts.self, from: data)
    }
}

struct SoundTests {
    @Test func readsEachCoding() throws {
        let facts = try SoundFacts.read()
        #expect(facts.files.count == 10)
        for (name, file) in facts.files {
            let sound = try Sound(bytes: file.bytes, named: name)
            #expect(sound.rate == 8000 && sound.channels.count == 1, "\(name)")
            #expect(sound.channels[0].count == file.values.count, "\(name)")
            for (ours, wanted) in zip(sound.channels[0], file.values) {
                #expect(abs(Double(ours) - wanted) < 1e-6, "\(name)")
            }
        }
    }

    @Test func separatesChannels() throws {
        var file = try #require(SoundFacts.read().files["pcm16"]).bytes
        file[22] = 2  // the number of channels
        let sound = try Sound(bytes: file)
        let mono = try Sound(bytes: #require(SoundFacts.read().files["pcm16"]).bytes)
        #expect(sound.channels.map(\.count) == [20, 20])
        #expect(sound.channels[1][3] == mono.channels[0][7])
    }

    @Test func damagedFilesAreRefusedAndNeverReadBeyondTheirEnd() throws {
        let file = try #require(SoundFacts.read().files["pcm16"]).bytes
        for length in 0..<file.count { _ = try? Sound(bytes: Array(file[..<length])) }
        for place in file.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var changed = file
                changed[place] = value
                _ = try? Sound(bytes: changed)
            }
        }
        #expect(throws: SoundError.self) { try Sound(bytes: Array("OggS".utf8)) }
        #expect(throws: SoundError.self) { try Sound(path: "/no/such/sound.wav") }
    }

    @Test func spectrogramsAreTorchs() throws {
        let facts = try SoundFacts.read().stft
        let sound = try Tensor((0..<200).map { Float(sin(Double($0) * 0.3) + sin(Double($0) * 1.1) * 0.5) })
        var transform = Spectrogram()
        transform.window = 32
        let power = try transform(sound)
        #expect(power.shape == facts.shape)
        for (ours, wanted) in zip(try power.array(of: Double.self), facts.power) {
            #expect(abs(ours - wanted) < 1e-3 + 1e-3 * wanted)
        }
        // Channels and batches keep their dimensions.
        #expect(try transform(Tensor.zeros([2, 3, 100])).shape == [2, 3, 17, 7])
        #expect(throws: DataBlockError.self) { try transform(Tensor.zeros([10])) }
        let bands = try transform.bands(6, rate: 8000)
        #expect(bands.shape == [17, 6])
        #expect(try bands.min().item() >= 0 && bands.max().item() <= 1)
        let level = try Spectrogram.decibels(Tensor([Float(1), 0.1, 0]), range: 20)
        #expect(try level.allClose(Tensor([Float(0), -10, -20]), absolute: 1e-4))
    }

    @Test func seriesAndPathsBecomePictures() throws {
        let regular = (0..<60).map { sin(Double($0) * .pi / 5) }
        let picture = try SeriesPictures.recurrence(regular, size: 60)
        #expect(picture.size == PictureSize(60))
        // The diagonal compares each moment with itself: it is the lightest.
        let diagonal = (0..<60).map { picture.pixels[((59 - $0) * 60 + $0) * 3] }
        #expect(diagonal.allSatisfy { $0 > 240 })
        let line = try SeriesPictures.path([0, 1, 2], [0, 0, 0], size: 32)
        let marked = (0..<1024).filter { line.pixels[$0 * 3 + 1] == 40 }
        #expect(marked.count >= 25 && marked.allSatisfy { (25...31).contains($0 / 32) })
        #expect(throws: DataBlockError.self) { try SeriesPictures.path([0, .nan], [0, 1]) }
        #expect(throws: DataBlockError.self) { try SeriesPictures.recurrence([1]) }
        #expect(throws: DataBlockError.self) { try SeriesPictures.heat(Tensor.zeros([2, 2, 2])) }
    }
}

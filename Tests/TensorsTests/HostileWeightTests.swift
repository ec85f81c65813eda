import Foundation
import Tensors
import Testing

/// Whatever a weight file holds, reading it ends with tensors or an error.
@Suite struct HostileWeightTests {
    private struct Pickle {
        var bytes: [UInt8] = [0x80, 2]

        static func + (pickle: Pickle, more: String) -> Pickle { Pickle(bytes: pickle.bytes + Array(more.utf8)) }
        static func + (pickle: Pickle, more: [UInt8]) -> Pickle { Pickle(bytes: pickle.bytes + more) }

        /// As the object of a legacy file.
        var file: [UInt8] {
            [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19] + Array(".".utf8)
                + [0x80, 2] + Array("M".utf8) + [0xe9, 0x03] + Array(".".utf8)
                + [0x80, 2] + Array("}.".utf8) + bytes + Array(".".utf8) + [0x80, 2] + Array("].".utf8)
        }
    }

    private func problem(_ bytes: [UInt8]) -> WeightProblem? {
        #expect(throws: WeightProblem.self) { try WeightFile.read(bytes: bytes) }
    }

    @Test func theSmallestFileIsRead() throws {
        guard case .dictionary(let entries) = try WeightFile.read(bytes: (Pickle() + "}").file) else {
            Issue.record("it is no dictionary")
            return
        }
        #expect(entries.isEmpty)
    }

    @Test func aListThatHoldsItselfIsAnError() {
        #expect(
            problem((Pickle() + "]" + [0x71, 0] + "h" + [0] + "a").file)?.description.contains("contain themselves")
                == true)
    }

    @Test func deepNestingIsAnError() {
        let tuples = Pickle() + "N" + [UInt8](repeating: 0x85, count: 1_000_000)
        #expect(problem(tuples.file)?.description.contains("nested too deeply") == true)
        let lists =
            Pickle() + "N" + [UInt8](repeating: 0x85, count: 3)
            + [UInt8](repeating: UInt8(ascii: "]"), count: 1_000_000)
            + [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(problem(lists.file) != nil)
    }

    /// Each list holds the one before ten times: 10^40 values.
    @Test func aBombOfReferencesIsAnError() {
        var pickle = Pickle() + "]" + [0x71, 0]
        for level in UInt8(1)...40 {
            pickle =
                pickle + "](" + [[UInt8]](repeating: [UInt8(ascii: "h"), level - 1], count: 10).flatMap { $0 } + "e" + [
                    0x71, level,
                ]
        }
        #expect(problem(pickle.file)?.description.contains("four million values") == true)
    }

    @Test func hugeLengthsAreErrors() {
        for opcode in ["X", "T", "B"] {
            #expect(
                problem((Pickle() + opcode + [0xff, 0xff, 0xff, 0xff]).file)?.description.contains("are left") == true)
        }
        #expect(problem((Pickle() + [0x8d] + [UInt8](repeating: 0xff, count: 8)).file) != nil)
        #expect(problem([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f] + Array("{\"a\":1}".utf8)) != nil)
    }

    @Test func anEmptyStackIsAnError() {
        for steps in ["", "a", "e", "t", "R", "(R", "0", "Q", "b", "\u{0}", "(.", "N(0", "h\u{5}"] {
            #expect(problem((Pickle() + steps).file) != nil, "\(steps)")
        }
    }

    /// A tensor whose shape, strides or offset reach out of its storage.
    @Test(arguments: ["K\u{9}K\u{1}", "K\u{0}K\u{7f}", "J\u{7f}\u{7f}\u{7f}\u{7f}K\u{1}"])
    func tensorsBeyondTheirStorageAreErrors(_ place: String) {
        // storage of 2 numbers, then offset, (size,), (stride,)
        let parts = place.unicodeScalars.map { UInt8($0.value) }
        let half = parts.count - 2
        let pickle =
            Pickle() + "ctorch._utils\n_rebuild_tensor_v2\n((X" + [7, 0, 0, 0] + "storagectorch\nFloatStorage\nX" + [
                1, 0, 0, 0,
            ]
            + "0X" + [3, 0, 0, 0] + "cpu" + "K" + [2] + "tQ" + Array(parts[..<half]) + "K" + [2] + [0x85]
            + Array(parts[half...]) + [0x85]
            + [0x89] + "NtR"
        #expect(problem(pickle.file)?.description.contains("in 2 numbers") == true)
    }

    @Test func safeTensorsMustFillTheFile() {
        let headers = [
            #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[9223372036854775807,9223372036854775807],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
            #"{"a":{"dtype":"Q7","shape":[2],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[1e99],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"a":"# + String(repeating: "[", count: 100_000), "{}",
        ]
        for header in headers {
            let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
            #expect(
                problem(length + Array(header.utf8) + [UInt8](repeating: 1, count: 8)) != nil, "\(header.prefix(80))")
        }
    }

    /// Thousands of files that were damaged at random: each is read or refused, in bounded memory.
    @Test(arguments: ["zip.pth", "legacy.pth", "fastai.pth", "dtypes.pth", "protocol4.pth", "model.safetensors"])
    func damagedFilesNeverCrash(_ name: String) throws {
        let whole = try [UInt8](Data(contentsOf: Fixture.folder.appending(path: "weights/\(name)")))
        var random = SplitMix(state: 20_260_101)
        var refused = 0
        for _ in 0..<500 {
            var bytes = whole
            switch random.next() % 4 {
            case 0: bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
            case 1:
                let place = Int(random.next() % UInt64(bytes.count))
                bytes.removeSubrange(place..<min(bytes.count, place + 1 + Int(random.next() % 9)))
            default:
                for _ in 0...(random.next() % 4) {
                    bytes[Int(random.next() % UInt64(bytes.count))] =
                        [0, 0xff, 0x7f, UInt8(random.next() & 0xff)][Int(random.next() % 4)]
                }
            }
            do throws(WeightProblem) { _ = try WeightFile.read(bytes: bytes) } catch { refused += 1 }
        }
        #expect(refused > 100)
    }
}

/// Vigna's SplitMix64: the same damage every time.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}

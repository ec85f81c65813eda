import Foundation
import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A number that tells data apart: the same data gives the same one in another process. FNV-1a, 64 bits; against chance,
/// not against malice.
public struct DataFingerprint: Sendable {
    public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    public mutating func add(_ word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            value = (value ^ (word >> shift & 0xFF)) &* 0x100_0000_01B3
        }
    }

    public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    public mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        add(text.utf8.count)
    }

    /// A file's name, its size and its first 4 KB: reading thousands of pictures whole would take as long as training on
    /// them, and its time changes when a cell writes the same picture again.
    public mutating func add(file path: String) {
        add(path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0 { add(Int(status.st_size)) }
        var head = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &head, head.count)
        for byte in head.prefix(max(0, count)) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// Shape and sums, which libtorch takes at memory's speed.
    public mutating func add(_ tensor: Tensor) throws {
        for size in tensor.shape { add(size) }
        guard tensor.count > 0 else { return }
        let numbers = try tensor.detach().to(dtype: .float64)
        for sum in [try numbers.sum(), try numbers.mul(.tensor(numbers)).sum()] { add(try sum.item().bitPattern) }
    }
}

extension DataLoaders {
    /// A number that tells this data from other data.
    public func fingerprint() throws -> UInt64 {
        var fingerprint = DataFingerprint()
        for loader in [train, valid] {
            fingerprint.add(loader.itemCount)
            fingerprint.add(loader.batchSize)
            try loader.identify(&fingerprint)
        }
        for name in vocabulary?.names ?? [] { fingerprint.add(name) }
        return fingerprint.value
    }
}

extension Loader {
    /// Loaders that say nothing of their data are told apart by its size alone.
    public func identify(_ fingerprint: inout DataFingerprint) throws {}
}

extension PictureSet {
    func identify(_ fingerprint: inout DataFingerprint) {
        for source in sources {
            switch source {
            case .file(let path): fingerprint.add(file: path)
            case .picture(let picture): for pixel in picture.pixels { fingerprint.add(Int(pixel)) }
            }
        }
        switch targets {
        case .none: break
        case .categories(let indices): for index in indices { fingerprint.add(index) }
        case .several(let lists, _): for list in lists { for index in [list.count] + list { fingerprint.add(index) } }
        case .numbers(let rows): for row in rows { for number in row { fingerprint.add(UInt64(number.bitPattern)) } }
        case .masks(let sources, _): PictureSet(sources).identify(&fingerprint)
        }
    }
}

/// Writes a zip file whose entries are stored, each beginning at a multiple of 64 bytes, as PyTorch does.
struct ZipWriter {
    private let file: NewFile
    private var directory: [UInt8] = []
    private var count = 0

    private static let alignment = 64
    /// The 1st of January 1980, in the form of zip; PyTorch writes no date either.
    private static let date = 0x21

    init(_ file: NewFile) { self.file = file }

    mutating func add(_ name: String, _ content: [UInt8]) throws(WeightProblem) {
        let start = file.position
        guard content.count < Int(UInt32.max), start < Int(UInt32.max) - (1 << 16) - content.count else {
            throw .unsupported("more than 4 GB in a .pth file; write safetensors")
        }
        let name = Array(name.utf8)
        // The extra field fills up to the boundary: two bytes of name, two of length, then anything.
        let free = (Self.alignment - (start + 30 + name.count + 4) % Self.alignment) % Self.alignment
        let extra =
            [UInt8(ascii: "F"), UInt8(ascii: "B")] + Self.bytes(free, 2)
            + [UInt8](repeating: UInt8(ascii: "Z"), count: free)
        let properties =
            Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(Self.date, 2)
            + Self.bytes(Int(CRC32.of(content)), 4) + Self.bytes(content.count, 4) + Self.bytes(content.count, 4)
            + Self.bytes(name.count, 2)
        try file.write(
            Self.bytes(0x0403_4b50, 4) + Self.bytes(0, 2) + properties + Self.bytes(extra.count, 2) + name + extra)
        try file.write(content)
        directory += Self.bytes(0x0201_4b50, 4) + Self.bytes(0, 2) + Self.bytes(0, 2) + properties
        directory += Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 4)
        directory += Self.bytes(start, 4) + name
        count += 1
    }

    func finish() throws(WeightProblem) {
        guard count < 0xffff, file.position + directory.count < Int(UInt32.max) else {
            throw .unsupported("more than 65,534 tensors in a .pth file; write safetensors")
        }
        let start = file.position
        try file.write(directory)
        try file.write(
            Self.bytes(0x0605_4b50, 4) + Self.bytes(0, 4) + Self.bytes(count, 2) + Self.bytes(count, 2)
                + Self.bytes(directory.count, 4) + Self.bytes(start, 4) + Self.bytes(0, 2))
    }

    /// Little-endian.
    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// The checksum of zip files (polynomial 0xEDB88320), eight bytes a step.
enum CRC32 {
    private static let tables: [[UInt32]] = {
        let first = (UInt32(0)..<256).map { byte in
            var value = byte
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
            return value
        }
        var tables = [first]
        for level in 1..<8 {
            tables.append(tables[level - 1].map { $0 >> 8 ^ first[Int($0 & 0xff)] })
        }
        return tables
    }()

    static func of(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { bytes in
            var crc = ~UInt32(0)
            var place = 0
            let flat = tables
            while place + 8 <= bytes.count {
                var low = crc
                for shift in 0..<4 { low ^= UInt32(bytes[place + shift]) << (8 * UInt32(shift)) }
                crc =
                    flat[7][Int(low & 0xff)] ^ flat[6][Int(low >> 8 & 0xff)] ^ flat[5][Int(low >> 16 & 0xff)]
                    ^ flat[4][Int(low >> 24)]
                crc ^=
                    flat[3][Int(bytes[place + 4])] ^ flat[2][Int(bytes[place + 5])] ^ flat[1][Int(bytes[place + 6])]
                    ^ flat[0][Int(bytes[place + 7])]
                place += 8
            }
            while place < bytes.count {
                crc = flat[0][Int((crc ^ UInt32(bytes[place])) & 0xff)] ^ crc >> 8
                place += 1
            }
            return ~crc
        }
    }
}

/// The directory of a zip file whose entries are stored without compression, as PyTorch writes it.
struct ZipReader {
    struct Entry {
        var name: String
        var size: Int
        /// Where its local header stands; the bytes follow that.
        var header: Int
        /// Why its bytes cannot be read, or nil.
        var obstacle: String?
    }

    private let file: ByteFile
    private(set) var entries: [String: Entry] = [:]

    private static let endSignature: UInt64 = 0x0605_4b50
    private static let locatorSignature: UInt64 = 0x0706_4b50
    private static let end64Signature: UInt64 = 0x0606_4b50
    private static let directorySignature: UInt64 = 0x0201_4b50
    private static let localSignature: UInt64 = 0x0403_4b50

    init(_ file: ByteFile) throws(WeightProblem) {
        self.file = file
        let (start, size, count) = try Self.directory(of: file)
        try readDirectory(start, size, count)
    }

    /// Where the bytes of an entry lie in the file.
    func range(of entry: Entry) throws(WeightProblem) -> Range<Int> {
        if let obstacle = entry.obstacle { throw .unsupported("the entry \(entry.name) is \(obstacle)") }
        let header = try file.read(at: entry.header, count: 30)
        guard header.unsigned(at: 0, 4) == Self.localSignature else {
            throw .damaged("there is no header of the entry \(entry.name)")
        }
        let start = entry.header + 30 + Int(header.unsigned(at: 26, 2)) + Int(header.unsigned(at: 28, 2))
        guard start <= file.count, entry.size <= file.count - start else {
            throw .damaged("the entry \(entry.name) reaches beyond the end")
        }
        return start..<(start + entry.size)
    }

    func bytes(of name: String, limit: Int) throws(WeightProblem) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard entry.size <= limit else { throw .damaged("the entry \(name) has \(entry.size) bytes") }
        let range = try range(of: entry)
        return try file.read(at: range.lowerBound, count: range.count)
    }

    // MARK: The directory

    /// Finds the directory by the record at the end, which a comment of up to 64 KB may follow.
    private static func directory(of file: ByteFile) throws(WeightProblem) -> (start: Int, size: Int, count: Int) {
        let length = min(file.count, 22 + 65_535)
        let tail = try file.read(at: file.count - length, count: length)
        guard
            let place = stride(from: length - 22, through: 0, by: -1).first(where: {
                tail[$0] == 0x50 && tail.unsigned(at: $0, 4) == endSignature
            })
        else {
            throw .damaged("the zip file has no end; its download may be incomplete")
        }
        let count = Int(tail.unsigned(at: place + 10, 2))
        let size = Int(tail.unsigned(at: place + 12, 4)), start = Int(tail.unsigned(at: place + 16, 4))
        guard count == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff else { return (start, size, count) }
        return try directory64(of: file, before: file.count - length + place)
    }

    private static func directory64(of file: ByteFile, before end: Int)
        throws(WeightProblem) -> (start: Int, size: Int, count: Int)
    {
        let locator = try file.read(at: end - 20, count: 20)
        guard locator.unsigned(at: 0, 4) == locatorSignature, let place = Int(exactly: locator.unsigned(at: 8, 8))
        else {
            throw .damaged("the zip file's 64-bit end is missing")
        }
        let record = try file.read(at: place, count: 56)
        guard record.unsigned(at: 0, 4) == end64Signature, let count = Int(exactly: record.unsigned(at: 32, 8)),
            let size = Int(exactly: record.unsigned(at: 40, 8)), let start = Int(exactly: record.unsigned(at: 48, 8))
        else { throw .damaged("the zip file's 64-bit end is wrong") }
        return (start, size, count)
    }

    private mutating func readDirectory(_ start: Int, _ size: Int, _ count: Int) throws(WeightProblem) {
        guard count <= size / 46 else { throw .damaged("\(count) zip entries in \(size) bytes") }
        let directory = try file.read(at: start, count: size)
        var place = 0
        var total = 0
        for _ in 0..<count {
            let (entry, length) = try Self.entry(in: directory, at: place)
            place += length
            // A compressed entry is never read, so its size does not matter.
            total += entry.obstacle == nil ? min(entry.size, file.count) : 0
            guard entry.size <= file.count || entry.obstacle != nil, total <= file.count else {
                throw .damaged("its entries are larger than the file")
            }
            guard entries.updateValue(entry, forKey: entry.name) == nil else {
                throw .damaged("two entries are named \(entry.name)")
            }
        }
    }

    private static func entry(in directory: [UInt8], at place: Int) throws(WeightProblem) -> (Entry, length: Int) {
        guard place + 46 <= directory.count, directory.unsigned(at: place, 4) == directorySignature else {
            throw .damaged("the zip directory is broken at \(place)")
        }
        let lengths = [28, 30, 32].map { Int(directory.unsigned(at: place + $0, 2)) }
        let length = 46 + lengths.reduce(0, +)
        guard place + length <= directory.count else { throw .damaged("the zip directory is too short") }
        let name = String(decoding: directory[(place + 46)..<(place + 46 + lengths[0])], as: UTF8.self)
        let obstacle: String? =
            if directory.unsigned(at: place + 8, 2) & 1 != 0 {
                "encrypted"
            } else if directory.unsigned(at: place + 10, 2) != 0 {
                "compressed; PyTorch stores weights without compression"
            } else {
                nil
            }
        var sizes = [24, 20, 42].map { directory.unsigned(at: place + $0, 4) }
        let extra = Array(directory[(place + 46 + lengths[0])..<(place + 46 + lengths[0] + lengths[1])])
        widen(&sizes, from: extra)
        guard sizes[0] == sizes[1] || obstacle != nil, let size = Int(exactly: sizes[0]),
            let header = Int(exactly: sizes[2]),
            header < Int.max - (1 << 20)
        else { throw .damaged("the entry \(name) has a wrong size") }
        return (Entry(name: name, size: size, header: header, obstacle: obstacle), length)
    }

    /// Takes size, stored size and offset that do not fit 32 bits from the extra field.
    private static func widen(_ sizes: inout [UInt64], from extra: [UInt8]) {
        var place = 0
        while place + 4 <= extra.count {
            let kind = extra.unsigned(at: place, 2)
            let end = place + 4 + Int(extra.unsigned(at: place + 2, 2))
            guard end <= extra.count else { return }
            if kind == 1 {
                var next = place + 4
                for index in sizes.indices where sizes[index] == 0xffff_ffff && next + 8 <= end {
                    sizes[index] = extra.unsigned(at: next, 8)
                    next += 8
                }
                return
            }
            place = end
        }
    }
}

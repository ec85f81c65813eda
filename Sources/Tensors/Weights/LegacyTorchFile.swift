/// A `.pth` file as PyTorch wrote it before 1.6: a magic number, a version and the machine's properties, the
/// object and the list of storage keys, each a pickle; then each storage's count and raw numbers.
struct LegacyTorchFile {
    private let file: ByteFile

    /// 0x1950a86a20f9469cfc6c, little-endian.
    private static let magic: [UInt8] = [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]
    private static let version = 1001

    init(_ file: ByteFile) { self.file = file }

    func value() throws(WeightProblem) -> WeightValue {
        var cursor = try ByteCursor(file, from: 0, to: file.count)
        guard case .long(Self.magic) = try plain(&cursor) else {
            throw .unsupported("it is a Python pickle, but not of PyTorch's weights")
        }
        guard case .int(Self.version) = try plain(&cursor) else {
            throw .unsupported("another version of PyTorch's files")
        }
        let isLittleEndian = try isLittleEndian(&cursor)
        var machine = PickleMachine(cursor)
        let value = try machine.run()
        cursor = machine.cursor
        let places = try storages(&cursor, machine.storages)
        return try WeightBuilder(machine, file: file, isLittleEndian: isLittleEndian) { storage throws(WeightProblem) in
            guard let place = places[storage.key] else { throw .damaged("the storage \(storage.key) is missing") }
            return place
        }.value(value)
    }

    private func plain(_ cursor: inout ByteCursor) throws(WeightProblem) -> PickleValue {
        var machine = PickleMachine(cursor)
        let value = try machine.run()
        cursor = machine.cursor
        return value
    }

    private func isLittleEndian(_ cursor: inout ByteCursor) throws(WeightProblem) -> Bool {
        var machine = PickleMachine(cursor)
        guard case .dictionary(let place) = try machine.run() else {
            throw .damaged("the machine's properties are missing")
        }
        cursor = machine.cursor
        let items = machine.arena[place]
        for index in stride(from: 0, to: items.count - 1, by: 2) {
            if case .string("little_endian") = items[index], case .bool(let little) = items[index + 1] { return little }
        }
        return true
    }

    /// Where each storage's numbers lie, in the order of the list of keys.
    private func storages(
        _ cursor: inout ByteCursor, _ known: [String: StorageRecord]
    ) throws(WeightProblem) -> [String: Range<Int>] {
        var machine = PickleMachine(cursor)
        guard case .list(let list) = try machine.run() else { throw .damaged("the list of storages is missing") }
        var position = machine.cursor.position
        var places: [String: Range<Int>] = [:]
        for item in machine.arena[list] {
            guard case .string(let key) = item, let storage = known[key] else {
                throw .damaged("the list of storages names one that no tensor uses")
            }
            var header = try ByteCursor(file, from: position, to: file.count)
            let (length, tooMany) = try header.unsigned(8).multipliedReportingOverflow(by: storage.dtype.size)
            guard !tooMany, length <= header.remaining else {
                throw .damaged("the storage \(key) reaches beyond the end")
            }
            guard places.updateValue(header.position..<(header.position + length), forKey: key) == nil else {
                throw .damaged("two storages have the key \(key)")
            }
            position = header.position + length
        }
        return places
    }
}

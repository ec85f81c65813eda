/// Turns what a pickle said into values with tensors, reading each storage once, so that tensors that
/// shared one share it again.
final class WeightBuilder {
    private let arena: [[PickleValue]]
    private let isLittleEndian: Bool
    /// The bytes of the whole storage of that key, in the file.
    private let range: (StorageRecord) throws(WeightProblem) -> Range<Int>
    private let file: ByteFile
    private var loaded: [String: Tensor] = [:]
    private var valuesLeft = 4_000_000

    private static let deepest = 64

    init(
        _ machine: PickleMachine, file: ByteFile, isLittleEndian: Bool,
        range: @escaping (StorageRecord) throws(WeightProblem) -> Range<Int>
    ) {
        arena = machine.arena
        self.file = file
        self.isLittleEndian = isLittleEndian
        self.range = range
    }

    /// - Throws: ``WeightProblem`` for one that contains itself or is beyond all measure.
    func value(_ value: PickleValue, depth: Int = 0) throws(WeightProblem) -> WeightValue {
        valuesLeft -= 1
        guard valuesLeft > 0 else { throw .damaged("it holds more than four million values") }
        guard depth < Self.deepest else {
            throw .damaged("its containers are nested too deeply, or contain themselves")
        }
        return switch value {
        case .none: .null
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .bytes(let bytes): .bytes(bytes)
        case .list(let place): .list(try values(place, depth))
        case .tuple(let place): .tuple(try values(place, depth))
        case .dictionary(let place): .dictionary(try entries(place, depth))
        case .tensor(let record): .tensor(try tensor(record))
        case .long: throw .unsupported("a whole number of more than 64 bits")
        case .global, .numpyType, .storage: throw .unsupported("a type or a storage as a value of its own")
        }
    }

    private func values(_ place: Int, _ depth: Int) throws(WeightProblem) -> [WeightValue] {
        var values: [WeightValue] = []
        for item in arena[place] { values.append(try value(item, depth: depth + 1)) }
        return values
    }

    private func entries(_ place: Int, _ depth: Int) throws(WeightProblem) -> [WeightValue.Entry] {
        var entries: [WeightValue.Entry] = []
        var known: [String: Int] = [:]
        let items = arena[place]
        for index in stride(from: 0, to: items.count - 1, by: 2) {
            let entry = WeightValue.Entry(
                try value(items[index], depth: depth + 1), try value(items[index + 1], depth: depth + 1))
            guard case .string(let key) = entry.key else {
                entries.append(entry)
                continue
            }
            if let place = known[key] {
                entries[place] = entry
            } else {
                known[key] = entries.count
                entries.append(entry)
            }
        }
        return entries
    }

    // MARK: Tensors

    private func tensor(_ record: TensorRecord) throws(WeightProblem) -> Tensor {
        var storage = try load(record.storage)
        if let start = record.storage.start {
            guard start <= storage.count, record.storage.count <= storage.count - start else {
                throw .damaged("a view reaches beyond its storage \(record.storage.key)")
            }
            let (root, count) = (storage, record.storage.count)
            storage = try making { () throws(TensorError) in try root.narrow(0, start, count) }
        } else if record.storage.count > storage.count {
            throw .damaged("the storage \(record.storage.key) is too short")
        }
        let offset = record.offset + (record.storage.start ?? 0)
        let whole = storage
        return try making { () throws(TensorError) in
            let tensor = try Tensor.call(
                "aten::as_strided", .tensor(whole), .ints(record.shape), .ints(record.strides), .int(offset))
            if record.requiresGrad && tensor.dtype.isFloatingPoint { try tensor.setRequiresGrad(true) }
            return tensor
        }
    }

    /// The whole storage as a tensor of one dimension.
    private func load(_ storage: StorageRecord) throws(WeightProblem) -> Tensor {
        if let tensor = loaded[storage.key] { return tensor }
        let range = try range(storage)
        let size = storage.dtype.size
        guard range.count.isMultiple(of: size) else {
            throw .damaged("the storage \(storage.key) has \(range.count) bytes of \(storage.dtype.name)")
        }
        let tensor = try file.tensor(at: range.lowerBound, shape: [range.count / size], dtype: storage.dtype)
        if !isLittleEndian && size > 1 {
            try making { () throws(TensorError) in
                try tensor.withMutableBytes { bytes in
                    for start in stride(from: 0, to: bytes.count, by: size) { bytes[start..<(start + size)].reverse() }
                }
            }
        }
        loaded[storage.key] = tensor
        return tensor
    }
}

extension ByteFile {
    /// A tensor of the little-endian numbers at `offset`, read straight into its memory.
    func tensor(at offset: Int, shape: [Int], dtype: DType) throws(WeightProblem) -> Tensor {
        let tensor = try making { () throws(TensorError) in try Tensor(uninitialized: shape, dtype: dtype) }
        guard tensor.count > 0 else { return tensor }
        var problem: WeightProblem?
        try making { () throws(TensorError) in
            try tensor.withMutableBytes { buffer in
                do throws(WeightProblem) { try self.read(at: offset, into: buffer) } catch { problem = error }
            }
        }
        if let problem { throw problem }
        return tensor
    }
}

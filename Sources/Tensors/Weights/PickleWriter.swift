/// Writes values and tensors as PyTorch pickles them in protocol 2; the tensors' numbers go elsewhere.
struct PickleWriter {
    private(set) var bytes: [UInt8] = [0x80, 2]
    /// The storages that the pickle speaks of, in order of their keys 0, 1, ….
    private(set) var storages: [Tensor] = []
    private var keys: [Place: Int] = [:]

    /// What makes two tensors one storage here: the same numbers in the same place.
    private struct Place: Hashable {
        var address: Int
        var count: Int
        var dtype: DType
    }

    init(_ value: WeightValue) throws(WeightProblem) {
        try put(value, depth: 0)
        emit(".")
    }

    private mutating func emit(_ text: StaticString) {
        text.withUTF8Buffer { bytes += $0 }
    }

    private mutating func put(_ number: some FixedWidthInteger, bytes count: Int) {
        for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }

    private mutating func put(_ value: WeightValue, depth: Int) throws(WeightProblem) {
        guard depth < 64 else { throw .unsupported("containers that are nested more than 64 deep") }
        switch value {
        case .null: emit("N")
        case .bool(let flag): bytes.append(flag ? 0x88 : 0x89)
        case .int(let number): put(number)
        case .double(let number):
            emit("G")
            put(number.bitPattern.byteSwapped, bytes: 8)
        case .string(let text): put(text)
        case .bytes(let content):
            emit("c_codecs\nencode\n")
            put(String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) })))
            put("latin1")
            bytes += [0x86, UInt8(ascii: "R")]
        case .list(let items):
            emit("](")
            for item in items { try put(item, depth: depth + 1) }
            emit("e")
        case .tuple(let items):
            emit("(")
            for item in items { try put(item, depth: depth + 1) }
            emit("t")
        case .dictionary(let entries):
            emit("ccollections\nOrderedDict\n)R(")
            for entry in entries {
                try put(entry.key, depth: depth + 1)
                try put(entry.value, depth: depth + 1)
            }
            emit("u")
        case .tensor(let tensor): try put(tensor)
        }
    }

    private mutating func put(_ number: Int) {
        if let small = Int32(exactly: number) {
            emit("J")
            put(small, bytes: 4)
        } else {
            bytes += [0x8a, 8]
            put(number, bytes: 8)
        }
    }

    private mutating func put(_ text: String) {
        let content = Array(text.utf8)
        emit("X")
        put(content.count, bytes: 4)
        bytes += content
    }

    private mutating func put(_ tensor: Tensor) throws(WeightProblem) {
        let (rows, address) = try making { () throws(TensorError) in
            let rows = try tensor.detach().to(device: "cpu").contiguous()
            return (rows, try rows.withMutableBytes { Int(bitPattern: $0.baseAddress) })
        }
        let place = Place(address: address, count: rows.count, dtype: rows.dtype)
        let key = keys[place] ?? storages.count
        if key == storages.count {
            storages.append(rows)
            keys[place] = key
        }
        emit("ctorch._utils\n_rebuild_tensor_v2\n(")
        emit("(")
        put("storage")
        bytes += Array("ctorch\n\(PickleGlobal.storageName(rows.dtype))\n".utf8)
        put(String(key))
        put("cpu")
        put(rows.count)
        emit("tQ")
        put(0)
        putTuple(rows.shape)
        putTuple(rows.strides)
        bytes.append(0x89)
        emit("ccollections\nOrderedDict\n)RtR")
    }

    private mutating func putTuple(_ numbers: [Int]) {
        emit("(")
        for number in numbers { put(number) }
        emit("t")
    }
}

import Foundation

/// The safetensors format (https://github.com/huggingface/safetensors): the length of a JSON header, the
/// header with name, type, shape and place of each tensor, then their bytes without gaps.
struct SafeTensors {
    private let file: ByteFile
    private let entries: [(name: String, entry: Entry)]
    private let bodyStart: Int

    /// What the header says of a tensor.
    private struct Entry: Codable {
        var dtype: String
        var shape: [Int]
        var data_offsets: [Int]
    }

    /// The header's values: tensors, and under `__metadata__` texts, which are not needed.
    private enum HeaderValue: Decodable {
        case entry(Entry)
        case metadata

        init(from decoder: any Decoder) throws {
            if let entry = try? Entry(from: decoder) {
                self = .entry(entry)
            } else {
                _ = try [String: String](from: decoder)
                self = .metadata
            }
        }
    }

    private static let headerLimit = 100_000_000
    private static let names: [(String, DType)] = [
        ("U8", .uint8), ("I8", .int8), ("I16", .int16), ("I32", .int32), ("I64", .int64), ("F16", .float16),
        ("F32", .float32), ("F64", .float64), ("BOOL", .bool), ("BF16", .bfloat16),
    ]

    init(_ file: ByteFile) throws(WeightProblem) {
        self.file = file
        var cursor = try ByteCursor(file, from: 0, to: file.count)
        let length = try cursor.unsigned(8)
        guard length <= Self.headerLimit, length <= cursor.remaining else {
            throw .damaged("its header should have \(length) bytes")
        }
        let header = Data(try cursor.bytes(length))
        bodyStart = cursor.position
        guard let values = try? JSONDecoder().decode([String: HeaderValue].self, from: header) else {
            throw .damaged("its header is not as safetensors describes it")
        }
        entries = values.compactMap { name, value in
            if case .entry(let entry) = value { (name, entry) } else { nil }
        }.sorted { ($0.entry.data_offsets.first ?? 0, $0.name) < ($1.entry.data_offsets.first ?? 0, $1.name) }
        try check()
    }

    /// Every tensor fills its place, and the places follow one another up to the end.
    private func check() throws(WeightProblem) {
        var end = 0
        for (name, entry) in entries {
            guard let dtype = Self.names.first(where: { $0.0 == entry.dtype })?.1 else {
                throw .unsupported("'\(name)' is of the type \(entry.dtype)")
            }
            var bytes = dtype.size
            for size in entry.shape {
                let (product, tooMany) = bytes.multipliedReportingOverflow(by: size)
                guard size >= 0, !tooMany else { throw .damaged("'\(name)' has the shape \(entry.shape)") }
                bytes = product
            }
            guard entry.data_offsets.count == 2, entry.data_offsets[0] == end, bytes <= file.count,
                entry.data_offsets[1] == end + bytes, entry.shape.count <= 64
            else { throw .damaged("'\(name)' does not fill its place in the file") }
            end += bytes
        }
        guard end == file.count - bodyStart else {
            throw .damaged("its tensors have \(end) bytes, the file has \(file.count - bodyStart)")
        }
    }

    func state() throws(WeightProblem) -> StateDict {
        var state = StateDict()
        for (name, entry) in entries {
            guard let dtype = Self.names.first(where: { $0.0 == entry.dtype })?.1 else { continue }
            state[name] = try file.tensor(at: bodyStart + entry.data_offsets[0], shape: entry.shape, dtype: dtype)
        }
        return state
    }

    // MARK: Writing

    /// The header for tensors that follow in this order, padded with spaces to a multiple of 8 bytes.
    static func header(_ state: StateDict, metadata: [String: String]) throws(WeightProblem) -> [UInt8] {
        var parts: [String] = []
        if !metadata.isEmpty { parts.append("\"__metadata__\":" + (try json(metadata))) }
        var end = 0
        for (name, tensor) in state {
            guard name != "__metadata__", let type = names.first(where: { $0.1 == tensor.dtype })?.0 else {
                throw .unsupported("a tensor named '\(name)' of type \(tensor.dtype.name)")
            }
            let start = end
            end += tensor.count * tensor.dtype.size
            let entry = Entry(dtype: type, shape: tensor.shape, data_offsets: [start, end])
            parts.append(try json(name) + ":" + json(entry))
        }
        var header = Array("{\(parts.joined(separator: ","))}".utf8)
        header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
        return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header
    }

    private static func json(_ value: some Encodable) throws(WeightProblem) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { throw .unsupported("a name that JSON does not take") }
        return String(decoding: data, as: UTF8.self)
    }
}

extension StateDict {
    /// Writes a safetensors file, whole or not at all.
    ///
    /// - Parameter metadata: texts to go with it.
    public func writeSafeTensors(to path: String, metadata: [String: String] = [:]) throws(WeightFileError) {
        try naming(path) { () throws(WeightProblem) in
            let header = try SafeTensors.header(self, metadata: metadata)
            try NewFile.write(path) { file throws(WeightProblem) in
                try file.write(header)
                for (_, tensor) in self { try file.write(making { () throws(TensorError) in try tensor.bytes() }) }
            }
        }
    }
}

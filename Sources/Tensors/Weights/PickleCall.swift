/// What the allowed names make of their arguments.
struct PickleCall {
    let arena: [[PickleValue]]

    /// - Returns: nil for what only the machine can make, a new container.
    func value(of global: PickleGlobal, _ arguments: [PickleValue]) throws(WeightProblem) -> PickleValue? {
        switch global {
        case .rebuildTensor: .tensor(try tensor(arguments))
        case .rebuildParameter: .tensor(try parameter(arguments))
        case .encode: .bytes(try encoded(arguments))
        case .numpyType: .numpyType(try numpyType(arguments))
        case .numpyScalar: try numpyScalar(arguments)
        case .orderedDictionary, .fastcoreList, .storageType: nil
        }
    }

    /// `('storage', type, key, location, count)`, in legacy files with `(view key, start, count)` behind.
    func storage(_ parts: [PickleValue]) throws(WeightProblem) -> StorageRecord {
        guard parts.count >= 5, case .string("storage") = parts[0], case .global(.storageType(let dtype)) = parts[1],
            case .string(let key) = parts[2], case .int(let count) = parts[4], count >= 0
        else { throw .damaged("a storage of its pickle is not described as PyTorch does") }
        guard parts.count > 5, case .tuple = parts[5] else {
            return StorageRecord(dtype: dtype, key: key, count: count)
        }
        let view = try tuple(parts[5])
        guard view.count == 3, case .int(let start) = view[1], case .int(let length) = view[2], start >= 0, length >= 0
        else { throw .damaged("a view of a storage is not described as PyTorch does") }
        return StorageRecord(dtype: dtype, key: key, count: length, start: start)
    }

    /// `_rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks[, metadata])`
    private func tensor(_ arguments: [PickleValue]) throws(WeightProblem) -> TensorRecord {
        guard arguments.count >= 5, case .storage(let storage) = arguments[0], case .int(let offset) = arguments[1],
            case .bool(let requiresGrad) = arguments[4]
        else { throw .damaged("a tensor of its pickle is not described as PyTorch does") }
        let record = TensorRecord(
            storage: storage, offset: offset, shape: try numbers(arguments[2]), strides: try numbers(arguments[3]),
            requiresGrad: requiresGrad)
        try record.check()
        return record
    }

    /// `_rebuild_parameter(tensor, requires_grad, hooks)`
    private func parameter(_ arguments: [PickleValue]) throws(WeightProblem) -> TensorRecord {
        guard arguments.count >= 2, case .tensor(var record) = arguments[0], case .bool(let requiresGrad) = arguments[1]
        else { throw .damaged("a parameter of its pickle is not described as PyTorch does") }
        record.requiresGrad = requiresGrad
        return record
    }

    func tuple(_ value: PickleValue) throws(WeightProblem) -> [PickleValue] {
        guard case .tuple(let place) = value else { throw .damaged("its pickle has no tuple where one is needed") }
        return arena[place]
    }

    private func numbers(_ value: PickleValue) throws(WeightProblem) -> [Int] {
        var numbers: [Int] = []
        for item in try tuple(value) {
            guard case .int(let number) = item else { throw .damaged("a shape that is not of whole numbers") }
            numbers.append(number)
        }
        return numbers
    }

    /// Text of Latin-1 that stands for bytes.
    private func encoded(_ arguments: [PickleValue]) throws(WeightProblem) -> [UInt8] {
        guard arguments.count == 2, case .string(let text) = arguments[0], case .string("latin1") = arguments[1] else {
            throw .damaged("bytes of its pickle are not in Latin-1")
        }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else {
                throw .damaged("bytes of its pickle are not in Latin-1")
            }
            bytes.append(byte)
        }
        return bytes
    }

    private func numpyType(_ arguments: [PickleValue]) throws(WeightProblem) -> String {
        guard case .string(let name)? = arguments.first, ["f8", "f4", "i8", "i4", "b1"].contains(name) else {
            throw .unsupported("one of numpy's types other than a number")
        }
        return name
    }

    private func numpyScalar(_ arguments: [PickleValue]) throws(WeightProblem) -> PickleValue {
        guard arguments.count == 2, case .numpyType(let name) = arguments[0], case .bytes(let bytes) = arguments[1],
            bytes.count == (name.last?.wholeNumberValue ?? 0)
        else { throw .damaged("a number of numpy is not described as numpy does") }
        let bits = bytes.unsigned(at: 0, bytes.count)
        return switch name {
        case "f8": .double(Double(bitPattern: bits))
        case "f4": .double(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        case "i8": .int(Int(Int64(bitPattern: bits)))
        case "i4": .int(Int(Int32(truncatingIfNeeded: Int64(bitPattern: bits))))
        default: .bool(bits != 0)
        }
    }
}

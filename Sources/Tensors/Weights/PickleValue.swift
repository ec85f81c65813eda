/// A value while a pickle is read. Containers live in the machine's arena and are named by their
/// number there: a value may contain itself, and releasing a deep one needs no deep stack.
enum PickleValue {
    case none
    case bool(Bool)
    case int(Int)
    /// A whole number of more than 64 bits, little-endian.
    case long([UInt8])
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list(Int)
    case tuple(Int)
    /// Keys and values take turns in the arena.
    case dictionary(Int)
    case global(PickleGlobal)
    /// A number type of numpy, such as "f8".
    case numpyType(String)
    case storage(StorageRecord)
    case tensor(TensorRecord)
}

/// Raw numbers in the file that tensors look into.
struct StorageRecord: Equatable {
    var dtype: DType
    var key: String
    var count: Int
    /// In legacy files: where in the storage `key` this one lies, in elements.
    var start: Int?
}

/// A tensor's place in a storage.
struct TensorRecord {
    var storage: StorageRecord
    var offset: Int
    var shape: [Int]
    var strides: [Int]
    var requiresGrad: Bool

    /// - Throws: ``WeightProblem/damaged(_:)`` unless every element lies in the storage.
    func check() throws(WeightProblem) {
        let wrong = WeightProblem.damaged("a tensor \(shape) with strides \(strides) in \(storage.count) numbers")
        guard shape.count == strides.count, shape.count <= 64, offset >= 0, storage.count >= 0,
            shape.allSatisfy({ $0 >= 0 }), strides.allSatisfy({ $0 >= 0 })
        else { throw wrong }
        if shape.contains(0) { return }
        var last = offset
        var elements = 1
        for (size, stride) in zip(shape, strides) {
            let (step, tooFar) = (size - 1).multipliedReportingOverflow(by: stride)
            let (place, beyond) = last.addingReportingOverflow(step)
            let (product, tooMany) = elements.multipliedReportingOverflow(by: size)
            guard !tooFar, !beyond, !tooMany, product < 1 << 48 else { throw wrong }
            last = place
            elements = product
        }
        guard last < storage.count else { throw wrong }
    }
}

/// The names of Python that a weight file may use. Each is interpreted here; none is run.
enum PickleGlobal: Equatable {
    case orderedDictionary
    case rebuildTensor
    case rebuildParameter
    case storageType(DType)
    /// fastcore's list, in which fastai's optimiser keeps its hyperparameters.
    case fastcoreList
    case numpyScalar
    case numpyType
    /// `_codecs.encode`, by which Python 3 writes bytes in protocol 2.
    case encode

    private static let names: [String: PickleGlobal] = [
        "collections.OrderedDict": .orderedDictionary,
        "torch._utils._rebuild_tensor_v2": .rebuildTensor,
        "torch._utils._rebuild_parameter": .rebuildParameter,
        "torch.ByteStorage": .storageType(.uint8),
        "torch.CharStorage": .storageType(.int8),
        "torch.ShortStorage": .storageType(.int16),
        "torch.IntStorage": .storageType(.int32),
        "torch.LongStorage": .storageType(.int64),
        "torch.HalfStorage": .storageType(.float16),
        "torch.FloatStorage": .storageType(.float32),
        "torch.DoubleStorage": .storageType(.float64),
        "torch.BoolStorage": .storageType(.bool),
        "torch.BFloat16Storage": .storageType(.bfloat16),
        "fastcore.foundation.L": .fastcoreList,
        "numpy.core.multiarray.scalar": .numpyScalar,
        "numpy._core.multiarray.scalar": .numpyScalar,
        "numpy.dtype": .numpyType,
        "_codecs.encode": .encode,
    ]

    /// - Throws: ``WeightProblem/refused(name:)`` for any other name.
    init(module: String, name: String) throws(WeightProblem) {
        let full = "\(module).\(name)"
        guard let global = Self.names[full] else { throw .refused(name: full) }
        self = global
    }

    /// How Python's torch names the storage of a type: "FloatStorage".
    static func storageName(_ dtype: DType) -> String {
        switch dtype {
        case .uint8: "ByteStorage"
        case .int8: "CharStorage"
        case .int16: "ShortStorage"
        case .int32: "IntStorage"
        case .int64: "LongStorage"
        case .float16: "HalfStorage"
        case .float32: "FloatStorage"
        case .float64: "DoubleStorage"
        case .bool: "BoolStorage"
        case .bfloat16: "BFloat16Storage"
        }
    }
}

/// Tensors by name in the order in which they were added, as PyTorch's `state_dict()`.
public struct StateDict: Sendable {
    public private(set) var names: [String] = []
    private var tensors: [String: Tensor] = [:]

    public init() {}

    /// - Parameter entries: a later entry of the same name replaces the earlier one in its place.
    public init(_ entries: some Sequence<(String, Tensor)>) {
        for (name, tensor) in entries { self[name] = tensor }
    }

    public var count: Int { names.count }
    public var isEmpty: Bool { names.isEmpty }

    /// The tensor of that name; setting nil takes it away.
    public subscript(name: String) -> Tensor? {
        get { tensors[name] }
        set {
            let isNew = tensors[name] == nil
            tensors[name] = newValue
            if newValue == nil {
                if !isNew { names.removeAll { $0 == name } }
            } else if isNew {
                names.append(name)
            }
        }
    }

    /// How many numbers all tensors hold together.
    public var valueCount: Int { tensors.values.reduce(0) { $0 + $1.count } }

    /// The same tensors under other names; nil drops one.
    public func renamed(_ name: (String) -> String?) -> StateDict {
        StateDict(compactMap { old, tensor in name(old).map { ($0, tensor) } })
    }
}

extension StateDict: Sequence {
    public func makeIterator() -> AnyIterator<(name: String, tensor: Tensor)> {
        var rest = names.makeIterator()
        return AnyIterator {
            while let name = rest.next() {
                if let tensor = tensors[name] { return (name, tensor) }
            }
            return nil
        }
    }
}

extension StateDict {
    /// Reads a file of weights: PyTorch's `.pth` (zip or legacy) or safetensors, told apart by content.
    ///
    /// A file that fastai's `learn.save` wrote (`{'model': …, 'opt': …}`) or a checkpoint with a
    /// `state_dict` gives its model's dictionary.
    public init(contentsOf path: String) throws(WeightFileError) {
        let value = try WeightFile.read(path)
        self = try naming(path) { () throws(WeightProblem) in try StateDict(value) }
    }

    /// The dictionary of named tensors in a file's value, or under its `model` or `state_dict`.
    public init(_ value: WeightValue) throws(WeightProblem) {
        guard case .dictionary(let entries) = value else {
            throw .notStateDictionary("it holds \(value.kind)")
        }
        for wrapper in ["model", "state_dict", "model_state_dict"] {
            if let inner = value[wrapper], case .dictionary = inner {
                self = try StateDict(inner)
                return
            }
        }
        self.init()
        for entry in entries {
            guard case .string(let name) = entry.key else { throw .notStateDictionary("a key is \(entry.key.kind)") }
            guard case .tensor(let tensor) = entry.value else {
                throw .notStateDictionary("'\(name)' is \(entry.value.kind)")
            }
            self[name] = tensor
        }
    }

    /// Writes a `.pth` file that PyTorch's `torch.load(path, weights_only=True)` reads.
    public func writePth(to path: String) throws(WeightFileError) {
        try WeightFile.writePth(WeightValue(self), to: path)
    }
}

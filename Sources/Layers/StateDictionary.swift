import Tensors

extension Module {
    /// Copies weights and buffers from a state dictionary, whatever their order.
    ///
    /// Nothing is changed unless everything fits.
    ///
    /// - Parameter strict: Whether keys that only one side has are an error.
    /// - Throws: ``LayerError/weights(_:)`` that names what does not fit.
    public func load(_ state: [NamedTensor], strict: Bool = true) throws {
        let given = Dictionary(state.map { ($0.name, $0.tensor) }) { _, last in last }
        let own = stateDictionary
        let mismatch = Self.compare(own, given, strict: strict)
        guard mismatch.isEmpty else { throw LayerError.weights(mismatch) }
        try withoutGradients {
            for (name, tensor) in own {
                if let source = given[name] { try tensor.copy_(source) }
            }
        }
        for module in modules { module.forgetDerived() }
    }

    private static func compare(_ own: [NamedTensor], _ given: [String: Tensor], strict: Bool) -> WeightMismatch {
        var mismatch = WeightMismatch()
        for (name, tensor) in own {
            guard let source = given[name] else {
                // PyTorch before 0.4.1 did not count batches; such files serve as well.
                if strict, !name.hasSuffix("num_batches_tracked") { mismatch.missing.append(name) }
                continue
            }
            if source.shape != tensor.shape {
                mismatch.shapes.append(.init(name: name, wanted: tensor.shape, found: source.shape))
            }
        }
        if strict {
            let known = Set(own.map(\.name))
            mismatch.unexpected = given.keys.filter { !known.contains($0) }.sorted()
        }
        return mismatch
    }
}

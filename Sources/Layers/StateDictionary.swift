import Tensors

extension Module {
    /// Copies weights and buffers from a state dictionary, whatever their order.
    ///
    /// Nothing is changed unless everything fits.
    ///
    /// - Parameter strict: Whether keys that only one side has are an error.
    /// - Throws: ``LayerError/weights(_:)`` that names what does not fit.
    public func load(_ state: StateDict, strict: Bool = true) throws {
        let own = stateDict
        let mismatch = Self.compare(own, state, strict: strict)
        guard mismatch.isEmpty else { throw LayerError.weights(mismatch) }
        try withoutGradients {
            for (name, tensor) in own {
                if let source = state[name] { try tensor.copy_(source) }
            }
        }
        weightsChanged()
    }

    private static func compare(_ own: StateDict, _ given: StateDict, strict: Bool) -> WeightMismatch {
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
            mismatch.unexpected = given.names.filter { own[$0] == nil }
        }
        return mismatch
    }
}

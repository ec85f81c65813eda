import Tensors

/// Modules one after the other, named "0", "1", … as PyTorch does.
public final class Sequential: Module {
    public private(set) var layers: [Module]

    public init(_ layers: [Module]) { self.layers = layers }

    public convenience init(_ layers: Module...) { self.init(layers) }

    public var count: Int { layers.count }

    /// A layer, counted from the end where negative.
    ///
    /// - Throws: ``LayerError/sequence(_:)`` beyond the ends.
    public func layer(_ index: Int) throws -> Module { layers[try place(index)] }

    /// Puts another layer in a layer's place.
    public func replace(_ index: Int, with layer: Module) throws { layers[try place(index)] = layer }

    public func append(_ layer: Module) { layers.append(layer) }

    private func place(_ index: Int) throws -> Int {
        let place = index < 0 ? index + layers.count : index
        guard layers.indices.contains(place) else {
            throw LayerError.sequence("there is no layer \(index): the sequence has \(layers.count)")
        }
        return place
    }

    public override var members: [(name: String, member: Member)] {
        layers.enumerated().map { ("\($0.offset)", .module($0.element)) }
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        var (output, index) = (input, 0)
        while index < layers.count {
            if let convolution = layers[index] as? Conv2d, index + 1 < layers.count,
                let norm = layers[index + 1] as? BatchNorm2d
            {
                output = try convolution(output, then: norm)
                index += 2
            } else {
                output = try layers[index](output)
                index += 1
            }
        }
        return output
    }
}

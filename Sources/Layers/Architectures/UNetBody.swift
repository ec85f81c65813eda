import Tensors

/// A body that gives its maps just before they become smaller, for a U-Net. Its names are the body's own.
public final class UNetBody: Module {
    private let body: Module
    /// The stages of a body in parts, one after the other.
    private let stages: [Module]

    /// - Throws: `LayerError` for a body without parts that can be seen.
    public init(_ body: Module) throws {
        self.body = body
        if let parts = body as? Sequential {
            stages = parts.layers
        } else if let timm = body as? TimmBody {
            stages = timm.stages
        } else {
            throw LayerError.sequence("\(body.kind) has no parts that a U-Net could look into")
        }
        super.init()
    }

    /// The parts of a ResNet, by which groups are made; nil for others.
    var layers: [Module]? { (body as? Sequential)?.layers }

    public override var kind: String { body.kind }
    public override var members: [(name: String, member: Member)] { body.members }
    public override func forward(_ input: Tensor) throws -> Tensor { try body(input) }

    /// The maps of the last stage, and of each stage before one that is smaller, largest first.
    func maps(_ input: Tensor) throws -> (last: Tensor, skips: [Tensor]) {
        var (output, skips): (Tensor, [Tensor]) = (input, [])
        var index = 0
        while index < stages.count {
            var result: Tensor
            if let convolution = stages[index] as? Conv2d, index + 1 < stages.count,
                let norm = stages[index + 1] as? BatchNorm2d
            {
                result = try convolution(output, then: norm)
                index += 2
            } else {
                // What works in place must not change what is looked at later; nothing is smaller before it.
                result = try stages[index](output)
                index += 1
            }
            if index > 1, output.shape.last != result.shape.last, !isInput(output, input) { skips.append(output) }
            output = result
        }
        return (output, skips)
    }

    private func isInput(_ output: Tensor, _ input: Tensor) -> Bool { output === input }

    /// The shapes that pictures of a size have behind the stages, in evaluation and without a trace.
    func shapes(
        channels: Int, size: (height: Int, width: Int)
    ) throws -> (all: [[Int]], skips: [[Int]], firstSize: (height: Int, width: Int)) {
        let wasTraining = isTraining
        eval()
        defer { train(wasTraining) }
        return try withoutGradients {
            let picture = try Tensor.zeros([1, channels, size.height, size.width])
            let seen = try maps(picture)
            let first = try stages[0](picture).shape
            return (
                seen.skips.map(\.shape) + [seen.last.shape], seen.skips.map(\.shape), (first[2], first[3])
            )
        }
    }
}

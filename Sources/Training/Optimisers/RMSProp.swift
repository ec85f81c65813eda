import Tensors

/// Steps divided by the root of the gradient's averaged square (Hinton, 2012), as fastai has it: with momentum, the
/// undamped average of gradients is what is divided.
public struct RMSProp: UpdateRule {
    public var defaults: [Hyper: Double]

    public init(momentum: Double = 0, squareMomentum: Double = 0.99, epsilon: Double = 1e-8, decay: Double = 0) {
        defaults = [.momentum: momentum, .squareMomentum: squareMomentum, .epsilon: epsilon, .decay: decay]
    }

    public func apply(_ updates: inout [Update]) throws {
        for index in updates.indices {
            let update = updates[index]
            guard let gradient = update.parameter.grad else { continue }
            let (rate, keep) = (update.value(.learningRate), update.value(.squareMomentum))
            if update.decay != 0 { try update.parameter.mul_(.double(1 - rate * update.decay)) }
            let square = try update.state.squareAverage ?? gradient.zerosLike()
            try square.mul_(.double(keep)).add_(.tensor(gradient.square().mul(.double(1 - keep))))
            updates[index].state.squareAverage = square
            var step = gradient
            // fastai decides by the momentum at the beginning whether there is any.
            if defaults[.momentum, default: 0] != 0 {
                let average = try update.state.average ?? gradient.zerosLike()
                step = try average.mul_(.double(update.value(.momentum))).add_(.tensor(gradient))
                updates[index].state.average = step
            }
            updates[index].state.step += 1
            let divisor = try square.sqrt().add(.double(update.value(.epsilon)))
            try update.parameter.sub_(.tensor(step.div(.tensor(divisor)).mul(.double(rate))))
        }
    }
}

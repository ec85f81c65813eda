import Tensors

/// Gradient descent, with momentum if it is not 0: `m = mom * m + g; p -= lr * m`, weight decay decoupled.
public struct SGD: UpdateRule {
    public var defaults: [Hyper: Double]

    public init(momentum: Double = 0, decay: Double = 0) {
        defaults = [.momentum: momentum, .decay: decay]
    }

    public func apply(_ updates: inout [Update]) throws {
        for index in updates.indices {
            let update = updates[index]
            guard let gradient = update.parameter.grad else { continue }
            let rate = update.value(.learningRate)
            if update.decay != 0 { try update.parameter.mul_(.double(1 - rate * update.decay)) }
            var step = gradient
            // fastai decides by the momentum at the beginning whether there is any.
            if defaults[.momentum, default: 0] != 0 {
                let average = try update.state.average ?? gradient.zerosLike()
                step = try average.mul_(.double(update.value(.momentum))).add_(.tensor(gradient))
                updates[index].state.average = step
            }
            updates[index].state.step += 1
            try update.parameter.sub_(.tensor(step.mul(.double(rate))))
        }
    }
}

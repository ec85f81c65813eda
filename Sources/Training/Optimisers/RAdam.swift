import Foundation
import Tensors

/// Adam whose first steps, before the squares' average means anything, go by momentum alone: rectified Adam (Liu and
/// others, 2020), with fastai's defaults.
public struct RAdam: UpdateRule {
    public var defaults: [Hyper: Double]

    public init(momentum: Double = 0.9, squareMomentum: Double = 0.99, epsilon: Double = 1e-5, decay: Double = 0) {
        defaults = [.momentum: momentum, .squareMomentum: squareMomentum, .epsilon: epsilon, .decay: decay]
    }

    public func apply(_ updates: inout [Update]) throws {
        for index in updates.indices {
            let update = updates[index]
            guard let gradient = update.parameter.grad else { continue }
            let (rate, keep, squareKeep) = (
                update.value(.learningRate), update.value(.momentum), update.value(.squareMomentum)
            )
            if update.decay != 0 { try update.parameter.mul_(.double(1 - rate * update.decay)) }
            let average = try update.state.average ?? gradient.zerosLike()
            let square = try update.state.squareAverage ?? gradient.zerosLike()
            try average.mul_(.double(keep)).add_(.tensor(gradient.mul(.double(1 - keep))))
            try square.mul_(.double(squareKeep)).add_(.tensor(gradient.square().mul(.double(1 - squareKeep))))
            let step = update.state.step + 1
            updates[index].state.average = average
            updates[index].state.squareAverage = square
            updates[index].state.step = step
            let (bias, squareBias) = (1 - pow(keep, Double(step)), 1 - pow(squareKeep, Double(step)))
            guard let factor = Self.rectification(squareKeep, step) else {
                try update.parameter.sub_(.tensor(average.mul(.double(rate / bias))))
                continue
            }
            let divisor = try square.div(.double(squareBias)).sqrt().add(.double(update.value(.epsilon)))
            try update.parameter.sub_(.tensor(average.div(.tensor(divisor)).mul(.double(rate * factor / bias))))
        }
    }

    /// By how much a step is shortened; nil while the variance of its size is not known.
    static func rectification(_ squareKeep: Double, _ step: Int) -> Double? {
        let power = pow(squareKeep, Double(step))
        let limit = 2 / (1 - squareKeep) - 1
        let length = limit - 2 * Double(step) * power / (1 - power)
        guard length > 5 else { return nil }
        return (((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length)).squareRoot()
    }
}

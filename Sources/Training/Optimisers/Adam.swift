import Tensors

/// Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019), and fastai's defaults.
public struct Adam: UpdateRule {
    public var defaults: [Hyper: Double]

    public init(momentum: Double = 0.9, squareMomentum: Double = 0.99, epsilon: Double = 1e-5, decay: Double = 0.01) {
        defaults = [.momentum: momentum, .squareMomentum: squareMomentum, .epsilon: epsilon, .decay: decay]
    }

    public func apply(_ updates: inout [Update]) throws {
        var entries: [(settings: Settings, entry: AdamEntry)] = []
        for index in updates.indices {
            let parameter = updates[index].parameter
            let average = try updates[index].state.average ?? parameter.detach().zerosLike()
            let squareAverage = try updates[index].state.squareAverage ?? parameter.detach().zerosLike()
            updates[index].state.average = average
            updates[index].state.squareAverage = squareAverage
            updates[index].state.step += 1
            let update = updates[index]
            entries.append(
                (
                    Settings(update),
                    AdamEntry(
                        parameter: parameter, average: average, squareAverage: squareAverage,
                        learningRate: update.value(.learningRate), decay: update.decay, step: update.state.step)
                ))
        }
        // Groups nearly always share these, so that one native call does all.
        for settings in Set(entries.map(\.settings)) {
            try adamStep(
                entries.filter { $0.settings == settings }.map(\.entry), momentum: settings.momentum,
                squareMomentum: settings.squareMomentum, epsilon: settings.epsilon)
        }
    }

    private struct Settings: Hashable {
        let momentum: Double
        let squareMomentum: Double
        let epsilon: Double

        init(_ update: Update) {
            momentum = update.value(.momentum)
            squareMomentum = update.value(.squareMomentum)
            epsilon = update.value(.epsilon)
        }
    }
}

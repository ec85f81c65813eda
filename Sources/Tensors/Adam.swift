internal import CTorch

/// One parameter with its optimiser state for ``adamStep(_:momentum:squareMomentum:epsilon:)``.
public struct AdamEntry: Sendable {
    public var parameter: Tensor
    /// Damped averages of the gradient and of its square, like the parameter; updated in place.
    public var average: Tensor
    public var squareAverage: Tensor
    public var learningRate: Double
    /// Decoupled weight decay; 0 for biases and normalisation.
    public var decay: Double
    /// Number of this step, from 1.
    public var step: Int

    public init(
        parameter: Tensor, average: Tensor, squareAverage: Tensor, learningRate: Double, decay: Double, step: Int
    ) {
        self.parameter = parameter
        self.average = average
        self.squareAverage = squareAverage
        self.learningRate = learningRate
        self.decay = decay
        self.step = step
    }
}

/// One step of fastai's Adam over all parameters that have a gradient:
/// `p *= 1 - lr*wd`, both averages damped, `p -= lr/(1-mom^t) * m / (sqrt(v/(1-sqr^t)) + eps)`.
public func adamStep(
    _ entries: [AdamEntry], momentum: Double, squareMomentum: Double, epsilon: Double
) throws(TensorError) {
    let table = try Engine.table()
    let packed = entries.map {
        CTAdamEntry(
            parameter: $0.parameter.handle, average: $0.average.handle, square_average: $0.squareAverage.handle,
            learning_rate: $0.learningRate, decay: $0.decay, step: Int64($0.step))
    }
    let message = withExtendedLifetime(entries) {
        table.c.adam_step(packed, Int32(packed.count), momentum, squareMomentum, epsilon)
    }
    try table.check(message)
}

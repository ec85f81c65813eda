import Tensors

/// What can be set for each parameter group; raw values are fastai's names.
public enum Hyper: String, Sendable, CaseIterable, Codable {
    case learningRate = "lr"
    case momentum = "mom"
    case decay = "wd"
    case squareMomentum = "sqr_mom"
    case epsilon = "eps"
}

/// What an optimiser remembers of one parameter.
public struct ParameterState {
    /// Damped average of the gradient.
    public var average: Tensor?
    /// Damped average of the gradient's square.
    public var squareAverage: Tensor?
    /// Steps done.
    public var step = 0
    /// Whether weight decay acts on it: not on normalisation and biases.
    public var decays = true
    /// Whether it trains in a frozen group too: fastai's `train_bn`.
    public var alwaysTrains = false

    public init() {}
}

/// A parameter that has a gradient, with what an update rule needs for it.
public struct Update {
    public let parameter: Tensor
    public var state: ParameterState
    public let hypers: [Hyper: Double]

    public func value(_ hyper: Hyper) -> Double { hypers[hyper] ?? 0 }
    /// Weight decay where it acts on this parameter.
    public var decay: Double { state.decays ? value(.decay) : 0 }
}

/// How one step changes the parameters.
public protocol UpdateRule {
    /// What the hyper-parameters are unless set.
    var defaults: [Hyper: Double] { get }
    /// Changes each parameter by its gradient, and the states.
    func apply(_ updates: inout [Update]) throws
    /// Forgets what it remembers beside the states.
    func reset()
}

extension UpdateRule {
    public func reset() {}
}

/// Parameters in groups, each with hyper-parameters of its own, and the rule that changes them.
public final class Optimiser {
    public let rule: any UpdateRule
    /// From the layers nearest to the input to the head.
    public let groups: [[Tensor]]
    /// One a group.
    public var hypers: [[Hyper: Double]]
    public internal(set) var states: [[ParameterState]]
    /// The first group that trains.
    public private(set) var frozenCount = 0

    public init(_ groups: [[Tensor]], rule: any UpdateRule = Adam(), rate: GroupValue = 1e-3) throws {
        self.rule = rule
        self.groups = groups
        hypers = groups.map { _ in rule.defaults }
        states = groups.map { $0.map { _ in ParameterState() } }
        try set(.learningRate, rate)
        rule.reset()
    }

    public func set(_ hyper: Hyper, _ value: GroupValue) throws(TrainingError) {
        for (group, value) in try value.values(groups.count).enumerated() { hypers[group][hyper] = value }
    }

    /// A hyper-parameter of each group.
    public func values(_ hyper: Hyper) -> [Double] { hypers.map { $0[hyper] ?? 0 } }

    /// A hyper-parameter of the last group, as fastai records it.
    public func last(_ hyper: Hyper) -> Double { hypers.last?[hyper] ?? 0 }

    /// Marks parameters by what holds for them beside their group.
    func mark(_ parameters: [Tensor], _ change: (inout ParameterState) -> Void) {
        let marked = Set(parameters.map { ObjectIdentifier($0) })
        for (group, tensors) in groups.enumerated() {
            for (index, tensor) in tensors.enumerated() where marked.contains(ObjectIdentifier(tensor)) {
                change(&states[group][index])
            }
        }
    }

    /// Lets the groups from number `count` on train, counted from the end where negative.
    public func freeze(to count: Int) throws {
        frozenCount = max(0, count < 0 ? groups.count + count : count)
        for (group, tensors) in groups.enumerated() {
            for (index, tensor) in tensors.enumerated() {
                try tensor.setRequiresGrad(group >= frozenCount || states[group][index].alwaysTrains)
            }
        }
    }

    /// Forgets averages and steps.
    public func clearState() {
        rule.reset()
        for group in states.indices {
            for index in states[group].indices {
                var state = ParameterState()
                state.decays = states[group][index].decays
                state.alwaysTrains = states[group][index].alwaysTrains
                states[group][index] = state
            }
        }
    }

    public func zeroGrad() throws {
        for tensors in groups {
            for tensor in tensors { try tensor.setGrad(nil) }
        }
    }

    /// Changes every parameter that has a gradient.
    public func step() throws {
        var places: [(group: Int, index: Int)] = []
        var updates: [Update] = []
        for (group, tensors) in groups.enumerated() {
            for (index, tensor) in tensors.enumerated() where tensor.grad != nil {
                places.append((group, index))
                updates.append(Update(parameter: tensor, state: states[group][index], hypers: hypers[group]))
            }
        }
        try withoutGradients { try rule.apply(&updates) }
        for (place, update) in zip(places, updates) { states[place.group][place.index] = update.state }
    }
}

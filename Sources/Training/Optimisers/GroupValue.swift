import Foundation

/// A setting for each parameter group, such as a learning rate, in the ways that fastai lets one write it.
public enum GroupValue: Sendable, Equatable {
    /// The same for all.
    case single(Double)
    /// `slice(b)`: this for the last group, a tenth of it for all others.
    case upTo(Double)
    /// `slice(a, b)`: from the first group to the last by equal factors.
    case range(Double, Double)
    case each([Double])

    /// One value a group, first group first.
    ///
    /// - Throws: ``TrainingError/groupCount(given:groups:)`` for a list of another length.
    public func values(_ groups: Int) throws(TrainingError) -> [Double] {
        switch self {
        case .single(let value): return Array(repeating: value, count: groups)
        case .upTo(let value): return Array(repeating: value / 10, count: groups - 1) + [value]
        case .range(let first, let last):
            guard groups > 1 else { return [last] }
            let factor = pow(last / first, 1 / Double(groups - 1))
            return (0..<groups).map { first * pow(factor, Double($0)) }
        case .each(let values):
            if values.count == 1 { return Array(repeating: values[0], count: groups) }
            guard values.count == groups else { throw .groupCount(given: values.count, groups: groups) }
            return values
        }
    }
}

extension GroupValue: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Double) { self = .single(value) }
}

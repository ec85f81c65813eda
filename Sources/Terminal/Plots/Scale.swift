import Foundation

/// From data to a place between 0 and 1, linear or by logarithm, with the ticks of an axis.
struct Scale: Equatable {
    let low: Double
    let high: Double
    let logarithmic: Bool

    /// The range of the finite `values`, a little wider; where all are equal, one unit around them.
    /// A logarithmic scale leaves out what is not positive.
    init(_ values: some Sequence<Double>, logarithmic: Bool = false, margin: Double = 0, zero: Bool = false) {
        let usable = values.filter { $0.isFinite && (!logarithmic || $0 > 0) }
        self.logarithmic = logarithmic
        var (low, high) = (usable.min() ?? (logarithmic ? 0.1 : 0), usable.max() ?? 1)
        if logarithmic {
            (low, high) = (log10(low), log10(high))
        } else if zero {
            (low, high) = (min(0, low), max(0, high))
        }
        if high - low < max(abs(low), abs(high)) * 1e-12 || high == low {
            let half = logarithmic ? 0.5 : max(abs(low) * 0.05, 0.5)
            (low, high) = (low - half, high + half)
        }
        let space = (high - low) * margin
        self.low = zero && low == 0 ? 0 : low - space
        self.high = zero && high == 0 ? 0 : high + space
    }

    /// Where `value` lies: 0 at the low end, 1 at the high end; nil where the scale has no place for it.
    func place(_ value: Double) -> Double? {
        guard value.isFinite, !logarithmic || value > 0 else { return nil }
        let value = logarithmic ? log10(value) : value
        return (value - low) / (high - low)
    }

    struct Tick: Equatable {
        var place: Double
        var label: String
    }

    /// At most about `count` round numbers: multiples of 1, 2 or 5 times a power of ten; powers of
    /// ten on a logarithmic scale that spans two or more.
    func ticks(_ count: Int) -> [Tick] {
        let count = max(2, count)
        guard !logarithmic || high - low < 1.5 else { return decades(count) }
        let (from, to) = logarithmic ? (pow(10, low), pow(10, high)) : (low, high)
        let step = Self.niceStep((to - from) / Double(count))
        guard step > 0, step.isFinite else { return [] }
        var ticks: [Tick] = []
        var index = (from / step - 1e-9).rounded(.up)
        while index * step <= to + step * 1e-9, ticks.count <= count * 4 {
            let value = index == 0 ? 0 : index * step
            if let place = place(value) {
                ticks.append(Tick(place: place, label: Self.label(value, step: step, largest: max(abs(from), abs(to)))))
            }
            index += 1
        }
        return ticks
    }

    private func decades(_ count: Int) -> [Tick] {
        let first = Int((low - 1e-9).rounded(.up))
        let last = Int((high + 1e-9).rounded(.down))
        guard first <= last else { return [] }
        let stride = max(1, (last - first + count) / count)
        return Swift.stride(from: first, through: last, by: stride).map {
            Tick(place: (Double($0) - low) / (high - low), label: $0 == 0 ? "1" : "1e\($0)")
        }
    }

    /// The smallest of 1, 2, 5 times a power of ten that is not below `raw`.
    static func niceStep(_ raw: Double) -> Double {
        guard raw > 0, raw.isFinite else { return 0 }
        let power = pow(10, floor(log10(raw)))
        let share = raw / power
        return (share <= 1.0000001 ? 1 : share <= 2.0000001 ? 2 : share <= 5.0000001 ? 5 : 10) * power
    }

    static func label(_ value: Double, step: Double, largest: Double) -> String {
        if value == 0 { return "0" }
        if largest >= 1e6 || largest < 1e-3 {
            let exponent = Int(floor(log10(abs(value)) + 1e-9))
            let digits = max(0, exponent - Int(floor(log10(step) + 1e-9)))
            return String(format: "%.\(digits)fe%d", value / pow(10, Double(exponent)), exponent)
        }
        let decimals = max(0, -Int(floor(log10(step) + 1e-9)))
        return String(format: "%.\(decimals)f", value)
    }
}

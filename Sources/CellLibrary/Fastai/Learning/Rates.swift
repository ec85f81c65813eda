import CellRuntime
import Training

/// A parameter that takes a learning rate: a number, `slice(a, b)`, `slice(b)`, or one number for each group.
struct RateArgument: CellConvertible {
    let rate: GroupValue

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> RateArgument {
        func checked(_ number: Double) throws(Raise) -> Double {
            guard number > 0, number.isFinite else {
                throw .valueError(
                    "\(place.function)() argument '\(place.parameter)': a learning rate is above 0, not \(number)")
            }
            return number
        }
        if let slice = value.object as? SliceObject {
            let stop = try checked(place.cell.double(slice.stop))
            if slice.start.isNone { return RateArgument(rate: .upTo(stop)) }
            return RateArgument(rate: .range(try checked(place.cell.double(slice.start)), stop))
        }
        if let object = value.object, object is List || object is Tuple {
            var rates: [Double] = []
            for item in try place.cell.items(of: value) { rates.append(try checked(place.cell.double(item))) }
            return RateArgument(rate: .each(rates))
        }
        return RateArgument(rate: .single(try checked(Double.convert(value, place))))
    }
    static var cellTypeName: String { "float or slice" }
}

/// `moms=(0.95, 0.85, 0.95)`
struct MomentaArgument: CellConvertible {
    let momenta: (start: Double, peak: Double, end: Double)

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> MomentaArgument {
        let numbers = try [Double].convert(value, place)
        guard numbers.count == 3, numbers.allSatisfy({ (0..<1).contains($0) }) else {
            throw .valueError("moms takes three numbers from 0 to 1, at the start, at the peak and at the end")
        }
        return MomentaArgument(momenta: (numbers[0], numbers[1], numbers[2]))
    }
    static var cellTypeName: String { "(float, float, float)" }
}

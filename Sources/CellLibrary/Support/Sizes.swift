import CellRuntime
import Pictures

/// A parameter that takes a size: one number for a square, or `(height, width)` as PyTorch orders it.
struct SizeArgument: CellConvertible {
    let size: PictureSize

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> SizeArgument {
        let numbers: [Int]
        if let object = value.object, object is Tuple || object is List {
            numbers = try [Int].convert(value, place)
        } else {
            let side = try Int.convert(value, place)
            numbers = [side, side]
        }
        guard numbers.count == 2 else { throw place.mismatch("a number or (height, width)", value) }
        guard numbers.allSatisfy({ (1...16384).contains($0) }) else {
            throw .valueError("\(place.function)(): a size is from 1 to 16384 pixels, not \(numbers)")
        }
        return SizeArgument(size: PictureSize(width: numbers[1], height: numbers[0]))
    }
    static var cellTypeName: String { "int or (int, int)" }
}

/// A parameter that takes a range, as a tuple of two numbers.
struct RangeArgument: CellConvertible {
    let range: ClosedRange<Double>

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> RangeArgument {
        let ends = try [Double].convert(value, place)
        guard ends.count == 2, ends[0] <= ends[1] else { throw place.mismatch("(low, high)", value) }
        return RangeArgument(range: ends[0]...ends[1])
    }
    static var cellTypeName: String { "(float, float)" }
}

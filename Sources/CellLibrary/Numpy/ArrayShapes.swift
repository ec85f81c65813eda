import CellRuntime
import Tensors

extension ArrayMembers {
    /// The same values in another shape.
    @MembersBuilder static var shapes: [Member] {
        Method<ArrayObject>(
            "reshape", doc: "In another shape; -1 stands for what is left.", Parameter("shape", Variadic.self)
        ) {
            array, cell, sizes in
            let tensor = try array.numbers("reshape")
            let shape = try sizes.sizes("reshape", cell)
            do throws(TensorError) { return ArrayObject(try tensor.reshape(shape)) } catch {
                throw Raise.valueError(
                    "cannot reshape array of size \(tensor.count) into shape \(SizeText.tuple(shape).replacing(", ", with: ","))"
                )
            }
        }
        Method<ArrayObject>("ravel", doc: "All values in one dimension.") { array, _ in
            ArrayObject(try array.numbers("ravel").reshape([-1]))
        }
        Method<ArrayObject>("flatten", doc: "A copy with all values in one dimension.") { array, _ in
            ArrayObject(try array.numbers("flatten").reshape([-1]).clone())
        }
        Method<ArrayObject>(
            "transpose", doc: "The dimensions in another order, or reversed.", Parameter("axes", Variadic.self)
        ) {
            array, cell, axes in
            let tensor = try array.numbers("transpose")
            let order = try axes.sizes("transpose", cell)
            return ArrayObject(try tensor.permute(order.isEmpty ? Array((0..<tensor.dimensions).reversed()) : order))
        }
        Method<ArrayObject>("squeeze", doc: "Without dimensions of size 1.", Parameter("axis", Int?.self, default: nil))
        {
            array, _, axis in ArrayObject(try array.numbers("squeeze").squeeze(axis))
        }
        Method<ArrayObject>("repeat", doc: "Each value several times.", Parameter("repeats", Int.self)) {
            array, _, times in
            ArrayObject(
                try Tensor.call(
                    "aten::repeat_interleave", overload: "self_int", .tensor(array.numbers("repeat").reshape([-1])),
                    .int(times)))
        }
        Method<ArrayObject>("copy", doc: "A copy of its own.") { array, _ -> ArrayObject in
            switch array.content {
            case .numbers(let tensor): ArrayObject(try tensor.clone())
            case .texts(let texts): ArrayObject(texts, shape: array.shape)
            }
        }
        Method<ArrayObject>(
            "sort", doc: "Puts the values in order, in place.", Parameter("axis", Int.self, default: -1)
        ) {
            array, _, axis in
            let tensor = try array.numbers("sort")
            _ = try tensor.copy_(tensor.sort(axis).values)
        }
        Method<ArrayObject>("fill", doc: "Makes all values the same.", Parameter("value", Double.self)) {
            array, _, value in
            _ = try array.numbers("fill").fill_(value)
        }
    }

    /// As other types, and as Python's own.
    @MembersBuilder static var conversions: [Member] {
        Method<ArrayObject>("astype", doc: "The values as another type.", Parameter("dtype", Value.self)) {
            array, cell, type in
            if type.object === types.str {
                return ArrayObject(try array.allValues().map { try cell.str($0) }, shape: array.shape)
            }
            let wanted = try DTypeArgument.convert(
                type, ArgumentPlace(function: "astype", parameter: "dtype", position: 1, cell: cell)
            ).dtype
            guard case .texts(let texts) = array.content else {
                return ArrayObject(try array.numbers("astype").to(dtype: wanted).clone())
            }
            let numbers = try texts.map { text in
                guard let number = Double(text) else {
                    throw Raise.valueError("could not convert string to float: '\(text)'")
                }
                return number
            }
            return ArrayObject(try Tensor(numbers, shape: array.shape).to(dtype: wanted))
        }
        Method<ArrayObject>("tolist", doc: "The values as nested lists.") { array, _ -> Value in
            switch array.content {
            case .numbers(let tensor): try tensor.nestedLists()
            case .texts: array.nestedTexts()
            }
        }
        Method<ArrayObject>("item", doc: "One value as Python's.", Parameter("index", Int?.self, default: nil)) {
            array, _, index in
            let values = try array.allValues()
            guard let index else {
                if values.count == 1 { return values[0] }
                throw Raise.valueError("can only convert an array of size 1 to a Python scalar")
            }
            guard (-values.count..<values.count).contains(index) else {
                throw Raise.indexError("index \(index) is out of bounds for size \(values.count)")
            }
            return values[index < 0 ? index + values.count : index]
        }
    }
}

extension ArrayObject {
    /// All values row by row, as Python's own.
    func allValues() throws -> [Value] {
        switch content {
        case .texts(let texts): return texts.map(Value.string)
        case .numbers(let tensor):
            let flat = try tensor.reshape([-1]).nestedLists()
            return (flat.object as? List).map { Array($0.items) } ?? []
        }
    }

    fileprivate func nestedTexts() -> Value {
        guard case .texts(let texts) = content else { return .none }
        func nest(_ texts: ArraySlice<String>, _ shape: ArraySlice<Int>) -> Value {
            guard let size = shape.first else { return .string(texts.first ?? "") }
            let width = size == 0 ? 0 : texts.count / size
            return .list(
                (0..<size).map { index in
                    let start = texts.startIndex + index * width
                    return nest(texts[start..<start + width], shape.dropFirst())
                })
        }
        return nest(texts[...], shape[...])
    }
}

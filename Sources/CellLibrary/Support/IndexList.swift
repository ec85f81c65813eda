import CellRuntime
import Tensors

/// What stands between the brackets of `t[…]`, understood as PyTorch and NumPy do.
struct IndexList {
    enum Entry {
        case position(Int)
        case slice(SliceObject)
        case newAxis
        case ellipsis
        /// A tensor or list of positions, or a mask.
        case places(Tensor)
    }

    /// In whose words errors are told.
    enum Style { case torch, numpy }

    let entries: [Entry]
    let style: Style

    init(_ value: Value, style: Style, _ cell: Interpreter) throws {
        let parts: [Value] = (value.object as? Tuple).map { Array($0.items) } ?? [value]
        self.style = style
        entries = try parts.map { part in
            switch part {
            case .int(let position): return .position(position)
            case .bool(let flag): return .places(try Tensor(flag))
            case .none: return .newAxis
            case .object(let slice as SliceObject): return .slice(slice)
            case .object(let object) where object === Singleton.ellipsis: return .ellipsis
            case .object(let scalar as ScalarObject): return .position(scalar.number)
            case .object(let object as TensorObject): return try Self.entry(object.tensor)
            case .object(let array as ArrayObject):
                return try Self.entry(array.numbers("an index"))
            case .object(let object) where object is List || object is Tuple || object is RangeObject:
                let places = try NestedValues(part, cell).tensor(floating: .float32)
                return .places(places.count == 0 ? try places.to(dtype: .int64) : places)
            default:
                if part.type.lookup("__index__") != nil { return .position(try cell.index(part)) }
                let words =
                    style == .torch
                    ? "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices "
                        + "(got \(part.type.name))"
                    : "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays "
                        + "are valid indices"
                throw Raise.indexError(words)
            }
        }
    }

    private static func entry(_ tensor: Tensor) throws -> Entry {
        if tensor.dimensions == 0, !tensor.dtype.isFloatingPoint, tensor.dtype != .bool {
            return .position(try tensor.intItem())
        }
        if tensor.dtype.isFloatingPoint {
            throw Raise.indexError("tensors used as indices must be long, int, byte or bool tensors")
        }
        return .places([.bool, .uint8, .int64].contains(tensor.dtype) ? tensor : try tensor.to(dtype: .int64))
    }

    /// A part of `tensor` that shares its memory, and the places within it, if there are any to pick.
    private func view(of tensor: Tensor, _ cell: Interpreter) throws -> (view: Tensor, places: [Tensor?]) {
        var view = tensor
        var places: [Tensor?] = []
        var axis = 0
        let taken = entries.reduce(0) { count, entry in
            switch entry {
            case .position, .slice: count + 1
            case .newAxis, .ellipsis: count
            case .places(let tensor): count + (tensor.dtype == .bool ? tensor.dimensions : 1)
            }
        }
        guard taken <= tensor.dimensions else {
            throw Raise.indexError(
                style == .torch
                    ? "too many indices for tensor of dimension \(tensor.dimensions)"
                    : "too many indices for array: array is \(tensor.dimensions)-dimensional, but \(taken) were indexed"
            )
        }
        /// The dimension of `tensor` itself that is looked at, for messages.
        var original = 0
        for entry in entries {
            switch entry {
            case .position(let position):
                let size = view.shape[axis]
                guard (-size..<size).contains(position) else {
                    let word = style == .torch ? "dimension" : "axis"
                    throw Raise.indexError(
                        "index \(position) is out of bounds for \(word) \(original) with size \(size)")
                }
                view = try view.select(axis, position < 0 ? position + size : position)
                original += 1
            case .slice(let slice):
                view = try part(of: view, axis, slice, cell)
                axis += 1
                original += 1
            case .newAxis:
                view = try view.unsqueeze(axis)
                axis += 1
            case .ellipsis:
                axis += tensor.dimensions - taken
                original += tensor.dimensions - taken
            case .places(let tensor):
                if tensor.dimensions == 0 {
                    view = try view.unsqueeze(axis)
                    places += Array(repeating: nil, count: max(0, axis - places.count))
                    places.append(try tensor.reshape([1]))
                    axis += 1
                    continue
                }
                places += Array(repeating: nil, count: max(0, axis - places.count))
                if tensor.dtype == .bool {
                    // A mask of several dimensions stands for as many lists of places.
                    try check(mask: tensor, against: view, axis)
                    let found = try tensor.nonzero()
                    places += try (0..<tensor.dimensions).map { try found.select(1, $0) }
                    axis += tensor.dimensions
                    original += tensor.dimensions
                } else {
                    places.append(tensor)
                    axis += 1
                    original += 1
                }
            }
        }
        return (view, places)
    }

    private func check(mask: Tensor, against view: Tensor, _ axis: Int) throws {
        for (offset, size) in mask.shape.enumerated() where view.shape[axis + offset] != size {
            if style == .torch {
                throw Raise.indexError(
                    "The shape of the mask \(mask.shape) at index \(offset) does not match the shape of the indexed tensor "
                        + "\(view.shape) at index \(axis + offset)")
            }
            throw Raise.indexError(
                "boolean index did not match indexed array along axis \(axis + offset); size of axis is "
                    + "\(view.shape[axis + offset]) but size of corresponding boolean axis is \(size)")
        }
    }

    private func part(of view: Tensor, _ axis: Int, _ slice: SliceObject, _ cell: Interpreter) throws -> Tensor {
        let size = view.shape[axis]
        let step = slice.step.isNone ? 1 : try cell.index(slice.step)
        if step == 0 { throw Raise.valueError("slice step cannot be zero") }
        if step < 0, style == .torch { throw Raise.valueError("step must be greater than zero") }
        func bound(_ value: Value, _ missing: Int) throws -> Int {
            guard !value.isNone else { return missing }
            let given = try cell.index(value)
            let place = given < 0 ? given + size : given
            return min(max(place, step < 0 ? -1 : 0), step < 0 ? size - 1 : size)
        }
        if step > 0 {
            let (start, end) = (try bound(slice.start, 0), try bound(slice.stop, size))
            return try view.slice(axis, start, max(start, end), step: step)
        }
        // Backwards: the same entries of the array the other way round.
        let (start, end) = (try bound(slice.start, size - 1), try bound(slice.stop, -1))
        let turned = try view.flip([axis])
        return try turned.slice(axis, size - 1 - start, max(size - 1 - start, size - 1 - end), step: -step)
    }

    /// `tensor[…]`
    func get(_ tensor: Tensor, _ cell: Interpreter) throws -> Tensor {
        let (view, places) = try view(of: tensor, cell)
        return places.isEmpty ? view : try picked(view, places)
    }

    private func picked(_ view: Tensor, _ places: [Tensor?]) throws -> Tensor {
        do throws(TensorError) {
            return try view.index(places)
        } catch {
            if case .operation(let words) = error, words.contains("out of bounds") || words.contains("out of range") {
                throw Raise.indexError(words)
            }
            throw error
        }
    }

    /// `tensor[…] = value`
    func set(_ tensor: Tensor, to value: Operand, _ cell: Interpreter) throws {
        for case .slice(let slice) in entries where !slice.step.isNone {
            if try cell.index(slice.step) < 0 {
                throw Raise.valueError("assigning to a slice with a negative step is not supported")
            }
        }
        let (view, places) = try view(of: tensor, cell)
        let source = try value.tensor(like: tensor)
        if places.isEmpty {
            _ = try view.copy_(source)
        } else {
            _ = try view.indexPut_(places, try source.to(dtype: tensor.dtype))
        }
    }
}

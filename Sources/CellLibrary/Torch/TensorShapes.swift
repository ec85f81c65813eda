import CellRuntime
import Tensors

extension Variadic {
    /// Whole numbers given one by one or as one list, tuple or `torch.Size`: `view(2, 3)`, `view((2, 3))`.
    func sizes(_ function: String, _ cell: Interpreter) throws -> [Int] {
        let place = ArgumentPlace(function: function, parameter: "size", position: 1, cell: cell)
        if values.count == 1, values[0].object is Tuple || values[0].object is List {
            return try [Int].convert(values[0], place)
        }
        return try values.map { try Int.convert($0, place) }
    }
}

extension TensorMembers {
    /// The same numbers in another shape.
    @MembersBuilder static var shapes: [Member] {
        sized("view", "The same numbers seen in another shape; -1 stands for what is left.") { tensor, shape in
            try tensor.view(shape)
        }
        sized("reshape", "The same numbers in another shape; -1 stands for what is left.") { tensor, shape in
            try tensor.reshape(shape)
        }
        sized("permute", "The dimensions in another order.") { tensor, order in try tensor.permute(order) }
        sized("expand", "A larger shape without copying; -1 keeps a size.") { tensor, shape in try tensor.expand(shape)
        }
        sized("repeat", "Repeated along each dimension.") { tensor, times in try tensor.repeated(times) }
        sized("flip", "The other way round along dimensions.") { tensor, dimensions in try tensor.flip(dimensions) }
        sized("tile", "Repeated along each dimension.") { tensor, times in
            try Tensor.call("aten::tile", .tensor(tensor), .ints(times))
        }
        Method<Tensor>(
            "view_as", doc: "The same numbers in the shape of another tensor.", Parameter("other", Tensor.self)
        ) {
            tensor, _, other in try tensor.view(other.shape)
        }
        Method<Tensor>("expand_as", doc: "Expanded to the shape of another tensor.", Parameter("other", Tensor.self)) {
            tensor, _, other in try tensor.expand(other.shape)
        }
        Method<Tensor>(
            "flatten", doc: "Dimensions joined into one.", Parameter("start_dim", Int.self, default: 0),
            Parameter("end_dim", Int.self, default: -1)
        ) { tensor, _, start, end in try tensor.flatten(start, end) }
        Method<Tensor>("ravel", doc: "All numbers in one dimension.") { tensor, _ in try tensor.reshape([-1]) }
        Method<Tensor>("t", doc: "A matrix with rows and columns exchanged.") { tensor, _ in
            try Tensor.call("aten::t", .tensor(tensor))
        }
        Method<Tensor>(
            "transpose", doc: "Two dimensions exchanged.", Parameter("dim0", Int.self), Parameter("dim1", Int.self)
        ) { tensor, _, first, second in try tensor.transpose(first, second) }
        Method<Tensor>("squeeze", doc: "Without dimensions of size 1.", Parameter("dim", Int?.self, default: nil)) {
            tensor, _, dimension in try tensor.squeeze(dimension)
        }
        Method<Tensor>("unsqueeze", doc: "With a new dimension of size 1.", Parameter("dim", Int.self)) {
            tensor, _, dimension in try tensor.unsqueeze(dimension)
        }
        Method<Tensor>(
            "split", doc: "Pieces of a size along a dimension.", Parameter("split_size", Dimensions.self),
            Parameter("dim", Int.self, default: 0)
        ) { tensor, _, sizes, dimension -> Value in
            let axis = try tensor.position(of: dimension)
            var start = 0
            var pieces: [Value] = []
            while start < tensor.shape[axis] {
                let size = sizes.list.count == 1 ? sizes.list[0] : sizes.list[min(pieces.count, sizes.list.count - 1)]
                guard size > 0 else { throw Raise.runtimeError("split_size can only be 0 if dimension size is 0") }
                pieces.append(try tensor.slice(axis, start, min(start + size, tensor.shape[axis])).cellValue)
                start += size
            }
            return .tuple(pieces)
        }
        Method<Tensor>(
            "chunk", doc: "That many pieces along a dimension.", Parameter("chunks", Int.self),
            Parameter("dim", Int.self, default: 0)
        ) { tensor, _, count, dimension -> Value in
            guard count > 0 else {
                throw Raise.runtimeError("chunk expects `chunks` to be greater than 0, got: \(count)")
            }
            let axis = try tensor.position(of: dimension)
            let size = max(1, (tensor.shape[axis] + count - 1) / count)
            return .tuple(
                try stride(from: 0, to: tensor.shape[axis], by: size).map { start in
                    try tensor.slice(axis, start, min(start + size, tensor.shape[axis])).cellValue
                })
        }
        Method<Tensor>("unbind", doc: "The entries along a dimension.", Parameter("dim", Int.self, default: 0)) {
            tensor, _, dimension -> Value in
            let axis = try tensor.position(of: dimension)
            return .tuple(try (0..<tensor.shape[axis]).map { try tensor.select(axis, $0).cellValue })
        }
        Method<Tensor>("contiguous", doc: "The same numbers, row by row in memory.") { tensor, _ in
            try tensor.contiguous()
        }
        Method<Tensor>(
            "diag", doc: "The diagonal of a matrix, or a matrix with that diagonal.",
            Parameter("diagonal", Int.self, default: 0)
        ) {
            tensor, _, diagonal in try Tensor.call("aten::diag", .tensor(tensor), .int(diagonal))
        }
        Method<Tensor>("tril", doc: "A matrix with 0 above the diagonal.", Parameter("diagonal", Int.self, default: 0))
        {
            tensor, _, diagonal in try Tensor.call("aten::tril", .tensor(tensor), .int(diagonal))
        }
        Method<Tensor>("triu", doc: "A matrix with 0 below the diagonal.", Parameter("diagonal", Int.self, default: 0))
        {
            tensor, _, diagonal in try Tensor.call("aten::triu", .tensor(tensor), .int(diagonal))
        }
        Method<Tensor>(
            "roll", doc: "Shifted along a dimension, round the end.", Parameter("shifts", Dimensions.self),
            Parameter("dims", Dimensions?.self, default: nil)
        ) {
            tensor, _, shifts, dimensions in
            try Tensor.call("aten::roll", .tensor(tensor), .ints(shifts.list), .ints(dimensions?.list ?? []))
        }
    }

    private static func sized(
        _ name: String, _ doc: String, compute: @escaping (Tensor, [Int]) throws -> Tensor
    ) -> Method<TensorObject> {
        Method<TensorObject>(name, doc: doc, Parameter("size", Variadic.self)) { object, cell, sizes in
            TensorObject(try compute(object.tensor, sizes.sizes(name, cell)), type: object.resultType)
        }
    }
}

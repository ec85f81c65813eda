/// Products, decompositions and what else matrices are for. Leading dimensions are batches.
extension Tensor {
    /// Matrix product `[n, k] x [k, m] -> [n, m]`, batched over leading dimensions.
    public func matmul(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::matmul", .tensor(self), .tensor(other))
    }

    /// The sum of products of two vectors.
    public func dot(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::dot", .tensor(self), .tensor(other))
    }

    /// All products of two vectors.
    public func outer(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::outer", .tensor(self), .tensor(other))
    }

    /// Einstein's summation, such as "bij,bjk->bik".
    public static func einsum(_ equation: String, _ operands: [Tensor]) throws(TensorError) -> Tensor {
        try call("aten::einsum", .string(equation), .tensors(operands))
    }

    /// The `p`-norm of all values.
    public func norm(_ p: Double = 2) throws(TensorError) -> Tensor {
        try Tensor.call("aten::norm", overload: "Scalar", .tensor(self), .double(p))
    }

    /// The `p`-norm over the named dimensions.
    public func norm(_ p: Double = 2, _ dimensions: [Int], keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::norm", overload: "ScalarOpt_dim", .tensor(self), .double(p), .ints(dimensions), .bool(keep))
    }

    /// The lower triangle, with the diagonal shifted up by `diagonal`.
    public func tril(_ diagonal: Int = 0) throws(TensorError) -> Tensor {
        try Tensor.call("aten::tril", .tensor(self), .int(diagonal))
    }

    /// The upper triangle, with the diagonal shifted up by `diagonal`.
    public func triu(_ diagonal: Int = 0) throws(TensorError) -> Tensor {
        try Tensor.call("aten::triu", .tensor(self), .int(diagonal))
    }

    /// The diagonal of a matrix, or the matrix with this vector as its diagonal.
    public func diag(_ diagonal: Int = 0) throws(TensorError) -> Tensor {
        try Tensor.call("aten::diag", .tensor(self), .int(diagonal))
    }

    public func trace() throws(TensorError) -> Tensor { try Tensor.call("aten::trace", .tensor(self)) }

    /// - Throws: ``TensorError`` when the matrix is singular.
    public func inverse() throws(TensorError) -> Tensor { try Tensor.call("aten::inverse", .tensor(self)) }

    public func determinant() throws(TensorError) -> Tensor { try Tensor.call("aten::det", .tensor(self)) }

    /// `x` in `self @ x = right`.
    public func solve(_ right: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::linalg_solve", .tensor(self), .tensor(right))
    }

    /// `x` with the least `|self @ x - right|`.
    public func leastSquares(_ right: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::linalg_lstsq", .tensor(self), .tensor(right))
    }

    /// Singular values, largest first, with `self = u @ diag(s) @ vh`; without the zero rows and columns.
    public func svd() throws(TensorError) -> (u: Tensor, s: Tensor, vh: Tensor) {
        let parts = try Tensor.callMany("aten::linalg_svd", .tensor(self), .bool(false))
        guard parts.count == 3 else { throw .operation("three tensors were expected") }
        return (parts[0], parts[1], parts[2])
    }

    /// Distances between the rows of both, by the `p`-norm.
    public func distances(to other: Tensor, p: Double = 2) throws(TensorError) -> Tensor {
        try Tensor.call("aten::cdist", .tensor(self), .tensor(other), .double(p))
    }

    /// The cosine of the angle between both along a dimension.
    public func cosineSimilarity(_ other: Tensor, _ dimension: Int = 1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::cosine_similarity", .tensor(self), .tensor(other), .int(dimension))
    }
}

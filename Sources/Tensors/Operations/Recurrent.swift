internal import CTorch

extension Tensor {
    /// A long short-term memory (Hochreiter and Schmidhuber, 1997) over all steps of `[rows, steps, width]`.
    ///
    /// - Parameters:
    ///   - hidden: The hidden state before the first step, `[1, rows, hidden]`; so the cell's.
    ///   - inputWeight: `[4 hidden, width]`, the gates in PyTorch's order: input, forget, cell, output.
    ///   - hiddenWeight: `[4 hidden, hidden]`.
    ///   - bias: The sum of both biases of PyTorch, `[4 hidden]`.
    /// - Returns: Outputs `[rows, steps, hidden]`, and the states after the last step.
    public func lstm(
        hidden: Tensor, cell: Tensor, inputWeight: Tensor, hiddenWeight: Tensor, bias: Tensor
    ) throws(TensorError) -> (output: Tensor, hidden: Tensor, cell: Tensor) {
        let table = try Engine.table()
        var arguments = CTLstmArguments(
            input: handle, hidden: hidden.handle, cell: cell.handle, input_weight: inputWeight.handle,
            hidden_weight: hiddenWeight.handle, bias: bias.handle)
        var (output, lastHidden, lastCell): (CTTensor?, CTTensor?, CTTensor?)
        let message = withExtendedLifetime([self, hidden, cell, inputWeight, hiddenWeight, bias]) {
            table.c.lstm(&arguments, &output, &lastHidden, &lastCell)
        }
        try table.check(message)
        guard let output, let lastHidden, let lastCell else { throw .operation("the LSTM gave no result") }
        return (Tensor(owning: output), Tensor(owning: lastHidden), Tensor(owning: lastCell))
    }
}

extension Engine {
    /// The file of the library that multiplies matrices; empty when it cannot be told.
    public static func blas() throws(TensorError) -> String {
        let table = try table()
        return try table.string { table.c.blas($0) }
    }
}

import Tensors
import Testing

@Suite struct TensorTests {
    @Test func operatorsBroadcastAndPromote() throws {
        let a = try Tensor([1, 2, 3] as [Int])
        let b = try Tensor([0.5, 1] as [Float], shape: [2, 1])
        let sum = try a.add(.tensor(b))
        #expect(sum.shape == [2, 3])
        #expect(sum.dtype == .float32)
        #expect(try sum.array(of: Float.self) == [1.5, 2.5, 3.5, 2, 3, 4])
        #expect(try a.div(.int(2)).array(of: Float.self) == [0.5, 1, 1.5])
    }

    @Test func backwardFindsTheGradientOfAQuadratic() throws {
        let x = try Tensor(3 as Float)
        try x.setRequiresGrad(true)
        let y = try x.mul(.tensor(x)).add(.tensor(Tensor(1 as Float)))
        #expect(y.gradFunction == "AddBackward0")
        try y.backward()
        #expect(try x.grad?.item() == 6)
    }

    @Test func shapeErrorsAreThrown() throws {
        let a = try Tensor.ones([2, 3])
        let error = #expect(throws: TensorError.self) { try a.matmul(.ones([2, 3])) }
        #expect(error?.description.contains("mat1 and mat2 shapes cannot be multiplied") == true)
        #expect(throws: TensorError.self) { try Tensor.zeros([1 << 50]) }
    }
}

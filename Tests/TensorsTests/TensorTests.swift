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

    /// Pictures stay channels-last from layer to layer; one that came out otherwise would be converted each time.
    @Test func convolutionsKeepChannelsLast() throws {
        let picture = try Tensor.rand([2, 3, 8, 8]).contiguous(.channelsLast)
        let kernel = try Tensor.rand([4, 3, 3, 3]).contiguous(.channelsLast)
        let convolved = try picture.conv2d(kernel, padding: [1, 1])
        let normalised = try convolved.batchNorm(
            weight: .ones([4]), bias: .zeros([4]), runningMean: .zeros([4]), runningVariance: .ones([4]), training: true
        )
        for tensor in try [convolved, normalised, normalised.relu(), normalised.maxPool2d(2, stride: 2)] {
            #expect(tensor.strides[1] == 1, "\(tensor.shape) \(tensor.strides)")
        }
    }

    @Test func oneDNNsConvolutionGivesTheSame() throws {
        let picture = try Tensor.rand([1, 8, 16, 16]).contiguous(.channelsLast)
        for (groups, kernel) in [(1, [4, 8, 3, 3]), (8, [8, 1, 5, 5])] {
            let weight = try Tensor.rand(kernel), bias = try Tensor.rand([kernel[0]])
            let direct = try picture.mkldnnConv2d(weight, bias: bias, stride: [2, 2], padding: [1, 1], groups: groups)
            let plain = try picture.conv2d(weight, bias: bias, stride: [2, 2], padding: [1, 1], groups: groups)
            #expect(try direct.allClose(plain, relative: 1e-4, absolute: 1e-4))
        }
    }
}

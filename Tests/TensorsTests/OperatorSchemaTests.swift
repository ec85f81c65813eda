import Tensors
import Testing

/// Operators called by name choose the overload that PyTorch chooses.
@Suite struct OperatorSchemaTests {
    private func tensor(_ name: String, _ arguments: [Argument], named: [(String, Argument)] = []) throws -> Tensor {
        guard case .tensor(let tensor)? = try OperatorSchema.call(name, arguments, named: named).first else {
            throw TensorError.operation("no tensor")
        }
        return tensor
    }

    @Test func overloadsAreChosenByTheArguments() throws {
        let x = try Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
        let cases: [(String, [Argument], [(String, Argument)], String)] = [
            ("add", [.tensor(x), .int(1)], [], "tensor([[2., 3., 4.],\n        [5., 6., 7.]])"),
            ("add", [.tensor(x), .tensor(x)], [("alpha", .int(-1))], "tensor([[0., 0., 0.],\n        [0., 0., 0.]])"),
            ("sum", [.tensor(x)], [], "tensor(21.)"),
            ("sum", [.tensor(x), .int(1)], [], "tensor([ 6., 15.])"),
            ("sum", [.tensor(x)], [("axis", .int(0)), ("keepdims", .bool(true))], "tensor([[5., 7., 9.]])"),
            ("mean", [], [("input", .tensor(x)), ("dim", .ints([0, 1]))], "tensor(3.5000)"),
            ("max", [.tensor(x)], [], "tensor(6.)"),
            ("max", [.tensor(x), .int(0)], [], "tensor([4., 5., 6.])"),
            ("pow", [.tensor(x), .int(2)], [], "tensor([[ 1.,  4.,  9.],\n        [16., 25., 36.]])"),
            (
                "where", [.tensor(try x.gt(.int(3))), .tensor(x), .double(0)], [],
                "tensor([[0., 0., 0.],\n        [4., 5., 6.]])"
            ),
            ("arange", [.int(3)], [], "tensor([0, 1, 2])"),
            ("arange", [.int(1), .int(7), .int(2)], [], "tensor([1, 3, 5])"),
            ("full", [.ints([2]), .double(1.5)], [], "tensor([1.5000, 1.5000])"),
            ("zeros", [.ints([2])], [("dtype", .dtype(.int32))], "tensor([0, 0], dtype=torch.int32)"),
            (
                "cat", [.tensors([x, x]), .int(1)], [],
                "tensor([[1., 2., 3., 1., 2., 3.],\n        [4., 5., 6., 4., 5., 6.]])"
            ),
            (
                "transpose", [.tensor(x), .int(0), .int(1)], [],
                "tensor([[1., 4.],\n        [2., 5.],\n        [3., 6.]])"
            ),
            ("clamp", [.tensor(x)], [("max", .int(2))], "tensor([[1., 2., 2.],\n        [2., 2., 2.]])"),
            ("std", [.tensor(x)], [("unbiased", .bool(false))], "tensor(1.7078)"),
            (
                "masked_fill", [.tensor(x), .tensor(try x.eq(.int(1))), .int(9)], [],
                "tensor([[9., 2., 3.],\n        [4., 5., 6.]])"
            ),
        ]
        for (name, arguments, named, wanted) in cases {
            let text = try tensor(name, arguments, named: named).description
            #expect(text == wanted, "\(name)")
        }
    }

    @Test func severalResultsComeInOrder() throws {
        let outputs = try OperatorSchema.call("topk", [.tensor(Tensor([3, 9, 5] as [Int])), .int(2)])
        let texts = outputs.map { if case .tensor(let tensor) = $0 { tensor.description } else { "" } }
        #expect(texts == ["tensor([9, 5])", "tensor([1, 2])"])
        #expect(try OperatorSchema.call("unbind", [.tensor(Tensor.zeros([100]))]).count == 100)
    }

    @Test func whatDoesNotFitIsExplained() throws {
        let error = #expect(throws: TensorError.self) { try OperatorSchema.call("topk", [.string("x")]) }
        guard case .type(let words)? = error else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(words.contains("topk() received an invalid combination of arguments"))
        #expect(words.contains("(Tensor self, "))
        #expect(throws: TensorError.notImplemented("this libtorch has no operator 'tokp'")) {
            try OperatorSchema.call("tokp", [])
        }
    }

    @Test func anArgumentOfAWrongKindIsNamed() throws {
        let x = try Tensor.zeros([2])
        let error = #expect(throws: TensorError.self) {
            try Tensor.call("aten::unsqueeze", .tensor(x), .string("a"))
        }
        #expect(error?.description == "argument 'dim' must be int, not a string")
    }
}

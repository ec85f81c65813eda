import Foundation
import Tensors
import Testing

/// Tensors and arrays are printed character by character as PyTorch and numpy print them; see
/// `Fixtures/make_printing.py`.
@Suite struct PrintingTests {
    private struct Case: Decodable {
        struct Options: Decodable {
            var precision, threshold, edgeitems, linewidth: Int?
            var sci_mode: Bool?
        }

        var bytes: Data
        var shape: [Int]
        var dtype: String
        var text: String
        var plain: String?
        var requires_grad: Bool?
        var options: Options?

        func tensor() throws -> Tensor {
            let dtype = try #require(DType.allCases.first { $0.name == self.dtype })
            let tensor = try bytes.withUnsafeBytes { bytes throws(TensorError) in
                try Tensor(bytes: bytes, shape: shape, dtype: dtype)
            }
            if requires_grad == true { try tensor.setRequiresGrad(true) }
            return tensor
        }

        var printOptions: PrintOptions {
            PrintOptions(
                precision: options?.precision ?? 4, threshold: options?.threshold ?? 1000,
                edgeItems: options?.edgeitems ?? 3, lineWidth: options?.linewidth ?? 80, scientific: options?.sci_mode)
        }
    }

    @Test func tensorsArePrintedAsByPyTorch() throws {
        let cases = try Fixture.decode("printing_torch.json", as: [Case].self)
        #expect(cases.count > 150)
        for item in cases {
            let text = try TensorPrinter(options: item.printOptions).text(item.tensor())
            #expect(text == item.text)
        }
    }

    @Test func arraysArePrintedAsByNumpy() throws {
        let cases = try Fixture.decode("printing_numpy.json", as: [Case].self)
        #expect(cases.count > 120)
        for item in cases {
            let (text, plain) = try (ArrayPrinter().representation(item.tensor()), ArrayPrinter().text(item.tensor()))
            #expect(text == item.text)
            #expect(plain == item.plain)
        }
    }

    @Test func theFunctionThatMadeItIsNamed() throws {
        let x = try Tensor([1, 2] as [Float])
        try x.setRequiresGrad(true)
        let (product, sum) = try (x.mul(.int(2)), x.sum())
        #expect(product.description == "tensor([2., 4.], grad_fn=<MulBackward0>)")
        #expect(sum.description == "tensor(3., grad_fn=<SumBackward0>)")
    }

    @Test func aSubclassPrintsItsName() throws {
        #expect(try TensorPrinter().text(Tensor([1, 2] as [Int]), typeName: "TensorImage") == "TensorImage([1, 2])")
    }
}

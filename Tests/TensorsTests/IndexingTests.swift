import Tensors
import Testing

/// `x[…]` and `x[…] = value` as in PyTorch; see `Fixtures/make_indexing.py`.
@Suite struct IndexingTests {
    private struct Case: Decodable {
        var items: [Item]
        var shape: [Int]?
        var values: [Int]?
        var after: [Int]?
        var error: String?
    }

    private struct Item: Decodable {
        let item: IndexItem

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                item = .newAxis
            } else if let flag = try? value.decode(Bool.self) {
                item = .bool(flag)
            } else if let number = try? value.decode(Int.self) {
                item = .int(number)
            } else if let text = try? value.decode(String.self) {
                let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) } + [nil]
                item = text == "..." ? .ellipsis : .slice(parts[0], parts[1], step: parts[2])
            } else {
                item = .tensor(try value.decode([String: Nested].self)["tensor", default: .empty].tensor())
            }
        }
    }

    /// Nested lists of numbers or truth values.
    private enum Nested: Decodable {
        case number(Double)
        case flag(Bool)
        case list([Nested])

        static let empty = Nested.list([])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else {
                self = .list(try value.decode([Nested].self))
            }
        }

        func tensor() throws(TensorError) -> Tensor {
            switch self {
            case .flag(let flag): return try Tensor(flag)
            case .number(let number):
                return number == number.rounded() ? try Tensor(Int(number)) : try Tensor(Float(number))
            case .list(let items):
                var rows: [Tensor] = []
                for item in items { rows.append(try item.tensor()) }
                return rows.isEmpty ? try Tensor([Int]()) : try Tensor.stack(rows)
            }
        }
    }

    @Test func indexingIsPyTorchs() throws {
        let cases = try Fixture.decode("indexing.json", as: [Case].self)
        #expect(cases.count > 500)
        for (number, item) in cases.enumerated() {
            let x = try Tensor.arange(0, 60).reshape([3, 4, 5])
            let items = item.items.map(\.item)
            do {
                let got = try x.at(items)
                let (shape, values) = (got.shape, try got.array(of: Int.self))
                #expect(shape == item.shape, "case \(number)")
                #expect(values == item.values, "case \(number)")
                try x.setAt(items, .int(-7))
                #expect(try x.array(of: Int.self) == item.after, "case \(number)")
            } catch {
                #expect("\(error)" == item.error, "case \(number)")
            }
        }
    }

    @Test func valuesAreBroadcastAndConverted() throws {
        let x = try Tensor.zeros([2, 3], dtype: .int64)
        try x.setAt([.int(0)], .tensor(Tensor([1.9, 2, 3] as [Float])))
        try x.setAt([.int(1), .slice(1, nil, step: nil)], .tensor(Tensor([7] as [Int], shape: [1, 1, 1])))
        try x.setAt([.tensor(Tensor([1] as [Int])), .int(0)], .tensor(Tensor(5 as Int)))
        #expect(try x.array(of: Int.self) == [1, 2, 3, 5, 7, 7])
    }

    @Test func aViewSharesItsValuesAndItsGradient() throws {
        let x = try Tensor.zeros([2, 3])
        try x.at([.int(1)]).fill_(4)
        #expect(try x.array(of: Float.self) == [0, 0, 0, 4, 4, 4])
        try x.setRequiresGrad(true)
        try x.at([.ellipsis, .tensor(Tensor([0, 2] as [Int]))]).sum().backward()
        #expect(try x.grad?.array(of: Float.self) == [1, 0, 1, 1, 0, 1])
    }

    @Test func kindsOfErrorsAreKept() throws {
        let x = try Tensor.zeros([2])
        #expect(throws: TensorError.index("index 5 is out of bounds for dimension 0 with size 2")) {
            try x.at([.int(5)])
        }
        #expect(throws: TensorError.value("step must be greater than zero")) { try x.at([.slice(nil, nil, step: -1)]) }
        let beyond = #expect(throws: TensorError.self) { try x.index([Tensor([3] as [Int])]) }
        #expect(beyond == .index("index 3 is out of bounds for dimension 0 with size 2"))
        let dimension = #expect(throws: TensorError.self) { try x.sum([4]) }
        if case .index? = dimension {} else { Issue.record("\(dimension as Any)") }
    }
}

import DataBlocks
import Tensors
import Testing

@Suite struct TensorLoaderTests {
    private func loader(isTraining: Bool, batchSize: Int = 4) throws -> TensorLoader {
        let rows = try Tensor((0..<20).map(Float.init), shape: [10, 2])
        return try TensorLoader(
            inputs: [rows], targets: [Tensor(Array(0..<10))], batchSize: batchSize, isShuffled: isTraining,
            dropsLast: isTraining)
    }

    private func batches(_ loader: TensorLoader) throws -> [Batch] {
        let epoch = try loader.epoch()
        var result = [Batch]()
        while let batch = try epoch.next() { result.append(batch) }
        return result
    }

    @Test func rowsComeInOrderWithTheirTargets() throws {
        let all = try batches(loader(isTraining: false))
        #expect(all.map(\.count) == [4, 4, 2])
        #expect(try all[2].inputs[0].array(of: Float.self) == [16, 17, 18, 19])
        #expect(try all[2].targets[0].array(of: Int.self) == [8, 9])
    }

    @Test func trainingShufflesRowsTogether() throws {
        let loader = try loader(isTraining: true)
        #expect((loader.batchCount, loader.itemCount) == (2, 10))
        // Other tests may seed the engine's generator in between.
        let orders = try (0..<6).map { _ in
            try batches(loader).flatMap { batch in
                let rows = try batch.targets[0].array(of: Int.self)
                #expect(try batch.inputs[0].select(1, 0).array(of: Int.self) == rows.map { $0 * 2 })
                #expect(rows == batch.positions)
                return rows
            }
        }
        #expect(orders.allSatisfy { Set($0).count == 8 } && Set(orders).count > 1)
    }

    @Test func mistakesAreNamed() throws {
        let words = message { try TensorLoader(inputs: [Tensor.zeros([3, 2])], targets: [Tensor.zeros([4])]) }
        #expect(words == "the tensors have [3, 4] items, and must have equally many")
        #expect(message { try loader(isTraining: true, batchSize: 64).epoch() }.contains("do not fill one batch of 64"))
    }
}

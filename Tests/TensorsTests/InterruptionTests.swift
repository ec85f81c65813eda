import Tensors
import Testing

/// Computations that are stopped, and memory that does not suffice. Both are matters of the whole process, so
/// each of these tests has a process of its own.
@Suite struct InterruptionTests {
    /// Twenty layers, each activation watched as layers do.
    private static func chain() throws -> (weights: [Tensor], loss: Tensor) {
        let weights = try (0..<20).map { _ in
            let weight = try Tensor.eye(4)
            try weight.setRequiresGrad(true)
            return weight
        }
        var activation = try Tensor.ones([2, 4])
        for weight in weights {
            activation = try activation.matmul(weight)
            try activation.watchInterruption()
        }
        return (weights, try activation.sum())
    }

    @Test func theBackwardPassStopsBetweenLayers() async {
        await #expect(processExitsWith: .success) {
            let (weights, loss) = try InterruptionTests.chain()
            Interruption.request(atCheck: 5)
            defer { Interruption.clear() }
            #expect(throws: TensorError.interrupted) { try loss.backward() }
            let done = weights.map { $0.grad != nil }
            #expect(done.filter { $0 }.count == 4)
            #expect(done.suffix(4).allSatisfy { $0 })
        }
    }

    @Test func afterwardsEverythingWorksAgain() async {
        await #expect(processExitsWith: .success) {
            let (_, loss) = try InterruptionTests.chain()
            Interruption.request()
            #expect(throws: TensorError.interrupted) { try loss.backward() }
            Interruption.clear()
            let (weights, again) = try InterruptionTests.chain()
            try again.backward()
            #expect(try weights.allSatisfy { try $0.grad?.sum().item() == 32 })
        }
    }

    @Test func aCheckThrowsOnceAsked() async {
        await #expect(processExitsWith: .success) {
            try Engine.open()
            try Interruption.check()
            Interruption.request(atCheck: 3)
            defer { Interruption.clear() }
            try Interruption.check()
            try Interruption.check()
            #expect(throws: TensorError.interrupted) { try Interruption.check() }
            #expect(Interruption.isRequested)
        }
    }

    @Test func gradientsAccumulateAndCanBeTakenAway() throws {
        let x = try Tensor([1, 2] as [Float])
        try x.setRequiresGrad(true)
        for _ in 0..<2 { try x.mul(.tensor(x)).sum().backward() }
        #expect(try x.grad?.array(of: Float.self) == [4, 8])
        try x.setGrad(nil)
        #expect(x.grad == nil)
        let recorded = try withoutGradients { () throws(TensorError) in try x.mul(.int(2)).requiresGrad }
        #expect(!recorded)
        #expect(gradientsAreRecorded())
        #expect(throws: TensorError.self) { try x.detach().sum().backward() }
    }

    // MARK: Memory

    @Test func overTheBudgetIsAnError() async {
        await #expect(processExitsWith: .success) {
            let (now, _, budget) = try Engine.memory()
            try Engine.setMemoryBudget(bytes: now + (2 << 30))
            defer { try? Engine.setMemoryBudget(bytes: budget) }
            let error = #expect(throws: TensorError.self) { try Tensor.zeros([8 << 30], dtype: .uint8) }
            guard case .outOfMemory(let words)? = error else {
                Issue.record("\(error as Any)")
                return
            }
            #expect(words.hasPrefix("not enough memory: 8192 MB more are wanted"))
            #expect(try Tensor.ones([4]).sum().item() == 4)
        }
    }

    @Test func releasedMemoryIsCountedAsReleased() async {
        await #expect(processExitsWith: .success) {
            try Engine.resetPeakMemory()
            for _ in 0..<40 {
                let tensor = try Tensor(uninitialized: [256 << 20], dtype: .uint8)
                #expect(try Engine.memory().now >= tensor.count)
            }
            let (now, peak, _) = try Engine.memory()
            #expect(peak >= 256 << 20)
            #expect(peak < 8 << 30)
            #expect(now < 8 << 30)
        }
    }
}

extension Interpreter {
    /// Takes apart what only cycles of references still hold.
    /// - Returns: how many objects that were.
    @discardableResult
    public func collect() -> Int {
        guard !isCollecting else { return 0 }
        isCollecting = true
        defer { isCollecting = false }
        machine.pointee.take(.collection)
        let containers = heap.containers()
        var collector = Collector(self)
        let count = collector.collect(containers)
        heap.collected(inUse: containers.count - count)
        expectGrowth(from: MemoryUse.resident)
        return count
    }

    /// Wants a collection when memory has grown by a good part.
    func expectGrowth(from used: Int) {
        machine.pointee.collectionLevel.store(used + max(used / 4, Self.growth), ordering: .relaxed)
    }

    /// By how much memory at least grows until the next collection: few objects may hold much.
    private static let growth = 256 << 20

    /// At the end of a cell a collection is cheap, for most of what the cell made is gone; small cells do without.
    func collectAfterCell() {
        if heap.made > max(500, heap.threshold / 16) { collect() }
    }

    /// Above how many bytes a cell is told that it takes too much: its session's budget, or a little more than what was in
    /// use when it began, so that a full session can still be cleared.
    var memoryLimit: Int { max(memoryBudget, memoryAtStart + Self.leeway) }

    private static let leeway = 128 << 20

    /// Frees what can be freed.
    /// - Throws: a `MemoryError` when that is not enough.
    func relieveMemory() throws(Raise) {
        collect()
        MemoryUse.trim()
        machine.pointee.take(.memory)
        if MemoryUse.resident > memoryLimit { throw tooMuchMemory() }
    }

    /// Refuses a single object that is too large, or that would not leave enough.
    public func checkSize(_ count: Int, of bytes: Int = 1) throws(Raise) {
        let (size, overflow) = count.multipliedReportingOverflow(by: bytes)
        if overflow || size > Self.mostBytes {
            throw .memoryError("one object of more than \(Self.mostBytes >> 30) GB")
        }
        if size > Self.leeway, MemoryUse.resident + size > memoryLimit { throw tooMuchMemory() }
    }

    private static let mostBytes = 4 << 30

    private func tooMuchMemory() -> Raise {
        .memoryError("more than \(memoryLimit >> 20) MB of memory")
    }
}

import CellLibrary

/// Where what finished fits left behind is kept, and how much of it.
public struct FitFolder: Sendable {
    public let path: String
    public let limit: Int

    /// - Parameters:
    ///   - limit: bytes; 0 keeps nothing.
    public init(path: String, limit: Int) {
        self.path = path
        self.limit = limit
    }

    /// In the folder of the notebook's state. `NUTHATCH_CHECKPOINTS` says how many megabytes may be used, 4096 unless
    /// set.
    public init(stateFolder: String, environment: [String: String]) {
        let megabytes = environment["NUTHATCH_CHECKPOINTS"].flatMap(Int.init) ?? 4096
        self.init(path: stateFolder + "/checkpoints", limit: max(0, min(megabytes, 1 << 30)) << 20)
    }

    func order(key: String, isRestoring: Bool) -> FitOrder {
        FitOrder(key: key, folder: path, limit: limit, isRestoring: isRestoring)
    }

    /// Whether weights are kept of some fit of this cell.
    public func hasFits(of key: String) -> Bool { CheckpointFolder(path).hasFits(of: key) }
}

extension SessionRecord {
    /// Stands for the sources of all cells up to this one (FNV-1a, twice 64 bits).
    public func key(upTo index: Int) -> String {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x6C62_272E_07BB_0142
        for cell in cells[...index] {
            for byte in cell.source.utf8 + [0] {
                first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
                second = (second ^ UInt64(byte)) &* 0x100_0000_01B3 &+ 0x9E37_79B9_7F4A_7C15
            }
        }
        return String(first, radix: 16) + String(second, radix: 16)
    }
}

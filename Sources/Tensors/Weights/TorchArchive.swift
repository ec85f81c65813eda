/// A `.pth` file as PyTorch writes it since 1.6: a zip of `data.pkl`, which describes, and `data/N`, the
/// raw storages, all below one folder.
struct TorchArchive {
    private let file: ByteFile
    private let zip: ZipReader
    private let folder: String

    private static let pickleLimit = 256 << 20

    init(_ file: ByteFile) throws(WeightProblem) {
        self.file = file
        zip = try ZipReader(file)
        let pickles = zip.entries.keys.filter { $0.hasSuffix("/data.pkl") }.sorted { $0.utf8.count < $1.utf8.count }
        guard let pickle = pickles.first else { throw .unknownFormat }
        folder = String(pickle.dropLast("data.pkl".count))
        guard zip.entries[folder + "constants.pkl"] == nil else {
            throw .unsupported("it is a TorchScript program, not weights; save model.state_dict() instead")
        }
    }

    func value() throws(WeightProblem) -> WeightValue {
        guard let pickle = zip.entries[folder + "data.pkl"] else { throw .unknownFormat }
        let range = try zip.range(of: pickle)
        guard range.count <= Self.pickleLimit else { throw .damaged("its pickle has \(range.count) bytes") }
        var machine = PickleMachine(try ByteCursor(file, from: range.lowerBound, to: range.upperBound))
        let value = try machine.run()
        let order = try zip.bytes(of: folder + "byteorder", limit: 16)
        let (zip, folder) = (zip, folder)
        return try WeightBuilder(
            machine, file: file, isLittleEndian: order.map { String(decoding: $0, as: UTF8.self) } != "big"
        ) { storage throws(WeightProblem) in
            guard let entry = zip.entries[folder + "data/" + storage.key] else {
                throw .damaged("the storage \(storage.key) is missing")
            }
            return try zip.range(of: entry)
        }.value(value)
    }
}

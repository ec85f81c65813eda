import CellRuntime
import Tensors

extension ArrayObject {
    /// As `print` writes it: `[1 2 3]`.
    func text(_ cell: Interpreter) throws -> String {
        switch content {
        case .numbers(let tensor): return try LibraryState.of(cell).arrayPrinter.text(tensor)
        case .texts(let texts):
            return shape.isEmpty ? texts.first ?? "" : try words(texts, separator: " ", indent: 1, cell)
        }
    }

    /// As an echoed value is written: `array([1, 2, 3])`.
    func literal(_ cell: Interpreter) throws -> String {
        switch content {
        case .numbers(let tensor): return try LibraryState.of(cell).arrayPrinter.representation(tensor)
        case .texts(let texts):
            let width = max(1, texts.map(\.unicodeScalars.count).max() ?? 1)
            return "array(" + (try words(texts, separator: ", ", indent: 7, cell)) + ", dtype='<U\(width)')"
        }
    }

    /// Quoted texts, in lines that fit, row by row.
    private func words(_ texts: [String], separator: String, indent: Int, _ cell: Interpreter) throws -> String {
        let quoted = try texts.map { try cell.repr(.string($0)) }
        let lineWidth = LibraryState.of(cell).arrayPrinter.options.lineWidth
        func write(_ words: ArraySlice<String>, _ shape: ArraySlice<Int>, _ indent: Int) -> String {
            let margin = String(repeating: " ", count: indent)
            guard let size = shape.first, size > 0 else { return "[]" }
            guard shape.count > 1 else {
                var lines = [""]
                for (place, word) in words.enumerated() {
                    let mark = place < words.count - 1 ? separator : ""
                    let length = lines[lines.count - 1].count
                    if length > 0, indent + length + word.count + 1 > lineWidth { lines.append("") }
                    lines[lines.count - 1] += word + mark
                }
                let ends = lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
                return "[" + ends.joined(separator: "\n" + margin) + "]"
            }
            let width = words.count / size
            let rows = (0..<size).map { row in
                let start = words.startIndex + row * width
                return write(words[start..<start + width], shape.dropFirst(), indent + 1)
            }
            let mark = separator.hasPrefix(",") ? "," : ""
            return "[" + rows.joined(separator: mark + String(repeating: "\n", count: shape.count - 1) + margin) + "]"
        }
        return write(quoted[...], shape[...], indent)
    }
}

public import CellRuntime
import Foundation
import Tensors

/// The module `pandas`.
public enum PandasModule {
    public static let modules = [pandas]

    static let pandas = NativeModule("pandas", doc: "Tables.") {
        FrameObject.declaration
        SeriesObject.declaration
        IndexObject.declaration
        reading
        Function("isna", doc: "Whether a value is missing.", Parameter("obj", Value.self)) { cell, value -> Value in
            if value.object is SeriesObject || value.object is FrameObject {
                return try cell.callMethod("isna", of: value)
            }
            return .bool(value.isNone || value.double?.isNaN == true)
        }
        Function("unique", doc: "The different values, in order of appearance.", Parameter("values", Value.self)) {
            cell, value in
            let column = try Column.of(value, cell)
            return try column.picked(column.firsts()).array()
        }
        Function(
            "concat", doc: "Tables below one another.", Parameter("objs", [FrameObject].self),
            Parameter("ignore_index", Bool.self, default: false)
        ) {
            _, frames, ignoreIndex in
            guard !frames.isEmpty else { throw Raise.valueError("No objects to concatenate") }
            var names: [String] = []
            for name in frames.flatMap({ $0.columns.map(\.name) }) where !names.contains(name) { names.append(name) }
            let columns = names.map { name in
                (
                    name,
                    Column(
                        frames.flatMap { frame in
                            frame.column(name)?.values.values
                                ?? Array(repeating: Value.float(.nan), count: frame.index.count)
                        })
                )
            }
            let labels = ignoreIndex ? nil : RowIndex(Column(frames.flatMap { $0.index.column.values }))
            return FrameObject(columns, index: labels)
        }
        Function("to_numeric", doc: "Texts as numbers.", Parameter("arg", SeriesObject.self)) { cell, series in
            try cell.callMethod("astype", of: .object(series), [.string("float")])
        }
        Function(
            "set_option", doc: "Display settings: there is one table layout here, which shows all columns.",
            Parameter("name", String.self), Parameter("value", Value.self)
        ) {
            cell, name, _ in
            guard name.hasPrefix("display.") else { throw Raise.keyError(.string("No such keys(s): '\(name)'")) }
            cell.display(
                .message("pandas: \(name) has no effect here: tables show all columns, and long ones their ends."))
        }
        Constant("NA", Double.nan)
    }

    @MembersBuilder private static var reading: [Member] {
        Function(
            "read_csv", doc: "The table of a file of lines of values.",
            Parameter("filepath_or_buffer", ByteSource.self),
            Parameter("sep", String.self, default: ","), Parameter("header", Value.self, default: .string("infer")),
            Parameter("names", [String]?.self, default: nil), Parameter("index_col", Value.self, default: .none),
            Parameter("usecols", Value.self, default: .none), Parameter("nrows", Int?.self, default: nil),
            Parameter("skiprows", Int.self, default: 0), Parameter("delimiter", String?.self, default: nil),
            Parameter("encoding", String?.self, default: nil), Parameter("low_memory", Bool.self, default: true),
            Parameter("skipinitialspace", Bool.self, default: false)
        ) {
            cell, source, separator, header, names, indexColumn, used, limit, skipped, delimiter, encoding, _, skips in
            let text = try decode(source, encoding)
            var rows = Array(
                try DelimitedText.fields(text, separator: delimiter ?? separator, skipsBlanks: skips).dropFirst(skipped)
            )
            var heads = names
            if header.text == "infer" ? names == nil : !header.isNone {
                guard !rows.isEmpty else {
                    throw Raise(exceptions.valueError, "No columns to parse from file")
                }
                let head = rows.removeFirst()
                heads = names ?? head.enumerated().map { $1.isEmpty ? "Unnamed: \($0)" : $1 }
            }
            if let limit { rows = Array(rows.prefix(max(0, limit))) }
            let width = heads?.count ?? rows.first?.count ?? 0
            if let long = rows.firstIndex(where: { $0.count > width }) {
                throw Raise.valueError(
                    "Error tokenizing data. C error: Expected \(width) fields in line \(long + 2 + skipped), saw \(rows[long].count)"
                )
            }
            var columns = (0..<width).map { place in
                (unique(heads, place), DelimitedText.column(rows.map { place < $0.count ? $0[place] : "" }))
            }
            if !used.isNone {
                let wanted = try cell.items(of: used).map { (item) throws(Raise) in try cell.str(item) }
                for name in wanted where !columns.contains(where: { $0.0 == name }) {
                    throw Raise.valueError("Usecols do not match columns, columns expected but not found: ['\(name)']")
                }
                columns = columns.filter { wanted.contains($0.0) }
            }
            guard !indexColumn.isNone else { return FrameObject(columns, index: RowIndex(count: rows.count)) }
            let place =
                try indexColumn.text.map { name in columns.firstIndex { $0.0 == name } } ?? cell.index(indexColumn)
            guard let place, columns.indices.contains(place) else {
                throw Raise.valueError("Index \(try cell.repr(indexColumn)) invalid")
            }
            let labels = columns.remove(at: place)
            return FrameObject(columns, index: RowIndex(labels.1, name: labels.0))
        }
    }

    /// Names of their own for columns that share one: `a`, `a.1`.
    private static func unique(_ names: [String]?, _ place: Int) -> String {
        guard let names else { return String(place) }
        let before = names[..<place].count { $0 == names[place] }
        return before == 0 ? names[place] : "\(names[place]).\(before)"
    }

    private static func decode(_ source: ByteSource, _ encoding: String?) throws -> String {
        let bytes: [UInt8]
        switch source {
        case .bytes(let own): bytes = own
        case .file(let path): bytes = try FileBytes.read(path)
        }
        switch encoding?.lowercased() {
        case nil, "utf-8", "utf8":
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Raise.valueError("the file is not UTF-8; name its encoding, such as encoding='latin-1'")
            }
            return text
        case "latin-1", "latin1", "iso-8859-1", "cp1252":
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        default: throw Raise.valueError("unknown encoding: \(encoding ?? "")")
        }
    }
}

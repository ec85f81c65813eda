/// fastai's table, whose rows come one by one: the widths are settled by the head.
struct TrainingTable {
    private let columns: [String]
    private let widths: [Int]
    private let gap: Int
    private let header: [[String]]

    /// - Parameter width: columns of the terminal. From 40 on, five columns fit: there the names
    ///   break at their underscore.
    init(columns: [String], width: Int) {
        self.columns = columns
        func natural(_ name: String) -> Int {
            switch name {
            case "epoch": 5
            case "time": 7
            default: max(DisplayWidth.of(name), 8)
            }
        }
        let wide = columns.map(natural)
        if wide.reduce(0, +) + 2 * (columns.count - 1) <= width {
            widths = wide
            gap = 2
            header = [columns]
        } else {
            let parts = columns.map { name -> [String] in
                guard let underscore = name.lastIndex(of: "_") else { return ["", name] }
                return [String(name[...underscore]), String(name[name.index(after: underscore)...])]
            }
            widths = zip(columns, parts).map { name, parts in
                name == "epoch" || name == "time"
                    ? 5 : min(12, max(8, parts.map { DisplayWidth.of($0) }.max() ?? 8))
            }
            gap = 1
            header = parts.contains { !$0[0].isEmpty } ? [parts.map { $0[0] }, parts.map { $0[1] }] : [columns]
        }
    }

    var head: [String] { header.map(line) }

    func row(_ cells: [String]) -> String { line(cells) }

    private func line(_ cells: [String]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += String(repeating: " ", count: gap) }
            let width = index < widths.count ? widths[index] : 8
            line +=
                columns.indices.contains(index) && columns[index] == "epoch"
                ? cell.padded(to: width) : cell.padded(leftTo: width)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}

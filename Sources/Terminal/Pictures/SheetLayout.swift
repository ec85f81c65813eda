import Display

/// Where the pictures of a sheet go: cells of the terminal for each, captions beneath.
struct SheetLayout: Equatable {
    static let gap = 2

    let columns: Int
    /// Cells of one picture's place, without its caption.
    let cellColumns: Int
    let cellRows: Int

    /// - Parameters:
    ///   - aspect: a terminal cell's height over its width, about 2.
    ///   - limit: rows that one row of pictures may take.
    init(_ sheet: PictureSheet, width: Int, aspect: Double = 2, limit: Int = 40) {
        let count = max(1, sheet.items.count)
        var columns = min(max(1, sheet.columns), count)
        let narrowest = 12
        while columns > 1 && (width - Self.gap * (columns - 1)) / columns < narrowest { columns -= 1 }
        self.columns = columns
        // One picture alone needs no more than 60 columns; nine in a sheet 24 each, so that a 3x3
        // sheet drawn as symbols stays below 60 kB.
        let most = columns == 1 ? 60 : columns == 2 ? 38 : 24
        let room = max(1, min(most, (width - Self.gap * (columns - 1)) / columns))
        let tallest = sheet.items.reduce(0.0) {
            max($0, Double($1.height) / Double(max(1, $1.width)))
        }
        let rows = Int((Double(room) * min(tallest, 3) / aspect).rounded(.up))
        cellColumns = room
        cellRows = max(1, min(rows, columns == 1 ? min(limit, 24) : 14))
    }

    /// The cells that one picture fills, its shape kept.
    func cells(width: Int, height: Int, aspect: Double = 2) -> (columns: Int, rows: Int) {
        guard width > 0, height > 0 else { return (0, 0) }
        let scale = min(
            Double(cellColumns) / Double(width), Double(cellRows) * aspect / Double(height))
        let columns = Int((Double(width) * scale).rounded())
        let rows = Int((Double(height) * scale / aspect).rounded())
        return (min(max(1, columns), cellColumns), min(max(1, rows), cellRows))
    }
}

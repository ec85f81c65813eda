internal import CChafa
public import Display
import NativeLibrary

/// Draws pictures by libchafa, opened with the first picture.
public final class ChafaDrawer: PictureDrawer {
    /// What is settled before the first picture, by asking the terminal if need be.
    public struct Setting: Sendable, Equatable {
        public var way: PictureProtocol
        public var depth: ColorDepth
        /// Packed RGB behind transparent pixels.
        public var background: UInt32
        /// Pixels of one cell; (0, 0) where the terminal does not tell.
        public var cellWidth: Int
        public var cellHeight: Int

        public init(
            way: PictureProtocol, depth: ColorDepth, background: UInt32 = 0, cellWidth: Int = 0,
            cellHeight: Int = 0
        ) {
            self.way = way
            self.depth = depth
            self.background = background
            self.cellWidth = cellWidth
            self.cellHeight = cellHeight
        }
    }

    private let decide: () -> Setting
    private var setting: Setting?
    private var table: UnsafePointer<CHTable>?
    /// Why pictures are described in words though the terminal could show them.
    public private(set) var failure: String?

    /// - Parameter setting: asked once, with the first picture: it may query the terminal.
    public init(setting: @escaping () -> Setting) {
        decide = setting
    }

    public func draw(_ sheet: PictureSheet, width: Int) -> String? {
        let setting = self.setting ?? decide()
        self.setting = setting
        guard setting.way != .words, let table = open() else { return nil }
        let aspect =
            setting.cellWidth > 0 && setting.cellHeight > 0
            ? Double(setting.cellHeight) / Double(setting.cellWidth) : 2
        let layout = SheetLayout(sheet, width: width - 1, aspect: aspect)
        var text = ""
        for start in stride(from: 0, to: sheet.items.count, by: layout.columns) {
            let items = Array(sheet.items[start..<min(start + layout.columns, sheet.items.count)])
            guard let row = self.row(items, layout, aspect, setting, table) else { return nil }
            text += row
        }
        return text
    }

    private func open() -> UnsafePointer<CHTable>? {
        if let table { return table }
        guard failure == nil else { return nil }
        do throws(NativeLibraryError) {
            let symbol = try NativeLibrary(named: "ChafaShim").symbol("ch_table")
            let function = unsafeBitCast(symbol, to: CHTableFunction.self)
            guard let table = function(), table.pointee.version == CH_VERSION else {
                failure = "libChafaShim is of another version: build the package anew."
                return nil
            }
            self.table = table
            return table
        } catch {
            failure = error.description
            return nil
        }
    }

    private func row(
        _ items: [PictureSheet.Item], _ layout: SheetLayout, _ aspect: Double, _ setting: Setting,
        _ table: UnsafePointer<CHTable>
    ) -> String? {
        var drawn: [(text: String, columns: Int, rows: Int)] = []
        for item in items {
            let size = layout.cells(width: item.width, height: item.height, aspect: aspect)
            guard item.pixels.count == item.width * item.height * 4, size.columns > 0,
                let text = draw(item, size, setting, table)
            else { return nil }
            drawn.append((text, size.columns, size.rows))
        }
        let rows = drawn.map(\.rows).max() ?? 0
        let text =
            setting.way == .symbols
            ? symbols(drawn, rows, layout) : graphics(drawn, rows, layout)
        return text + captions(items, layout)
    }

    /// Lines of symbols side by side, each picture centred in its place.
    private func symbols(
        _ drawn: [(text: String, columns: Int, rows: Int)], _ rows: Int, _ layout: SheetLayout
    ) -> String {
        let lines = drawn.map { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
        var text = ""
        for row in 0..<rows {
            for (index, picture) in drawn.enumerated() {
                let gap = layout.cellColumns - picture.columns
                let last = index == drawn.count - 1
                let after = last ? 0 : gap - gap / 2 + SheetLayout.gap
                // Pictures less high than the row stand at its foot, above their caption.
                let own = row - (rows - picture.rows)
                text += String(repeating: " ", count: gap / 2)
                if own >= 0, own < lines[index].count {
                    text += lines[index][own]
                } else {
                    text += String(repeating: " ", count: picture.columns)
                }
                text += "\u{1B}[0m" + String(repeating: " ", count: after)
            }
            text += "\n"
        }
        return text
    }

    /// Pixels put at places of rows that were made free before: the cursor is led by relative moves,
    /// for a terminal may scroll and protocols leave it in different places.
    private func graphics(
        _ drawn: [(text: String, columns: Int, rows: Int)], _ rows: Int, _ layout: SheetLayout
    ) -> String {
        var text = String(repeating: "\n", count: rows) + "\u{1B}[\(rows)A"
        for (index, picture) in drawn.enumerated() {
            let gap = layout.cellColumns - picture.columns
            let column = index * (layout.cellColumns + SheetLayout.gap) + gap / 2
            let down = rows - picture.rows
            text += "\u{1B}7\r"
            if column > 0 { text += "\u{1B}[\(column)C" }
            if down > 0 { text += "\u{1B}[\(down)B" }
            text += picture.text + "\u{1B}8"
        }
        return text + "\r\u{1B}[\(rows)B"
    }

    private func captions(_ items: [PictureSheet.Item], _ layout: SheetLayout) -> String {
        let captions = items.map {
            $0.caption.split(whereSeparator: \.isNewline).map { String($0).truncated(to: layout.cellColumns) }
        }
        var text = ""
        for row in 0..<(captions.map(\.count).max() ?? 0) {
            let line = captions.map { lines in
                (row < lines.count ? lines[row] : "").centred(in: layout.cellColumns)
            }.joined(separator: String(repeating: " ", count: SheetLayout.gap))
            text += line + "\n"
        }
        return text
    }

    private func draw(
        _ item: PictureSheet.Item, _ size: (columns: Int, rows: Int), _ setting: Setting,
        _ table: UnsafePointer<CHTable>
    ) -> String? {
        item.pixels.withUnsafeBufferPointer { pixels in
            var request = CHRequest()
            request.pixels = pixels.baseAddress
            request.width = Int32(item.width)
            request.height = Int32(item.height)
            request.columns = Int32(size.columns)
            request.rows = Int32(size.rows)
            request.cell_width = Int32(setting.cellWidth > 0 ? setting.cellWidth : 10)
            request.cell_height = Int32(setting.cellHeight > 0 ? setting.cellHeight : 20)
            request.background = setting.background
            switch setting.way {
            case .kitty: request.protocol = Int32(CH_KITTY)
            case .iterm2: request.protocol = Int32(CH_ITERM2)
            case .sixel: request.protocol = Int32(CH_SIXEL)
            case .symbols, .words: request.protocol = Int32(CH_SYMBOLS)
            }
            switch setting.depth {
            case .trueColor: request.colors = Int32(CH_TRUECOLOR)
            case .ansi256: request.colors = Int32(CH_COLORS_256)
            case .ansi16: request.colors = Int32(CH_COLORS_16)
            case .none: request.colors = Int32(CH_MONOCHROME)
            }
            guard let text = table.pointee.draw(&request) else { return nil }
            defer { table.pointee.release(text) }
            return String(cString: text)
        }
    }
}

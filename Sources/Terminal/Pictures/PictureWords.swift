import Display

/// Pictures in words, one line each, where nothing can be drawn.
enum PictureWords {
    static func lines(_ sheet: PictureSheet) -> [String] {
        sheet.items.enumerated().map { index, item in
            let place = sheet.items.count > 1 ? " \(index + 1) of \(sheet.items.count)" : ""
            let caption = item.caption.split(whereSeparator: \.isNewline).joined(separator: ", ")
            let label = caption.isEmpty ? "" : ": " + caption
            return "[picture\(place), \(item.width)x\(item.height)\(label)]"
        }
    }
}

/// Cells that were given with blanks to fill in, as a lesson's exercises are.
extension LineEditor {
    /// Goes to the first blank of a cell that was given.
    func goToBlank() {
        guard number != nil, let blank = settings.blank, given != nil,
            let place = text.utf8.firstRange(of: Array(blank.utf8))
        else { return }
        point = text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound)
    }

    /// Takes a blank away once something was typed right before or behind it. One reading of the keyboard may hold many
    /// letters, and the RETURN behind them.
    func fillBlank() {
        let grown = length - lengthBefore
        lengthBefore = length
        guard number != nil, given != nil, let blank = settings.blank, grown > 0, !isSearching else { return }
        let (bytes, mark) = (bytes, Array(blank.utf8))
        let (start, end) = (point - grown, point)
        guard start >= 0, end <= bytes.count, !bytes[start..<end].elementsEqual(mark) else { return }
        if bytes[end...].starts(with: mark) {
            replace(end..<end + mark.count, with: "")
            point = end
        } else if start >= mark.count, bytes[start - mark.count..<start].elementsEqual(mark) {
            replace(start - mark.count..<start, with: "")
            point = end - mark.count
        }
    }

    /// Whether the text is a given cell that was changed within its lines, so that RETURN may run it wherever the cursor is.
    func isGivenChanged(_ text: String) -> Bool {
        guard let given, settings.blank != nil else { return false }
        let newlines = { (text: String) in text.utf8.filter { $0 == 0x0A }.count }
        return newlines(given) == newlines(text)
    }
}

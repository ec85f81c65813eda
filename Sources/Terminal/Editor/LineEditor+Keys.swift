internal import CReadline

/// What each key of the editor's own does. Everything else is readline's.
extension LineEditor {
    func perform(_ command: CRCommand, _ key: Int32) {
        let bytes = bytes
        switch command {
        case CR_RETURN: acceptOrBreak()
        case CR_NEWLINE: breakLine()
        case CR_UP: moveUp(bytes)
        case CR_DOWN: moveDown(bytes)
        case CR_LEFT: point = before(point, in: bytes)
        case CR_RIGHT: point = after(point, in: bytes)
        case CR_HOME: point = line(at: point, in: bytes).lowerBound
        case CR_END: point = line(at: point, in: bytes).upperBound
        case CR_FIRST: point = 0
        case CR_LAST: point = length
        case CR_BACKSPACE: deleteBackwards(bytes)
        case CR_DELETE: replace(point..<after(point, in: bytes), with: "")
        case CR_KILL_END: killToEnd(bytes)
        case CR_KILL_START: cr_kill(line(at: point, in: bytes).lowerBound, point)
        case CR_END_OF_INPUT: endOfInput()
        case CR_TAB: completeOrIndent(bytes)
        case CR_BACKTAB: chooseInMenu(-1)
        case CR_INTERRUPT: interrupted = true
        case CR_PASTE: paste()
        case CR_CLEAR: clearScreen()
        case CR_SUSPEND: suspend()
        case CR_SEARCH: search(key)
        case CR_ALT: runCommand(key)
        default: break
        }
    }

    // MARK: Lines

    private func acceptOrBreak() {
        fillBlank()
        let (text, bytes) = (text, bytes)
        if menu?.current != nil { return }
        guard number != nil else { return accept(text) }
        let onLastLine = line(at: point, in: bytes).upperBound == bytes.count
        let isGiven = text == recalled || isGivenChanged(text)
        guard onLastLine || isGiven else { return breakLine() }
        let isEmpty = text.allSatisfy(\.isWhitespace)
        if isEmpty { return accept("") }
        switch language.state(text) {
        case .complete, .invalid: accept(text)
        // A cell taken as it was given, or changed within its lines, needs no empty line to end its last block.
        case .incomplete where isGiven && language.state(text + "\n\n") == .complete: accept(text)
        case .incomplete(let indent):
            point == bytes.count ? insert("\n" + String(repeating: " ", count: max(0, indent))) : breakLine()
        }
    }

    private func accept(_ text: String) {
        point = length
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.count > 1, lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        let cell = lines.joined(separator: "\n")
        outcome = .cell(cell)
        guard number != nil else { return }
        history.append(cell, time: settings.time())
    }

    private func breakLine() {
        let before = String(decoding: bytes[..<point], as: UTF8.self)
        insert("\n" + String(repeating: " ", count: max(0, language.indent(before))))
    }

    private func deleteBackwards(_ bytes: [UInt8]) {
        let start = line(at: point, in: bytes).lowerBound
        let isIndent = point > start && bytes[start..<point].allSatisfy { $0 == UInt8(ascii: " ") }
        // In an indent, back to the stop before.
        let from = isIndent ? start + (point - start - 1) / 4 * 4 : before(point, in: bytes)
        replace(from..<point, with: "")
    }

    private func killToEnd(_ bytes: [UInt8]) {
        let end = line(at: point, in: bytes).upperBound
        // At a line's end the newline goes, as in Emacs.
        cr_kill(point, end == point ? min(end + 1, bytes.count) : end)
    }

    private func endOfInput() {
        guard !askedToEnd, number != nil, let question = settings.beforeEnd() else { return outcome = .end }
        askedToEnd = true
        above { write(settings.theme.quiet.apply(question, settings.depth) + "\n") }
    }

    private func paste() {
        var taken: UnsafeMutablePointer<UInt8>?
        let count = cr_take_until("\u{1B}[201~", 16 << 20, &taken)
        defer { taken?.deallocate() }
        guard let taken, count > 0 else { return }
        let text = String(decoding: UnsafeBufferPointer(start: taken, count: count), as: UTF8.self)
        let clean = String(PasteCleaner.clean(text).unicodeScalars.filter { $0.value != 0 && $0.value != 0x1B })
        insert(number == nil ? clean.replacing("\n", with: " ") : clean)
    }

    private func runCommand(_ key: Int32) {
        guard let scalar = Unicode.Scalar(UInt32(key)), let name = settings.commands[Character(scalar)]
        else { return }
        keepDraft()
        outcome = .command(name)
    }

    // MARK: Up and down

    private func moveUp(_ bytes: [UInt8]) {
        let current = line(at: point, in: bytes)
        guard current.lowerBound > 0, walk == nil else { return walkHistory(by: -1) }
        moveTo(line(at: current.lowerBound - 1, in: bytes), from: current, bytes)
    }

    private func moveDown(_ bytes: [UInt8]) {
        let current = line(at: point, in: bytes)
        guard current.upperBound < bytes.count, walk == nil else { return walkHistory(by: 1) }
        moveTo(line(at: current.upperBound + 1, in: bytes), from: current, bytes)
    }

    private func moveTo(_ target: Range<Int>, from current: Range<Int>, _ bytes: [UInt8]) {
        keeps.goal = true
        let column =
            goal
            ?? DisplayWidth.of(String(decoding: bytes[current.lowerBound..<point], as: UTF8.self))
        goal = column
        var (offset, used) = (target.lowerBound, 0)
        for character in String(decoding: bytes[target], as: UTF8.self) {
            used += DisplayWidth.of(character)
            if used > column { break }
            offset += character.utf8.count
        }
        point = offset
    }

    /// To the next older or newer cell that begins with what was typed.
    private func walkHistory(by step: Int) {
        guard number != nil else { return }
        keeps.walk = walk != nil
        let cells = history.cells
        var walk = self.walk ?? (cells.count, String(decoding: bytes[..<point], as: UTF8.self), text)
        var index = walk.index + step
        while cells.indices.contains(index), !cells[index].hasPrefix(walk.prefix) || cells[index] == text {
            index += step
        }
        guard index >= 0, index <= cells.count, walk.index != index else { return }
        walk.index = index
        replace(0..<length, with: index == cells.count ? walk.draft : cells[index])
        self.walk = index == cells.count ? nil : walk
        recalled = text
        keeps.walk = self.walk != nil
    }

    private func search(_ key: Int32) {
        guard number != nil else { return }
        let cells = history.cells
        // readline's list only grows; cells used again are found at their last place all the same.
        for cell in cells.dropFirst(min(searchable, cells.count)) { cr_add_history(cell) }
        searchable = cells.count
        cr_history_at_end()
        cr_search(key)
    }

    // MARK: Completion

    private func completeOrIndent(_ bytes: [UInt8]) {
        if menu != nil { return chooseInMenu(1) }
        let start = line(at: point, in: bytes).lowerBound
        let blank = UInt8(ascii: " ")
        guard number != nil, !bytes[start..<point].allSatisfy({ $0 == blank }) else {
            return insert(String(repeating: " ", count: 4 - (point - start) % 4))
        }
        let text = text
        let paths = PathCompletion.complete(
            text, cursor: point, spans: language.highlight(text), home: settings.home,
            folder: settings.folder())
        guard let completion = paths ?? settings.complete(text, point), !completion.candidates.isEmpty,
            completion.range.lowerBound >= 0, completion.range.upperBound <= bytes.count
        else { return }
        let typed = String(decoding: bytes[completion.range], as: UTF8.self)
        let common = completion.commonPrefix
        let isProgress = common != typed && common.utf8.count >= typed.utf8.count
        if isProgress || completion.candidates.count == 1 { replace(completion.range, with: common) }
        guard completion.candidates.count > 1 else { return }
        var menu = CompletionMenu(completion)
        if isProgress { menu.replaced(with: common) }
        self.menu = menu
        keeps.menu = true
    }

    private func chooseInMenu(_ step: Int) {
        guard var menu else { return }
        menu.move(by: step)
        if let candidate = menu.current {
            replace(menu.completion.range, with: candidate.text)
            menu.replaced(with: candidate.text)
        }
        self.menu = menu
        keeps.menu = true
    }
}

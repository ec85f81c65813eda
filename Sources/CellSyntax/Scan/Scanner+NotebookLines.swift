extension Scanner {
    /// At the start of a statement: takes a line that is the notebook's, not Python's.
    mutating func scanNotebookLine() throws(SyntaxError) -> Bool {
        let start = position
        switch bytes[position] {
        case Byte.exclamationMark:
            if peek(1) == Byte.equals { return false }
            position = joinedLineEnd(from: position)
            add(.shellLine, from: start)
        case Byte.questionMark:
            position = lineEnd(from: position)
            add(.helpLine, from: start)
        case Byte.percent:
            if let subjectEnd = trailingHelp() {
                position = subjectEnd
                add(.helpLine, from: start)
            } else if peek(1) == Byte.percent, result.tokens.isEmpty {
                position = end
                add(.cellMagic, from: start)
            } else {
                let isMagic = Byte.isNameStart(peek(1)) || peek(1) == Byte.percent
                guard isMagic else { return false }
                position = joinedLineEnd(from: position)
                add(.magicLine, from: start)
            }
        default:
            guard let subjectEnd = trailingHelp() else { return false }
            position = subjectEnd
            add(.helpLine, from: start)
        }
        return true
    }

    /// After a `=` outside brackets: `!command` and `%magic` up to the line's end.
    mutating func scanAssignedLine() {
        var offset = position
        while offset < end, Byte.isBlank(bytes[offset]) { offset += 1 }
        guard offset < end else { return }
        let isMagic =
            bytes[offset] == Byte.percent && offset + 1 < end
            && Byte.isNameStart(bytes[offset + 1])
        guard bytes[offset] == Byte.exclamationMark || isMagic else { return }
        position = joinedLineEnd(from: offset)
        add(isMagic ? .magicLine : .shellLine, from: offset)
    }

    /// The end of a line together with those that backslashes join to it.
    private func joinedLineEnd(from offset: Int) -> Int {
        var offset = lineEnd(from: offset)
        while offset < end, bytes[offset - 1] == Byte.backslash {
            offset +=
                bytes[offset] == Byte.carriageReturn && offset + 1 < end
                    && bytes[offset + 1] == Byte.newline ? 2 : 1
            offset = lineEnd(from: offset)
        }
        return offset
    }

    /// Whether the line is a name (with attributes and simple indices) and one or two question
    /// marks; returns where they end.
    private func trailingHelp() -> Int? {
        var lineEnd = lineEnd(from: position)
        while lineEnd > position, Byte.isBlank(bytes[lineEnd - 1]) { lineEnd -= 1 }
        guard lineEnd - position >= 2, bytes[lineEnd - 1] == Byte.questionMark else { return nil }
        var subjectEnd = lineEnd - 1
        if bytes[subjectEnd - 1] == Byte.questionMark { subjectEnd -= 1 }
        var offset = position
        while offset < subjectEnd, offset < position + 2, bytes[offset] == Byte.percent {
            offset += 1
        }
        guard offset < subjectEnd, Byte.isNameStart(bytes[offset]) else { return nil }
        let isSubject = bytes[offset..<subjectEnd].allSatisfy {
            Byte.isNamePart($0) || $0 == Byte.dot || $0 == UInt8(ascii: "[")
                || $0 == UInt8(ascii: "]")
        }
        return isSubject ? lineEnd : nil
    }
}

/// What the word tokenizer cuts off in front of a word, behind it and within it, and what addresses it leaves whole.
///
/// The patterns are those of spaCy's English tokenizer (MIT licence, explosion.ai), written as code.
enum WordPatterns {
    typealias Text = ArraySlice<Unicode.Scalar>

    private static func set(_ characters: String) -> Set<Unicode.Scalar> { Set(characters.unicodeScalars) }

    private static let quoteCharacters = "'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉〈〉⟦⟧"
    private static let quotes = set(quoteCharacters)
    /// The quotes among those that the patterns call so within words.
    private static let innerQuotes = set("'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉〈〉⟦⟧")
    private static let punctuation = set("…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪")
    private static let currencies = set("$£€¥฿₽﷼₴₠₡₢₣₤₥₦₧₨₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿")
    private static let beforeFullStop = set("%²-+…|,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪\"'”“`‘´’‚„»«「」『』（）〔〕【】《》〈〉〈〉⟦⟧\\")
    private static let hyphens = set("-–—~")
    private static let units: Set<String> = Set(
        """
        km km² km³ m m² m³ dm dm² dm³ cm cm² cm³ mm mm² mm³ ha µm nm yd in ft kg g mg µg t lb oz m/s km/h kmh mph hPa Pa \
        mbar mb MB kb KB gb GB tb TB T G M K % км км² км³ м м² м³ дм дм² дм³ см см² см³ мм мм² мм³ нм кг г мг м/с км/ч кПа \
        Па мбар Кб КБ кб Мб МБ мб Гб ГБ гб Тб ТБ тбكم كم² كم³ م م² م³ سم سم² سم³ مم مم² مم³ كم غرام جرام جم كغ ملغ كوب اكواب
        """.split(separator: " ").map(String.init))
    private static let longestUnit = 5

    /// How many characters in front of a word are a token of their own, 0 for none.
    static func prefix(_ text: Text) -> Int {
        guard let first = text.first else { return 0 }
        let second = text.dropFirst().first
        switch first {
        case "§", "%", "=", "—", "–": return 1
        case "+": return second?.isASCIIDigit == true ? 0 : 1
        case "…": return 1
        case ".":
            let dots = text.prefix { $0 == "." }.count
            return dots >= 2 ? dots : 0
        case "U": return text.prefix(3).elementsEqual("US$".unicodeScalars) ? 3 : 0
        case "C", "A": return second == "$" ? 2 : 0
        default:
            return punctuation.contains(first) || quotes.contains(first) || currencies.contains(first) || first.isIcon
                ? 1 : 0
        }
    }

    /// How many characters at the end of a word are a token of their own, 0 for none.
    static func suffix(_ text: Text) -> Int {
        guard let last = text.last else { return 0 }
        let before = text.dropLast().last
        // The search is for the leftmost match that reaches the end.
        var length = 0
        if last == "." {
            let dots = text.reversed().prefix { $0 == "." }.count
            if dots >= 2 { length = dots }
        }
        if last == "s" || last == "S", before == "'" || before == "’" { length = max(length, 2) }
        length = max(length, unit(text))
        if length > 0 { return length }
        if punctuation.contains(last) || quotes.contains(last) || last.isIcon || last == "—" || last == "–" { return 1 }
        guard let before else { return 0 }
        if last == "+" || currencies.contains(last) { return before.isASCIIDigit ? 1 : 0 }
        return last == "." && fullStopIsApart(text.dropLast(), before) ? 1 : 0
    }

    private static func fullStopIsApart(_ word: Text, _ before: Unicode.Scalar) -> Bool {
        if before.isASCIIDigit || before.isSmallLetter || beforeFullStop.contains(before) { return true }
        guard let third = word.dropLast().last else { return false }
        if third == "°", "FfCcKk".unicodeScalars.contains(before) { return true }
        return before.isCapital && third.isCapital
    }

    /// The length of a unit or a currency's name behind a digit.
    private static func unit(_ text: Text) -> Int {
        for length in stride(from: min(longestUnit, text.count - 1), to: 0, by: -1) {
            let start = text.endIndex - length
            guard text[start - 1].isASCIIDigit else { continue }
            let word = String(String.UnicodeScalarView(text[start...]))
            if units.contains(word) || ["US$", "C$", "A$"].contains(word) { return length }
        }
        return 0
    }

    /// The parts within a word that are tokens of their own.
    static func infixes(_ text: Text) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = text.startIndex
        while place < text.endIndex {
            let length = infix(text, at: place)
            if length > 0 {
                found.append(place..<place + length)
                place += length
            } else {
                place += 1
            }
        }
        return found
    }

    private static func infix(_ text: Text, at place: Int) -> Int {
        let scalar = text[place]
        if scalar.isASCIILetter || scalar.isASCIIDigit { return 0 }
        let before = place > text.startIndex ? text[place - 1] : nil
        let after = place + 1 < text.endIndex ? text[place + 1] : nil
        if scalar == "…" || scalar.isIcon { return 1 }
        if scalar == "." {
            let dots = text[place...].prefix { $0 == "." }.count
            if dots >= 2 { return dots }
            guard let before, let after else { return 0 }
            return (before.isSmallLetter || innerQuotes.contains(before))
                && (after.isCapital || innerQuotes.contains(after)) ? 1 : 0
        }
        guard let before, let after else { return 0 }
        if scalar == "+" || scalar == "-" || scalar == "*" || scalar == "^", before.isASCIIDigit,
            after.isASCIIDigit || after == "-"
        {
            return 1
        }
        if scalar == "," { return before.isLetter && after.isLetter ? 1 : 0 }
        guard before.isLetter || before.isASCIIDigit else { return 0 }
        if hyphens.contains(scalar) { return hyphen(text, at: place) }
        switch scalar {
        case ":", "<", ">", "=", "/": return after.isLetter ? 1 : 0
        default: return 0
        }
    }

    /// A hyphen, or two or three, before a letter.
    private static func hyphen(_ text: Text, at place: Int) -> Int {
        let scalar = text[place]
        let longest = scalar == "-" ? 3 : scalar == "—" ? 2 : 1
        for length in 1...longest {
            let end = place + length
            guard end < text.endIndex else { return 0 }
            if text[end].isLetter { return length }
            guard text[end] == scalar else { return 0 }
        }
        return 0
    }
}

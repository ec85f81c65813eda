/// Numbers written as words.
enum NumberWords {
    private static let small: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// The number that begins at `start`, and how many words it takes: `two hundred and twenty four` is 224.
    static func read(_ words: ArraySlice<String>) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        var lastWasAnd = false
        for word in words {
            if let number = small[word] {
                // "one two" are two numbers; "twenty two" is one.
                if count > 0, !lastWasAnd, value % 10 != 0 || (value % 100 != 0 && number >= 10) { break }
                value += number
                lastWasAnd = false
            } else if word == "hundred", count > 0, value < 100 {
                value = max(1, value) * 100
                lastWasAnd = false
            } else if word == "thousand", count > 0 {
                value = max(1, value) * 1000
                lastWasAnd = false
            } else if word == "and", count > 0, value >= 100, value % 100 == 0 {
                lastWasAnd = true
            } else {
                break
            }
            count += 1
        }
        guard count > 0 else { return nil }
        return (value, lastWasAnd ? count - 1 : count)
    }
}

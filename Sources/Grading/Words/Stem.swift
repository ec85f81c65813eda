/// Cuts words to what their forms have in common: `classifies`, `classified` and `classification` meet in one stem.
///
/// British and American spellings meet, too. A stem is no word; it is only compared with other stems.
enum Stem {
    /// The stem of a word in lower case.
    static func of(_ word: String) -> String {
        if let lemma = irregular[word] { return lemma == word ? word : of(lemma) }
        var letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ $0 >= 97 && $0 <= 122 || $0 > 127 }) else { return word }
        spell(&letters)
        cutPlural(&letters)
        cutEnding(&letters)
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 3, letters.last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
        return String(decoding: letters, as: UTF8.self)
    }

    /// American spelling, applied to every word alike: colour, generalise, labelled.
    private static func spell(_ letters: inout [UInt8]) {
        for (british, american) in [
            ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ises", "izes"),
            ("ise", "ize"), ("lled", "led"), ("lling", "ling"), ("our", "or"), ("ours", "ors"), ("yse", "yze"),
        ] where letters.count >= british.utf8.count + 2 && letters.ends(with: british) {
            letters.replace(british, american)
            return
        }
    }

    private static func cutPlural(_ letters: inout [UInt8]) {
        if letters.ends(with: "ies"), letters.count > 4 {
            letters.replace("ies", "y")
        } else if letters.ends(with: "sses") || letters.ends(with: "xes") || letters.ends(with: "ches")
            || letters.ends(with: "shes")
        {
            letters.removeLast(2)
        } else if letters.last == UInt8(ascii: "s"), !letters.ends(with: "ss"), !letters.ends(with: "us"),
            !letters.ends(with: "is")
        {
            letters.removeLast()
        }
    }

    private static func cutEnding(_ letters: inout [UInt8]) {
        for (ending, short, least) in endings where letters.ends(with: ending) {
            guard letters.count - ending.utf8.count >= least else { return }
            letters.replace(ending, short)
            // "fitted" and "running" lose the letter that was doubled for the ending's sake.
            if ending == "ing" || ending == "ed", letters.count > 3, let last = letters.last,
                letters[letters.count - 2] == last, !"lsz".utf8.contains(last)
            {
                letters.removeLast()
            }
            return
        }
    }

    /// What an ending becomes, and how many letters must stand before it. The first that fits is used.
    private static let endings: [(String, String, Int)] = [
        ("ization", "iz", 3), ("izer", "iz", 3), ("ification", "ify", 3), ("ifier", "ify", 3), ("ified", "ify", 3),
        ("uation", "u", 3), ("ation", "", 4), ("ction", "ct", 2), ("ption", "pt", 3), ("ition", "", 4),
        ("ution", "ut", 3), ("ssion", "ss", 3), ("mately", "m", 4), ("ately", "", 4), ("ally", "", 4), ("ily", "y", 3),
        ("ly", "", 3), ("ment", "", 4), ("ness", "", 4), ("ically", "ic", 3), ("ing", "", 3), ("uate", "u", 3),
        ("ated", "", 4), ("ate", "", 4), ("ed", "", 3), ("ivity", "", 4), ("ive", "", 4),
    ]

    private static let irregular: [String: String] = {
        var result: [String: String] = [:]
        for line in irregularForms.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for word in words { result[word] = words[0] }
        }
        return result
    }()

    /// A word, then its forms.
    private static let irregularForms = """
        be is are was were am been being
        have has had having
        do does did done doing
        good better best well
        bad worse worst badly poorly poor
        know knew known
        see saw seen sees seeing
        think thought
        teach taught
        choose chose chosen
        hide hid hidden
        hold held
        keep kept
        find found finds finding
        make made makes making
        give gave given gives giving
        take took taken takes taking
        get got gotten gets getting
        go went gone goes going
        learn learnt learned learns learning learner
        child children
        person people persons human humans
        mouse mice
        data datum datas
        say said says saying
        send sent
        show shown showed
        write wrote written
        build built
        fast faster fastest
        slow slower slowly slowest
        big bigger biggest
        large larger largest
        small smaller smallest
        high higher highest
        low lower lowest
        early earlier earliest
        late later latest
        deep deeper deepest deeply
        simple simpler simplest simply
        cheap cheaper
        easy easier easiest easily
        hard harder hardest
        difficult difficulty difficulties
        few fewer fewest
        less lesser
        long longer
        short shorter
        recognize recognise recognition recognising recognizing recognised recognized recognises recognizes
        bias biased biases biasing
        this these
        that those
        draw drew drawn
        understand understood
        mean meant
        drive drove driven
        overfit overfits overfitted overfitting
        underfit underfits underfitting
        train trained trains training
        news
        series
        us
        bus
        gas
        this
        loss losses
        class classes
        process processes processing processed
        bring brought
        buy bought
        fall fell fallen
        grow grew grown
        lose lost losing
        pay paid
        leave left
        men man
        women woman
        steps step
        red
        need needs needed
        feed fed feeds feeding
        speed speeds
        hyperparameter hyperparameters
        optimize optimise optimiser optimizer optimisation optimization optimizing optimising
        predict prediction predictions predicted predicts predicting
        perform performance performs performed performing
        differ different difference differences differs differently
        number numbers numeric numerical numerically
        layer layers
        random randomly randomness
        represent representative represents representation representing
        universal universally
        approximation approximate approximating approximator approximates
        computation compute computes computing computed computational
        calculate calculation calculations calculating calculates calculated
        generalize generalise generalization generalisation generalizes generalises generalizing generalising
        """
}

extension [UInt8] {
    func ends(with ending: String) -> Bool {
        let tail = ending.utf8
        return count >= tail.count && self[(count - tail.count)...].elementsEqual(tail)
    }

    mutating func replace(_ ending: String, _ replacement: String) {
        removeLast(ending.utf8.count)
        append(contentsOf: replacement.utf8)
    }
}

/// English words that the word tokenizer treats by themselves: contractions that come apart, and abbreviations and
/// faces that stay together.
enum WordExceptions {
    /// The tokens of each exception.
    static let table: [[Unicode.Scalar]: [[Unicode.Scalar]]] = {
        var table: [[Unicode.Scalar]: [[Unicode.Scalar]]] = [:]
        func add(_ parts: [String]) {
            for parts in [parts, parts.map { $0.replacing("'", with: "’") }] {
                table[Array(parts.joined().unicodeScalars)] = parts.map { Array($0.unicodeScalars) }
            }
        }
        for parts in contractions {
            add(parts)
            add([capitalised(parts[0])] + parts.dropFirst())
        }
        for word in whole.split(separator: " ") { add([String(word)]) }
        for word in wholeWords.split(separator: " ") {
            add([String(word)])
            add([capitalised(String(word))])
        }
        for word in [" ", "\t", "\n", "\u{A0}"] + SpecialToken.words { add([word]) }
        for letter in "abcdefghijklmnopqrstuvwxyzäöü" { add(["\(letter)."]) }
        for letter in "cfk" { add(["°", "\(letter)", "."]) }
        for letter in "CFK" { add(["°", "\(letter)", "."]) }
        for hour in 1...12 {
            for half in ["a.m.", "am", "p.m.", "pm"] { add(["\(hour)", half]) }
        }
        return table
    }()

    private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    private static let contractions: [[String]] = {
        var all: [[String]] = [
            ["i", "'m"], ["i", "m"], ["i", "'m", "a"], ["i", "m", "a"], ["y'", "all"], ["y", "all"],
            ["how", "'d", "'y"],
            ["not", "'ve"], ["not", "ve"], ["can", "not"], ["gon", "na"], ["got", "ta"], ["let", "'s"], ["c'm", "on"],
        ]
        /// With an apostrophe, and without one where that is no other word.
        func add(_ words: String, _ endings: [String], without excluded: String = "") {
            let others = excluded.split(separator: " ").map(String.init)
            for word in words.split(separator: " ").map(String.init) {
                all.append([word] + endings)
                if !others.contains(word) { all.append([word] + endings.map { $0.replacing("'", with: "") }) }
            }
        }
        add("i you he she it we they", ["'ll"], without: "i he she we")
        add("i you he she it we they", ["'ll", "'ve"])
        add("i you he she it we they", ["'d"], without: "she")
        add("i you he she it we they", ["'d", "'ve"])
        add("i you we they", ["'ve"])
        add("you we they", ["'re"], without: "we")
        add("he she it", ["'s"], without: "it")
        let questions = "who what when where why how there that this these those"
        add("who what when where why how there that this", ["'s"])
        add(questions, ["'ll"])
        add(questions, ["'ll", "'ve"])
        add("who what when where why how there these those", ["'re"], without: "who")
        add("who what when where why how there these those", ["'ve"])
        add(questions, ["'d"])
        add(questions, ["'d", "'ve"])
        let helpers = "ca could do does did had may might must need ought sha should wo would"
        add(helpers, ["n't"])
        add(helpers, ["n't", "'ve"])
        add("could might must should would", ["'ve"])
        add("ai are is was were have has dare", ["n't"], without: "dare")
        return all
    }()

    /// Words that stay whole, also with a capital.
    private static let wholeWords = """
        doin doin' goin goin' nothin nothin' nuthin nuthin' ol ol' somethin somethin' lovin' lovin havin' havin ma'am \
        o'clock co. e.g. i.e.
        """

    private static let whole = """
        \\t \\n — ' \\") <space> '' C++ em 'em ll 'll nuff 'nuff 'S 's ‘S ‘s and/or w/o 're 'Cause 'cause 'cos 'Cos 'coz \
        'Coz 'cuz 'Cuz 'bout 'd Mt. Ak. Ala. Apr. Ariz. Ark. Aug. Calif. Colo. Conn. Dec. Del. Feb. Fla. Ga. Ia. Id. \
        Ill. Ind. Jan. Jul. Jun. Kan. Kans. Ky. La. Mar. Mass. Mich. Minn. Miss. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. \
        Nebr. Nev. Nov. Oct. Okla. Ore. Pa. S.C. Sep. Sept. Tenn. Va. Wash. Wis. a.m. Adm. Bros. Corp. D.C. Dr. E.G. \
        Gen. Gov. I.E. Inc. Jr. Ltd. Md. Messrs. Mo. Mont. Mr. Mrs. Ms. p.m. Ph.D. Prof. Rep. Rev. Sen. St. vs. v.s. \
        8-) o.O :-(( 8) (= >.< o_0 ^___^ V.V O.o :() ><(((*> (╯°□°）╯︵┻━┻ :(( >:o :) :} o_O ¯\\(ツ)/¯ ;D <333 (-; :') <.< \
        :-O =( :-o :o :] xD v.v ;-D [-: (ಠ_ಠ) 0.0 :| ^__^ 0_o =) :'( V_V :3 :((( :-/ ಠ︵ಠ (-8 0.o :0 :x =3 =/ :-D :( \
        :-3 o.o <33 @_@ (._.) =| ಠ_ಠ :> (-: :-| O.O XD (*_*) :-> o_o o.0 :-p >:( :o) :-] :-X :)) (¬_¬) =[ =] ): :p :-( \
        <3 :-} :1 :-)) [: </3 =D :-) ;-) xDD XDD >.> ._. :'-( :D ]= :X ;) O_O :))) :/ :-))) (>_<) v_v :-* 8D O_o (-_-) \
        :-x -__- (o: )-: (; :* -_- [= 0_0 (: :-P (^_^) :-((( ^_^ 8-D :-0 :'-) :P :O ;_;
        """
}

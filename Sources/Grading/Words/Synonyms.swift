/// Words that mean the same wherever lessons on learning machines use them. Each word stands in one group only.
enum Synonyms {
    /// The stem that stands for a stem's group.
    static func canonical(_ stem: String) -> String { table[stem] ?? stem }

    /// Stems that stand for the same as this one, itself included.
    static func group(_ canonical: String) -> [String] { groups[canonical] ?? [canonical] }

    private static let (table, groups): ([String: String], [String: [String]]) = {
        var table: [String: String] = [:]
        var groups: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            let stems = line.split(separator: " ").map { Stem.of(String($0)) }
            for stem in stems where table[stem] == nil { table[stem] = stems[0] }
            groups[stems[0], default: []] += stems
        }
        return (table, groups)
    }()

    private static let text = """
        picture image photo photograph
        show display reveal
        use utilise utilize employ apply
        calculate compute calculation computation
        choose select pick choice selection
        decide determine decision
        big large huge
        small tiny little
        fast quick quickly rapid
        many multiple several numerous lots lot
        need require requirement necessary
        learn study
        make create build produce construct
        begin start
        end finish
        change modify alter adjust update tweak tune
        improve improvement enhance
        help aid assist
        error mistake
        example instance
        important crucial essential vital
        usual usually typical typically normally commonly
        whole entire
        area field domain
        kind type sort
        category class
        part portion section piece
        step instruction
        memorise memorize memory
        near close closely
        person user folks people human
        task job
        old past previous
        new unseen fresh
        separate apart
        split divide separation
        correct right correctly
        wrong incorrect false incorrectly
        method technique approach
        purpose aim goal
        structure layout
        happen occur
        tell inform
        before beforehand
        car vehicle automobile
        illness disease
        doctor physician
        identify detect recognise recognize
        cop police policing officer policeman
        cost price
        limit restrict constrain bound
        number numeral
        simultaneous simultaneously concurrently parallel
        hide withhold conceal
        size resolution
        money budget
        network net
        automatic automatically
        unit neuron
        company firm vendor
        organisation organization
        """
}

import Foundation

/// The cases of a seed, one for each number: a case is made from seed and number alone.
struct Cases {
    let seed: UInt64
    let corpus: [String]

    /// - Parameter folder: where programs (`*.py`) to be damaged lie, at any depth.
    init(seed: UInt64, folder: String) {
        self.seed = seed
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        corpus = files.filter { $0.hasSuffix(".py") && !$0.hasSuffix("record.py") }.sorted()
            .compactMap { try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    }

    func text(_ number: Int) -> String {
        let random = SplitMix(seed: seed &* 0x1_0000_0001 &+ UInt64(number) &* 0x9E37_79B9)
        switch number % 3 {
        case 0 where !corpus.isEmpty:
            var mutation = Mutation(random: random, corpus: corpus)
            return mutation.program()
        case 1:
            var generator = ProgramGenerator(random: random)
            let program = generator.program()
            var mutation = Mutation(random: generator.random, corpus: corpus)
            return mutation.damaged(program)
        default:
            var generator = ProgramGenerator(random: random)
            return generator.program()
        }
    }
}

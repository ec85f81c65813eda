import DataBlocks
import Display
import Foundation
import Tensors
import Testing
import Training

@testable import TabularLearning

@Suite(.serialized) struct RatingTests {
    private func learner(_ facts: TabularFacts.RatingFacts, isNetwork: Bool, path: String = ".") throws -> RatingLearner
    {
        var settings = RatingSettings(factors: 7, range: .init(0.5, 5.5))
        if isNetwork {
            var network = TableModelSettings()
            network.layers = [10, 5]
            settings.network = network
        }
        let learner = try RatingLearner(Ratings.loaders(facts.valid, path: path), settings)
        try learner.load(fixture(isNetwork ? "network.pth" : "dot.pth"))
        return learner
    }

    @Test(arguments: [false, true]) func fastaisWeightsPredictTheSame(isNetwork: Bool) throws {
        let facts = try isNetwork ? TabularFacts.read().network : TabularFacts.read().dot
        let learner = try learner(facts, isNetwork: isNetwork)
        #expect("\(learner.model)" == facts.summary.replacing("affine=True, bias=True", with: "affine=True"))
        #expect(try learner.ratings.map(isItem: false).names == facts.users)
        #expect(try learner.ratings.map(isItem: true).names == facts.items)
        let found = try learner.predictions(withLosses: true)
        #expect(agree(try found.outputs.array(), facts.preds))
        #expect(try found.targets[0].array(of: Double.self) == facts.targets)
        #expect(agree(try #require(found.losses).array(), facts.losses, to: 1e-4))
    }

    @Test func biasesAndEmbeddingsAreFastais() throws {
        let facts = try TabularFacts.read().dot
        let learner = try learner(facts, isNetwork: false)
        #expect(agree(try learner.bias([.int(100), .int(110), .int(124)]).array(), try #require(facts.bias)))
        let weight = try learner.weight([.int(3), .int(4)], isItem: false)
        #expect(weight.shape == [2, 7])
        #expect(agree(try weight.array(), try #require(facts.weight)))
        #expect(throws: TableError.unknownItem("999")) { try learner.bias([.int(999)]) }
        #expect(throws: TableError.unknownUser("0")) { try learner.weight([.int(0)], isItem: false) }
    }

    @Test func recommendsWhatIsNotRatedYet() throws {
        let facts = try TabularFacts.read().dot
        let learner = try learner(facts, isNetwork: false)
        let found = try learner.recommend(.int(3), count: 30)
        let table = try CSV.read(fixture("ratings.csv"))
        let (users, items) = (try table["userId"].doubles("userId"), try table["movieId"].doubles("movieId"))
        let rated = Set(zip(users, items).filter { $0.0 == 3 }.map { Int($0.1) })
        let all = Set(try learner.ratings.map(isItem: true).labels)
        #expect(found.count == all.count - rated.filter { all.contains(.int($0)) }.count)
        #expect(found.allSatisfy { item, _ in !rated.contains { .int($0) == item } })
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.rating >= $1.rating })
        // The same as predicting the pair.
        guard case .int(let best) = found[0].item else { return #expect(Bool(false)) }
        let pair = try People.row([("userId", .ints([3])), ("movieId", .ints([best]))])
        #expect(agree(try learner.predict(pair).outputs.array(), [found[0].rating]))
        #expect(throws: TableError.unknownUser("77")) { try learner.recommend(.int(77)) }
    }

    @Test func findsWhatIsAlike() throws {
        let learner = try learner(TabularFacts.read().dot, isNetwork: false)
        let found = try learner.nearest(.int(101), count: 3)
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.label != .int(101) && $0.similarity <= 1 })
        #expect(found[0].similarity >= found[1].similarity)
        let (a, b) = (try learner.weight([.int(101)]).select(0, 0), try learner.weight([found[0].label]).select(0, 0))
        let product: Double = try a.dot(b).item()
        let lengths = try a.norm().item() * b.norm().item()
        #expect(abs(product / lengths - found[0].similarity) < 1e-5)
    }

    @Test func strangersAreToldAndCountAsUnknown() throws {
        var told: [String] = []
        let facts = try TabularFacts.read().dot
        let learner = try RatingLearner(Ratings.loaders(facts.valid), RatingSettings(factors: 3)) { event in
            if case .message(let words) = event { told.append(words) }
        }
        let said = try learner.predict(People.row([("userId", .ints([99])), ("movieId", .ints([101]))]))
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("'userId': '99' is not among the training rows") == true)
        #expect(try said.rows["userId"] == .texts(["#na#"]))
    }

    @Test func ratingsOutsideTheRangeAreTold() throws {
        var told: [String] = []
        let facts = try TabularFacts.read().dot
        _ = try RatingLearner(Ratings.loaders(facts.valid), RatingSettings(range: .init(0, 4))) { event in
            if case .message(let words) = event { told.append(words) }
        }
        #expect(told.first?.contains("lie outside y_range=(0, 4), such as 5: the model cannot reach them") == true)
    }

    @Test(arguments: [false, true]) func trainsExportsAndLoads(isNetwork: Bool) throws {
        try withFolder { folder in
            let facts = try TabularFacts.read().dot
            var settings = RatingSettings(factors: 5, range: .init(0.5, 5.5))
            if isNetwork { settings.network = TableModelSettings() }
            try RandomNumbers.seed(0)
            let learner = try RatingLearner(Ratings.loaders(facts.valid, path: folder), settings)
            try learner.fitOneCycle(8, peak: 0.02)
            #expect(try #require(learner.recorder.values.last?[0]) < #require(learner.recorder.values.first?[0]))
            let loaded = try RatingLearner.load(ExportFile(contentsOf: learner.export()))
            let pair = try People.row([("userId", .ints([3])), ("movieId", .ints([105]))])
            #expect(try loaded.predict(pair).outputs.array(of: Double.self) == learner.predict(pair).outputs.array())
            let shown = try learner.showResults(maximum: 2)
            #expect(shown.columns == ["", "userId", "movieId", "rating", "rating_pred"])
            #expect(shown.rows.first?.first == "\(facts.valid[0])")
        }
    }

    @Test func tablesThatAreNoRatingsAreRefused() throws {
        let two = try DataTable([("a", .ints([1, 2])), ("b", .ints([1, 2]))])
        let split = Split(train: [0], valid: [1])
        #expect(throws: TableError.self) { try TableLoaders.ratings(two, split: split) }
        #expect(throws: DataBlockError.noColumn("'who'", columns: ["a", "b"])) {
            try TableLoaders.ratings(two, RatingColumns(user: "who"), split: split)
        }
        let words = try DataTable([("u", .ints([1, 2])), ("i", .ints([1, 2])), ("r", .texts(["good", "bad"]))])
        #expect(throws: TableError.notNumbers(column: "r", value: "good", row: 0)) {
            try TableLoaders.ratings(words, split: split)
        }
    }
}

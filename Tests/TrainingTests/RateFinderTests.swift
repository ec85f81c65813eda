import Tensors
import Testing

@testable import Training

@Suite struct RateFinderTests {
    @Test func findsWhatFastaiFinds() throws {
        let facts = try TrainingFacts.read().lr_find
        let learner = try Small.learner()
        let before = try weights(learner.model)
        let found = try learner.findRate(suggestions: [.valley, .slide, .minimum, .steep])
        #expect(difference(try weights(learner.model), before) == 0)
        #expect(try #require(difference([found.rates], [facts.lrs])) < 1e-6)
        #expect(try #require(difference([found.losses], [facts.losses])) < 1e-3)
        for (method, point) in found.suggestions {
            let wanted = try #require(facts.suggestions[method.rawValue])
            #expect(abs(point.rate - wanted) < 1e-3 * wanted, "\(method)")
        }
        #expect(learner.optimiser?.states.allSatisfy { $0.allSatisfy { $0.step == 0 } } == true)
        #expect(found.plot().axes[0].series.count == 5)
    }

    @Test func tooFewBatchesSayWhy() throws {
        let learner = try Small.learner()
        let error = #expect(throws: TrainingError.self) { try learner.findRate(steps: 6) }
        #expect(error?.description == "the search ended after too few batches to suggest a rate; try more steps")
    }

    @Test func suggestionsLeaveOutWhatComesAfterNaN() throws {
        let rates = (0..<20).map { Double($0 + 1) * 0.001 }
        let losses = (0..<20).map { $0 < 10 ? 1 - Double($0) * 0.05 : Double.nan }
        #expect(try RateSuggestion.minimum.point(rates, losses).mark.rate == rates[9])
    }
}

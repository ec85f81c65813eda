import DataBlocks
import Foundation
import Layers
import Tensors

extension RatingLearner {
    /// The items that a user has not rated and would like best, with the ratings that are predicted.
    ///
    /// - Throws: ``TableError/unknownUser(_:)`` for a user without ratings in the training set.
    public func recommend(_ user: Label, count: Int = 10) throws -> [(item: Label, rating: Double)] {
        let (users, items) = (try ratings.map(isItem: false), try ratings.map(isItem: true))
        let place = users.index(of: user)
        guard place > 0 else { throw TableError.unknownUser(user.name) }
        let rated = try ratedItems(place)
        let candidates = (1..<items.count).filter { !rated.contains($0) }
        guard !candidates.isEmpty else { return [] }
        let pairs = try Tensor(candidates.flatMap { [place, $0] }, shape: [candidates.count, 2])
        let predicted: [Double] = try outputs(for: [pairs]).reshape([-1]).array()
        return zip(candidates, predicted).sorted { $0.1 > $1.1 }.prefix(count).map { (items.labels[$0 - 1], $1) }
    }

    /// Indices of the items that a user has rated, in either set.
    private func ratedItems(_ user: Int) throws -> Set<Int> {
        var rated = Set<Int>()
        for loader in [ratings.inOrder(training: true), ratings.valid] where loader.itemCount > 0 {
            let pass = try loader.epoch()
            while let batch = try pass.next() {
                let pairs: [Int] = try batch.inputs[0].array()
                for row in 0..<batch.count where pairs[row * 2] == user { rated.insert(pairs[row * 2 + 1]) }
            }
        }
        return rated
    }

    /// The items (or users) whose embeddings point in the most similar direction, with the cosine of the angle.
    public func nearest(
        _ label: Label, count: Int = 10, isItem: Bool = true
    ) throws -> [(label: Label, similarity: Double)] {
        let map = try ratings.map(isItem: isItem)
        let place = try self.place(of: label, map, isItem: isItem)
        let weights = try embedding(isItem: isItem).weight.detach()
        let similar: [Double] = try weights.cosineSimilarity(weights.narrow(0, place, 1)).array()
        let others = (1..<map.count).filter { $0 != place }
        return others.sorted { similar[$0] > similar[$1] }.prefix(count).map { (map.labels[$0 - 1], similar[$0]) }
    }

    /// What an item (or a user) adds to every rating: fastai's `learn.model.bias`. `[n]`.
    ///
    /// - Throws: ``TableError`` for one that training did not have, and for a network, which has no biases.
    public func bias(_ labels: [Label], isItem: Bool = true) throws -> Tensor {
        guard let model = model as? RatingModel else {
            throw TableError.setting("a network (use_nn=True) has no biases: they are part of the dot product")
        }
        let rows = try places(of: labels, isItem: isItem)
        return try (isItem ? model.itemBias : model.userBias).weight.detach().indexSelect(0, rows).squeeze(1)
    }

    /// The numbers that describe items (or users): fastai's `learn.model.weight`. `[n, factors]`.
    public func weight(_ labels: [Label], isItem: Bool = true) throws -> Tensor {
        try embedding(isItem: isItem).weight.detach().indexSelect(0, places(of: labels, isItem: isItem))
    }

    private func embedding(isItem: Bool) throws -> Embedding {
        if let model = model as? RatingModel { return isItem ? model.items : model.users }
        let all = model.modules.compactMap { $0 as? Embedding }
        guard all.count == 2 else { throw TableError.setting("this model has no embeddings of users and items") }
        return all[isItem ? 1 : 0]
    }

    private func places(of labels: [Label], isItem: Bool) throws -> Tensor {
        let map = try ratings.map(isItem: isItem)
        return try Tensor(labels.map { try place(of: $0, map, isItem: isItem) })
    }

    private func place(of label: Label, _ map: CategoryMap, isItem: Bool) throws -> Int {
        let place = map.index(of: label)
        if place > 0 || label == .text(CategoryMap.unknown) { return place }
        throw isItem ? TableError.unknownItem(label.name) : .unknownUser(label.name)
    }
}

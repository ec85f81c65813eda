import Layers
import Tensors

/// Ratings as the product of what a user likes and what an item has, with biases: fastai's `EmbeddingDotBias`, to
/// the name of each weight.
///
/// `rating = Σ user * item + bias of user + bias of item`, brought into a range by a sigmoid where one is given.
/// Input: int64 `[n, 2]`, user and item. Output: `[n]`.
public final class RatingModel: Module {
    public let users: Embedding
    public let items: Embedding
    public let userBias: Embedding
    public let itemBias: Embedding
    public let range: TableModelSettings.Range?

    public init(factors: Int, users: Int, items: Int, range: TableModelSettings.Range? = nil) throws {
        self.users = try Embedding(users, factors)
        self.items = try Embedding(items, factors)
        userBias = try Embedding(users, 1)
        itemBias = try Embedding(items, 1)
        self.range = range
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        [
            ("u_weight", .module(users)), ("i_weight", .module(items)), ("u_bias", .module(userBias)),
            ("i_bias", .module(itemBias)),
        ]
    }

    public override var kind: String { "EmbeddingDotBias" }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let (user, item) = (try input.select(1, 0), try input.select(1, 1))
        let product = try users(user).mul(.tensor(items(item))).sum([1])
        let sum = try product.add(.tensor(userBias(user).squeeze(1))).add(.tensor(itemBias(item).squeeze(1)))
        guard let range else { return sum }
        return try sum.sigmoid().mul(.double(range.high - range.low)).add(.double(range.low))
    }
}

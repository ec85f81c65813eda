import DataBlocks
import Tensors
import Training

/// The pictures of each class and set by falling loss, and what is to be done with them: the data behind fastai's
/// `ImageClassifierCleaner`. Nothing is touched on disk before ``apply(trash:)``.
public final class PictureCleaner {
    public struct Item: Sendable, Equatable {
        /// Where the picture is.
        public let source: PictureSource
        /// Its place in the set.
        public let index: Int
        public let loss: Double
        public let predicted: String
    }

    /// What is to become of a picture.
    public enum Decision: Sendable, Equatable {
        case delete
        /// Into another class's folder.
        case relabel(String)
    }

    /// One of the two sets, and a class.
    public struct Place: Sendable, Hashable {
        public var name: String
        public var isTraining: Bool
        public init(_ name: String, isTraining: Bool) { (self.name, self.isTraining) = (name, isTraining) }
    }

    /// The classes.
    public let classes: [String]
    private let held: [Place: [Item]]
    /// Decisions by place and position there, in the order in which they were made.
    private var decided: [(place: Place, position: Int, decision: Decision?, before: Decision?)] = []
    private var decisions: [Place: [Int: Decision]] = [:]
    /// What the last ``apply(trash:)`` did.
    var moves: [PictureMove] = []

    /// - Parameter limit: Pictures of each class and set.
    public init(_ learner: VisionLearner, limit: Int = 30) throws {
        classes = learner.pictures.vocabulary?.names ?? []
        var items: [Place: [Item]] = [:]
        for isTraining in [true, false] {
            for (name, found) in try Self.items(learner, isTraining: isTraining, limit: limit) {
                items[Place(name, isTraining: isTraining)] = found
            }
        }
        held = items
    }

    /// The pictures of a class, worst first.
    public func items(_ name: String, training: Bool) -> [Item] { items(Place(name, isTraining: training)) }

    public func items(_ place: Place) -> [Item] { held[place] ?? [] }

    private static func items(
        _ learner: VisionLearner, isTraining: Bool, limit: Int
    ) throws -> [String: [Item]] {
        let set = isTraining ? learner.pictures.trainSet : learner.pictures.validSet
        guard set.count > 0 else { return [:] }
        let interpretation = try ClassificationInterpretation(
            learner, loader: learner.pictures.inOrder(training: isTraining))
        var groups: [String: [Item]] = [:]
        for (loss, row) in try interpretation.topLosses() {
            let (actual, predicted) = interpretation.answer(row)
            let place = interpretation.places[row]
            guard groups[actual, default: []].count < limit else { continue }
            groups[actual, default: []].append(
                Item(source: set.sources[place], index: place, loss: loss, predicted: predicted))
        }
        return groups
    }

    // MARK: Decisions

    /// What was decided for a picture; nil keeps it.
    public func decision(_ place: Place, _ position: Int) -> Decision? { decisions[place]?[position] }

    /// Decides what becomes of a picture; nil keeps it.
    ///
    /// - Throws: `TrainingError` for a position or a class that there is not.
    public func decide(_ place: Place, _ position: Int, _ decision: Decision?) throws {
        guard items(place).indices.contains(position) else {
            throw TrainingError.setting("there is no picture \(position) here: there are \(items(place).count)")
        }
        if case .relabel(let name)? = decision, !classes.contains(name) {
            throw TrainingError.setting(
                "there is no class '\(name)'; there are \(classes.joined(separator: ", "))")
        }
        decided.append((place, position, decision, decisions[place]?[position]))
        decisions[place, default: [:]][position] = decision
    }

    /// Takes the last decision back.
    ///
    /// - Returns: False when there is none.
    @discardableResult
    public func takeBack() -> Bool {
        guard let last = decided.popLast() else { return false }
        decisions[last.place, default: [:]][last.position] = last.before
        return true
    }

    /// Positions of a place's pictures that are to be deleted: fastai's `delete()`.
    public func deleted(_ place: Place) -> [Int] {
        (decisions[place] ?? [:]).filter { $0.value == .delete }.keys.sorted()
    }

    /// Positions of a place's pictures that are to change their class, with the new one: fastai's `change()`.
    public func changed(_ place: Place) -> [(position: Int, name: String)] {
        (decisions[place] ?? [:]).compactMap { position, decision -> (position: Int, name: String)? in
            if case .relabel(let name) = decision { (position, name) } else { nil }
        }.sorted { $0.position < $1.position }
    }

    /// How many pictures something is decided for.
    public var decisionCount: Int { decisions.values.reduce(0) { $0 + $1.count } }

    /// Every decision with the file it is about.
    var plans: [(file: String, decision: Decision)] {
        let places = decisions.keys.sorted { ($0.name, $0.isTraining ? 0 : 1) < ($1.name, $1.isTraining ? 0 : 1) }
        return places.flatMap { place in
            (decisions[place] ?? [:]).sorted { $0.key < $1.key }.compactMap {
                position, decision -> (file: String, decision: Decision)? in
                if case .file(let path) = items(place)[position].source { (path, decision) } else { nil }
            }
        }
    }

    /// Forgets all decisions.
    func forgetDecisions() { (decided, decisions) = ([], [:]) }
}

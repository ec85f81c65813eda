import DataBlocks
import Display
import Foundation
import Tensors

/// What a classifier gets right and wrong on a data set (fastai's `ClassificationInterpretation`).
public final class ClassificationInterpretation {
    public let learner: Learner
    /// The data that was looked at.
    public let loader: any Loader
    /// Names of the classes.
    public let classes: [String]
    public let predictions: Predictions
    private let predicted: [Int]
    private let actual: [Int]

    /// - Parameter loader: Nil takes the validation set.
    public init(_ learner: Learner, loader: (any Loader)? = nil) throws {
        guard let names = learner.data.vocabulary?.names else { throw TrainingError.noCategories }
        self.learner = learner
        self.loader = loader ?? learner.data.inOrder(training: false)
        classes = names
        predictions = try learner.predictions(self.loader, withLosses: true)
        predicted = try predictions.decoded.array()
        actual = try predictions.targets.first?.array() ?? []
    }

    /// How often each class was predicted for each: `matrix[actual][predicted]`.
    public var confusionMatrix: [[Int]] {
        ClassCounts(predicted: predicted, actual: actual, classes: classes.count).matrix
    }

    /// Pairs of classes that are taken for each other, most often first.
    public func mostConfused(atLeast minimum: Int = 1) -> [(actual: String, predicted: String, count: Int)] {
        let matrix = confusionMatrix
        var pairs: [(actual: String, predicted: String, count: Int)] = []
        for (row, counts) in matrix.enumerated() {
            for (column, count) in counts.enumerated() where row != column && count >= minimum {
                pairs.append((classes[row], classes[column], count))
            }
        }
        // Stable, as Python's sort is.
        return pairs.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(
            \.element)
    }

    /// Losses and positions of the items that went worst, or best.
    public func topLosses(_ count: Int? = nil, largest: Bool = true) throws -> [(loss: Double, index: Int)] {
        guard let losses = predictions.losses else { return [] }
        let top = try losses.topk(min(count ?? losses.count, losses.count), 0, largest: largest)
        return zip(try top.values.array(of: Double.self), try top.indices.array(of: Int.self)).map { ($0, $1) }
    }

    /// Where each item stands in its data set: items that could not be read are left out of a pass.
    public var places: [Int] {
        predictions.positions.count == predicted.count ? predictions.positions : Array(predicted.indices)
    }

    /// An item's actual and predicted class.
    public func answer(_ index: Int) -> (actual: String, predicted: String) {
        (classes[actual[index]], classes[predicted[index]])
    }

    /// What fastai writes over a picture: prediction, actual class, loss, and the predicted class's probability.
    public func caption(_ index: Int) throws -> String {
        let loss: [Double] = try predictions.losses?.array() ?? []
        let row: [Double] = try predictions.outputs.select(0, index).array()
        let (truth, said) = answer(index)
        return "\(said)/\(truth) / \(String(format: "%.2f", loss[index])) / "
            + String(format: "%.2f", row.max() ?? 0)
    }

    /// The confusion matrix as a heat map, rows the actual classes.
    public func confusionPlot(normalised: Bool = false, title: String = "Confusion matrix") -> Plot {
        var axes = Plot.Axes()
        (axes.title, axes.xLabel, axes.yLabel) = (title, "Predicted", "Actual")
        axes.matrix = confusionMatrix.map { row in
            let sum = Double(max(1, row.reduce(0, +)))
            return row.map { normalised ? Double($0) / sum : Double($0) }
        }
        (axes.rowNames, axes.columnNames) = (classes, classes)
        axes.series = [.init(mark: .heatmap, x: [], y: [])]
        return Plot(axes: [axes])
    }

    /// Precision, recall and F1 of each class as scikit-learn prints them.
    public func report() -> String {
        let counts = ClassCounts(predicted: predicted, actual: actual, classes: classes.count)
        let width = max(classes.map(\.count).max() ?? 0, "weighted avg".count)
        func line(_ name: String, _ values: [String], _ support: Int) -> String {
            let cells = values.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
            let number = "\(support)"
            return String(repeating: " ", count: width - name.count) + name + cells.joined()
                + String(repeating: " ", count: max(0, 10 - number.count)) + number + "\n"
        }
        let cell = { (value: Double) in String(format: "%.2f", value) }
        let head = ["precision", "recall", "f1-score", "support"]
        var text = String(repeating: " ", count: width)
        text += head.map { String(repeating: " ", count: 10 - $0.count) + $0 }.joined() + "\n\n"
        for (index, name) in classes.enumerated() {
            let values = [
                counts.precision(positive: index), counts.recall(positive: index), counts.f(positive: index),
            ]
            text += line(name, values.map(cell), counts.actual(index))
        }
        let right = (0..<classes.count).map(counts.right).reduce(0, +)
        let accuracy = cell(Double(right) / Double(max(1, counts.total)))
        text += "\n" + line("accuracy", ["", "", accuracy], counts.total)
        for average in [ClassCounts.Average.macro, .weighted] {
            let values = [counts.precision(average), counts.recall(average), counts.f(1, average)]
            text += line("\(average.rawValue) avg", values.map(cell), counts.total)
        }
        return text
    }
}

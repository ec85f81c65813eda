import Foundation

/// Why a training cannot begin or go on.
public enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The loss became infinite or not a number.
    case notANumber(epoch: Int, batch: Int, of: Int, rate: Double)
    /// More or fewer values than the model has parameter groups.
    case groupCount(given: Int, groups: Int)
    /// A callback watches a value that is not recorded.
    case notRecorded(String, recorded: [String])
    /// Predictions and targets of different sizes.
    case sizes(prediction: [Int], target: [Int])
    /// Nothing to compute from.
    case nothingRecorded(String)
    /// An epoch count, a share or the like outside its range.
    case setting(String)
    case noCategories

    public var description: String {
        switch self {
        case .notANumber(let epoch, let batch, let total, let rate):
            "the loss is no longer a number (epoch \(epoch), batch \(batch) of \(total), learning rate "
                + "\(short(rate))). The learning rate is probably too high: build the learner anew and train with a "
                + "tenth of it, or ask lr_find(). If it happens at once, look for impossible values in the data."
        case .groupCount(let given, let groups):
            "\(given) values were given for \(groups) parameter groups: give one, a slice, or \(groups)"
        case .notRecorded(let name, let recorded):
            "'\(name)' is not recorded; there are \(recorded.joined(separator: ", "))"
        case .sizes(let prediction, let target):
            "predictions of shape \(prediction) do not match targets of shape \(target)"
        case .nothingRecorded(let advice): advice
        case .setting(let words): words
        case .noCategories: "this needs classes, and the data has none"
        }
    }
}

/// A number to three digits, as in messages.
func short(_ number: Double) -> String { String(format: "%.3g", number) }

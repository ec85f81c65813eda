/// Why a learner for pictures cannot be made or saved.
public enum VisionError: Error, Equatable, CustomStringConvertible {
    /// The data does not say how many outputs a model needs.
    case noOutputs
    /// A model that was not built here from a known architecture cannot be described without its code.
    case notExportable

    public var description: String {
        switch self {
        case .noOutputs: "the number of classes cannot be told from the data: give n_out"
        case .notExportable:
            "only a learner of vision_learner with its own head can be exported, since an export holds no code; "
                + "learn.save(name) writes the weights of any model"
        }
    }
}

/// Why a learner for pictures cannot be made, saved or opened.
public enum VisionError: Error, Equatable, CustomStringConvertible {
    /// The data does not say how many outputs a model needs.
    case noOutputs
    /// A model that was not built here from a known architecture cannot be described without its code.
    case notExportable
    /// A file of fastai's `learn.export`.
    case fastaiExport(String)
    /// Neither an export nor anything else that is known.
    case notAnExport(String)
    /// An export of a later version.
    case newerExport(String, version: Int)
    case noFile(String)

    public var description: String {
        switch self {
        case .noOutputs: "the number of classes cannot be told from the data: give n_out"
        case .notExportable:
            "only a learner of vision_learner with its own head can be exported, since an export holds no code; "
                + "learn.save(name) writes the weights of any model"
        case .fastaiExport(let path):
            """
            \(path) is an export of fastai: a Python program that runs when it is opened, so it is not opened here. \
            Its weights can be moved. In Python:
                learn = load_learner('\(path)')
                learn.save('weights', with_opt=False)
            Copy models/weights.pth into the folder 'models' here, build the same learner (vision_learner with the same \
            data and architecture), and load them with learn.load('weights').
            """
        case .notAnExport(let path): "\(path) is no export of a learner: load_learner opens what learn.export() wrote"
        case .newerExport(let path, let version):
            "\(path) was written by a later version (format \(version)): update to open it"
        case .noFile(let path): "there is no file \(path)"
        }
    }
}

/// Why a weight file could not be read or written.
public struct WeightFileError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let problem: WeightProblem

    public var description: String { "\(path): \(problem.description)" }
}

/// What is wrong with a weight file, without its name.
public enum WeightProblem: Error, Equatable, CustomStringConvertible {
    /// The system refused; its words.
    case system(String)
    /// No format of weights that is known.
    case unknownFormat
    /// A pickle that wants this name of Python: not a tensor, a number or a plain container.
    case refused(name: String)
    /// Sizes, offsets or bytes that do not fit together.
    case damaged(String)
    /// A part of a format that is not read or written here.
    case unsupported(String)
    /// Readable, but not a dictionary of named tensors.
    case notStateDictionary(String)
    /// The engine could not make a tensor.
    case tensor(TensorError)

    public var description: String {
        switch self {
        case .system(let words): words
        case .unknownFormat:
            "this is no weight file: neither PyTorch's (.pth) nor safetensors."
        case .refused(let name):
            "the file holds Python's \(name), which is code and is not run here. Only tensors, numbers and plain "
                + "containers are read; save a state dictionary: torch.save(model.state_dict(), path), or in fastai "
                + "learn.save(name)."
        case .damaged(let what): "the file is damaged: \(what)."
        case .unsupported(let what): "\(what)."
        case .notStateDictionary(let what): "there is no dictionary of named tensors in it: \(what)."
        case .tensor(let error): error.description
        }
    }
}

/// Names the file in an error from deeper down.
func naming<Result>(
    _ path: String, _ body: () throws(WeightProblem) -> Result
) throws(WeightFileError) -> Result {
    do {
        return try body()
    } catch {
        throw WeightFileError(path: path, problem: error)
    }
}

/// Turns an error of the engine into a problem of the file.
func making<Result>(_ body: () throws(TensorError) -> Result) throws(WeightProblem) -> Result {
    do {
        return try body()
    } catch {
        throw .tensor(error)
    }
}

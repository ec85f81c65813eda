import Foundation
import Tensors

extension Learner {
    /// Writes all that a finished fit left behind: weights, optimiser, record and the engine's random numbers, so that
    /// ``restore(checkpoint:)`` can take the fit's place in another process.
    ///
    /// - Parameter extra: what the caller keeps beside it.
    public func write(checkpoint path: String, extra: WeightValue = .null) throws {
        let optimiser = try readyOptimiser()
        let record = try JSONEncoder.checkpoints.encode(recorder.kept)
        try WeightFile.writePth(
            .dictionary([
                .init(.string("model"), WeightValue(model.stateDict)), .init(.string("opt"), optimiser.saved),
                .init(.string("frozen"), .int(optimiser.frozenCount)),
                .init(.string("record"), .string(String(decoding: record, as: UTF8.self))),
                .init(.string("random"), .tensor(try RandomNumbers.state())), .init(.string("extra"), extra),
            ]), to: path)
    }

    /// Takes over what ``write(checkpoint:extra:)`` kept.
    ///
    /// - Returns: what the writer kept beside it; nil, with the learner's weights as they were, when the file does not
    ///   belong to such a learner.
    public func restore(checkpoint path: String) throws -> WeightValue? {
        let saved = try WeightFile.read(path)
        guard let model = saved["model"], let state = saved["opt"], case .int(let frozen)? = saved["frozen"],
            case .string(let text)? = saved["record"], case .tensor(let random)? = saved["random"],
            let record = try? JSONDecoder.checkpoints.decode(Recorder.Kept.self, from: Data(text.utf8))
        else { return nil }
        let optimiser = try readyOptimiser()
        guard optimiser.restore(state) else { return nil }
        do { try self.model.load(StateDict(model)) } catch {
            optimiser.clearState()
            return nil
        }
        try optimiser.freeze(to: frozen)
        self.model.eval()
        recorder.restore(record)
        try RandomNumbers.restore(random)
        return saved["extra"] ?? .null
    }
}

extension JSONEncoder {
    /// Losses may be infinite.
    fileprivate static var checkpoints: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return encoder
    }
}

extension JSONDecoder {
    fileprivate static var checkpoints: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return decoder
    }
}

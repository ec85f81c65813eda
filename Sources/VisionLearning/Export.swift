import DataBlocks
import Display
import Foundation
import Layers
import Tensors
import Training

/// What an export says beside the weights: enough to build the learner again, and no code.
private struct ExportDescription: Codable {
    static let current = 1
    var format = current
    var architecture: Architecture
    var head: HeadSettings
    var outputs: Int
    var target: TargetKind
    var vocabulary: Vocabulary?
    var transforms: PictureTransforms
    /// The probability above which a class is predicted, for several classes.
    var threshold: Double?
}

extension VisionLearner {
    private static let key = "nuthatch_export"

    /// Writes everything that predicting needs into one file: weights, classes, transforms, architecture. It is a
    /// `.pth` file with a text beside the weights, and holds no code.
    ///
    /// - Parameter name: A path, or a name below the learner's folder.
    /// - Returns: The file's path.
    /// - Throws: ``VisionError/notExportable`` for a head of one's own.
    @discardableResult
    public func export(_ name: String = "export.pkl") throws -> String {
        guard settings.customHead == nil, let head = try (model as? Sequential)?.layer(-1) as? Sequential,
            let last = head.modules.compactMap({ $0 as? Linear }).last
        else { throw VisionError.notExportable }
        let description = ExportDescription(
            architecture: architecture, head: settings.head, outputs: last.weight.shape[0], target: pictures.target,
            vocabulary: pictures.vocabulary, transforms: pictures.transforms,
            threshold: (loss as? BinaryCrossEntropyLoss)?.threshold)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(description), as: UTF8.self)
        let file = name.hasPrefix("/") ? name : path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try WeightFile.writePth(
            .dictionary([
                .init(.string(Self.key), .string(text)), .init(.string("model"), WeightValue(model.stateDict)),
            ]), to: file)
        return file
    }

    /// Opens an export for predicting: fastai's `load_learner`. The data is empty.
    ///
    /// - Throws: ``VisionError``, for an export of fastai with the way to move its weights over.
    public static func load(
        export path: String, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws -> VisionLearner {
        guard FileManager.default.fileExists(atPath: path) else { throw VisionError.noFile(path) }
        let value: WeightValue
        do {
            value = try WeightFile.read(path)
        } catch {
            if isFastai(path) { throw VisionError.fastaiExport(path) }
            throw error
        }
        guard case .string(let text)? = value[key] else { throw VisionError.notAnExport(path) }
        let data = Data(text.utf8)
        guard let version = try? JSONDecoder().decode([String: Version].self, from: data)["format"]?.number else {
            throw VisionError.notAnExport(path)
        }
        guard version <= ExportDescription.current else { throw VisionError.newerExport(path, version: version) }
        let description = try JSONDecoder().decode(ExportDescription.self, from: data)
        return try VisionLearner(description, StateDict(value), display)
    }

    private convenience init(
        _ description: ExportDescription, _ weights: StateDict, _ display: @escaping (DisplayEvent) -> Void
    ) throws {
        let data = PictureLoaders(
            train: PictureSet([]), valid: PictureSet([]), transforms: description.transforms,
            target: description.target, vocabulary: description.vocabulary, split: Split(train: [], valid: []))
        var settings = VisionSettings()
        (settings.pretrained, settings.head, settings.outputs) = (false, description.head, description.outputs)
        if let threshold = description.threshold { settings.loss = BinaryCrossEntropyLoss(threshold: threshold) }
        try self.init(data, description.architecture, settings, display: display)
        try model.load(weights)
        model.eval()
    }

    /// One number among values of other kinds.
    private struct Version: Decodable {
        let number: Int?
        init(from decoder: any Decoder) throws { number = try? decoder.singleValueContainer().decode(Int.self) }
    }

    /// Whether a pickle names fastai's classes near its beginning.
    private static func isFastai(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: 1 << 20), start.starts(with: [0x50, 0x4b]) || start.first == 0x80
        else { return false }
        return start.range(of: Data("fastai".utf8)) != nil || start.range(of: Data("fastcore".utf8)) != nil
    }
}

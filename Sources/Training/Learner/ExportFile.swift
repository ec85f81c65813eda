import Foundation
import Tensors

/// A learner that can be written to one file with all that predicting needs.
public protocol ExportableLearner: Learner {
    /// Writes weights and what is needed beside them; nothing in the file is code.
    ///
    /// - Parameter name: A path, or a name below the learner's folder.
    /// - Returns: The file's path.
    @discardableResult
    func export(_ name: String) throws -> String
}

extension Learner {
    /// The path of an export of that name: below the learner's folder unless it is absolute.
    public func exportPath(_ name: String) -> String { name.hasPrefix("/") ? name : path + "/" + name }
}

/// The file of an export: weights, and beside them a description as JSON. It is a `.pth` file without code.
public struct ExportFile {
    /// What kind of learner it is, such as "vision" or "table".
    public let kind: String
    public let weights: StateDict
    private let path: String
    private let description: Data

    private static let key = "nuthatch_export"
    private static let kindKey = "nuthatch_kind"
    /// The kind of files that do not say one: those of the first version.
    private static let firstKind = "vision"

    /// Writes an export, whole or not at all. The description has a `format`, its version as a number.
    public static func write(_ description: some Encodable, kind: String, weights: StateDict, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A column without spread or with infinite values must not keep a model from being written.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let text = String(decoding: try encoder.encode(description), as: UTF8.self)
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try WeightFile.writePth(
            .dictionary([
                .init(.string(key), .string(text)), .init(.string(kindKey), .string(kind)),
                .init(.string("model"), WeightValue(weights)),
            ]), to: path)
    }

    /// Reads an export. Whatever the file holds, nothing of it is run.
    ///
    /// - Throws: ``ExportError``, for an export of fastai with the way to move its weights over; `WeightFileError`
    ///   for what is no file of weights.
    public init(contentsOf path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw ExportError.noFile(path) }
        let value: WeightValue
        do {
            value = try WeightFile.read(path)
        } catch {
            if Self.isFastai(path) { throw ExportError.fastaiExport(path) }
            throw error
        }
        guard case .string(let text)? = value[Self.key] else { throw ExportError.notAnExport(path) }
        if case .string(let kind)? = value[Self.kindKey] { self.kind = kind } else { kind = Self.firstKind }
        self.path = path
        description = Data(text.utf8)
        weights = try StateDict(value)
    }

    /// The description.
    ///
    /// - Parameter newest: The latest format that is understood.
    /// - Throws: ``ExportError`` for a later one, and for a description that is not as it should be.
    public func decode<Description: Decodable>(_ type: Description.Type, newest: Int) throws -> Description {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let version = try? decoder.decode([String: Version].self, from: description)["format"]?.number else {
            throw ExportError.notAnExport(path)
        }
        guard version <= newest else { throw ExportError.newerExport(path, version: version) }
        do {
            return try decoder.decode(type, from: description)
        } catch {
            throw ExportError.damaged(path, reason: "its description is not complete")
        }
    }

    /// Refuses sizes that the file's own weights contradict, before memory is taken for them.
    public func check(_ name: String, hasShape shape: [Int]) throws {
        guard weights[name]?.shape == shape else {
            throw damaged("the weights \(name) are not of the size that it says")
        }
    }

    /// An error about this file.
    public func damaged(_ reason: String) -> ExportError { .damaged(path, reason: reason) }

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

/// Why an export cannot be opened.
public enum ExportError: Error, Equatable, CustomStringConvertible {
    /// A file of fastai's `learn.export`.
    case fastaiExport(String)
    /// Neither an export nor anything else that is known.
    case notAnExport(String)
    /// An export of a later version.
    case newerExport(String, version: Int)
    case noFile(String)
    /// Parts that do not fit together.
    case damaged(String, reason: String)
    /// An export of another kind of learner than was asked for.
    case otherKind(String, kind: String)

    public var description: String {
        switch self {
        case .fastaiExport(let path):
            """
            \(path) is an export of fastai: a Python program that runs when it is opened, so it is not opened here. \
            Its weights can be moved. In Python:
                learn = load_learner('\(path)')
                learn.save('weights', with_opt=False)
            Copy models/weights.pth into the folder 'models' here, build the same learner (with the same data and \
            settings), and load them with learn.load('weights').
            """
        case .notAnExport(let path): "\(path) is no export of a learner: load_learner opens what learn.export() wrote"
        case .newerExport(let path, let version):
            "\(path) was written by a later version (format \(version)): update to open it"
        case .noFile(let path): "there is no file \(path)"
        case .damaged(let path, let reason): "\(path) is damaged: \(reason)"
        case .otherKind(let path, let kind): "\(path) is an export of another kind of learner: \(kind)"
        }
    }
}

import DataBlocks
import Foundation

/// A file that was moved, so that it can be moved back.
public struct PictureMove: Sendable, Equatable {
    public let from: String
    public let to: String
}

/// Why a picture could not be moved.
public struct PictureMoveError: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let reason: String
    public var description: String { "\(file) cannot be moved: \(reason). What was moved before is moved back" }
}

extension PictureCleaner {
    /// Carries the decisions out: pictures to be deleted go to a trash folder, others into the folder of their new class,
    /// which is beside that of their own. Nothing is ever removed or written over.
    ///
    /// - Parameter trash: The folder; made if it is not there.
    /// - Returns: What was moved.
    /// - Throws: ``PictureMoveError``; everything is as before then.
    @discardableResult
    public func apply(trash: String) throws(PictureMoveError) -> [PictureMove] {
        var done: [PictureMove] = []
        do throws(PictureMoveError) {
            for (file, decision) in plans {
                let parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                let name = parts.last ?? file
                let folder: String
                switch decision {
                // Below the name of its class, so that it can be told where it was.
                case .delete: folder = trash + "/" + (parts.dropLast().last ?? "")
                case .relabel(let new):
                    guard parts.count > 2, classes.contains(parts[parts.count - 2]) else {
                        throw PictureMoveError(
                            file: file,
                            reason: "its folder is not called after its class, so that its label comes from elsewhere")
                    }
                    folder = (parts.dropLast(2) + [new]).joined(separator: "/")
                }
                done.append(try Self.move(file, into: folder, name))
            }
        } catch {
            for move in done.reversed() { try? FileManager.default.moveItem(atPath: move.to, toPath: move.from) }
            throw error
        }
        moves += done
        forgetDecisions()
        return done
    }

    /// Moves everything back that ``apply(trash:)`` moved.
    ///
    /// - Returns: What was moved back.
    @discardableResult
    public func undo() throws(PictureMoveError) -> [PictureMove] {
        var back: [PictureMove] = []
        while let last = moves.last {
            guard !FileManager.default.fileExists(atPath: last.from) else {
                throw PictureMoveError(file: last.to, reason: "there is another \(last.from) now")
            }
            back.append(try Self.move(last.to, to: last.from))
            moves.removeLast()
        }
        return back
    }

    /// Into a folder, under a name with a number where another file has it.
    private static func move(_ file: String, into folder: String, _ name: String) throws(PictureMoveError)
        -> PictureMove
    {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        var target = folder + "/" + name
        var number = 1
        while FileManager.default.fileExists(atPath: target) {
            target = "\(folder)/\(name[..<dot])_\(number)\(name[dot...])"
            number += 1
        }
        return try move(file, to: target)
    }

    private static func move(_ file: String, to target: String) throws(PictureMoveError) -> PictureMove {
        do {
            try FileManager.default.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: file, toPath: target)
            return PictureMove(from: file, to: target)
        } catch {
            throw PictureMoveError(file: file, reason: (error as NSError).localizedDescription)
        }
    }
}

import CellRuntime
import DataBlocks
import Display
import Pictures
import VisionLearning

/// Tools for a folder of one's own pictures.
enum PictureTools {
    @MembersBuilder static var members: [Member] {
        CleanerObject.declaration
        Function(
            "find_duplicates",
            doc: "Groups of pictures that look the same; those in folders of different classes are shown.",
            Parameter("files", Value.self, doc: "Files, or a folder."),
            Parameter("distance", Int.self, default: 4, doc: "In how many of 64 places they may differ."),
            Parameter("show", Bool.self, default: true)
        ) { cell, given, distance, isShown in
            let files: [String]
            if let folder = try cell.pathText(given) {
                files = try imageFiles(in: folder)
            } else {
                files = try cell.items(of: given).map { value in
                    guard let path = try cell.pathText(value) else {
                        throw Raise.typeError("find_duplicates takes files, not \(value.type.name)")
                    }
                    return path
                }
            }
            let groups = try duplicateImages(files, distance: min(max(0, distance), 32))
            let across = groups.filter(\.isAcrossClasses)
            if isShown {
                let count = groups.reduce(0) { $0 + $1.files.count - 1 }
                cell.display(
                    .message(
                        groups.isEmpty
                            ? "no picture of \(files.count) looks like another"
                            : "\(count) of \(files.count) pictures look like another; "
                                + "\(across.count) groups are in folders of different classes"))
                if !across.isEmpty { cell.display(.pictures(try sheet(across))) }
            }
            return try cell.L(groups.map { try cell.L($0.files.map { try cell.path($0) }) })
        }
    }

    /// At most six groups, each picture with the name of its folder.
    private static func sheet(_ groups: [DuplicateGroup]) throws -> PictureSheet {
        var items: [PictureSheet.Item] = []
        for group in groups.prefix(6) {
            for file in group.files.prefix(2) {
                let picture = try Picture.decode(path: file, atLeast: PictureSize(320))
                    .thumbnail(within: PictureSize(320)).withAlpha()
                let parts = PathParts(file)
                items.append(
                    .init(
                        width: picture.width, height: picture.height, pixels: picture.pixels,
                        caption: "\(parts.parent)/\(parts.name)"))
            }
        }
        return PictureSheet(items: items, columns: 2)
    }
}

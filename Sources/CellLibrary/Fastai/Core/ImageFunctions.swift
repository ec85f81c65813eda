import CellRuntime
import DataBlocks
import DataSources
import Display
import Pictures

/// fastai's functions of folders of pictures.
enum ImageFunctions {
    static var members: [Member] {
        [
            Function(
                "get_image_files", doc: "The picture files below a folder, sorted.",
                Parameter("path", PathArgument.self),
                Parameter("recurse", Bool.self, default: true), Parameter("folders", Value.self, default: .none)
            ) { cell, path, recurse, folders in
                let names =
                    folders.isNone
                    ? []
                    : try folders.text.map { [$0] }
                        ?? [String].convert(folders, cell.place("get_image_files", "folders"))
                return try cell.L(imageFiles(in: path.path, recurse: recurse, folders: names).map { try cell.path($0) })
            },
            Function(
                "get_files", doc: "The files below a folder, sorted.", Parameter("path", PathArgument.self),
                Parameter("extensions", [String]?.self, default: nil), Parameter("recurse", Bool.self, default: true),
                Parameter("folders", [String]?.self, default: nil)
            ) { cell, path, suffixes, recurse, folders in
                let found = try files(
                    in: path.path, extensions: Set((suffixes ?? []).map { $0.lowercased() }), recurse: recurse,
                    folders: folders ?? [])
                return try cell.L(found.map { try cell.path($0) })
            },
            Function(
                "get_text_files", doc: "The .txt files below a folder, sorted.", Parameter("path", PathArgument.self),
                Parameter("recurse", Bool.self, default: true), Parameter("folders", [String]?.self, default: nil)
            ) { cell, path, recurse, folders in
                try cell.L(
                    files(in: path.path, extensions: [".txt"], recurse: recurse, folders: folders ?? []).map {
                        try cell.path($0)
                    })
            },
            Function(
                "verify_images", doc: "Those of the files that are no pictures.", Parameter("fns", [PathArgument].self)
            ) { cell, files in
                try cell.L(unreadableImages(files.map(\.path)).map { try cell.path($0.file) })
            },
            Function(
                "verify_image", doc: "Whether a file is a picture.", Parameter("fn", PathArgument.self)
            ) { _, file in (try? Picture.decode(path: file.path, atLeast: PictureSize(64))) != nil },
            Function(
                "resize_images", doc: "Makes the pictures of a folder no larger than a size.",
                Parameter("path", PathArgument.self),
                Parameter("max_workers", Int.self, default: 0),
                Parameter("max_size", Int?.self, default: nil, doc: "Pixels of the longer side."),
                Parameter("recurse", Bool.self, default: false), Parameter("dest", PathArgument?.self, default: nil),
                Parameter("ext", String?.self, default: nil, doc: "A suffix for the new files, such as '.png'.")
            ) { cell, path, _, longest, recurse, target, suffix in
                try resize(in: path.path, to: target?.path ?? path.path, longest, recurse, suffix, cell)
            },
            Function(
                "download_images", doc: "Downloads pictures to a folder; those that cannot be had are passed over.",
                Parameter("dest", PathArgument.self), Parameter("url_file", PathArgument?.self, default: nil),
                Parameter("urls", [String]?.self, default: nil), Parameter("max_pics", Int.self, default: 1000),
                Parameter("n_workers", Int.self, default: 8),
                Parameter("timeout", Double.self, default: 4, doc: "Seconds for each."),
                Parameter("preserve_filename", Bool.self, default: false)
            ) { cell, target, list, urls, most, workers, seconds, keepsNames in
                var addresses = urls ?? []
                if let list {
                    addresses += try cell.str(cell.callMethod("read_text", of: cell.path(list.path))).split(
                        whereSeparator: \.isNewline
                    )
                    .map(String.init)
                }
                guard workers > 0, most > 0, seconds > 0 else {
                    throw Raise.valueError("max_pics, n_workers and timeout of download_images are above 0")
                }
                try Restraint.check(writing: target.path)
                let reporter = CellReporter(cell)
                let (show, began) = (reporter.show, ContinuousClock.now)
                defer { cell.display(.progressEnd) }
                let got = try Web().downloadImages(
                    addresses, to: target.path, maximum: most, preserveFilename: keepsNames, workers: workers,
                    seconds: seconds,
                    progress: { done, total in
                        let elapsed = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1000
                        show(.progress(Progress(label: "pictures", done: done, total: total, elapsed: elapsed)))
                    }, isCancelled: reporter.isInterrupted)
                if got.alreadyThere > 0 {
                    cell.display(.message("\(got.alreadyThere) of these pictures were here already"))
                }
                if let first = got.failures.first {
                    cell.display(
                        .message(
                            "\(got.failures.count) of \(addresses.prefix(most).count) pictures could not be had; the first: \(first.error)"
                        ))
                }
            },
        ]
    }

    private static func resize(
        in folder: String, to target: String, _ longest: Int?, _ recurse: Bool, _ suffix: String?, _ cell: Interpreter
    ) throws {
        if let longest, longest < 1 { throw Raise.valueError("max_size is at least 1 pixel") }
        for file in try imageFiles(in: folder, recurse: recurse) {
            try cell.poll()
            let relative = file.hasPrefix(folder + "/") ? String(file.dropFirst(folder.count + 1)) : file
            var out = target == "." ? relative : target + "/" + relative
            if let suffix, let dot = out.lastIndex(of: ".") { out = String(out[..<dot]) + suffix }
            guard let picture = try? Picture.decode(path: file) else {
                cell.display(.message("\(file) is not a picture that can be read: passed over"))
                continue
            }
            let small = try longest.map { try picture.thumbnail(within: PictureSize($0), method: .bilinear) } ?? picture
            if small.size == picture.size, out == file { continue }
            if let slash = out.lastIndex(of: "/") {
                _ = try cell.callMethod(
                    "mkdir", of: cell.path(String(out[..<slash])),
                    keywords: [("parents", .bool(true)), ("exist_ok", .bool(true))])
            }
            try Restraint.check(writing: out)
            try small.write(to: out, as: PictureEncoding(suffixOf: out) ?? .jpeg(quality: 75))
        }
    }
}

extension Interpreter {
    /// A place for conversions inside bodies.
    func place(_ function: String, _ parameter: String) -> ArgumentPlace {
        ArgumentPlace(function: function, parameter: parameter, position: 0, cell: self)
    }
}

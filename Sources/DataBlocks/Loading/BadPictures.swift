import Display
import Pictures

/// The pictures that could not be read: they are left out, and never tried again.
///
/// Used on the thread that asks for batches only.
public final class BadPictures {
    /// What is wrong with each, in the order they were met.
    public private(set) var errors: [PictureError] = []
    private var files: Set<String> = []
    private var told = 0
    /// Where the user is told about new ones, at the end of a pass.
    public var report: (DisplayEvent) -> Void = { _ in }

    public init() {}

    public func contains(_ source: PictureSource) -> Bool {
        if case .file(let path) = source { files.contains(path) } else { false }
    }

    func add(_ error: PictureError, for source: PictureSource) {
        guard files.insert(source.name).inserted else { return }
        errors.append(error)
    }

    /// Tells about those found since it was last called.
    func tell() {
        let new = errors.dropFirst(told)
        guard !new.isEmpty else { return }
        told = errors.count
        let what =
            new.count == 1 ? "1 picture could not be read and is" : "\(new.count) pictures could not be read and are"
        let rest = new.count > 5 ? "\n  and \(new.count - 5) more" : ""
        report(
            .message(
                "\(what) left out from now on (`dls.bad_pictures` lists them):\n"
                    + new.prefix(5).map { "  \($0)" }.joined(separator: "\n") + rest))
    }
}

import CellSyntax

/// Finds cells that do something outside of the notebook: they are not repeated unasked when a
/// session's values are brought back.
public enum OutsideEffects {
    /// Calls by the last part of their name, with what they do.
    private static let calls: [String: String] = [
        "open": "opens files", "write_text": "writes files", "write_bytes": "writes files", "save": "writes files",
        "export": "writes files", "to_csv": "writes files", "savefig": "writes files", "mkdir": "makes folders",
        "unlink": "deletes files", "rmtree": "deletes files", "remove": "deletes files", "rmdir": "deletes folders",
        "rename": "renames files", "replace": "renames files", "move": "moves files", "copy": "copies files",
        "download_url": "downloads", "download_images": "downloads", "untar_data": "downloads",
        "search_images": "searches the web",
        "search_images_ddg": "searches the web", "resize_images": "writes files", "system": "runs a command",
        "input": "asks for input",
    ]

    private static let fits: Set<String> = [
        "fit", "fit_one_cycle", "fine_tune", "fit_flat_cos", "fit_sgdr",
    ]

    /// Whether a cell trains a learner.
    public static func trains(_ text: String) -> Bool {
        let source = Source(name: "", text: text)
        return Highlighter.spans(of: source).contains {
            $0.kind == .function && fits.contains(source.text(in: $0.range))
        }
    }

    /// What a cell does outside, in words; nil when nothing is known of it.
    ///
    /// Strings' `replace` and lists' `copy` and `remove` are taken for harmless unless a path is
    /// plainly meant (`os.`, `shutil.`).
    public static func of(_ text: String) -> String? {
        let source = Source(name: "", text: text)
        let spans = Highlighter.spans(of: source)
        if spans.contains(where: { $0.kind == .shell }) { return "runs a shell command" }
        if text.hasPrefix("%%") { return "runs \(text.prefix { !$0.isWhitespace })" }
        for (index, span) in spans.enumerated() where index + 1 < spans.count {
            guard span.kind == .name || span.kind == .function || span.kind == .type,
                source.text(in: spans[index + 1].range).hasPrefix("("),
                let effect = calls[source.text(in: span.range)]
            else { continue }
            let name = source.text(in: span.range)
            let before = source.text(in: max(0, span.range.lowerBound - 7)..<span.range.lowerBound)
            let isOrdinary = ["replace", "copy", "remove"].contains(name)
            if isOrdinary, !before.hasSuffix("os."), !before.hasSuffix("shutil.") { continue }
            return effect
        }
        return nil
    }
}

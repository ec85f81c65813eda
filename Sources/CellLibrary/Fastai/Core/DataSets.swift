import CellRuntime
import DataSources
import Display

/// fastai's `URLs` and `untar_data`.
enum DataSets {
    /// A class whose attributes are the addresses of data sets.
    static let urls = NativeType<Object>("URLs", module: "fastai.data.external", doc: "Addresses of data sets by name.")
    {
        // What is made here or comes from a package has no address: its name stands for it.
        for entry in Catalogue.entries where entry.kind == .dataset {
            Constant(entry.name, entry.url.isEmpty ? entry.name : entry.url)
        }
    }.type

    static var members: [Member] {
        [
            Function(
                "untar_data", doc: "The folder of a data set, which is downloaded and unpacked if it is not here yet.",
                Parameter("url", Value.self, doc: "Such as URLs.PETS."),
                Parameter("archive", Value.self, default: .none),
                Parameter("data", Value.self, default: .none), Parameter("c_key", String.self, default: "data"),
                Parameter("force_download", Bool.self, default: false), Parameter("base", Value.self, default: .none)
            ) { cell, source, archive, data, key, again, base in
                try cell.refuse("untar_data", ("archive", archive), ("data", data), ("base", base))
                if again || key != "data" {
                    throw Raise.notImplemented(
                        "untar_data(force_download=…, c_key=…) is not supported: delete the folder to get it anew")
                }
                guard let url = try cell.pathText(source) else {
                    throw Raise.typeError("untar_data takes an address, such as URLs.PETS")
                }
                let store = DataStore()
                let folder = try DownloadBar(cell).run { observer throws(DataError) in
                    url.contains("://") ? try store.dataset(url: url, observer) : try store.dataset(url, observer)
                }
                return try cell.path(folder)
            },
            Function(
                "download_url", doc: "Downloads a file.", Parameter("url", String.self),
                Parameter("dest", PathArgument?.self, default: nil),
                Parameter("show_progress", Bool.self, default: true),
                Parameter("timeout", Double?.self, default: nil, doc: "Seconds for connecting.")
            ) { cell, url, target, shows, seconds in
                var web = Web()
                if let seconds { web.limits.connect = seconds }
                let client = web
                let name = url.split(separator: "/").last.map { String($0.prefix { $0 != "?" }) } ?? "download"
                var path = target?.path ?? name
                if path.hasSuffix("/") { path += name }
                try Restraint.check(writing: path)
                try DownloadBar(cell, isShown: shows).run { observer throws(DataError) in
                    try client.download(
                        url, to: path, progress: { observer.progress(name, $0) }, isCancelled: observer.isCancelled)
                }
                return try cell.path(path)
            },
        ]
    }
}

/// Shows how far a download is, and lets Ctrl-C stop it.
struct DownloadBar {
    private let cell: Interpreter
    private let isShown: Bool

    init(_ cell: Interpreter, isShown: Bool = true) {
        self.cell = cell
        self.isShown = isShown
    }

    @discardableResult
    func run<Result>(_ work: (DataStore.Observer) throws(DataError) -> Result) throws -> Result {
        let reporter = CellReporter(cell)
        let show = reporter.show
        var observer = DataStore.Observer()
        if isShown {
            observer.progress = { name, progress in
                show(
                    .progress(
                        Progress(
                            label: name, done: progress.done, total: progress.total ?? 0, elapsed: progress.elapsed)))
            }
            observer.note = { show(.message($0)) }
        }
        observer.isCancelled = reporter.isInterrupted
        defer { if isShown { cell.display(.progressEnd) } }
        do {
            return try work(observer)
        } catch {
            // What stopped it was Ctrl-C: raise that.
            try cell.poll()
            throw error
        }
    }
}

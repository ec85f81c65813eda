import DataSources
import Foundation
import NativeLibrary
import Pictures
import Tensors
import Terminal

/// What `nuthatch doctor` looks at: versions, libtorch, the terminal, data and weights. It changes nothing, and
/// fetches nothing.
public struct Checkup {
    public var environment: [String: String]
    /// Whether standard output is a terminal.
    public var isTerminal: Bool
    public var store: DataStore
    /// Tries the internet, for at most this long.
    public var seconds = 2.0

    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment, isTerminal: Bool = isatty(1) == 1,
        store: DataStore = DataStore()
    ) {
        self.environment = environment
        self.isTerminal = isTerminal
        self.store = store
    }

    public func findings() -> [Finding] {
        [machine(), torch(), products(), pictures(), network(), drawing(), expressions(), terminal(), locale()]
            + cache() + weights()
            + data() + [internet()] + settings()
    }

    // MARK: Versions

    private func machine() -> Finding {
        let info = ProcessInfo.processInfo
        let memory = Self.gigabytes(Int(info.physicalMemory))
        let text = "\(Self.system), \(info.activeProcessorCount) processors, \(memory) of memory"
        return info.physicalMemory < 3 << 30
            ? Finding("machine", .note, text, advice: "Training needs about 3 GB: take a small batch size, as in bs=8.")
            : Finding("machine", .good, text)
    }

    private static var system: String {
        let release = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
        let line = release.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        let name = line.map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } }
        return name ?? ProcessInfo.processInfo.operatingSystemVersionString
    }

    private func torch() -> Finding {
        let clock = ContinuousClock()
        let began = clock.now
        do throws(TensorError) {
            try Engine.open()
            let opening = Double((clock.now - began) / .milliseconds(1)) / 1000
            let lines = try Engine.version().split(separator: "\n")
            let capability = lines.first { $0.contains("CPU capability") }?.split(separator: " ").last ?? "plain"
            let time = opening.formatted(.number.precision(.fractionLength(2)))
            let text = "\(Self.torchFile), \(try Engine.threads()) threads, \(capability), opened in \(time) s"
            return Finding("libtorch", .good, text)
        } catch {
            return Finding(
                "libtorch", .missing, "\(error)",
                advice: "./nuthatch setup installs it; TORCH_HOME chooses another one, and needs ./nuthatch build.")
        }
    }

    /// The library that multiplies matrices, which Debian lets one choose.
    private func products() -> Finding {
        let file = (try? Engine.blas()) ?? ""
        guard file.contains("/libblas.so"), !["openblas", "atlas", "blis", "mkl"].contains(where: file.contains)
        else { return Finding("matrix products", .good, file.isEmpty ? "libtorch's own" : file) }
        return Finding(
            "matrix products", .note, "\(file), the plain reference library: texts and tables train many times slower",
            advice: "Install libopenblas0-pthread, which ./nuthatch setup does; it takes its place by itself.")
    }

    /// The file that was opened, whose name tells its version.
    private static var torchFile: String {
        // A file without a size, which is read to its end.
        let bytes = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile() ?? Data()
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.contains("/libtorch_cpu") }
        return line.map { String($0.drop { $0 != "/" }) } ?? "libtorch"
    }

    private func pictures() -> Finding {
        do throws(PictureError) {
            return Finding("picture files", .good, try Picture.codecVersions())
        } catch {
            return Finding("picture files", .missing, error.description, advice: Self.setUp)
        }
    }

    private func network() -> Finding {
        do throws(DataError) {
            return Finding("downloads", .good, try networkVersions())
        } catch {
            return Finding("downloads", .missing, error.description, advice: Self.setUp)
        }
    }

    private func drawing() -> Finding {
        do throws(NativeLibraryError) {
            _ = try NativeLibrary(named: "ChafaShim")
            return Finding("drawing", .good, "pictures in the terminal by libchafa")
        } catch {
            return Finding("drawing", .missing, error.description, advice: Self.setUp)
        }
    }

    /// The evaluator opens PCRE2 when a cell compiles its first pattern.
    private func expressions() -> Finding {
        let names = ["libpcre2-8.so.0", "libpcre2-8.so", "libpcre2-8.dylib"]
        return names.contains { dlopen($0, RTLD_LAZY) != nil }
            ? Finding("re", .good, "regular expressions by PCRE2")
            : Finding("re", .missing, "PCRE2 cannot be opened: cells cannot use re", advice: Self.setUp)
    }

    private static let setUp = "./nuthatch setup installs what is missing."

    // MARK: The terminal

    private func terminal() -> Finding {
        guard isTerminal else {
            return Finding("terminal", .note, "the output goes to a file or a pipe: plain text, pictures in words")
        }
        let capabilities = TerminalCapabilities(environment: environment, isTerminal: true)
        let size = terminalSize(1)
        let colours =
            switch capabilities.depth {
            case .none: "no colours"
            case .ansi16: "16 colours"
            case .ansi256: "256 colours"
            case .trueColor: "16 million colours"
            }
        let pictures =
            capabilities.pictures.map { "pictures by \($0.rawValue)" } ?? "asked for its pictures when one is shown"
        let text = "\(environment["TERM"] ?? "unknown"), \(size.columns) by \(size.rows), \(colours), \(pictures)"
        return size.columns < 40
            ? Finding("terminal", .note, text, advice: "Tables need 40 columns: make the window wider.")
            : Finding("terminal", .good, text)
    }

    private func locale() -> Finding {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let value = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let isUnicode = value.uppercased().replacing("-", with: "").contains("UTF8")
        return isUnicode
            ? Finding("locale", .good, value)
            : Finding("locale", .note, "\(value) is not UTF-8; C.UTF-8 is taken", advice: "export LANG=C.UTF-8")
    }

    // MARK: Data

    private func cache() -> [Finding] {
        var place = store.cache
        while !FileManager.default.fileExists(atPath: place), place.count > 1 {
            place = (place as NSString).deletingLastPathComponent
        }
        var facts = statvfs()
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
        guard isFolder.boolValue, access(place, W_OK) == 0, statvfs(place, &facts) == 0 else {
            return [
                Finding(
                    "cache", .missing, "\(store.cache) cannot be written",
                    advice: "Make it writable, or set NUTHATCH_CACHE to another folder.")
            ]
        }
        let free = Int(facts.f_bavail) * Int(facts.f_frsize)
        let text = "\(store.cache), \(Self.gigabytes(free)) free"
        return [
            free < 1 << 30
                ? Finding("cache", .note, text, advice: "PETS takes 1.6 GB: make room, or set NUTHATCH_CACHE.")
                : Finding("cache", .good, text)
        ]
    }

    private func weights() -> [Finding] {
        Catalogue.entries.filter { $0.kind == .weights }.map { entry in
            if let path = store.find(entry) { return Finding(entry.name, .good, path) }
            return Finding(entry.name, .note, "not here; \(entry.bytes / 1_000_000) MB come when it is first used")
        }
    }

    /// The data of the first lessons.
    private func data() -> [Finding] {
        Catalogue.entries.filter { $0.name == BirdSample.name || $0.name == "PETS" }.map { entry in
            if let path = store.find(entry) { return Finding(entry.name, .good, path) }
            return Finding(
                entry.name, .note, "not here; \(entry.bytes / 1_000_000) MB come when it is first used",
                advice: "nuthatch data get \(entry.name) fetches it now.")
        }
    }

    private func internet() -> Finding {
        let host = "pypi.org"
        do throws(DataError) {
            try store.web.connect(host: host, port: 443, seconds: seconds)
            return Finding("internet", .good, "\(host) answers")
        } catch {
            return Finding(
                "internet", .note, error.description,
                advice: "What is on this machine already works without. NUTHATCH_MIRROR names a folder with downloads.")
        }
    }

    private func settings() -> [Finding] {
        environment.filter { $0.key.hasPrefix("NUTHATCH_") || ["TORCH_HOME", "FASTAI_HOME"].contains($0.key) }
            .sorted { $0.key < $1.key }.map { Finding($0.key, .note, $0.value) }
    }

    private static func gigabytes(_ bytes: Int) -> String {
        (Double(bytes) / 1e9).formatted(.number.precision(.fractionLength(1))) + " GB"
    }
}

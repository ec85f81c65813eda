import Foundation

/// The process's environment and the folders that it names.
public enum Environment {
    /// A variable that is set and not empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    static var home: String { value("HOME") ?? NSHomeDirectory() }

    /// Where Nuthatch keeps what can be fetched or made again: `NUTHATCH_CACHE`, else `nuthatch` in
    /// `XDG_CACHE_HOME` or `~/.cache`.
    public static var cache: String {
        value("NUTHATCH_CACHE") ?? (value("XDG_CACHE_HOME") ?? home + "/.cache") + "/nuthatch"
    }

    /// A folder of data and weights that is only read, `NUTHATCH_SHARED`: one for a whole class.
    public static var shared: String? { value("NUTHATCH_SHARED").map(expanded) }

    /// fastai's folder: `FASTAI_HOME`, else `~/.fastai`.
    public static var fastai: String { value("FASTAI_HOME").map(expanded) ?? home + "/.fastai" }

    /// torchvision's weights: below `TORCH_HOME` unless that is a libtorch, else `~/.cache/torch`.
    static var torchCheckpoints: String { (value("XDG_CACHE_HOME") ?? home + "/.cache") + "/torch/hub/checkpoints" }

    static func expanded(_ path: String) -> String {
        path == "~" || path.hasPrefix("~/") ? home + path.dropFirst(1) : path
    }
}

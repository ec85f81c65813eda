internal import CPictures
import NativeLibrary

/// The opened codecs. They keep no state, so any number of threads may use them at once.
struct Codecs: @unchecked Sendable {
    let c: CPicturesTable

    /// Opened once, at first use; later calls cost one atomic load.
    private static let opened: Result<Codecs, PictureError> = {
        let name = "PicturesShim"
        do throws(NativeLibraryError) {
            let library = try NativeLibrary(named: name)
            let entry = unsafeBitCast(try library.symbol("cpictures_table"), to: CPicturesEntry.self)
            if let table = entry(), table.pointee.abi == UInt32(CP_ABI) {
                return .success(Codecs(c: table.pointee))
            }
            return .failure(
                PictureError(file: name, fault: .codecs("it is of another version; run `./nuthatch build`")))
        } catch {
            return .failure(PictureError(file: name, fault: .codecs(error.description)))
        }
    }()

    static func open(for file: String) throws(PictureError) -> Codecs {
        switch opened {
        case .success(let codecs): return codecs
        case .failure(let error): throw PictureError(file: file, fault: error.fault)
        }
    }

    /// Runs one function of the table and turns its fault into an error about `file`.
    func check(
        _ file: String, _ format: PictureFormat, _ length: Int,
        _ body: (UnsafeMutablePointer<CPFault>) -> Int32
    ) throws(PictureError) {
        var fault = CPFault()
        guard body(&fault) != 0 else { return }
        let words = withUnsafeBytes(of: fault.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        switch fault.kind {
        case Int32(CP_TRUNCATED):
            throw PictureError(file: file, fault: .truncated(format: format, bytes: length))
        case Int32(CP_MEMORY):
            throw PictureError(file: file, fault: .codecs("there is not enough memory for it"))
        case Int32(CP_UNSUPPORTED):
            throw PictureError(file: file, fault: .unsupported(format: "a \(format) picture (\(words))"))
        default:
            throw PictureError(file: file, fault: .corrupt(format: format, reason: words))
        }
    }
}

extension Picture {
    /// Versions of the picture libraries in use, for `nuthatch doctor`.
    public static func codecVersions() throws(PictureError) -> String {
        try Codecs.open(for: "libPicturesShim").c.versions().map { String(cString: $0) } ?? ""
    }
}

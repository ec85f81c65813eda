internal import CNetwork
import NativeLibrary

/// The opened libraries for transfers, archives and checksums.
struct NetworkTable: @unchecked Sendable {
    let c: CNetworkTable

    private static let opened: Result<NetworkTable, DataError> = {
        let name = "NetworkShim"
        do throws(NativeLibraryError) {
            let library = try NativeLibrary(named: name)
            let entry = unsafeBitCast(try library.symbol("cnetwork_table"), to: CNetworkEntry.self)
            if let table = entry(), table.pointee.abi == UInt32(CN_ABI) {
                return .success(NetworkTable(c: table.pointee))
            }
            return .failure(DataError(name, .library("lib\(name) is of another version; run `./nuthatch build`")))
        } catch {
            return .failure(DataError(name, .library(error.description)))
        }
    }()

    static func open() throws(DataError) -> NetworkTable { try opened.get() }
}

/// Versions of libcurl, libarchive and OpenSSL, for `nuthatch doctor`.
public func networkVersions() throws(DataError) -> String {
    try NetworkTable.open().c.versions().map { String(cString: $0) } ?? ""
}

/// The text in a C array of characters, up to its zero.
func text<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}

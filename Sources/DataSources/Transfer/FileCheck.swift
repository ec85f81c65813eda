internal import CNetwork
import Foundation

/// What a file's publisher says of it. Every part is optional.
public struct FileCheck: Sendable, Equatable {
    /// Bytes.
    public var size: Int?
    public var digest: Digest?

    public enum Digest: Sendable, Equatable {
        case sha256(String)
        /// The first digits of a SHA-256, as torchvision puts them into file names.
        case sha256Prefix(String)
        case md5(String)
        /// The MD5 of the first mebibyte, as fastai keeps them.
        case md5OfFirstMebibyte(String)
    }

    public init(size: Int? = nil, digest: Digest? = nil) {
        self.size = size
        self.digest = digest
    }

    /// Compares a file with all that is known of it.
    ///
    /// - Parameter name: what errors call the file.
    /// - Throws: ``DataError`` naming both values where they differ.
    public func verify(_ path: String, named name: String? = nil) throws(DataError) {
        let name = name ?? path
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw DataError(name, .unreadable(String(cString: strerror(errno)))) }
        if let size, Int(facts.st_size) != size {
            throw DataError(name, .wrongSize(got: Int(facts.st_size), wanted: size))
        }
        guard let digest else { return }
        let (got, wanted): (String, String)
        switch digest {
        case .sha256(let digits): (got, wanted) = (try Checksum.sha256(ofFile: path), digits)
        case .sha256Prefix(let digits):
            (got, wanted) = (String(try Checksum.sha256(ofFile: path).prefix(digits.count)), digits)
        case .md5(let digits): (got, wanted) = (try Checksum.md5(ofFile: path), digits)
        case .md5OfFirstMebibyte(let digits): (got, wanted) = (try Checksum.md5(ofFile: path, first: 1 << 20), digits)
        }
        if got != wanted.lowercased() { throw DataError(name, .wrongChecksum(got: got, wanted: wanted)) }
    }
}

/// Checksums in hexadecimal digits.
public enum Checksum {
    public static func sha256(ofFile path: String) throws(DataError) -> String {
        try digest(CN_SHA256, ofFile: path, first: .max)
    }

    /// - Parameter first: how many bytes of the file count.
    public static func md5(ofFile path: String, first: Int = .max) throws(DataError) -> String {
        try digest(CN_MD5, ofFile: path, first: first)
    }

    public static func sha256(of bytes: [UInt8]) throws(DataError) -> String {
        let table = try NetworkTable.open()
        let digest = table.c.digest_new(Int32(CN_SHA256))
        bytes.withUnsafeBufferPointer { table.c.digest_add(digest, $0.baseAddress, $0.count) }
        return finish(digest, table)
    }

    private static func digest(_ kind: some BinaryInteger, ofFile path: String, first: Int) throws(DataError) -> String
    {
        let table = try NetworkTable.open()
        guard let file = fopen(path, "rb") else {
            throw DataError(path, .unreadable(String(cString: strerror(errno))))
        }
        defer { fclose(file) }
        let digest = table.c.digest_new(Int32(kind))
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var left = first
        while left > 0 {
            let count = fread(&buffer, 1, min(left, buffer.count), file)
            if count == 0 { break }
            table.c.digest_add(digest, buffer, count)
            left -= count
        }
        let failed = ferror(file) != 0
        let digits = finish(digest, table)
        if failed { throw DataError(path, .unreadable("reading it failed")) }
        return digits
    }

    private static func finish(_ digest: CNDigest?, _ table: NetworkTable) -> String {
        var digits = [CChar](repeating: 0, count: 65)
        table.c.digest_finish(digest, &digits)
        return String(decoding: digits.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

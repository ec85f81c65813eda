/// Writes small archives byte by byte, sound and hostile ones.
enum ArchiveMaker {
    /// An entry of a tar file, with the type letters of POSIX ustar.
    struct Entry {
        var path: String
        var type: Character = "0"
        var link = ""
        var body: [UInt8] = []

        static func file(_ path: String, _ text: String) -> Entry { Entry(path: path, body: Array(text.utf8)) }
        static func folder(_ path: String) -> Entry { Entry(path: path, type: "5") }
        static func symlink(_ path: String, to target: String) -> Entry { Entry(path: path, type: "2", link: target) }
        static func hardlink(_ path: String, to target: String) -> Entry { Entry(path: path, type: "1", link: target) }
        static func device(_ path: String) -> Entry { Entry(path: path, type: "3") }
        static func pipe(_ path: String) -> Entry { Entry(path: path, type: "6") }
    }

    static func tar(_ entries: [Entry]) -> [UInt8] {
        entries.flatMap { header($0) + padded($0.body, to: 512) } + [UInt8](repeating: 0, count: 1024)
    }

    private static func header(_ entry: Entry) -> [UInt8] {
        func field(_ text: String, _ length: Int) -> [UInt8] {
            Array(text.utf8) + [UInt8](repeating: 0, count: length - text.utf8.count)
        }
        func octal(_ number: Int, _ length: Int) -> [UInt8] {
            let digits = String(number, radix: 8)
            return field(String(repeating: "0", count: length - 1 - digits.count) + digits, length)
        }
        let start = field(entry.path, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8)
        let middle = octal(entry.body.count, 12) + octal(0, 12)
        let end =
            [entry.type.asciiValue ?? 0] + field(entry.link, 100) + field("ustar", 6) + Array("00".utf8)
            + field("", 64) + octal(1, 8) + octal(3, 8) + field("", 167)
        let sum = (start + middle + [UInt8](repeating: 32, count: 8) + end).reduce(0) { $0 + Int($1) }
        return start + middle + octal(sum, 7) + [32] + end
    }

    /// A zip file, and so a wheel, whose members are stored as they are.
    static func zip(_ members: [(name: String, body: [UInt8])]) -> [UInt8] {
        var (bytes, directory) = ([UInt8](), [UInt8]())
        for member in members {
            let (size, name) = (member.body.count, Array(member.name.utf8))
            let facts = [
                little(0, 2), little(0, 2), little(0, 2), little(0x21, 2), little(crc(member.body), 4), little(size, 4),
                little(size, 4), little(name.count, 2), little(0, 2),
            ].flatMap { $0 }
            let place = [UInt8](repeating: 0, count: 10) + little(bytes.count, 4)
            directory += [little(0x0201_4b50, 4), little(20, 2), little(20, 2), facts, place, name].flatMap { $0 }
            bytes += [little(0x0403_4b50, 4), little(20, 2), facts, name, member.body].flatMap { $0 }
        }
        let end = [
            little(0x0605_4b50, 4), little(0, 4), little(members.count, 2), little(members.count, 2),
            little(directory.count, 4), little(bytes.count, 4), little(0, 2),
        ].flatMap { $0 }
        return bytes + directory + end
    }

    /// A Debian package that holds a tar file.
    static func debianPackage(_ entries: [Entry]) -> [UInt8] {
        func field(_ text: String, _ length: Int) -> [UInt8] {
            Array((text + String(repeating: " ", count: length - text.count)).utf8)
        }
        let members = [("debian-binary", Array("2.0\n".utf8)), ("control.tar", tar([])), ("data.tar", tar(entries))]
        var bytes = Array("!<arch>\n".utf8)
        for (name, body) in members {
            bytes += field(name, 16)
            bytes += field("0", 12) + field("0", 6) + field("0", 6)
            bytes += field("100644", 8) + field(String(body.count), 10)
            bytes += [0x60, 0x0a]
            bytes += padded(body, to: 2)
        }
        return bytes
    }

    private static func padded(_ bytes: [UInt8], to block: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (block - bytes.count % block) % block)
    }

    private static func little(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// CRC-32 as in zip.
    private static func crc(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}

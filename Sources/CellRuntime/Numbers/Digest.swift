internal import Foundation

/// Checksums of `hashlib`: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). For data of a cell's size; files of gigabytes
/// are checked elsewhere.
enum Digest {
    static func compute(_ name: String, _ message: [UInt8]) -> [UInt8]? {
        switch name {
        case "md5": md5(message)
        case "sha1": sha1(message)
        case "sha224": Array(sha256(message, initial: start224).prefix(28))
        case "sha256": sha256(message, initial: SHA512.squareRoots(8, from: 0).map { UInt32($0 >> 32) })
        case "sha384": Array(SHA512.digest(message, initial: SHA512.squareRoots(8, from: 8)).prefix(48))
        case "sha512": SHA512.digest(message)
        default: nil
        }
    }

    /// SHA-224 begins with the second halves of what SHA-384 begins with.
    private static let start224 = SHA512.squareRoots(8, from: 8).map { UInt32(truncatingIfNeeded: $0) }

    /// Blocks of 64 bytes: the message, a one, zeros and the length in bits.
    private static func blocks(_ message: [UInt8], isBigEndian: Bool) -> [[UInt32]] {
        var padded = message + [0x80]
        padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
        let bits = UInt64(message.count) * 8
        let shifts = stride(from: UInt64(0), to: 64, by: 8)
        let length = shifts.map { UInt8(truncatingIfNeeded: bits >> $0) }
        padded += isBigEndian ? length.reversed() : length
        return stride(from: 0, to: padded.count, by: 64).map { start in
            (0..<16).map { word in
                let bytes = padded[start + 4 * word..<start + 4 * word + 4]
                return (isBigEndian ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
            }
        }
    }

    private static func left(_ x: UInt32, _ count: UInt32) -> UInt32 { x << count | x >> (32 - count) }

    private static func bytes(_ words: [UInt32], isBigEndian: Bool) -> [UInt8] {
        words.flatMap { word in
            let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
            return isBigEndian ? bytes : bytes.reversed()
        }
    }

    private static let turns: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

    private static func md5(_ message: [UInt8]) -> [UInt8] {
        let sines = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
        for block in blocks(message, isBigEndian: false) {
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            for step in 0..<64 {
                let (mixed, word): (UInt32, Int) =
                    switch step / 16 {
                    case 0: (b & c | ~b & d, step)
                    case 1: (d & b | ~d & c, (5 * step + 1) % 16)
                    case 2: (b ^ c ^ d, (3 * step + 5) % 16)
                    default: (c ^ (b | ~d), 7 * step % 16)
                    }
                let sum = a &+ mixed &+ sines[step] &+ block[word]
                (a, d, c, b) = (d, c, b, b &+ left(sum, turns[step / 16 * 4 + step % 4]))
            }
            state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
        }
        return bytes(state, isBigEndian: false)
    }

    private static func sha1(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        for block in blocks(message, isBigEndian: true) {
            var w = block
            for index in 16..<80 { w.append(left(w[index - 3] ^ w[index - 8] ^ w[index - 14] ^ w[index - 16], 1)) }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for step in 0..<80 {
                let (mixed, constant): (UInt32, UInt32) =
                    switch step / 20 {
                    case 0: (b & c | ~b & d, 0x5a82_7999)
                    case 1: (b ^ c ^ d, 0x6ed9_eba1)
                    case 2: (b & c | b & d | c & d, 0x8f1b_bcdc)
                    default: (b ^ c ^ d, 0xca62_c1d6)
                    }
                let next = left(a, 5) &+ mixed &+ e &+ constant &+ w[step]
                (e, d, c, b, a) = (d, c, left(b, 30), a, next)
            }
            state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d, state[4] &+ e]
        }
        return bytes(state, isBigEndian: true)
    }

    private static func sha256(_ message: [UInt8], initial: [UInt32]) -> [UInt8] {
        func right(_ x: UInt32, _ count: UInt32) -> UInt32 { x >> count | x << (32 - count) }
        let constants = SHA512.cubeRoots(64).map { UInt32($0 >> 32) }
        var state = initial
        for block in blocks(message, isBigEndian: true) {
            var w = block
            for index in 16..<64 {
                let (a, b) = (w[index - 15], w[index - 2])
                let s0 = right(a, 7) ^ right(a, 18) ^ a >> 3
                let s1 = right(b, 17) ^ right(b, 19) ^ b >> 10
                w.append(w[index - 16] &+ s0 &+ w[index - 7] &+ s1)
            }
            var v = state
            for step in 0..<64 {
                let s1 = right(v[4], 6) ^ right(v[4], 11) ^ right(v[4], 25)
                let t1 = v[7] &+ s1 &+ (v[4] & v[5] ^ ~v[4] & v[6]) &+ constants[step] &+ w[step]
                let s0 = right(v[0], 2) ^ right(v[0], 13) ^ right(v[0], 22)
                let t2 = s0 &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
                v = [t1 &+ t2, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
            }
            state = zip(state, v).map { $0 &+ $1 }
        }
        return bytes(state, isBigEndian: true)
    }
}

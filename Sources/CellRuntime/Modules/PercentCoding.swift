/// The percent signs of web addresses.
enum PercentCoding {
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || byte == 0x5F
            || byte == 0x2E
            || byte == 0x2D || byte == 0x7E
    }

    static func quote(_ text: String, safe: String = "/", plus: Bool = false) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) || safe.utf8.contains(byte) {
                result.append(byte)
            } else if plus, byte == 0x20 {
                result.append(UInt8(ascii: "+"))
            } else {
                result.append(UInt8(ascii: "%"))
                let digits = String(byte, radix: 16, uppercase: true)
                result += Array((byte < 16 ? "0" : "").utf8) + Array(digits.utf8)
            }
        }
        return String(utf8Bytes: result)
    }

    static func unquote(_ text: String, plus: Bool = false) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "%"), place + 2 < bytes.count,
                let high = NumberParsing.digitValue(bytes[place + 1]),
                let low = NumberParsing.digitValue(bytes[place + 2]), high < 16, low < 16
            {
                result.append(UInt8(high << 4 | low))
                place += 3
            } else {
                result.append(plus && byte == UInt8(ascii: "+") ? 0x20 : byte)
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Numbers and words at places of a byte sequence; nothing where the bytes end too early.
struct ByteReader {
    private let read: (Int) -> UInt8
    let count: Int

    init<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) where Bytes.Index == Int {
        let start = bytes.startIndex
        read = { bytes[start + $0] }
        count = bytes.count
    }

    func byte(at place: Int) -> UInt8? {
        place >= 0 && place < count ? read(place) : nil
    }

    func integer(at place: Int, bytes size: Int, little: Bool = false) -> Int? {
        guard place >= 0, place <= count - size else { return nil }
        var value = 0
        for i in 0..<size {
            value = value << 8 | Int(read(place + (little ? size - 1 - i : i)))
        }
        return value
    }

    func text(at place: Int, _ size: Int) -> String? {
        guard place >= 0, place <= count - size else { return nil }
        return String(decoding: (place..<place + size).map(read), as: UTF8.self)
    }
}

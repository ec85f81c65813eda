/// Makes `Decodable` values from CBOR. A value of another shape than asked for is an error; members
/// that are not asked for are passed over.
enum CBORDecoder {
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(ProtocolError) -> Value {
        let value = try CBORReader.read(bytes)
        do {
            return try decode(type, value)
        } catch let error as ProtocolError {
            throw error
        } catch {
            throw .malformed("it is not what was expected")
        }
    }

    fileprivate static func decode<Value: Decodable>(_ type: Value.Type, _ value: CBOR) throws -> Value {
        if case .bytes(let bytes) = value, let bytes = bytes as? Value { return bytes }
        if case .doubles(let numbers) = value, let numbers = numbers as? Value { return numbers }
        return try Value(from: ValueDecoder(value: value))
    }
}

private func mismatch(_ wanted: String) -> ProtocolError { .malformed("\(wanted) was expected") }

private struct ValueDecoder: Decoder {
    let value: CBOR
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let members) = value else { throw mismatch("a map") }
        return KeyedDecodingContainer(KeyedContainer<Key>(members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let items) = value else { throw mismatch("an array") }
        return UnkeyedContainer(items: items)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleContainer(value: value) }
}

private struct KeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [(key: String, value: CBOR)]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

    private func find(_ key: Key) -> CBOR? { members.first { $0.key == key.stringValue }?.value }

    private func need(_ key: Key) throws -> CBOR {
        guard let value = find(key) else { throw mismatch("'\(key.stringValue)'") }
        return value
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool {
        if case .null? = find(key) { return true }
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try CBORDecoder.decode(type, need(key))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try ValueDecoder(value: need(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try ValueDecoder(value: need(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { ValueDecoder(value: .map(members)) }
    func superDecoder(forKey key: Key) throws -> any Decoder { ValueDecoder(value: try need(key)) }
}

private struct UnkeyedContainer: UnkeyedDecodingContainer {
    let items: [CBOR]
    var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    init(items: [CBOR]) { self.items = items }

    private mutating func next() throws -> CBOR {
        guard currentIndex < items.count else { throw mismatch("another item") }
        defer { currentIndex += 1 }
        return items[currentIndex]
    }

    mutating func decodeNil() throws -> Bool {
        guard currentIndex < items.count, case .null = items[currentIndex] else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try CBORDecoder.decode(type, next())
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try ValueDecoder(value: next()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try ValueDecoder(value: next()).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { ValueDecoder(value: try next()) }
}

private struct SingleContainer: SingleValueDecodingContainer {
    let value: CBOR
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool {
        if case .null = value { return true }
        return false
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let flag) = value else { throw mismatch("true or false") }
        return flag
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .text(let text) = value else { throw mismatch("text") }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard case .double(let number) = value else { throw mismatch("a number") }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try CBORDecoder.decode(type, value) }

    private func integer<Value: FixedWidthInteger>() throws -> Value {
        let result: Value? =
            switch value {
            case .int(let number): Value(exactly: number)
            case .unsigned(let number): Value(exactly: number)
            default: nil
            }
        guard let result else { throw mismatch("an integer in range") }
        return result
    }
}

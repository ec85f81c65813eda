/// Turns `Encodable` values into CBOR: structures into maps by their members' names, `[UInt8]` into
/// bytes and `[Double]` into packed numbers.
enum CBOREncoder {
    static func encode(_ value: some Encodable) throws -> [UInt8] { try cbor(value).serialized() }

    fileprivate static func cbor(_ value: some Encodable) throws -> CBOR {
        if let bytes = value as? [UInt8] { return .bytes(bytes) }
        if let numbers = value as? [Double] { return .doubles(numbers) }
        let encoder = NodeEncoder()
        try value.encode(to: encoder)
        return encoder.node.cbor
    }
}

/// What a container collects; a class, since a container may be filled after it was handed over.
private final class Node {
    enum Content {
        case empty
        case value(CBOR)
        case array([Node])
        case map([(String, Node)])
    }
    var content = Content.empty

    init(_ value: CBOR? = nil) {
        if let value { content = .value(value) }
    }

    var cbor: CBOR {
        switch content {
        case .empty: .map([])
        case .value(let value): value
        case .array(let items): .array(items.map(\.cbor))
        case .map(let members): .map(members.map { ($0.0, $0.1.cbor) })
        }
    }

    func append(_ node: Node) {
        if case .array(var items) = content {
            content = .empty
            items.append(node)
            content = .array(items)
        } else {
            content = .array([node])
        }
    }

    func add(_ node: Node, _ key: String) {
        if case .map(var members) = content {
            content = .empty
            members.append((key, node))
            content = .map(members)
        } else {
            content = .map([(key, node)])
        }
    }
}

private struct NodeEncoder: Encoder {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ node: Node = Node()) { self.node = node }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .empty = node.content { node.content = .map([]) }
        return KeyedEncodingContainer(KeyedContainer<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .empty = node.content { node.content = .array([]) }
        return UnkeyedContainer(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleContainer(node: node) }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws { node.add(Node(.null), key.stringValue) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        node.add(Node(try CBOREncoder.cbor(value)), key.stringValue)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        NodeEncoder(child(key)).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        NodeEncoder(child(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { NodeEncoder(node) }
    func superEncoder(forKey key: Key) -> any Encoder { NodeEncoder(child(key)) }

    private func child(_ key: Key) -> Node {
        let child = Node()
        node.add(child, key.stringValue)
        return child
    }
}

private struct UnkeyedContainer: UnkeyedEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var count: Int {
        if case .array(let items) = node.content { return items.count }
        return 0
    }

    func encodeNil() throws { node.append(Node(.null)) }
    func encode(_ value: some Encodable) throws { node.append(Node(try CBOREncoder.cbor(value))) }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        NodeEncoder(child()).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { NodeEncoder(child()).unkeyedContainer() }
    func superEncoder() -> any Encoder { NodeEncoder(child()) }

    private func child() -> Node {
        let child = Node()
        node.append(child)
        return child
    }
}

private struct SingleContainer: SingleValueEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { node.content = .value(.null) }
    func encode(_ value: Bool) throws { node.content = .value(.bool(value)) }
    func encode(_ value: String) throws { node.content = .value(.text(value)) }
    func encode(_ value: Double) throws { node.content = .value(.double(value)) }
    func encode(_ value: Float) throws { node.content = .value(.double(Double(value))) }
    func encode(_ value: Int) throws { integer(value) }
    func encode(_ value: Int8) throws { integer(value) }
    func encode(_ value: Int16) throws { integer(value) }
    func encode(_ value: Int32) throws { integer(value) }
    func encode(_ value: Int64) throws { integer(value) }
    func encode(_ value: UInt) throws { integer(value) }
    func encode(_ value: UInt8) throws { integer(value) }
    func encode(_ value: UInt16) throws { integer(value) }
    func encode(_ value: UInt32) throws { integer(value) }
    func encode(_ value: UInt64) throws { integer(value) }
    func encode(_ value: some Encodable) throws { node.content = .value(try CBOREncoder.cbor(value)) }

    private func integer(_ value: some BinaryInteger) {
        node.content = .value(Int64(exactly: value).map { .int($0) } ?? .unsigned(UInt64(clamping: value)))
    }
}

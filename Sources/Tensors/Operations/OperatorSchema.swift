internal import CTorch
import Synchronization

/// What an ATen operator takes, from libtorch's own description, so that any of its thousands can be called by
/// name with positional and named arguments.
public struct OperatorSchema: Sendable {
    public struct Parameter: Sendable {
        public var name: String
        /// libtorch's type, such as "Tensor", "int[2]", "float?" or "Tensor[]".
        public var type: String
        public var defaultValue: String?
        public var isKeywordOnly: Bool
    }

    /// Without "aten::".
    public let name: String
    public let overload: String
    public let parameters: [Parameter]

    /// All overloads that a caller may choose among; those that write into a given tensor (`out=`) are left out.
    public static func overloads(of name: String) throws(TensorError) -> [OperatorSchema] {
        if let known = cache.withLock({ $0[name] }) { return known }
        let table = try Engine.table()
        let lines = try table.string { table.c.schemas("aten::" + name, $0) }
        let schemas = lines.split(separator: "\n").compactMap { OperatorSchema(line: $0) }
            .filter { !$0.parameters.contains { $0.isUnusable } }
            .sorted { ($0.parameters.count, $0.overload) < ($1.parameters.count, $1.overload) }
        cache.withLock { $0[name] = schemas }
        return schemas
    }

    /// Calls the overload that fits the arguments best.
    ///
    /// Of Python's other names `input`, `axis` and `keepdims` are understood.
    ///
    /// - Throws: ``TensorError/type(_:)`` that lists what the operator takes when none fits.
    public static func call(
        _ name: String, _ arguments: [Argument], named: [(String, Argument)] = []
    ) throws(TensorError) -> [Output] {
        let schemas = try overloads(of: name)
        guard !schemas.isEmpty else { throw .notImplemented("this libtorch has no operator '\(name)'") }
        var best: (schema: OperatorSchema, named: [(String, Argument)], cost: Int)?
        for schema in schemas {
            let renamed = named.map { (schema.parameterName($0.0), $0.1) }
            guard let cost = schema.cost(arguments, renamed), cost < best?.cost ?? .max else { continue }
            best = (schema, renamed, cost)
        }
        guard let best else {
            throw .type(
                "\(name)() received an invalid combination of arguments; it takes one of:\n"
                    + schemas.map { "    " + $0.signature }.joined(separator: "\n"))
        }
        return try callOperator(
            named: "aten::" + name, overload: best.schema.overload, arguments, named: best.named)
    }

    /// "(Tensor self, int dim, bool keepdim=False)"
    public var signature: String {
        let parts = parameters.map { parameter in
            "\(parameter.type) \(parameter.name)" + (parameter.defaultValue.map { "=" + $0 } ?? "")
        }
        return "(\(parts.joined(separator: ", ")))"
    }

    private static let cache = Mutex<[String: [OperatorSchema]]>([:])

    // MARK: Choosing

    private static let otherNames = ["input": "self", "axis": "dim", "keepdims": "keepdim", "x": "self"]

    private func parameterName(_ given: String) -> String {
        if parameters.contains(where: { $0.name == given }) { return given }
        return Self.otherNames[given] ?? given
    }

    /// How far the arguments must be bent to fit; nil when they do not.
    private func cost(_ arguments: [Argument], _ named: [(String, Argument)]) -> Int? {
        let positional = parameters.filter { !$0.isKeywordOnly }
        guard arguments.count <= positional.count else { return nil }
        var given = Set<String>()
        var total = 0
        for (parameter, argument) in zip(positional, arguments) {
            guard let cost = parameter.cost(argument) else { return nil }
            given.insert(parameter.name)
            total += cost
        }
        for (name, argument) in named {
            guard let parameter = parameters.first(where: { $0.name == name }), given.insert(name).inserted,
                let cost = parameter.cost(argument)
            else { return nil }
            total += cost
        }
        let missing = parameters.contains { !given.contains($0.name) && $0.defaultValue == nil }
        return missing ? nil : total
    }

    // MARK: Reading

    /// Reads "aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, …) -> Tensor".
    init?(line: some StringProtocol) {
        guard let open = line.firstIndex(of: "("), let arrow = line.range(of: ") -> ") else { return nil }
        let full = line[..<open].drop { $0 != ":" }.drop { $0 == ":" }
        let parts = full.split(separator: ".", maxSplits: 1)
        guard let first = parts.first else { return nil }
        name = String(first)
        overload = parts.count > 1 ? String(parts[1]) : ""
        var isKeywordOnly = false
        var parameters: [Parameter] = []
        for part in Self.split(line[line.index(after: open)..<arrow.lowerBound]) {
            if part == "*" {
                isKeywordOnly = true
            } else if let parameter = Parameter(part, isKeywordOnly) {
                parameters.append(parameter)
            } else {
                return nil
            }
        }
        self.parameters = parameters
    }

    /// At commas outside of brackets and quotes.
    private static func split(_ text: some StringProtocol) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}

extension OperatorSchema.Parameter {
    init?(_ text: String, _ isKeywordOnly: Bool) {
        let sides = text.split(separator: "=", maxSplits: 1)
        guard let space = sides.first?.lastIndex(of: " ") else { return nil }
        name = String(sides[0][sides[0].index(after: space)...])
        type = String(sides[0][..<space])
        defaultValue = sides.count > 1 ? String(sides[1]) : nil
        self.isKeywordOnly = isKeywordOnly
    }

    /// Tensors to write into, names of dimensions and generators do not come from a caller.
    fileprivate var isUnusable: Bool {
        type.contains("!") && isKeywordOnly || type.hasPrefix("Dimname") || type.contains("Stream")
    }

    /// How far the argument must be bent to fit the type; nil when it does not.
    fileprivate func cost(_ argument: Argument) -> Int? {
        let isList = type.contains("[")
        let element = String(type.prefix { $0.isLetter })
        switch argument {
        case .none: return type.hasSuffix("?") || type.contains("?[") ? 0 : nil
        case .tensor(let tensor):
            if element == "Tensor" { return isList ? nil : 0 }
            return !isList && tensor.dimensions == 0 && ["Scalar", "int", "SymInt", "float"].contains(element) ? 5 : nil
        case .int: return isList ? Self.listCosts[element] : Self.intCosts[element]
        case .double: return isList ? (element == "float" ? 2 : nil) : Self.doubleCosts[element]
        case .bool: return isList ? nil : Self.boolCosts[element]
        case .string: return !isList && ["str", "Device"].contains(element) ? 0 : nil
        case .ints(let numbers):
            guard isList else { return nil }
            return element == "Tensor"
                ? (numbers.isEmpty ? 3 : nil) : ["int": 0, "SymInt": 0, "float": 1, "bool": 2][element]
        case .doubles: return isList && element == "float" ? 0 : nil
        case .tensors: return isList && element == "Tensor" ? 0 : nil
        }
    }

    private static let intCosts = [
        "int": 0, "SymInt": 0, "Scalar": 0, "float": 1, "ScalarType": 0, "MemoryFormat": 0, "Layout": 0, "Tensor": 4,
    ]
    private static let doubleCosts = ["float": 0, "Scalar": 0, "Tensor": 4]
    private static let boolCosts = ["bool": 0, "Scalar": 1, "int": 2, "SymInt": 2, "Tensor": 5]
    /// One number for a list of a fixed length, such as a kernel's size.
    private static let listCosts = ["int": 2, "SymInt": 2, "float": 3]
}

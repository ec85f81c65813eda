/// A parameter of a native function: its name, type, default and documentation.
///
///     Parameter("epochs", Int.self, doc: "Epochs after unfreezing.")
///     Parameter("base_lr", Double.self, default: 2e-3)
///     Parameter("cbs", [CallbackObject].self, .keywordOnly, default: [])
///     Parameter("seed", Int?.self, default: nil)
///     Parameter("paths", Variadic.self)             // *paths
///     Parameter("options", Keywords.self)           // **options
public struct Parameter<Content: CellConvertible> {
    let name: String
    let kind: ParameterKind
    let content: Content?
    let shown: String?
    let doc: String

    /// A required parameter; with ``Variadic`` or ``Keywords`` as its type, one that takes the rest.
    public init(_ name: String, _ type: Content.Type, _ kind: ParameterKind = .ordinary, doc: String = "") {
        self.name = name
        self.kind =
            switch type {
            case is Variadic.Type: .variadic
            case is Keywords.Type: .keywords
            default: kind
            }
        content = nil
        shown = nil
        self.doc = doc
    }

    /// A parameter that may be left out.
    public init(
        _ name: String, _ type: Content.Type, _ kind: ParameterKind = .ordinary, default content: Content,
        doc: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.content = content
        shown = ParameterDescription.text(of: content)
        self.doc = doc
    }

    func take(_ value: Value, _ function: String, _ position: Int, _ cell: Interpreter) throws(Raise) -> Content {
        if value.isUnset, let content { return content }
        return try Content.convert(
            value, ArgumentPlace(function: function, parameter: name, position: position, cell: cell))
    }

    var description: ParameterDescription {
        ParameterDescription(
            name: name, kind: kind, typeName: Content.cellTypeName, isOptional: content != nil, shownDefault: shown,
            doc: doc)
    }
}

public enum ParameterKind: Sendable {
    /// Cannot be given by name.
    case positionalOnly
    case ordinary
    /// Only by name.
    case keywordOnly
    /// `*args`, for ``Variadic``.
    case variadic
    /// `**kwargs`, for ``Keywords``.
    case keywords
}

/// What a declaration says about a parameter, for help and completion.
public struct ParameterDescription: @unchecked Sendable {
    public let name: String
    public let kind: ParameterKind
    /// The class's name in help. Asked late: while a class is being declared, its own name is not known yet.
    public var typeName: String { nameOfType() }
    // A closure over a metatype, which is the same for every thread.
    private let nameOfType: () -> String
    public let isOptional: Bool
    /// The default as written in help.
    public let shownDefault: String?
    public let doc: String

    public init(
        name: String, kind: ParameterKind = .ordinary, typeName: @autoclosure @escaping () -> String = "",
        isOptional: Bool = false, shownDefault: String? = nil, doc: String = ""
    ) {
        self.name = name
        self.kind = kind
        nameOfType = typeName
        self.isOptional = isOptional
        self.shownDefault = shownDefault
        self.doc = doc
    }

    static func text<Content>(of content: Content) -> String {
        switch content {
        case let text as String: return "'\(text)'"
        case let flag as Bool: return flag ? "True" : "False"
        case let value as Value:
            switch value {
            case .none, .unset: return "None"
            case .bool(let flag): return flag ? "True" : "False"
            case .int(let number): return "\(number)"
            case .float(let number): return "\(number)"
            case .object(let object): return value.text.map { "'\($0)'" } ?? "<\(object.type.name)>"
            }
        default:
            let text = "\(content)"
            return text == "nil" ? "None" : text.hasPrefix("Optional(") ? String(text.dropFirst(9).dropLast()) : text
        }
    }
}

/// Turns descriptions, in the order of a call, into a signature.
struct SignatureBuilder {
    let signature: Signature
    let descriptions: [ParameterDescription]

    init(_ descriptions: [ParameterDescription], isMethod: Bool, style: Signature.Style) {
        var all = descriptions
        if isMethod { all.insert(ParameterDescription(name: "self", kind: .positionalOnly), at: 0) }
        self.descriptions = all
        func count(_ kinds: ParameterKind...) -> Int { all.count { kinds.contains($0.kind) } }
        signature = Signature(
            names: all.map(\.name), positionalOnly: count(.positionalOnly),
            positional: count(.positionalOnly, .ordinary), keywordOnly: count(.keywordOnly),
            hasVariadic: count(.variadic) > 0, hasKeywords: count(.keywords) > 0, style: style, isMethod: isMethod)
    }

    func function(_ name: String, doc: String, body: @escaping NativeFunction.Body) -> NativeFunction {
        NativeFunction(
            name, signature: signature, doc: doc, descriptions: descriptions, body: body)
    }
}

extension NativeFunction {
    convenience init(
        _ name: String, signature: Signature, doc: String, descriptions: [ParameterDescription], body: @escaping Body
    ) {
        self.init(
            name, signature: signature, doc: doc, parameterDocs: descriptions.map(\.doc),
            isOptional: descriptions.map { $0.isOptional || $0.kind == .variadic || $0.kind == .keywords }, body: body)
        shownDefaults = descriptions.map(\.shownDefault)
    }
}

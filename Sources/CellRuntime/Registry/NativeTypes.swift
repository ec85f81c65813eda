/// Collects the entries of a native class or module.
@resultBuilder
public enum MembersBuilder {
    public static func buildExpression(_ member: Member) -> [Member] { [member] }
    public static func buildExpression(_ members: [Member]) -> [Member] { members }
    public static func buildExpression<Owner>(_ method: Method<Owner>) -> [Member] { [method.member] }
    public static func buildExpression<Owner>(_ property: Property<Owner>) -> [Member] { [property.member] }
    /// A class, under its own name.
    public static func buildExpression(_ type: TypeObject) -> [Member] {
        [Member(name: type.name, content: .value(.object(type)))]
    }
    public static func buildBlock(_ members: [Member]...) -> [Member] { members.flatMap(\.self) }
    public static func buildArray(_ members: [[Member]]) -> [Member] { members.flatMap(\.self) }
    public static func buildOptional(_ members: [Member]?) -> [Member] { members ?? [] }
    public static func buildEither(first: [Member]) -> [Member] { first }
    public static func buildEither(second: [Member]) -> [Member] { second }
}

/// Declares a native class whose instances are of the Swift class `Owner`.
public struct NativeType<Owner: Object> {
    /// The class itself, for `super.init(type:)` and for modules.
    public let type: TypeObject

    /// - Parameters:
    ///   - module: Where `type(x)` says it comes from.
    ///   - base: A native class whose Swift class `Owner` derives from.
    ///   - allowsAttributes: Whether cells may set attributes of their own on instances.
    ///   - isBase: Whether cells may derive classes from it.
    ///   - style: In whose words errors about arguments are told.
    public init(
        _ name: String, module: String, doc: String = "", base: TypeObject? = nil, allowsAttributes: Bool = false,
        isBase: Bool = true, isContainer: Bool = true, style: Signature.Style = .python,
        @MembersBuilder members: () -> [Member]
    ) {
        type = TypeObject(name, module: module, doc: doc, base: base ?? types.object, metatype: types.type)
        if allowsAttributes { type.allowsAttributes = true }
        type.isBase = isBase
        type.isContainer = isContainer
        type.install(members(), style: style)
    }
}

extension TypeObject {
    /// Puts declared members into a native class. Only while it is being declared.
    func install(_ members: [Member], style: Signature.Style) {
        for member in members {
            switch member.content {
            case .value(let value):
                value.adopt(by: self, style: style)
                let name = Str(text: member.name)
                _ = name.hash
                define(name, value)
            case .constructor(let function):
                function.signature.style = style
                function.qualifiedName = self.name
                constructor = function
                allocator = nil
            case .allocator(let make):
                allocator = make
                constructor = nil
            case .display(let body):
                display = body
            case .made:
                preconditionFailure("a native class is shared by interpreters, so nothing in it is made by one")
            }
        }
    }
}

extension Value {
    /// Tells a function which class it belongs to.
    fileprivate func adopt(by type: TypeObject, style: Signature.Style) {
        switch object {
        case let function as NativeFunction:
            function.signature.style = style
            function.qualifiedName = "\(type.name).\(function.name)"
        case let method as StaticMethod: method.function.adopt(by: type, style: style)
        case let method as ClassMethod: method.function.adopt(by: type, style: style)
        case let property as PropertyObject:
            property.getter.adopt(by: type, style: style)
            property.setter.adopt(by: type, style: style)
        default: break
        }
    }
}

/// Declares a module that cells can import.
public struct NativeModule: Sendable {
    /// With dots, such as `fastai.vision.all`.
    public let name: String
    public let doc: String
    /// In whose words errors about arguments are told.
    let style: Signature.Style
    let members: @Sendable () -> [Member]
    let source: String?

    /// - Parameters:
    ///   - source: More of the module, written in the cell language; it sees the members.
    ///   - members: Evaluated when an interpreter first imports the module.
    public init(
        _ name: String, doc: String = "", style: Signature.Style = .python,
        source: String? = nil, @MembersBuilder members: @escaping @Sendable () -> [Member]
    ) {
        self.name = name
        self.doc = doc
        self.style = style
        self.members = members
        self.source = source
    }

    /// A module that is written in the cell language itself.
    /// - Parameter source: Run in variables of its own when an interpreter first imports the module.
    public init(_ name: String, doc: String = "", source: String) {
        self.name = name
        self.doc = doc
        style = .python
        members = { [] }
        self.source = source
    }

    /// The module's names with their values, in the order they are declared.
    func make(_ cell: Interpreter) throws(Raise) -> ModuleObject {
        let attributes = Dict()
        attributes.set(Str("__name__"), .string(name))
        for member in members() {
            switch member.content {
            case .value(let value):
                if let function = value.object as? NativeFunction {
                    function.signature.style = style
                    function.module = function.module ?? name
                }
                attributes.set(Str(member.name), value)
            case .made(let make):
                attributes.set(Str(member.name), make(cell))
            case .constructor, .allocator, .display:
                preconditionFailure("only a class has constructors and displays")
            }
        }
        guard let source else { return ModuleObject(name, doc: doc, attributes: attributes) }
        return ModuleObject(name, doc: doc, attributes: try cell.runModule(name, source, names: attributes))
    }
}

/// The modules that cells can import.
public struct ModuleRegistry: Sendable {
    private(set) var modules: [String: NativeModule] = [:]
    /// What `pip install` calls packages whose modules are here.
    public private(set) var packages: Set<String> = []

    public init() {}

    /// Adds a module, in place of an earlier one of the same name.
    public mutating func register(_ module: NativeModule) { modules[module.name] = module }

    public mutating func register(_ modules: [NativeModule]) { modules.forEach { register($0) } }

    /// Makes `!pip install name` say that the package is built in.
    public mutating func register(packages names: [String]) { packages.formUnion(names) }

    public var names: [String] { modules.keys.sorted() }
}

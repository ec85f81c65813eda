/// The built-in classes. Their methods are declared elsewhere, one file a class, and put in when the first interpreter
/// is made (``BuiltinMembers``).
public let types = BuiltinTypes()

public final class BuiltinTypes: Sendable {
    public let object, type: TypeObject
    public let none, bool, int, float, str, bytes: TypeObject
    public let list, tuple, dict, set, frozenset, range, slice: TypeObject
    public let dictKeys, dictValues, dictItems: TypeObject
    public let function, builtin, method, generator, iterator, module, cell: TypeObject
    public let property, staticMethod, classMethod, superType: TypeObject
    public let notImplemented, ellipsis: TypeObject

    fileprivate init() {
        object = TypeObject("object", base: nil)
        let type = TypeObject("type", base: object)
        self.type = type
        object.type = type
        type.isBuiltin = true
        object.isBuiltin = true
        type.isContainer = true
        type.type = type
        let root = object
        func make(_ name: String, base: TypeObject? = nil, isContainer: Bool = false, isBase: Bool = true) -> TypeObject
        {
            let made = TypeObject(name, base: base ?? root, metatype: type)
            made.isContainer = isContainer
            made.isBase = isBase
            made.isBuiltin = true
            return made
        }
        none = make("NoneType", isBase: false)
        int = make("int")
        bool = make("bool", base: int, isBase: false)
        float = make("float")
        str = make("str")
        bytes = make("bytes")
        list = make("list", isContainer: true)
        tuple = make("tuple", isContainer: true)
        dict = make("dict", isContainer: true)
        set = make("set", isContainer: true)
        frozenset = make("frozenset", isContainer: true)
        range = make("range", isBase: false)
        slice = make("slice", isBase: false)
        dictKeys = make("dict_keys", isBase: false)
        dictValues = make("dict_values", isBase: false)
        dictItems = make("dict_items", isBase: false)
        function = make("function", isContainer: true, isBase: false)
        function.allowsAttributes = true
        builtin = make("builtin_function_or_method", isBase: false)
        method = make("method", isContainer: true, isBase: false)
        generator = make("generator", isContainer: true, isBase: false)
        iterator = make("iterator", isContainer: true, isBase: false)
        module = make("module", isContainer: true, isBase: false)
        module.allowsAttributes = true
        cell = make("cell", isContainer: true, isBase: false)
        property = make("property", isContainer: true)
        staticMethod = make("staticmethod", isContainer: true)
        classMethod = make("classmethod", isContainer: true)
        superType = make("super", isContainer: true, isBase: false)
        for (made, kind) in [
            (str, TypeObject.Kind.str), (list, .list), (tuple, .tuple), (dict, .dict), (range, .range),
            (function, .function), (builtin, .builtin), (method, .method), (type, .type),
        ] { made.instanceKind = kind }
        notImplemented = make("NotImplementedType", isBase: false)
        ellipsis = make("ellipsis", isBase: false)
        // The names of special methods are older than the class of strings.
        for name in SpecialName.allCases { name.str.type = str }
    }
}

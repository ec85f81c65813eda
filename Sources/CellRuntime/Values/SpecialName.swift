/// The names of special methods that the interpreter itself calls. A class keeps them in a table.
public enum SpecialName: Int, CaseIterable, Sendable {
    case new, `init`, call, repr, str, format, hash, bool, len, lengthHint, iter, next, reversed, contains
    case getitem, setitem, delitem, missing
    case getattr, getattribute, setattr, delattr, dir
    case enter, exit
    case eq, ne, lt, le, gt, ge
    case add, sub, mul, matmul, truediv, floordiv, mod, pow, lshift, rshift, and, or, xor, divmod
    case radd, rsub, rmul, rmatmul, rtruediv, rfloordiv, rmod, rpow, rlshift, rrshift, rand, ror, rxor, rdivmod
    case iadd, isub, imul, imatmul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ior, ixor
    case neg, pos, invert, abs, int, float, index, round, trunc, floor, ceil
    case initSubclass, classGetitem, setName, get, set, delete, del, instancecheck, subclasscheck

    /// Such as `__add__`.
    public var text: String {
        switch self {
        case .initSubclass: "__init_subclass__"
        case .classGetitem: "__class_getitem__"
        case .setName: "__set_name__"
        case .lengthHint: "__length_hint__"
        default: "__\(self)__"
        }
    }

    var str: Str { Self.table.strings[rawValue] }

    init?(text: String) {
        guard text.hasPrefix("__"), let found = Self.table.byText[text] else { return nil }
        self = found
    }

    private static let table = Table()

    private struct Table: @unchecked Sendable {
        let strings: [Str]
        let byText: [String: SpecialName]

        init() {
            strings = SpecialName.allCases.map { name in
                let string = Str(text: name.text, type: nil)
                _ = string.hash
                return string
            }
            byText = Dictionary(uniqueKeysWithValues: SpecialName.allCases.map { ($0.text, $0) })
        }
    }
}

/// The methods, properties and constructors of the built-in classes, one file a class.
enum BuiltinMembers {
    /// Puts them into the classes. Special methods (`__len__` and so on) are installed beside them.
    static func install() {
        types.str.install(str, style: .native)
        types.bytes.install(bytes, style: .native)
        types.int.install(int, style: .native)
        types.bool.install(bool, style: .native)
        types.float.install(float, style: .native)
        types.list.install(list, style: .native)
        types.tuple.install(tuple, style: .native)
        types.dict.install(dict, style: .native)
        types.set.install(set, style: .native)
        types.frozenset.install(frozenset, style: .native)
        types.range.install(range, style: .native)
        types.slice.install(slice, style: .native)
        types.dictKeys.install(dictView, style: .native)
        types.dictValues.install([dictViewMapping], style: .native)
        types.dictItems.install(dictView, style: .native)
    }
}

internal import CellSyntax

/// `locals()`: the variables of the function as they are now.
final class LocalsNode: Node {
    let callee: GlobalNode
    /// Where a class body's names are kept.
    let namespaceIndex: Int?
    let isModule: Bool

    init(_ code: Code, _ range: SourceRange, _ callee: GlobalNode, namespaceIndex: Int?, isModule: Bool) {
        self.callee = callee
        self.namespaceIndex = namespaceIndex
        self.isModule = isModule
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        if !callee.variable.value.isUnset {
            let function = try callee.evaluate(f)
            do throws(Raise) { return try cell.call(function, []) } catch { throw placed(error) }
        }
        if isModule { return .object(cell.globalsDictionary()) }
        if let namespaceIndex { return f[namespaceIndex] }
        let result = Dict()
        for (index, name) in code.localNames.enumerated() where !f[index].isUnset && !name.hasPrefix(".") {
            result.set(cell.intern(name), f[index])
        }
        for (offset, name) in (code.cellNames + code.freeNames).enumerated() {
            guard let variable = f[code.cellBase + offset].object as? Cell, !variable.value.isUnset else { continue }
            result.set(cell.intern(name), variable.value)
        }
        return .object(result)
    }
}

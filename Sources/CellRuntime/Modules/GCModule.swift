/// `gc`: cycles are collected when enough has been made, and on request.
extension StandardModules {
    static let gc = NativeModule("gc", doc: "Collection of objects that hold one another.") {
        Function(
            "collect",
            doc: "Takes apart what only cycles of references still hold, and returns how many objects that were.",
            Parameter("generation", Int.self, default: 2)
        ) { cell, _ in cell.collect() }
        Function("enable", doc: "Collections come by themselves, always.") { _ in }
        Function("isenabled", doc: "Whether collections come by themselves: always.") { _ in true }
    }
}

import CellRuntime

/// fastcore, as far as fastai's notebooks use it without knowing fastai.
enum FastcoreModules {
    static var all: [NativeModule] {
        ["fastcore.foundation", "fastcore.all", "fastcore.basics"].map { name in
            NativeModule(name, doc: "fastcore: L and small functions.") { members }
        }
    }

    /// What star imports bring.
    @MembersBuilder static var members: [Member] {
        LObject.declaration
        CoreFunctions.members
        Borrowed.members([
            ("pathlib", ["Path"]), ("types", ["SimpleNamespace"]), ("functools", ["partial", "reduce"]),
            ("operator", ["itemgetter", "attrgetter"]),
            ("collections", ["defaultdict", "Counter", "OrderedDict", "namedtuple"]),
            ("copy", ["copy", "deepcopy"]),
        ])
    }
}

/// Names of other modules that star imports bring along.
enum Borrowed {
    @MembersBuilder static func members(_ modules: [(module: String, names: [String])]) -> [Member] {
        for (module, names) in modules {
            for name in names {
                Constant(name) { (cell: Interpreter) -> Value in
                    (try? cell.attribute(name, of: cell.module(module))) ?? .unset
                }
            }
        }
    }

    /// The modules themselves, under short names.
    @MembersBuilder static func modules(_ modules: [(name: String, module: String)]) -> [Member] {
        for entry in modules {
            Constant(entry.name) { (cell: Interpreter) -> Value in (try? cell.module(entry.module)) ?? .unset }
        }
    }
}

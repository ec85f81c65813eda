internal import CellSyntax
internal import Display
internal import Foundation

/// Magics about the session and the machine, as IPython users expect them.
extension MagicRegistry {
    mutating func registerSessionMagics() {
        registerVariables()
        registerFiles()
        registerAnswers()
    }

    // MARK: Variables

    private mutating func registerVariables() {
        register("who", doc: "The names that this session has bound; of a type: %who int.") { call, cell in
            let names = cell.ownNames(ofTypes: call.arguments)
            cell.display(
                .output(names.isEmpty ? "Interactive namespace is empty.\n" : names.joined(separator: "\t") + "\n"))
            return .none
        }
        register("who_ls", doc: "The names that this session has bound, as a list.") { call, cell in
            .list(cell.ownNames(ofTypes: call.arguments).sorted().map { .string($0) })
        }
        register("whos", doc: "The names that this session has bound, with types and values.") { call, cell in
            let names = cell.ownNames(ofTypes: call.arguments)
            guard !names.isEmpty else {
                cell.display(.output("Interactive namespace is empty.\n"))
                return .none
            }
            let rows = names.map { name -> [String] in
                let value = cell.globals.get(name) ?? .none
                return [name, value.type.name, cell.summary(of: value)]
            }
            cell.display(.table(Table(columns: ["Variable", "Type", "Data/Info"], rows: rows)))
            return .none
        }
        register("lsmagic", doc: "All magics of cells.") { _, cell in
            let all = cell.magics.magics.values.sorted { $0.name < $1.name }
            cell.display(
                .table(
                    Table(
                        columns: ["magic", "what it does"],
                        rows: all.map { ["%\($0.name)" + ($0.takesCell ? ", %%\($0.name)" : ""), $0.doc] })))
            return .none
        }
        for (name, isDetailed) in [("pinfo", false), ("pdoc", false), ("pinfo2", true), ("psource", true)] {
            register(name, doc: "What a name is, as name? and name?? tell.") { call, cell in
                cell.display(.output(try cell.help(call.arguments, isDetailed: isDetailed) + "\n"))
                return .none
            }
        }
    }

    // MARK: Files and surroundings

    private mutating func registerFiles() {
        register("env", doc: "Environment variables: %env, %env NAME, %env NAME=value.") { call, cell in
            try Self.environment(call, cell)
        }
        register("set_env", doc: "Sets an environment variable: %set_env NAME value.") { call, cell in
            try Self.environment(call, cell)
        }
        for (name, command, doc) in [
            ("ll", "ls -lF", "Lists a folder with sizes and dates."), ("cat", "cat", "Shows a file."),
            ("more", "cat", "Shows a file."), ("less", "cat", "Shows a file."),
            ("mkdir", "mkdir", "Makes a folder."), ("rmdir", "rmdir", "Deletes an empty folder."),
            ("cp", "cp", "Copies files."), ("mv", "mv", "Moves files."), ("rm", "rm", "Deletes files."),
            ("ls", "ls", "Lists a folder."),
        ] {
            register(name, doc: doc) { call, cell in
                _ = try cell.runShell("\(command) \(call.arguments)") { cell.display(.output($0)) }
                return .none
            }
        }
        for name in ["writefile", "file"] {
            register(name, doc: "Writes the cell to a file; -a appends.", takesCell: true) { call, cell in
                try Self.writeFile(call, cell)
            }
        }
        register("run", doc: "Runs a script in this session: %run FILE.") { call, cell in
            let path = Self.path(call.arguments)
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Raise.osError(2, "No such file or directory", path: path)
            }
            guard !path.hasSuffix(".ipynb") else {
                throw Raise.notImplemented(
                    "%run of a notebook works at the prompt; nuthatch convert makes a script of it")
            }
            return try cell.evaluate(String(decoding: data, as: UTF8.self), name: path, isExpression: false)
        }
    }

    private static func environment(_ call: MagicCall, _ cell: Interpreter) throws -> Value {
        let text = call.arguments.trimmingCharacters(in: .whitespaces)
        let all = ProcessInfo.processInfo.environment
        guard let end = text.firstIndex(where: { $0 == "=" || $0 == " " }) else {
            if text.isEmpty {
                let dict = Dict()
                for (name, value) in all.sorted(by: { $0.key < $1.key }) { dict.set(Str(name), .string(value)) }
                return .object(dict)
            }
            guard let value = all[text] else {
                throw Raise(exceptions.keyError, "Environment does not have key: \(text)")
            }
            return .string(value)
        }
        let (name, value) = (String(text[..<end]), text[text.index(after: end)...].trimmingCharacters(in: .whitespaces))
        setenv(name, value, 1)
        cell.display(.output("env: \(name)=\(value)\n"))
        return .none
    }

    private static func writeFile(_ call: MagicCall, _ cell: Interpreter) throws -> Value {
        var words = call.arguments.split(separator: " ").map(String.init)
        let appends = words.first == "-a" || words.first == "--append"
        if appends { words.removeFirst() }
        let path = self.path(words.joined(separator: " "))
        guard !path.isEmpty else { throw Raise.valueError("Say which file: %%writefile notes.txt") }
        try Restraint.check(writing: path)
        let exists = FileManager.default.fileExists(atPath: path)
        let before = appends ? FileManager.default.contents(atPath: path) ?? Data() : Data()
        let file = URL(fileURLWithPath: path)
        do { try (before + Data((call.body ?? "").utf8)).write(to: file) } catch {
            throw Raise.osError(2, error.localizedDescription, path: path)
        }
        cell.display(.output("\(appends ? "Appending to" : exists ? "Overwriting" : "Writing") \(path)\n"))
        return .none
    }

    /// A path as people give it: quoted, with `~`.
    private static func path(_ text: String) -> String {
        var path = text.trimmingCharacters(in: .whitespaces)
        if path.count >= 2, let first = path.first, first == path.last, "'\"".contains(first) {
            path = String(path.dropFirst().dropLast())
        }
        return (path as NSString).expandingTildeInPath
    }

    // MARK: Answers

    /// Magics that cannot do here what they do in IPython say what to do instead.
    private mutating func registerAnswers() {
        let answers = [
            ("debug", "There is no debugger here: the error names the place of each call, and print() shows values."),
            ("pdb", "There is no debugger here: the error names the place of each call, and print() shows values."),
            ("prun", "There is no profiler here: %timeit measures a line, %%time a cell."),
            ("lprun", "There is no profiler here: %timeit measures a line, %%time a cell."),
            ("conda", "Packages cannot be added: all that cells import is built in."),
            ("mamba", "Packages cannot be added: all that cells import is built in."),
            ("tb", "The error stands above with all its calls."),
        ]
        for (name, answer) in answers {
            register(name, doc: answer, takesCell: ["prun", "debug"].contains(name)) { _, cell in
                cell.display(.message(answer + "\n"))
                return .none
            }
        }
        for name in ["html", "javascript", "js", "latex", "svg"] {
            register(name, doc: "Cells of this kind need a browser.", takesCell: true) { _, cell in
                cell.display(
                    .message("%%\(name) needs a browser: the cell is kept, and shown where the notebook is.\n"))
                return .none
            }
        }
        for name in ["xmode", "colors", "precision", "autosave", "alias", "pylab", "automagic", "logstart", "pprint"] {
            register(name, doc: "A setting of IPython that has no meaning here.") { _, _ in .none }
        }
    }
}

extension Interpreter {
    /// Names that cells bound, without those of the notebook itself.
    func ownNames(ofTypes types: String) -> [String] {
        let types = types.split(separator: " ").map(String.init)
        return globals.names.filter { name in
            guard !name.hasPrefix("_"), let value = globals.get(name) else { return false }
            return types.isEmpty || types.contains(value.type.name)
        }
    }

    /// One line about a value: its text, shortened, or how many items it has.
    func summary(of value: Value) -> String {
        let text: String
        switch value.object {
        case let list as List: text = "n=\(list.items.count)"
        case let dict as Dict: text = "n=\(dict.count)"
        default: text = (try? repr(value)) ?? "?"
        }
        let line = text.split(separator: "\n").joined(separator: " ")
        return line.count > 60 ? line.prefix(57) + "..." : line
    }

    /// Keeps what IPython keeps of a cell: `In`, `Out`, `_`, `__`, `___`, `_3`, `_i3`.
    func remember(_ source: String, number: Int) {
        if inputs.items.isEmpty { inputs.items.append(.string("")) }
        while inputs.items.count < number { inputs.items.append(.string("")) }
        if inputs.items.count == number {
            inputs.items.append(.string(source))
        } else {
            inputs.items[number] = .string(source)
        }
        globals.set(intern("_i\(number)"), .string(source))
        globals.set(intern("_i"), inputs.items[max(0, number - 1)])
    }

    func remember(result value: Value, number: Int?) throws(Raise) {
        for (older, newer) in [("___", "__"), ("__", "_")] {
            if let before = globals.get(newer) { globals.set(intern(older), before) }
        }
        globals.set(intern("_"), value)
        guard let number else { return }
        globals.set(intern("_\(number)"), value)
        try outputs.set(.int(number), value, self)
    }
}

internal import CellSyntax
internal import Display

/// `!command`, also as a value: the list of lines it writes.
final class ShellNode: Node {
    enum Part {
        case text(String)
        case value(Node)
    }

    let command: ShellCommand
    let parts: [Part]
    let captures: Bool

    init(_ code: Code, _ range: SourceRange, _ command: ShellCommand, _ parts: [Part], captures: Bool) {
        self.command = command
        self.parts = parts
        self.captures = captures
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        if command.capturesLines {
            let lines = try lines(f)
            do throws(Raise) { try cell.show(lines) } catch { throw placed(error) }
            return .normal
        }
        let text = try text(f)
        do throws(Raise) {
            if try cell.installsKnownPackages(text) { return .normal }
            _ = try cell.runShell(text) { self.cell.display(.output($0)) }
        } catch {
            throw placed(error)
        }
        return .normal
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { try lines(f) }

    private func lines(_ f: Frame) throws(Raise) -> Value {
        let text = try text(f)
        var output = ""
        do throws(Raise) {
            _ = try cell.runShell(text) { output += $0 }
        } catch {
            throw placed(error)
        }
        if output.hasSuffix("\n") { output.removeLast() }
        let lines = output.isEmpty ? [] : output.split(separator: "\n", omittingEmptySubsequences: false)
        return .list(lines.map { .string(String($0)) })
    }

    /// The command with its values; as written when one of them cannot be evaluated.
    private func text(_ f: Frame) throws(Raise) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .value(let node):
                do throws(Raise) {
                    result += try cell.str(node.evaluate(f))
                } catch {
                    if error.is(exceptions.keyboardInterrupt) { throw error }
                    return command.text
                }
            }
        }
        return result
    }
}

extension Interpreter {
    func runShell(_ command: String, output: (String) -> Void) throws(Raise) -> Int32 {
        try Restraint.check(shell: command)
        do {
            return try host.shell(command, cell: self, output: output)
        } catch {
            throw Raise(error)
        }
    }

    /// `pip install` of what Nuthatch brings: says so instead of running it.
    func installsKnownPackages(_ command: String) throws(Raise) -> Bool {
        let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let start = words.firstIndex(of: "install"), start > 0,
            ["pip", "pip3", "conda", "mamba"].contains(words[start - 1])
        else { return false }
        let wanted = words[(start + 1)...].filter { !$0.hasPrefix("-") && $0 != "." }.map { word in
            String(word.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }).lowercased()
        }.filter { !$0.isEmpty }
        let known = wanted.filter { name in
            modules.packages.contains(name) || modules.modules[name.replacing("-", with: "_")] != nil
        }
        guard !known.isEmpty else { return false }
        display(.message("\(known.joined(separator: ", ")): built into Nuthatch, nothing to install\n"))
        let others = wanted.filter { !known.contains($0) }
        if !others.isEmpty {
            display(.message("\(others.joined(separator: ", ")): not part of Nuthatch, and packages cannot be added\n"))
        }
        return true
    }
}

/// `%name arguments`
final class MagicNode: Node {
    let magic: LineMagic
    let isValue: Bool

    init(_ code: Code, _ range: SourceRange, _ magic: LineMagic, isValue: Bool) {
        self.magic = magic
        self.isValue = isValue
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        do throws(Raise) {
            let call = MagicCall(
                name: magic.name, arguments: magic.arguments, argumentsRange: magic.argumentsRange, body: nil,
                bodyRange: nil,
                source: code.source, isValue: isValue)
            return try cell.runMagic(call)
        } catch {
            throw placed(error, magic.nameRange)
        }
    }
}

/// `%%name arguments` over a cell
final class CellMagicNode: Node {
    let magic: CellMagic

    init(_ code: Code, _ range: SourceRange, _ magic: CellMagic) {
        self.magic = magic
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        do throws(Raise) {
            let call = MagicCall(
                name: magic.name, arguments: magic.arguments, argumentsRange: magic.argumentsRange, body: magic.body,
                bodyRange: magic.bodyRange, source: code.source, isValue: false)
            _ = try cell.runMagic(call)
        } catch {
            throw placed(error, magic.nameRange)
        }
        return .normal
    }
}

/// `name?`
final class HelpNode: Node {
    let request: HelpRequest

    init(_ code: Code, _ range: SourceRange, _ request: HelpRequest) {
        self.request = request
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        do throws(Raise) {
            cell.display(.output(try cell.help(request.subject, isDetailed: request.isDetailed) + "\n"))
        } catch {
            throw placed(error, request.subjectRange)
        }
        return .normal
    }
}

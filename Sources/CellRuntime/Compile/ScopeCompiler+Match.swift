internal import CellSyntax

/// `match`: the subject is kept in the frame, and each case is a condition.
extension ScopeCompiler {
    func match(_ subject: Expression, _ cases: [MatchCase], _ range: SourceRange) -> Node {
        let index = temporary()
        emitted.append(StoreNode(code, index, compile(subject)))
        return branches(cases[...], index, range)
    }

    private func branches(_ cases: ArraySlice<MatchCase>, _ subject: Int, _ range: SourceRange) -> Node {
        guard cases.contains(where: { yields($0) }), let first = cases.first else {
            return IfNode(
                code, range, cases.map { (condition($0, subject), block($0.body, range: $0.range)) }, nil)
        }
        let test = condition(first, subject)
        let body = block(first.body, range: first.range)
        let rest = cases.dropFirst()
        let otherwise = rest.isEmpty ? nil : statement { branches(rest, subject, range) }
        return ResumableIfNode(code, range, test, body, otherwise, state: temporary())
    }

    func yields(_ matchCase: MatchCase) -> Bool {
        matchCase.body.contains { yields($0) } || (matchCase.guard.map { yields($0) } ?? false)
    }

    private func condition(_ matchCase: MatchCase, _ subject: Int) -> Node {
        var captures: [String: (index: Int, target: Node)] = [:]
        var order: [String] = []
        for identifier in matchCase.pattern.names where captures[identifier.text] == nil {
            captures[identifier.text] = (temporary(), name(identifier))
            order.append(identifier.text)
        }
        let pattern = matcher(matchCase.pattern, captures.mapValues(\.index))
        return CaseNode(
            code, matchCase.pattern.range, subject: subject, pattern, captures: order.compactMap { captures[$0] },
            condition: matchCase.guard.map { compile($0) })
    }

    private func matcher(_ pattern: Pattern, _ places: [String: Int]) -> Matcher {
        let cell = cell
        switch pattern.kind {
        case .value(let value):
            let node = compile(value)
            return { (subject, f) throws(Raise) in try cell.equal(subject, try node.evaluate(f)) }
        case .singleton(let value):
            let node = compile(value)
            return { (subject, f) throws(Raise) in Value.isSame(subject, try node.evaluate(f)) }
        case .capture(let name), .star(let name):
            guard let place = name.flatMap({ places[$0.text] }) else { return { (_, _) throws(Raise) in true } }
            return { (subject, f) throws(Raise) in
                f[place] = subject
                return true
            }
        case .sequence(let parts): return sequence(parts, places)
        case .mapping(let entries, let rest): return mapping(entries, rest: rest.flatMap { places[$0.text] }, places)
        case .class(let type, let parts, let attributes):
            let node = compile(type)
            let matchers = (parts + attributes.map(\.value)).map { matcher($0, places) }
            let names = attributes.map(\.name)
            return { (subject, f) throws(Raise) in
                let type = try node.evaluate(f)
                guard
                    let values = try cell.parts(of: subject, as: type, positional: parts.count, names: names)
                else { return false }
                for (value, fits) in zip(values, matchers) { guard try fits(value, f) else { return false } }
                return true
            }
        case .or(let parts):
            let matchers = parts.map { matcher($0, places) }
            return { (subject, f) throws(Raise) in
                for fits in matchers { if try fits(subject, f) { return true } }
                return false
            }
        case .as(let inner, let name):
            let fits = matcher(inner, places)
            let place = places[name.text]
            return { (subject, f) throws(Raise) in
                guard try fits(subject, f) else { return false }
                if let place { f[place] = subject }
                return true
            }
        }
    }

    private func sequence(_ parts: [Pattern], _ places: [String: Int]) -> Matcher {
        let cell = cell
        let matchers = parts.map { matcher($0, places) }
        let star = parts.firstIndex { if case .star = $0.kind { true } else { false } }
        return { (subject, f) throws(Raise) in
            guard let items = try cell.sequenceForMatching(subject) else { return false }
            guard star == nil ? items.count == parts.count : items.count >= parts.count - 1 else { return false }
            let extra = items.count - parts.count
            for (index, fits) in matchers.enumerated() {
                let value: Value
                if let star, index == star {
                    value = .object(List(ContiguousArray(items[index..<index + extra + 1])))
                } else {
                    value = items[star.map { index > $0 } == true ? index + extra : index]
                }
                guard try fits(value, f) else { return false }
            }
            return true
        }
    }

    private func mapping(_ entries: [Pattern.Entry], rest: Int?, _ places: [String: Int]) -> Matcher {
        let cell = cell
        let parts = entries.map { (key: compile($0.key), fits: matcher($0.value, places)) }
        return { (subject, f) throws(Raise) in
            guard let dict = subject.object as? Dict, dict.count >= parts.count else { return false }
            let others = rest.map { _ in dict.copy() }
            for (node, fits) in parts {
                let key = try node.evaluate(f)
                guard let value = try dict.get(key, cell) else { return false }
                guard try fits(value, f) else { return false }
                try others?.remove(key, cell)
            }
            if let rest, let others { f[rest] = .object(others) }
            return true
        }
    }
}

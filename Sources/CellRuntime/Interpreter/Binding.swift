internal import CellSyntax

extension Interpreter {
    /// Arranges the arguments of a call (positional ones, then keyword values) into one slot for each parameter, from
    /// `base` to the stack's top.
    ///
    /// - Parameter isOptional: For natives: parameters that may stay unset.
    /// - Throws: a `TypeError` in CPython's words. The arguments stay on the stack then.
    func bind(
        _ signature: Signature, _ defaults: ContiguousArray<Value>, _ base: Frame, _ count: Int, _ keywords: [Str],
        name: String, isOptional: [Bool]
    ) throws(Raise) {
        let positional = signature.positional
        if keywords.isEmpty, count <= positional, signature.isPlain {
            for index in count..<positional {
                if defaults[index].isUnset, !(index < isOptional.count && isOptional[index]) {
                    throw missing(signature, base, from: count, defaults, isOptional, name: name, given: count)
                }
                push(defaults[index])
            }
            return
        }
        try reserve(signature.slotCount)
        var slots = ContiguousArray<Value>(repeating: .unset, count: signature.slotCount)
        let taken = min(count, positional)
        for index in 0..<taken { slots[index] = base[index] }
        if signature.hasVariadic {
            var rest: ContiguousArray<Value> = []
            for index in taken..<max(count, taken) { rest.append(base[index]) }
            slots[positional + signature.keywordOnly] = .object(Tuple(rest))
        }
        let extra = signature.hasKeywords ? Dict() : nil
        try place(keywords, from: base + count, into: &slots, extra, signature, name: name)
        if count > positional, !signature.hasVariadic {
            throw tooMany(signature, count, slots, defaults, isOptional, name: name)
        }
        for index in 0..<positional + signature.keywordOnly where slots[index].isUnset {
            slots[index] = defaults[index]
        }
        let isComplete = (0..<positional + signature.keywordOnly).allSatisfy {
            !slots[$0].isUnset || $0 < isOptional.count && isOptional[$0]
        }
        if !isComplete { throw missing(signature, slots, isOptional, name: name, given: count) }
        if let extra { slots[signature.slotCount - 1] = .object(extra) }
        pop(to: base)
        for slot in slots { push(slot) }
    }

    private func place(
        _ keywords: [Str], from values: Frame, into slots: inout ContiguousArray<Value>, _ extra: Dict?,
        _ signature: Signature, name: String
    ) throws(Raise) {
        let named = signature.positional + signature.keywordOnly
        var wronglyNamed: [String] = []
        for (offset, keyword) in keywords.enumerated() {
            var found: Int?
            for index in signature.positionalOnly..<max(named, signature.positionalOnly) {
                if signature.names[index] === keyword || signature.names[index] == keyword {
                    found = index
                    break
                }
            }
            if let found {
                guard slots[found].isUnset else {
                    if signature.style == .native {
                        throw .typeError(
                            "argument for \(name)() given by name ('\(keyword.text)') and position (\(found + 1))")
                    }
                    throw .typeError("\(name)() got multiple values for argument '\(keyword.text)'")
                }
                slots[found] = values[offset]
            } else if let extra {
                guard extra.get(keyword) == nil else {
                    throw .typeError("\(name)() got multiple values for keyword argument '\(keyword.text)'")
                }
                extra.set(keyword, values[offset])
            } else if signature.names.prefix(signature.positionalOnly).contains(where: { $0 == keyword }),
                signature.style == .python
            {
                wronglyNamed.append(keyword.text)
            } else {
                throw unexpected(keyword, signature, name: name)
            }
        }
        if !wronglyNamed.isEmpty {
            throw .typeError(
                "\(name)() got some positional-only arguments passed as keyword arguments: "
                    + "'\(wronglyNamed.joined(separator: ", "))'")
        }
    }

    private func unexpected(_ keyword: Str, _ signature: Signature, name: String) -> Raise {
        let named = signature.names[signature.positionalOnly..<signature.positional + signature.keywordOnly].map(\.text)
        let hint = Diagnostic.suggestion(for: keyword.text, among: named)
        if signature.style == .native {
            if named.isEmpty { return .typeError("\(name)() takes no keyword arguments") }
            return Raise(
                exceptions.typeError, "'\(keyword.text)' is an invalid keyword argument for \(name)()", hint: hint)
        }
        return Raise(exceptions.typeError, "\(name)() got an unexpected keyword argument '\(keyword.text)'", hint: hint)
    }

    private func tooMany(
        _ signature: Signature, _ count: Int, _ slots: ContiguousArray<Value>, _ defaults: ContiguousArray<Value>,
        _ isOptional: [Bool], name: String
    ) -> Raise {
        // What `__new__` is called with counts the class, which is no argument here.
        let extra = name.hasSuffix(".__new__") && signature.names.first?.text != "cls" ? 1 : 0
        let positional = signature.positional + extra
        let required =
            extra
            + (0..<signature.positional).count {
                defaults[$0].isUnset && !($0 < isOptional.count && isOptional[$0])
            }
        if signature.style == .native {
            return nativeCountError(signature, count, required, name: name)
        }
        let takes =
            required < positional
            ? "from \(required) to \(positional) positional arguments"
            : "\(positional) positional argument\(positional == 1 ? "" : "s")"
        let keywordOnly = (signature.positional..<signature.positional + signature.keywordOnly).count {
            !slots[$0].isUnset
        }
        if keywordOnly > 0 {
            return .typeError(
                "\(name)() takes \(takes) but \(count) positional argument\(count == 1 ? "" : "s") "
                    + "(and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s")) were given")
        }
        let given = count + extra
        return .typeError("\(name)() takes \(takes) but \(given) \(given == 1 ? "was" : "were") given")
    }

    private func missing(
        _ signature: Signature, _ base: Frame, from count: Int, _ defaults: ContiguousArray<Value>,
        _ isOptional: [Bool],
        name: String, given: Int
    ) -> Raise {
        var slots = ContiguousArray<Value>()
        for index in 0..<count { slots.append(base[index]) }
        for index in count..<signature.positional { slots.append(defaults[index]) }
        return missing(signature, slots, isOptional, name: name, given: given)
    }

    private func missing(
        _ signature: Signature, _ slots: ContiguousArray<Value>, _ isOptional: [Bool], name: String, given: Int
    ) -> Raise {
        func names(_ range: Range<Int>) -> [String] {
            range.filter { slots[$0].isUnset && !($0 < isOptional.count && isOptional[$0]) }
                .map { signature.names[$0].text }
        }
        let positional = signature.positional
        var absent = names(0..<positional)
        if signature.style == .native {
            let required = (0..<positional).count { !($0 < isOptional.count && isOptional[$0]) }
            if signature.isPlain, positional == signature.positionalOnly || absent.isEmpty {
                return nativeCountError(signature, given, required, name: name)
            }
            if name == "sorted" { return .typeError("sorted expected 1 argument, got \(given)") }
            if let first = absent.first, let index = signature.names.firstIndex(where: { $0.text == first }) {
                let position = index + (signature.isMethod ? 0 : 1)
                return .typeError("\(name)() missing required argument '\(first)' (pos \(position))")
            }
        }
        var kind = "positional"
        if absent.isEmpty {
            absent = names(positional..<positional + signature.keywordOnly)
            kind = "keyword-only"
        }
        let quoted = absent.map { "'\($0)'" }
        let list: String =
            switch quoted.count {
            case 1: quoted[0]
            case 2: "\(quoted[0]) and \(quoted[1])"
            default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
            }
        return .typeError(
            "\(name)() missing \(absent.count) required \(kind) argument\(absent.count == 1 ? "" : "s"): \(list)")
    }

    private func nativeCountError(_ signature: Signature, _ count: Int, _ required: Int, name: String) -> Raise {
        let own = signature.isMethod ? 1 : 0
        let given = count - own
        let most = signature.positional - own
        let least = required - own
        if signature.positionalOnly == signature.positional {
            if most == 0 { return .typeError("\(name)() takes no arguments (\(given) given)") }
            if most == 1, least == 1 { return .typeError("\(name)() takes exactly one argument (\(given) given)") }
            let short = name.split(separator: ".").last.map(String.init) ?? name
            let bound = given < least ? least : most
            let words = least == most ? "" : given < least ? "at least " : "at most "
            return .typeError("\(short) expected \(words)\(bound) argument\(bound == 1 ? "" : "s"), got \(given)")
        }
        let total = most + signature.keywordOnly
        return .typeError(
            "\(name)() takes at most \(total) argument\(total == 1 ? "" : "s") (\(given) given)")
    }
}

// How natives are declared. Each built-in is declared once, with its name, typed parameters, defaults, documentation and
// body; calls, errors about arguments, `help`, completion and the reference page all come from that. A whole module:
//
//     final class DeckObject: Object, NativeObject {
//         var cards: [Int]
//         init(_ cards: [Int]) {
//             self.cards = cards
//             super.init(type: Self.declaration)
//         }
//         static let declaration = NativeType<DeckObject>("Deck", module: "cards", doc: "A deck of cards.") {
//             Constructor(Parameter("size", Int.self, default: 52)) { _, size in DeckObject(Array(0..<size)) }
//             Method<DeckObject>("cut", doc: "Cuts at a place.", Parameter("at", Int.self)) { deck, cell, at in
//                 guard deck.cards.indices.contains(at) else { throw Raise.indexError("cut out of range") }
//                 return DeckObject(Array(deck.cards[at...] + deck.cards[..<at]))
//             }
//             Property<DeckObject>("top", doc: "The first card.") { deck, _ in deck.cards.first }
//             Method<DeckObject>("__len__") { deck, _ in deck.cards.count }
//             Method<DeckObject>("__repr__") { deck, _ in "Deck(\(deck.cards.count))" }
//         }.type
//     }
//     let cards = NativeModule("cards", doc: "Playing cards.") {
//         DeckObject.declaration
//         Function("shuffle", doc: "Shuffles.", Parameter("deck", DeckObject.self)) { cell, deck in … }
//         Constant("SUITS", 4)
//     }
//
// Bodies throw ``Raise``, any ``CellError``, or any Swift error (which becomes a `RuntimeError`). The context, called
// `cell`, is the ``Interpreter``: it calls functions, compares, iterates, displays (``Interpreter/display(_:)``) and must
// be polled in long work (``Interpreter/poll()``). Special methods (`__getitem__`, `__call__`, `__iter__`, `__add__` with
// `__radd__`, `__enter__`, `__getattr__`, `__bool__`, `__format__`, …) are methods with those names; an operator that
// does not know its operand returns ``Value/notImplemented``. `__iter__` returns an ``IteratorObject``.

public import Display

/// One entry of a native class or module.
public struct Member {
    enum Content {
        case value(Value)
        /// Made when the module is imported.
        case made((Interpreter) -> Value)
        case constructor(NativeFunction)
        case allocator(() -> Object)
        case display((Value, Interpreter) throws(Raise) -> DisplayEvent?)
    }

    let name: String
    var content: Content

    /// Under another name, for aliases.
    public func named(_ name: String) -> Member { Member(name: name, content: content) }
}

/// A function of a module.
public func Function<each Content: CellConvertible, Result: CellReturn>(
    _ name: String, doc: String = "", _ parameters: repeat Parameter<each Content>,
    body: @escaping (Interpreter, repeat each Content) throws -> Result
) -> Member {
    Member(name: name, content: .value(.object(makeFunction(name, doc: doc, repeat each parameters, body: body))))
}

/// A function of a module that returns nothing.
public func Function<each Content: CellConvertible>(
    _ name: String, doc: String = "", _ parameters: repeat Parameter<each Content>,
    body: @escaping (Interpreter, repeat each Content) throws -> Void
) -> Member {
    let function = makeFunction(name, doc: doc, repeat each parameters) {
        (cell: Interpreter, arguments: repeat each Content) throws -> Value in
        try body(cell, repeat each arguments)
        return .none
    }
    return Member(name: name, content: .value(.object(function)))
}

/// A function whose body takes its argument slots as they are: for the shortest and most called ones, at a tenth of the
/// cost of typed parameters.
public func RawFunction(
    _ name: String, doc: String = "", _ parameters: [ParameterDescription] = [], body: @escaping NativeFunction.Body
) -> Member {
    let builder = SignatureBuilder(parameters, isMethod: false, style: .python)
    return Member(name: name, content: .value(.object(builder.function(name, doc: doc, body: body))))
}

/// A constant of a module or class.
public func Constant(_ name: String, _ value: some CellReturn) -> Member {
    Member(name: name, content: .value(value.cellValue))
}

/// A constant that each interpreter makes for itself, on import.
public func Constant(_ name: String, make: @escaping (Interpreter) -> Value) -> Member {
    Member(name: name, content: .made(make))
}

/// A method of a class. `Owner` is the Swift class of its instances, or `Int`, `Double`, `Value`.
public struct Method<Owner: CellConvertible> {
    let member: Member

    public init<each Content: CellConvertible, Result: CellReturn>(
        _ name: String, doc: String = "", _ parameters: repeat Parameter<each Content>,
        body: @escaping (Owner, Interpreter, repeat each Content) throws -> Result
    ) {
        var descriptions: [ParameterDescription] = []
        repeat descriptions.append((each parameters).description)
        let builder = SignatureBuilder(descriptions, isMethod: true, style: .python)
        let function = builder.function(name, doc: doc) { (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let place = ArgumentPlace(function: name, parameter: "self", position: 0, cell: cell)
            let owner = try Owner.convert(arguments[0], place)
            var position = 0
            func next<Other>(_ parameter: Parameter<Other>) throws(Raise) -> Other {
                position += 1
                return try parameter.take(arguments[position], name, position, cell)
            }
            do {
                return try body(owner, cell, repeat try next(each parameters)).cellValue
            } catch {
                throw cell.raised(error)
            }
        }
        member = Member(name: name, content: .value(.object(function)))
    }

    /// A method that returns nothing.
    public init<each Content: CellConvertible>(
        _ name: String, doc: String = "", _ parameters: repeat Parameter<each Content>,
        body: @escaping (Owner, Interpreter, repeat each Content) throws -> Void
    ) {
        self.init(name, doc: doc, repeat each parameters) {
            (owner: Owner, cell: Interpreter, arguments: repeat each Content) throws -> Value in
            try body(owner, cell, repeat each arguments)
            return .none
        }
    }
}

/// A method whose body takes its argument slots as they are, `self` in slot 0.
public func RawMethod(
    _ name: String, doc: String = "", _ parameters: [ParameterDescription] = [], body: @escaping NativeFunction.Body
) -> Member {
    let builder = SignatureBuilder(parameters, isMethod: true, style: .python)
    return Member(name: name, content: .value(.object(builder.function(name, doc: doc, body: body))))
}

/// A function of a class that takes no instance.
public func StaticFunction<each Content: CellConvertible, Result: CellReturn>(
    _ name: String, doc: String = "", _ parameters: repeat Parameter<each Content>,
    body: @escaping (Interpreter, repeat each Content) throws -> Result
) -> Member {
    let function = makeFunction(name, doc: doc, repeat each parameters, body: body)
    return Member(name: name, content: .value(.object(StaticMethod(.object(function)))))
}

/// A function of a class that takes the class: `ImageDataLoaders.from_name_func`.
public func ClassFunction<each Content: CellConvertible, Result: CellReturn>(
    _ name: String, doc: String = "", _ parameters: repeat Parameter<each Content>,
    body: @escaping (TypeObject, Interpreter, repeat each Content) throws -> Result
) -> Member {
    let method = Method<TypeObject>(name, doc: doc, repeat each parameters, body: body)
    guard case .value(let function) = method.member.content else { return method.member }
    return Member(name: name, content: .value(.object(ClassMethod(function))))
}

/// An attribute computed when it is read, and perhaps settable.
public struct Property<Owner: CellConvertible> {
    let member: Member

    public init<Result: CellReturn>(
        _ name: String, doc: String = "", get: @escaping (Owner, Interpreter) throws -> Result
    ) {
        self.init(name, doc: doc, get: get, setter: nil)
    }

    public init<Result: CellReturn, Content: CellConvertible>(
        _ name: String, doc: String = "", get: @escaping (Owner, Interpreter) throws -> Result,
        set: @escaping (Owner, Interpreter, Content) throws -> Void
    ) {
        let setter = Method<Owner>(name, doc: doc, Parameter("value", Content.self), body: set)
        self.init(name, doc: doc, get: get, setter: setter.member)
    }

    private init<Result: CellReturn>(
        _ name: String, doc: String, get: @escaping (Owner, Interpreter) throws -> Result, setter: Member?
    ) {
        let getter = Method<Owner>(name, doc: doc, body: get)
        guard case .value(let get) = getter.member.content else { preconditionFailure("methods are values") }
        var set = Value.none
        if case .value(let value)? = setter?.content { set = value }
        let property = PropertyObject(getter: get, setter: set, doc: .string(doc))
        member = Member(name: name, content: .value(.object(property)))
    }
}

/// Makes an instance from a call of the class. For instances that a derived class's `__init__` should be able to fill in,
/// declare an ``Allocator`` and a method `__init__` instead.
public func Constructor<each Content: CellConvertible, Result: CellReturn>(
    doc: String = "", _ parameters: repeat Parameter<each Content>,
    body: @escaping (Interpreter, repeat each Content) throws -> Result
) -> Member {
    Member(
        name: "__new__", content: .constructor(makeFunction("__new__", doc: doc, repeat each parameters, body: body)))
}

public func RawConstructor(
    doc: String = "", _ parameters: [ParameterDescription], body: @escaping NativeFunction.Body
) -> Member {
    let builder = SignatureBuilder(parameters, isMethod: false, style: .python)
    return Member(name: "__new__", content: .constructor(builder.function("__new__", doc: doc, body: body)))
}

/// Makes an empty instance, which the method `__init__` then fills.
public func Allocator(_ make: @escaping () -> Object) -> Member {
    Member(name: "__new__", content: .allocator(make))
}

/// How a notebook shows an instance that is a cell's last value: a table, a picture. Nil leaves it to `repr`.
public func RichDisplay<Owner: Object>(
    _ type: Owner.Type, body: @escaping (Owner, Interpreter) throws -> DisplayEvent?
) -> Member {
    Member(
        name: "_repr_display_",
        content: .display { (value: Value, cell: Interpreter) throws(Raise) -> DisplayEvent? in
            guard let owner = value.object as? Owner else { return nil }
            do { return try body(owner, cell) } catch { throw Raise(error) }
        })
}

private func makeFunction<each Content: CellConvertible, Result: CellReturn>(
    _ name: String, doc: String, _ parameters: repeat Parameter<each Content>,
    body: @escaping (Interpreter, repeat each Content) throws -> Result
) -> NativeFunction {
    var descriptions: [ParameterDescription] = []
    repeat descriptions.append((each parameters).description)
    let builder = SignatureBuilder(descriptions, isMethod: false, style: .python)
    return builder.function(name, doc: doc) { (arguments: Arguments) throws(Raise) -> Value in
        let cell = arguments.cell
        var position = 0
        func next<Other>(_ parameter: Parameter<Other>) throws(Raise) -> Other {
            position += 1
            return try parameter.take(arguments[position - 1], name, position, cell)
        }
        do {
            return try body(cell, repeat try next(each parameters)).cellValue
        } catch {
            throw cell.raised(error)
        }
    }
}

internal import CellSyntax
public import Display

/// Evaluates cells: one for each session. Everything but ``interrupt()`` is to be used from one thread, which needs a
/// large stack (see ``CellThread``).
///
/// Natives get it as their context. Grouped by what they want: ``call(_:_:keywords:)`` and other protocols of values are
/// in `Protocols`, ``display(_:)`` and ``poll()`` below.
public final class Interpreter {
    public let host: any CellHost
    public let modules: ModuleRegistry
    /// The variables of the session.
    public internal(set) var globals: Namespace
    /// Names that every cell sees without importing them.
    let builtins: Dict
    var importedModules: [String: ModuleObject] = [:]
    var modulesBeingMade: Set<String> = []

    // MARK: Execution

    /// The part of the state that nodes look at all the time.
    let machine: UnsafeMutablePointer<Machine>
    /// The containers that cells have made.
    let heap: Heap
    var isCollecting = false
    /// How many bytes of memory the process may use before a cell ends with `MemoryError`.
    public var memoryBudget = MemoryUse.available / 10 * 8
    /// What was in use when the running cell began.
    var memoryAtStart = 0
    /// What is to be raised where a generator goes on.
    var thrown: ExceptionObject?
    /// The exception being handled, for `raise` without operand and for `__context__`.
    var handled: ExceptionObject?
    /// Takes back what else was asked to stop, such as a computation behind a native. On the thread of cells.
    public var whenInterruptIsCleared: () -> Void = {}

    // MARK: The session

    var outputs: Dict
    /// The sources of cells by their numbers.
    var inputs: List
    /// Where `print` writes instead, innermost last.
    public var outputRedirections: [Value] = []
    /// What libraries remember for this session, each under a type of its own.
    public var library: [ObjectIdentifier: AnyObject] = [:]
    /// Done at the end of each cell, however it ends: a plot that is not shown yet is shown then.
    public var atCellEnd: [(Interpreter) throws(Raise) -> Void] = []
    var magics = MagicRegistry.standard
    /// Above 0 nothing is shown.
    var isSilent = 0
    /// Containers whose text is being made, to notice one inside itself.
    var reprStack: [ObjectIdentifier] = []
    var sources: [Source] = []
    /// Names in sources, one object each.
    private var interned: [String: Str] = [:]

    public init(host: any CellHost, modules: ModuleRegistry) {
        _ = builtinMembersInstalled
        self.host = host
        self.modules = modules
        machine = .allocate(capacity: 1)
        machine.initialize(to: Machine())
        heap = Heap(machine)
        // Before any container is made, which then belong to it.
        Heap.current = heap
        outputs = Dict()
        inputs = List()
        builtins = Dict()
        globals = Namespace(name: "__main__", builtins: builtins)
        for (name, value) in BuiltinFunctions.named { builtins.set(Str(name), value) }
        globals.set(intern("__name__"), .string("__main__"))
        builtins.set(intern("Out"), .object(outputs))
        builtins.set(intern("In"), .object(inputs))
    }

    deinit {
        heap.abandon()
        if Heap.current === heap { Heap.current = nil }
        machine.deinitialize(count: 1)
        machine.deallocate()
    }

    /// The one string object for a name in the source.
    func intern(_ name: String) -> Str {
        if let known = interned[name] { return known }
        let string = Str(name)
        _ = (string.hash, string.count)
        interned[name] = string
        return string
    }

    /// The string object of a literal: short ones are shared, so that they are found fast among keys.
    func literal(_ text: String) -> Str {
        // Swift takes two spellings of an accented letter for one key.
        text.utf8.count < 64 && text.isASCIIOnly ? intern(text) : Str(text)
    }

    // MARK: For natives

    /// Shows something in the notebook.
    public func display(_ event: DisplayEvent) {
        if isSilent == 0 { host.display(event) }
    }

    /// Raises `KeyboardInterrupt` if someone asked for it. To be called at least every 100 ms by natives that work long.
    @inline(__always)
    public func poll() throws(Raise) {
        if machine.pointee.wantsAttention { try attend() }
    }

    @inline(never)
    private func attend() throws(Raise) {
        if machine.pointee.isInterruptRequested {
            clearInterrupt()
            throw Raise(ExceptionObject(exceptions.keyboardInterrupt, Tuple()))
        }
        if machine.pointee.take(.collection) { collect() }
        if machine.pointee.take(.memory) { try relieveMemory() }
    }

    /// Whether an interruption is waiting to be raised, for natives that stop by themselves and then ``poll()``.
    public var isInterruptRequested: Bool { machine.pointee.isInterruptRequested }

    /// Makes the running cell, or else the next one, raise `KeyboardInterrupt` at its next statement, loop or call. From
    /// any thread, and from a signal handler.
    public func interrupt() { machine.pointee.request(.interrupt) }

    /// Takes back a request that no cell has answered. To be called between cells, when nothing can ask any more.
    public func clearInterrupt() {
        machine.pointee.take(.interrupt)
        whenInterruptIsCleared()
    }

    /// What a native's Swift error raises. One that stopped by a request of its own has answered ``interrupt()`` too.
    func raised(_ error: any Error) -> Raise {
        let raise = Raise(error)
        if raise.is(exceptions.keyboardInterrupt) { clearInterrupt() }
        return raise
    }
}

extension Interpreter {
    var stackTop: UnsafeMutablePointer<Value> {
        get { machine.pointee.stackTop }
        set { machine.pointee.stackTop = newValue }
    }

    var stackEnd: UnsafeMutablePointer<Value> { machine.pointee.stackEnd }

    var depth: Int {
        get { machine.pointee.depth }
        set { machine.pointee.depth = newValue }
    }

    public internal(set) var recursionLimit: Int {
        get { machine.pointee.recursionLimit }
        set { machine.pointee.recursionLimit = newValue }
    }

    var returned: Value {
        get { machine.pointee.returned }
        set { machine.pointee.returned = newValue }
    }

    var yielded: Value {
        get { machine.pointee.yielded }
        set { machine.pointee.yielded = newValue }
    }

    var sent: Value {
        get { machine.pointee.sent }
        set { machine.pointee.sent = newValue }
    }
}

/// The variables of a module: each has a place of its own, so that code refers to the place and not to the name.
public final class Namespace {
    /// One variable. When it is unset, the built-in of that name is meant.
    final class Variable {
        let name: Str
        /// Where the value lies, so that a string can grow there.
        let place: UnsafeMutablePointer<Value>
        var builtin: Value

        init(_ name: Str, builtin: Value) {
            self.name = name
            self.builtin = builtin
            place = .allocate(capacity: 1)
            place.initialize(to: .unset)
        }

        deinit {
            place.deinitialize(count: 1)
            place.deallocate()
        }

        @inline(__always)
        var value: Value {
            get { place.pointee }
            set { place.pointee = newValue }
        }
    }

    public let name: String
    private let builtins: Dict
    private var variables: [String: Variable] = [:]
    private(set) var order: [Variable] = []

    init(name: String, builtins: Dict) {
        self.name = name
        self.builtins = builtins
    }

    func variable(_ name: Str) -> Variable {
        if let known = variables[name.text] { return known }
        let variable = Variable(name, builtin: builtins.get(name) ?? .unset)
        variables[name.text] = variable
        order.append(variable)
        return variable
    }

    func set(_ name: Str, _ value: Value) { variable(name).value = value }

    /// Binds a name, as a cell's assignment does.
    public func set(_ name: String, _ value: Value) { set(Str(name), value) }

    /// The value of a name bound in the session or built in.
    public func get(_ name: String) -> Value? {
        guard let variable = variables[name] else { return builtins.get(Str(name)) }
        if !variable.value.isUnset { return variable.value }
        return variable.builtin.isUnset ? nil : variable.builtin
    }

    /// The names bound in the session, in the order of their first appearance.
    public var names: [String] { order.filter { !$0.value.isUnset }.map(\.name.text) }

    /// All names that can be read, built-in ones included.
    var visibleNames: [String] { names + builtins.keys.compactMap(\.text) }
}

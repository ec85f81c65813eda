import CellRuntime
import DataBlocks
import TabularLearning

/// A step that prepares columns of a table: `Categorify`, `FillMissing`. `Normalize` is the one that pictures have.
final class TableProcObject: Object, NativeObject {
    let step: TableStep

    init(_ step: TableStep, type: TypeObject) {
        self.step = step
        super.init(type: type)
    }

    static let declaration: TypeObject = NativeType<TableProcObject>(
        "TabularProc", module: "fastai.tabular.core", doc: "A step that prepares columns of a table."
    ) {
        Method<TableProcObject>("__repr__") { object, _ in object.type.name }
    }.type

    static let categorify: TypeObject = NativeType<TableProcObject>(
        "Categorify", module: "fastai.tabular.core", doc: "Categories become indices; 0 is what training did not have.",
        base: declaration
    ) {
        Constructor { _ in TableProcObject(.categorify, type: categorify) }
    }.type

    static let fillMissing: TypeObject = NativeType<TableProcObject>(
        "FillMissing", module: "fastai.tabular.core",
        doc: "Missing numbers take the median, and a column NAME_na says where.", base: declaration
    ) {
        Constructor(
            Parameter("fill_strategy", String.self, default: "median", doc: "FillStrategy.median, .mode or .constant."),
            Parameter("add_col", Bool.self, default: true),
            Parameter(
                "fill_vals", NamedNumbersArgument.self, default: .none, doc: "For FillStrategy.constant, by column.")
        ) { _, name, addsColumn, values in
            let strategy: FillStrategy
            switch name {
            case "median": strategy = .median
            case "mode": strategy = .mode
            case "constant": strategy = .constant(values.numbers)
            default: throw Raise.valueError("fill_strategy is FillStrategy.median, .mode or .constant")
            }
            return TableProcObject(.fillMissing(strategy, addsColumn: addsColumn), type: fillMissing)
        }
    }.type

    static let strategies = NativeType<Object>(
        "FillStrategy", module: "fastai.tabular.core", doc: "What stands in for a missing number."
    ) {
        Constant("median", "median")
        Constant("mode", "mode")
        Constant("constant", "constant")
    }.type

    @MembersBuilder static var members: [Member] {
        categorify
        fillMissing
        strategies
    }
}

/// A parameter that takes `procs`: classes or instances, or None.
struct ProcsArgument: CellConvertible {
    let steps: [TableStep]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> ProcsArgument {
        if value.isNone { return .none }
        var values = [value]
        if let object = value.object, !(object is TypeObject), !(object is TableProcObject),
            !(object is TransformObject)
        {
            values = Array(try place.cell.items(of: value))
        }
        var steps: [TableStep] = []
        for value in values {
            let made = value.object is TypeObject ? try place.cell.call(value, []) : value
            if let proc = made.object as? TableProcObject {
                steps.append(proc.step)
            } else if let transform = made.object as? TransformObject, transform.type === BatchTransforms.normalize {
                steps.append(.normalise)
            } else {
                throw place.mismatch("procs of Categorify, FillMissing and Normalize", value)
            }
        }
        return ProcsArgument(steps: steps)
    }
    static var cellTypeName: String { "procs" }
    static var none: ProcsArgument { ProcsArgument(steps: []) }
}

extension TableTarget {
    /// The target of `y_block`; inferred where it is not given.
    init(_ value: Value, _ cell: Interpreter) throws(Raise) {
        if value.isNone {
            self = .inferred
            return
        }
        let made = value.object is BlockObject ? value : try cell.call(value, [])
        guard case .target(let target)? = (made.object as? BlockObject)?.content else {
            throw .typeError("y_block is such as CategoryBlock, not \(made.type.name)")
        }
        switch target {
        case .category(let vocabulary, _): self = .category(vocabulary: vocabulary)
        case .encodedMultiCategory: self = .encodedMultiCategory
        case .regression: self = .regression
        case .multiCategory:
            throw .notImplemented(
                "several classes of a table are columns of 0 and 1: MultiCategoryBlock(encoded=True, vocab=[…])")
        case .mask: throw .typeError("a mask is no target of a table")
        }
    }
}

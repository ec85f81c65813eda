public import CellRuntime
import Display

/// The modules `matplotlib` and `matplotlib.pyplot`.
public enum PyplotModule {
    public static let modules = [matplotlib, pyplot]

    static let matplotlib = NativeModule("matplotlib", doc: "Plots.") {
        Function("use", doc: "Chooses a backend: there is one here, the terminal.", Parameter("backend", String.self)) {
            _, _ in
        }
        Constant("rcParams", make: { _ in .object(Dict()) })
    }

    static let pyplot = NativeModule("matplotlib.pyplot", doc: "Plots, drawn in the terminal.") {
        FigureObject.declaration
        AxesObject.declaration
        figures
        forwarded
    }

    @MembersBuilder private static var figures: [Member] {
        Function(
            "figure", doc: "A new figure.", Parameter("num", Value.self, default: .none),
            Parameter("options", Keywords.self)
        ) { cell, _, _ in
            Figures.of(cell).make(rows: 1, columns: 0)
        }
        Function(
            "subplots", doc: "A figure and its plots, in rows and columns.", Parameter("nrows", Int.self, default: 1),
            Parameter("ncols", Int.self, default: 1), Parameter("options", Keywords.self)
        ) { cell, rows, columns, options -> Value in
            guard rows > 0, columns > 0, rows * columns <= 1000 else {
                throw Raise.valueError("Number of rows and columns must be positive")
            }
            let figure = Figures.of(cell).make(rows: rows, columns: columns)
            return .tuple([.object(figure), try grid(figure, rows, columns, squeeze: options["squeeze"], cell)])
        }
        Function(
            "subplot", doc: "Chooses one plot of rows and columns: subplot(2, 2, 1) or subplot(221).",
            Parameter("args", Variadic.self)
        ) { cell, arguments in
            var numbers = try arguments.values.map { (value) throws(Raise) in try cell.index(value) }
            if numbers.count == 1, (111...999).contains(numbers[0]) {
                numbers = [numbers[0] / 100, numbers[0] / 10 % 10, numbers[0] % 10]
            }
            if numbers.isEmpty { numbers = [1, 1, 1] }
            guard numbers.count == 3 else { throw Raise.typeError("subplot() takes 1 or 3 positional arguments") }
            try Figures.of(cell).select(rows: numbers[0], columns: numbers[1], index: numbers[2])
            return Figures.of(cell).axes
        }
        Function("gca", doc: "The plot that is drawn on.") { cell in Figures.of(cell).axes }
        Function("gcf", doc: "The figure that is drawn on.") { cell in Figures.of(cell).current }
        Function("sca", doc: "Chooses the plot to draw on.", Parameter("ax", AxesObject.self)) { cell, axes in
            Figures.of(cell).select(axes)
        }
        Function("show", doc: "Shows all figures.", Parameter("options", Keywords.self)) { cell, _ in
            try Figures.of(cell).showAll(cell)
        }
        Function(
            "close", doc: "Drops a figure, or `all`, without showing it.", Parameter("fig", Value.self, default: .none)
        ) { cell, which in
            Figures.of(cell).close(all: which.text == "all")
        }
        Function("clf", doc: "Takes everything off the figure.") { cell in Figures.of(cell).current.axes = [] }
        Function(
            "suptitle", doc: "A title above all plots.", Parameter("t", String.self),
            Parameter("options", Keywords.self)
        ) { cell, title, _ in
            Figures.of(cell).current.title = title
        }
        Function(
            "savefig", doc: "Writes the figure to an .svg file.", Parameter("fname", PathArgument.self),
            Parameter("options", Keywords.self)
        ) { cell, file, _ in try FigureFile.write(Figures.of(cell).current, to: file.path) }
        Function(
            "tight_layout", doc: "Plots never overlap here, so that nothing is left to do.",
            Parameter("options", Keywords.self)
        ) { _, _ in }
        Function(
            "colorbar", doc: "The scale of a heat map, which is always shown beside it.",
            Parameter("mappable", Value.self, default: .none),
            Parameter("options", Keywords.self)
        ) { _, _, _ in }
    }

    /// Functions that are methods of the plot drawn on: `plt.title('x')` is `plt.gca().set_title('x')`.
    private static var forwarded: [Member] {
        let same = [
            "plot", "scatter", "bar", "barh", "hist", "imshow", "matshow", "axhline", "axvline", "legend", "axis",
            "grid",
        ]
        let renamed = [
            "title": "set_title", "xlabel": "set_xlabel", "ylabel": "set_ylabel", "xscale": "set_xscale",
            "yscale": "set_yscale",
            "xlim": "set_xlim", "ylim": "set_ylim", "xticks": "set_xticks", "cla": "clear",
        ]
        let pairs = same.map { ($0, $0) } + renamed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return pairs.map { name, method in
            let doc = (AxesObject.declaration.lookup(method)?.object as? NativeFunction)?.doc ?? ""
            return Function(name, doc: doc, Parameter("args", Variadic.self), Parameter("kwargs", Keywords.self)) {
                cell, arguments, keywords in
                try cell.callMethod(
                    method, of: .object(Figures.of(cell).axes), Array(arguments.values),
                    keywords: keywords.entries.map { ($0.name, $0.value) })
            }
        }
    }

    /// One plot, or an array of them, as `subplots` gives them. Arrays of plots are lists here.
    private static func grid(
        _ figure: FigureObject, _ rows: Int, _ columns: Int, squeeze: Value?, _ cell: Interpreter
    ) throws -> Value {
        let axes = figure.axes.map { Value.object($0) }
        let keepsShape = try squeeze.map { try !cell.truth($0) } ?? false
        if !keepsShape, axes.count == 1 { return axes[0] }
        let lines = (0..<rows).map { Array(axes[$0 * columns..<($0 + 1) * columns]) }
        if !keepsShape, rows == 1 || columns == 1 { return .object(AxesArrayObject([axes])) }
        return .object(AxesArrayObject(lines))
    }
}

/// What `plt.subplots(2, 3)` gives: plots in rows, which `axes[0, 1]`, `axes.flat` and iteration take apart.
final class AxesArrayObject: Object, NativeObject {
    let rows: [[Value]]

    init(_ rows: [[Value]]) {
        self.rows = rows
        super.init(type: Self.declaration)
    }

    private var items: [Value] { rows.count == 1 ? rows[0] : rows.map { .object(AxesArrayObject([$0])) } }

    static let declaration = NativeType<AxesArrayObject>(
        "ndarray", module: "numpy", doc: "Plots in rows.", isBase: false
    ) {
        Property<AxesArrayObject>("shape", doc: "Rows and columns.") { axes, _ -> Value in
            axes.rows.count == 1
                ? .tuple([.int(axes.rows[0].count)]) : .tuple([.int(axes.rows.count), .int(axes.rows[0].count)])
        }
        Property<AxesArrayObject>("flat", doc: "All plots, row by row.") { axes, _ in axes.rows.flatMap(\.self) }
        Method<AxesArrayObject>("flatten", doc: "All plots, row by row.") { axes, _ in
            AxesArrayObject([axes.rows.flatMap(\.self)])
        }
        Method<AxesArrayObject>("ravel", doc: "All plots, row by row.") { axes, _ in
            AxesArrayObject([axes.rows.flatMap(\.self)])
        }
        Method<AxesArrayObject>("__len__") { axes, _ in axes.items.count }
        Method<AxesArrayObject>("__iter__") { axes, _ in
            var rest = axes.items[...]
            return ClosureIterator { (_) throws(Raise) -> Value? in rest.popFirst() }
        }
        Method<AxesArrayObject>("__getitem__", Parameter("index", Value.self)) { axes, cell, index -> Value in
            guard let places = (index.object as? Tuple)?.items else {
                return try cell.item(of: .list(axes.items), at: index)
            }
            return try places.reduce(.object(axes)) { (part, place) throws(Raise) in try cell.item(of: part, at: place)
            }
        }
    }.type
}

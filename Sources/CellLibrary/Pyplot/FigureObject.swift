import CellRuntime
import Display
import Pictures

/// `matplotlib.figure.Figure`: axes in rows and columns, until they are shown.
final class FigureObject: Object, NativeObject {
    var axes: [AxesObject] = []
    var columns = 1
    var title = ""

    init() { super.init(type: Self.declaration) }

    /// What there is to be shown: pictures and plots, each kind together.
    func events() throws -> [DisplayEvent] {
        let filled = axes.filter { !$0.isEmpty }
        let pictures = filled.filter { $0.picture != nil }
        let plots = filled.filter { $0.picture == nil }
        var events: [DisplayEvent] = []
        if !title.isEmpty, !filled.isEmpty { events.append(.markdown("**\(title)**")) }
        if !pictures.isEmpty {
            let items = pictures.compactMap { axes in axes.picture?.sheetItem(caption: axes.content.title) }
            events.append(.pictures(PictureSheet(items: items, columns: min(columns, items.count))))
        }
        if !plots.isEmpty {
            events.append(.plot(Plot(axes: plots.map(\.limited), columns: min(columns, plots.count))))
        }
        return events
    }

    override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        axes.forEach { visit(.object($0)) }
    }

    static let declaration = NativeType<FigureObject>(
        "Figure", module: "matplotlib.figure", doc: "A figure of one or more plots.", allowsAttributes: true,
        isBase: false
    ) {
        Property<FigureObject>("axes", doc: "Its plots.") { figure, _ in figure.axes }
        Method<FigureObject>(
            "add_subplot", doc: "Another plot.", Parameter("args", Variadic.self), Parameter("options", Keywords.self)
        ) { figure, cell, _, _ in
            let axes = AxesObject(figure)
            figure.axes.append(axes)
            return axes
        }
        Method<FigureObject>(
            "suptitle", doc: "A title above all plots.", Parameter("t", String.self),
            Parameter("options", Keywords.self)
        ) {
            figure, _, title, _ in figure.title = title
        }
        Method<FigureObject>("show", doc: "Shows it now.") { figure, cell in try Figures.of(cell).show(figure, cell) }
        Method<FigureObject>(
            "savefig", doc: "Writes it to an .svg file.", Parameter("fname", PathArgument.self),
            Parameter("options", Keywords.self)
        ) { figure, _, file, _ in try FigureFile.write(figure, to: file.path) }
        Method<FigureObject>(
            "tight_layout", doc: "Plots never overlap here, so that nothing is left to do.",
            Parameter("options", Keywords.self)
        ) { _, _, _ in }
        Method<FigureObject>(
            "colorbar", doc: "The scale of a heat map, which is always shown beside it.",
            Parameter("mappable", Value.self, default: .none),
            Parameter("options", Keywords.self)
        ) { _, _, _, _ in }
        Method<FigureObject>("__repr__") { figure, _ in "<Figure size 640x480 with \(figure.axes.count) Axes>" }
    }.type
}

/// The figures of a session that are not shown yet.
final class Figures {
    private(set) var open: [FigureObject] = []
    private weak var currentAxes: AxesObject?

    static func of(_ cell: Interpreter) -> Figures { LibraryState.of(cell).figures }

    /// A new figure of rows and columns of plots.
    func make(rows: Int, columns: Int) -> FigureObject {
        let figure = FigureObject()
        figure.columns = columns
        figure.axes = (0..<rows * columns).map { _ in AxesObject(figure) }
        open.append(figure)
        currentAxes = figure.axes.first
        return figure
    }

    var current: FigureObject { open.last ?? make(rows: 1, columns: 0) }

    /// The plot that `plt.plot` and the like draw on.
    var axes: AxesObject {
        if let currentAxes, open.contains(where: { $0 === currentAxes.figure }) { return currentAxes }
        let figure = current
        if let last = figure.axes.last { return last }
        figure.columns = max(1, figure.columns)
        let axes = AxesObject(figure)
        figure.axes.append(axes)
        currentAxes = axes
        return axes
    }

    /// `plt.subplot(rows, columns, index)`
    func select(rows: Int, columns: Int, index: Int) throws(Raise) {
        guard rows > 0, columns > 0, (1...rows * columns).contains(index) else {
            throw .valueError("num must be an integer with 1 <= num <= \(rows * columns), not \(index)")
        }
        let figure = current
        figure.columns = columns
        while figure.axes.count < rows * columns { figure.axes.append(AxesObject(figure)) }
        currentAxes = figure.axes[index - 1]
    }

    func select(_ axes: AxesObject) { currentAxes = axes }

    func show(_ figure: FigureObject, _ cell: Interpreter) throws {
        open.removeAll { $0 === figure }
        for event in try figure.events() { cell.display(event) }
    }

    /// Shows all figures that are still open, as a notebook does at a cell's end.
    func showAll(_ cell: Interpreter) throws {
        for figure in open { try show(figure, cell) }
    }

    func close(all: Bool) {
        if all { open = [] } else if !open.isEmpty { open.removeLast() }
    }
}

import CellRuntime
import Display
import Pictures
import Tensors

/// `matplotlib.axes.Axes`: one plot of a figure.
final class AxesObject: Object, NativeObject {
    unowned let figure: FigureObject
    var content = Plot.Axes()
    /// The picture that `imshow` put in, in place of a plot.
    var picture: Picture?
    var xLimits: ClosedRange<Double>?
    var yLimits: ClosedRange<Double>?

    init(_ figure: FigureObject) {
        self.figure = figure
        super.init(type: Self.declaration)
    }

    var isEmpty: Bool { content.series.isEmpty && content.matrix.isEmpty && picture == nil }

    /// The plot without what lies outside its limits.
    var limited: Plot.Axes {
        guard xLimits != nil || yLimits != nil else { return content }
        var axes = content
        axes.series = content.series.map { series in
            guard series.x.count == series.y.count else { return series }
            let kept = zip(series.x, series.y).filter { x, y in
                xLimits?.contains(x) ?? true && yLimits?.contains(y) ?? true
            }
            return Plot.Series(mark: series.mark, label: series.label, x: kept.map(\.0), y: kept.map(\.1))
        }
        return axes
    }

    static let declaration = NativeType<AxesObject>(
        "Axes", module: "matplotlib.axes", doc: "A plot.", allowsAttributes: true, isBase: false
    ) {
        AxesMembers.drawing
        AxesMembers.naming
        Property<AxesObject>("figure", doc: "The figure it is part of.") { axes, _ in axes.figure }
        Property<AxesObject>("title", doc: "Its title.") { axes, _ in axes.content.title }
        Method<AxesObject>("__repr__") { axes, _ in
            axes.content.title.isEmpty ? "<Axes: >" : "<Axes: title={'center': '\(axes.content.title)'}>"
        }
    }.type
}

/// What `plot` and the like give back: something drawn.
final class ArtistObject: Object, NativeObject {
    let name: String

    init(_ name: String) {
        self.name = name
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<ArtistObject>(
        "Artist", module: "matplotlib.artist", doc: "Something drawn.", isBase: false
    ) {
        Method<ArtistObject>("__repr__") { artist, _ in
            "<matplotlib.\(artist.name) at 0x\(String(UInt(bitPattern: ObjectIdentifier(artist).hashValue), radix: 16))>"
        }
    }.type
}

/// Numbers to draw: a list, an array, a tensor, a column of a table.
struct PlotData: CellConvertible {
    let numbers: [Double]
    /// Where names were given in place of numbers.
    var names: [String] = []

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> PlotData {
        do {
            let nested = try NestedValues(value, place.cell)
            if case .texts(let texts) = nested.content {
                return PlotData(numbers: texts.indices.map(Double.init), names: texts)
            }
            return PlotData(numbers: try nested.tensor(.float64, floating: .float64).reshape([-1]).array())
        } catch { throw Raise(error) }
    }
    static var cellTypeName: String { "array_like" }
}

enum AxesMembers {
    /// Methods that draw.
    @MembersBuilder static var drawing: [Member] {
        Method<AxesObject>(
            "plot", doc: "Lines through points: plot(y), plot(x, y), plot(x, y, 'o') for points alone.",
            Parameter("args", Variadic.self), Parameter("options", Keywords.self)
        ) { axes, cell, arguments, options -> Value in
            var rest = arguments.values[...]
            var drawn: [Value] = []
            while let first = rest.popFirst() {
                let place = ArgumentPlace(function: "plot", parameter: "x", position: 1, cell: cell)
                var data = [try PlotData.convert(first, place)]
                if let next = rest.first, next.text == nil {
                    data.append(try PlotData.convert(next, place))
                    rest.removeFirst()
                }
                let format = rest.first?.text ?? ""
                if rest.first?.text != nil { rest.removeFirst() }
                let y = data[data.count - 1].numbers
                let x = data.count == 2 ? data[0].numbers : y.indices.map(Double.init)
                if !data[0].names.isEmpty, data.count == 2 { axes.content.columnNames = data[0].names }
                guard x.count == y.count else {
                    throw Raise.valueError(
                        "x and y must have same first dimension, but have shapes (\(x.count),) and (\(y.count),)")
                }
                let marker = options["marker"]?.text ?? ""
                let style = options["linestyle"]?.text ?? options["ls"]?.text ?? ""
                let isPoints =
                    LineFormat(format).isPointsOnly
                    || (!marker.isEmpty && ["", "None", "none", " "].contains(style) && options["linestyle"] != nil)
                axes.content.series.append(
                    Plot.Series(mark: isPoints ? .scatter : .line, label: options["label"]?.text ?? "", x: x, y: y))
                drawn.append(.object(ArtistObject("lines.Line2D")))
            }
            return .list(drawn)
        }
        Method<AxesObject>(
            "scatter", doc: "Points.", Parameter("x", PlotData.self), Parameter("y", PlotData.self),
            Parameter("options", Keywords.self)
        ) { axes, _, x, y, options in
            guard x.numbers.count == y.numbers.count else { throw Raise.valueError("x and y must be the same size") }
            axes.content.series.append(
                Plot.Series(mark: .scatter, label: options["label"]?.text ?? "", x: x.numbers, y: y.numbers))
            return ArtistObject("collections.PathCollection")
        }
        for name in ["bar", "barh"] {
            Method<AxesObject>(
                name, doc: "Bars with heights, at places or under names.", Parameter("x", PlotData.self),
                Parameter("height", PlotData.self),
                Parameter("options", Keywords.self)
            ) { axes, _, x, height, options in
                guard x.numbers.count == height.numbers.count else {
                    throw Raise.valueError(
                        "shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between \(x.numbers.count) "
                            + "places and \(height.numbers.count) heights")
                }
                if !x.names.isEmpty { axes.content.columnNames = x.names }
                axes.content.series.append(
                    Plot.Series(mark: .bar, label: options["label"]?.text ?? "", x: x.numbers, y: height.numbers))
                return ArtistObject("container.BarContainer")
            }
        }
        Method<AxesObject>(
            "hist", doc: "How many values fall into each of equal bins.", Parameter("x", PlotData.self),
            Parameter("bins", Value.self, default: .int(10)),
            Parameter("options", Keywords.self)
        ) { axes, cell, x, bins, options -> Value in
            let edges = try Histogram.edges(x.numbers, bins, cell)
            let counts = Histogram.counts(x.numbers, edges)
            axes.content.series.append(
                Plot.Series(mark: .histogram, label: options["label"]?.text ?? "", x: edges, y: counts))
            return .tuple([
                .object(ArrayObject(try Tensor(counts))), .object(ArrayObject(try Tensor(edges))),
                .object(ArtistObject("container.BarContainer")),
            ])
        }
        Method<AxesObject>(
            "imshow", doc: "A picture, or the numbers of a matrix as shades.", Parameter("X", Value.self),
            Parameter("options", Keywords.self)
        ) { axes, cell, value, _ in
            try axes.show(value, cell)
            return ArtistObject("image.AxesImage")
        }
        Method<AxesObject>(
            "matshow", doc: "The numbers of a matrix as shades.", Parameter("Z", Value.self),
            Parameter("options", Keywords.self)
        ) { axes, cell, value, _ in
            axes.content.matrix = try ArrayObject.make(value, cell).numbers("matshow").rows()
            return ArtistObject("image.AxesImage")
        }
        for (name, isHorizontal) in [("axhline", true), ("axvline", false)] {
            Method<AxesObject>(
                name, doc: "A line right across the plot.", Parameter("at", Double.self, default: 0),
                Parameter("options", Keywords.self)
            ) { axes, _, place, options in
                let across = axes.content.series.flatMap { isHorizontal ? $0.x : $0.y }.filter(\.isFinite)
                let ends = [across.min() ?? 0, across.max() ?? 1]
                let label = options["label"]?.text ?? ""
                axes.content.series.append(
                    isHorizontal
                        ? Plot.Series(mark: .line, label: label, x: ends, y: [place, place])
                        : Plot.Series(mark: .line, label: label, x: [place, place], y: ends))
                return ArtistObject("lines.Line2D")
            }
        }
        Method<AxesObject>("clear", doc: "Takes everything away.") { axes, _ in
            axes.content = Plot.Axes()
            axes.picture = nil
        }
    }

    /// Methods that name things, set scales and limits.
    @MembersBuilder static var naming: [Member] {
        text("set_title", "The title above.") { $0.title = $1 }
        text("set_xlabel", "What the x axis means.") { $0.xLabel = $1 }
        text("set_ylabel", "What the y axis means.") { $0.yLabel = $1 }
        Method<AxesObject>(
            "legend", doc: "Names of the lines, which are shown as soon as they have one; names can be given here.",
            Parameter("labels", Value.self, default: .none), Parameter("options", Keywords.self)
        ) { axes, cell, labels, _ in
            guard !labels.isNone else { return }
            for (index, label) in try cell.items(of: labels).enumerated()
            where axes.content.series.indices.contains(index) {
                axes.content.series[index].label = try cell.str(label)
            }
        }
        scale("set_xscale") { $0.logX = $1 }
        scale("set_yscale") { $0.logY = $1 }
        for (name, isX) in [("set_xlim", true), ("set_ylim", false)] {
            Method<AxesObject>(
                name, doc: "Shows nothing outside two bounds.", Parameter("low", Value.self),
                Parameter("high", Value.self, default: .none)
            ) { axes, cell, low, high in
                let bounds =
                    high.isNone
                    ? try [Double].convert(
                        low, ArgumentPlace(function: name, parameter: "low", position: 1, cell: cell))
                    : [try cell.double(low), try cell.double(high)]
                guard bounds.count == 2 else { throw Raise.valueError("\(name) needs two bounds") }
                let range = min(bounds[0], bounds[1])...max(bounds[0], bounds[1])
                if isX { axes.xLimits = range } else { axes.yLimits = range }
            }
        }
        for name in ["set_xticks", "set_xticklabels"] {
            Method<AxesObject>(
                name, doc: "Names under the bars.", Parameter("ticks", Value.self),
                Parameter("labels", Value.self, default: .none),
                Parameter("options", Keywords.self)
            ) { axes, cell, ticks, labels, _ in
                let names = labels.isNone ? (name == "set_xticklabels" ? ticks : .none) : labels
                if !names.isNone {
                    axes.content.columnNames = try cell.items(of: names).map { (item) throws(Raise) in
                        try cell.str(item)
                    }
                }
            }
        }
        Method<AxesObject>(
            "axis", doc: "`off` hides the axes of a picture, which has none here; four numbers are limits.",
            Parameter("arg", Value.self, default: .none)
        ) { axes, cell, value in
            guard value.text == nil, !value.isNone else { return }
            let bounds = try cell.items(of: value).map { (item) throws(Raise) in try cell.double(item) }
            guard bounds.count == 4, bounds[0] <= bounds[1], bounds[2] <= bounds[3] else {
                throw Raise.valueError("axis needs 'off', 'on' or four bounds")
            }
            (axes.xLimits, axes.yLimits) = (bounds[0]...bounds[1], bounds[2]...bounds[3])
        }
        Method<AxesObject>(
            "grid", doc: "Lines at round numbers: a terminal plot marks these at its edges only, and this says so.",
            Parameter("visible", Value.self, default: .none), Parameter("options", Keywords.self)
        ) { _, cell, visible, _ in
            if case .bool(false) = visible { return }
            cell.display(.message("grid: plots in a terminal mark round numbers at their edges, without lines across."))
        }
    }

    private static func text(
        _ name: String, _ doc: String, set: @escaping (inout Plot.Axes, String) -> Void
    ) -> Method<AxesObject> {
        Method<AxesObject>(name, doc: doc, Parameter("label", Value.self), Parameter("options", Keywords.self)) {
            axes, cell, label, _ in set(&axes.content, try cell.str(label))
        }
    }

    private static func scale(_ name: String, set: @escaping (inout Plot.Axes, Bool) -> Void) -> Method<AxesObject> {
        Method<AxesObject>(name, doc: "`linear` or `log`.", Parameter("value", String.self)) { axes, _, value in
            guard ["linear", "log"].contains(value) else {
                throw Raise.valueError(
                    "'\(value)' is not a valid value for scale; supported values are 'linear', 'log'")
            }
            set(&axes.content, value == "log")
        }
    }
}

extension AxesObject {
    /// A picture, or an array or tensor of one; a matrix of other numbers becomes shades.
    func show(_ value: Value, _ cell: Interpreter) throws {
        if let image = value.object as? ImageObject {
            picture = try image.picture(atLeast: PictureSize(800))
            return
        }
        let tensor = try ArrayObject.make(value, cell).numbers("imshow")
        guard tensor.dimensions == 3, [3, 4].contains(tensor.shape[2]) else {
            guard tensor.dimensions == 2 || (tensor.dimensions == 3 && tensor.shape[2] == 1) else {
                throw Raise.typeError("Invalid shape \(SizeText.tuple(tensor.shape)) for image data")
            }
            let matrix = tensor.dimensions == 3 ? try tensor.select(2, 0) : tensor
            if matrix.shape[0] > 16 || matrix.shape[1] > 16 {
                picture = try Self.shades(matrix)
            } else {
                content.matrix = try matrix.rows()
            }
            return
        }
        let bytes =
            tensor.dtype.isFloatingPoint
            ? try tensor.clamped(.double(0), .double(1)).mul(.int(255)).to(dtype: .uint8) : try tensor.to(dtype: .uint8)
        picture = try PillowModule.picture(of: bytes)
    }

    /// Numbers from the least, black, to the greatest, white.
    static func shades(_ matrix: Tensor) throws -> Picture {
        let numbers = try matrix.to(dtype: .float64)
        let (least, most) = (try numbers.min().item(), try numbers.max().item())
        let scale = most > least ? 255 / (most - least) : 0
        return try PillowModule.picture(of: numbers.sub(.double(least)).mul(.double(scale)).to(dtype: .uint8))
    }
}

extension Tensor {
    /// The rows of a matrix.
    func rows() throws -> [[Double]] {
        guard dimensions == 2 else { throw Raise.valueError("a matrix of two dimensions is needed, not \(dimensions)") }
        let values: [Double] = try array()
        return (0..<shape[0]).map { Array(values[$0 * shape[1]..<($0 + 1) * shape[1]]) }
    }
}

/// A format such as `'ro--'`: colour, marker, line.
struct LineFormat {
    let isPointsOnly: Bool

    init(_ text: String) {
        let markers = Set("o.,*+x^v<>sdDpPhHX1234|_")
        var rest = text
        if rest.hasPrefix("C"), rest.dropFirst().first?.isNumber == true { rest = String(rest.dropFirst(2)) }
        let hasLine = rest.contains("-") || rest.contains(":")
        isPointsOnly = !hasLine && rest.contains(where: markers.contains)
    }
}

/// Values counted into bins.
enum Histogram {
    /// The edges of `bins`: how many equal ones, or a list of edges.
    static func edges(_ values: [Double], _ bins: Value, _ cell: Interpreter) throws -> [Double] {
        if bins.type.lookup("__iter__") == nil {
            let count = try cell.index(bins)
            guard (1...100_000).contains(count) else {
                throw Raise.valueError("`bins` must be positive, when an integer")
            }
            let finite = values.filter(\.isFinite)
            var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
            if low == high { (low, high) = (low - 0.5, high + 0.5) }
            return (0...count).map { low + Double($0) * (high - low) / Double(count) }
        }
        let edges = try cell.items(of: bins).map { (item) throws(Raise) in try cell.double(item) }
        guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw Raise.valueError("`bins` must increase monotonically, when an array")
        }
        return edges
    }

    /// How many values lie between neighbouring edges; the last bin is closed.
    static func counts(_ values: [Double], _ edges: [Double]) -> [Double] {
        var counts = Array(repeating: 0.0, count: edges.count - 1)
        for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
            var (low, high) = (0, counts.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if value < edges[middle + 1] { high = middle } else { low = middle + 1 }
            }
            counts[low] += 1
        }
        return counts
    }
}

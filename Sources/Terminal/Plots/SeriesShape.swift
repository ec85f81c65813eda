import Display

/// A series made ready for drawing: histograms counted, missing positions filled in.
struct SeriesShape {
    let mark: Plot.Mark
    let label: String
    /// Points; for bars and histograms the middle of each bar.
    let x: [Double]
    let y: [Double]
    /// Half of a bar's width in data units.
    let half: Double

    /// A histogram comes as values (no `y`; counted into ten bins like matplotlib's default), as
    /// edges (one `x` more than `y`) or as middles with their counts.
    init(_ series: Plot.Series) {
        mark = series.mark
        label = series.label
        switch series.mark {
        case .histogram where series.y.isEmpty:
            let (edges, counts) = Self.count(series.x, bins: 10)
            (x, y, half) = Self.bars(edges: edges, counts)
        case .histogram where series.x.count == series.y.count + 1:
            (x, y, half) = Self.bars(edges: series.x, series.y)
        case .bar, .histogram:
            x = Self.positions(series)
            y = series.y
            let gaps = zip(x.sorted(), x.sorted().dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
            half = (gaps.min() ?? 1) * (series.mark == .bar ? 0.4 : 0.5)
        default:
            x = Self.positions(series)
            y = series.y
            half = 0
        }
    }

    /// Values counted into equal bins from the least to the greatest; the last bin is closed.
    static func count(_ values: [Double], bins: Int) -> (edges: [Double], counts: [Double]) {
        let finite = values.filter(\.isFinite)
        var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let width = (high - low) / Double(bins)
        var counts = Array(repeating: 0.0, count: bins)
        for value in finite { counts[min(bins - 1, max(0, Int((value - low) / width)))] += 1 }
        return ((0...bins).map { low + Double($0) * width }, counts)
    }

    private static func bars(edges: [Double], _ counts: [Double]) -> ([Double], [Double], Double) {
        let middles = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
        let half = edges.count > 1 ? (edges[1] - edges[0]) / 2 : 0.5
        return (middles, counts, half)
    }

    private static func positions(_ series: Plot.Series) -> [Double] {
        series.x.count == series.y.count ? series.x : series.y.indices.map(Double.init)
    }

    var isBars: Bool { mark == .bar || mark == .histogram }
    /// What the x axis has to hold.
    var reach: [Double] { isBars ? x.flatMap { [$0 - half, $0 + half] } : x }
}

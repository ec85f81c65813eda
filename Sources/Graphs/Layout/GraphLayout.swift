/// A graph placed on a grid of cells, each one character large: boxes in layers, edges as horizontal and vertical lines.
public struct GraphLayout: Sendable, Equatable {
    public struct Point: Sendable, Equatable {
        public var x: Int
        public var y: Int
    }

    public struct Box: Sendable, Equatable {
        public enum Shape: Sendable, Equatable { case round, square, double, none }
        public var id: String
        public var lines: [String]
        public var x: Int
        public var y: Int
        /// With the border.
        public var width: Int
        public var height: Int
        public var shape: Shape
        public var isDashed = false
    }

    /// The way of an edge: corners one behind the other, from cell to cell.
    public struct Route: Sendable, Equatable {
        public var from: String
        public var to: String
        public var points: [Point]
        public var hasHead: Bool
        public var hasTail: Bool
        public var isDashed: Bool
    }

    /// Text at an edge, from `x` on; blanks before and behind it part it from lines.
    public struct Label: Sendable, Equatable {
        public var text: String
        public var x: Int
        public var y: Int
    }

    public internal(set) var boxes: [Box] = []
    public internal(set) var routes: [Route] = []
    public internal(set) var labels: [Label] = []
    /// Labels for which there is no room, told below the drawing.
    public internal(set) var notes: [String] = []
    public internal(set) var width = 0
    public internal(set) var height = 0

    /// Larger graphs are told in words.
    public static let mostNodes = 150
    public static let mostEdges = 400

    /// Places the graph in `width` columns: as its `rankdir` says; where that is too wide, with labels broken, and then
    /// in the other direction.
    ///
    /// - Returns: nil where no way fits, or the graph is too large to be read as a drawing.
    public static func fitting(_ graph: Graph, width: Int) -> GraphLayout? {
        guard graph.nodes.count <= mostNodes, graph.edges.count <= mostEdges else { return nil }
        let wanted = graph.attributes["rankdir"].flatMap { Direction(rawValue: $0.uppercased()) } ?? .down
        for direction in [wanted, wanted.other] {
            for limit in [60, 16, 10] {
                let layout = LayoutBuilder(graph, direction: direction, labelLimit: limit).made()
                if layout.width <= width { return layout }
            }
        }
        return nil
    }
}

/// Where edges lead.
enum Direction: String {
    case right = "LR"
    case left = "RL"
    case down = "TB"
    case up = "BT"

    var isSideways: Bool { self == .right || self == .left }

    /// Downwards instead of sideways, and the other way round.
    var other: Direction { isSideways ? .down : .right }
}

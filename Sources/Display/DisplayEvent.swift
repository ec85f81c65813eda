public import Graphs

/// Something a running cell shows. Whoever evaluates a cell sends these; a terminal, a plain log or
/// a notebook file draws them in its own way.
public enum DisplayEvent: Codable, Sendable, Equatable {
    /// Characters for standard output, exactly as printed (newlines included).
    case output(String)
    /// A message for standard error: warnings, notes, explanations.
    case message(String)
    /// The value of a cell's last expression as Python's `repr` writes it.
    case result(String)
    /// A whole table, such as a data frame.
    case table(Table)
    /// The head of a table whose rows follow one by one, such as fastai's training table.
    case tableHead(columns: [String])
    /// The next row of the table begun last.
    case tableRow([String])
    /// How far a long step has come; replaced by the next one, taken away by ``progressEnd``.
    case progress(Progress)
    case progressEnd
    /// One picture or a sheet of captioned pictures.
    case pictures(PictureSheet)
    case plot(Plot)
    /// Nodes and edges, such as `gv` draws.
    case graph(Graph)
    /// Markdown, as in a lesson's prose cells.
    case markdown(String)
}

/// A table of text cells.
public struct Table: Codable, Sendable, Equatable {
    public var columns: [String]
    public var rows: [[String]]
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}

/// How far a long step has come.
public struct Progress: Codable, Sendable, Equatable {
    /// What is being done, such as "epoch 2/3 train"; may be empty.
    public var label: String
    public var done: Int
    public var total: Int
    /// Seconds since the step began.
    public var elapsed: Double
    /// A short figure to the right of the bar, such as the smoothed loss.
    public var note: String
    public init(label: String, done: Int, total: Int, elapsed: Double, note: String = "") {
        self.label = label
        self.done = done
        self.total = total
        self.elapsed = elapsed
        self.note = note
    }
}

/// Pictures side by side, each with its caption.
public struct PictureSheet: Codable, Sendable, Equatable {
    public struct Item: Codable, Sendable, Equatable {
        public var width: Int
        public var height: Int
        /// RGBA, 8 bits each, row by row from the top, `width * height * 4` bytes.
        public var pixels: [UInt8]
        public var caption: String
        public init(width: Int, height: Int, pixels: [UInt8], caption: String = "") {
            self.width = width
            self.height = height
            self.pixels = pixels
            self.caption = caption
        }
    }
    public var items: [Item]
    public var columns: Int
    public init(items: [Item], columns: Int = 1) {
        self.items = items
        self.columns = columns
    }
}

/// A figure of one or more axes, described by its data; drawing is left to whoever shows it.
public struct Plot: Codable, Sendable, Equatable {
    public enum Mark: String, Codable, Sendable { case line, scatter, bar, histogram, heatmap }
    public struct Series: Codable, Sendable, Equatable {
        public var mark: Mark
        public var label: String
        public var x: [Double]
        public var y: [Double]
        public init(mark: Mark, label: String = "", x: [Double], y: [Double]) {
            self.mark = mark
            self.label = label
            self.x = x
            self.y = y
        }
    }
    public struct Axes: Codable, Sendable, Equatable {
        public var title = ""
        public var xLabel = ""
        public var yLabel = ""
        public var logX = false
        public var logY = false
        public var series: [Series] = []
        /// For a heat map: the values row by row with the names of rows and columns.
        public var matrix: [[Double]] = []
        public var rowNames: [String] = []
        public var columnNames: [String] = []
        public init() {}
    }
    public var axes: [Axes]
    public var columns: Int
    public init(axes: [Axes], columns: Int = 1) {
        self.axes = axes
        self.columns = columns
    }
}

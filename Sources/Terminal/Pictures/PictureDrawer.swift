public import Display

/// Draws sheets of pictures in the way the terminal can show.
public protocol PictureDrawer: AnyObject {
    /// The sheet as terminal output ending in a newline, at most `width` columns wide; nil where
    /// pictures cannot be drawn.
    func draw(_ sheet: PictureSheet, width: Int) -> String?
}

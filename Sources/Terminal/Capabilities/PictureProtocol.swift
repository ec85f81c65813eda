/// How pictures are put on the screen.
public enum PictureProtocol: String, Sendable, CaseIterable {
    case kitty, iterm2, sixel
    /// Unicode blocks in the terminal's colours; works wherever there are colours.
    case symbols
    /// One line of text a picture.
    case words
}

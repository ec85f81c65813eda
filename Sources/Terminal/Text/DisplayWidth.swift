public import TextWidth

public typealias DisplayWidth = TextWidth.DisplayWidth

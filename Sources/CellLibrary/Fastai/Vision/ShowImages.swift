import CellRuntime
import Display
import Pictures
import Tensors

/// fastai's `show_image` and `show_images`.
enum ShowImages {
    /// Fewer pixels are shown enlarged, so that each can be seen.
    private static let least = 96

    static var members: [Member] {
        [
            Function(
                "show_image", doc: "Shows a picture: a file, an image, a tensor [h, w], [c, h, w] or [h, w, c].",
                Parameter("im", Value.self), Parameter("ax", Value.self, default: .none),
                Parameter("title", Value.self, default: .none), Parameter("options", Keywords.self)
            ) { cell, image, axes, title, _ in
                try cell.refuse("show_image", ("ax", axes))
                cell.display(.pictures(PictureSheet(items: [try item(image, title, cell)])))
            },
            Function(
                "show_images", doc: "Shows pictures side by side.", Parameter("ims", [Value].self),
                Parameter("nrows", Int?.self, default: nil), Parameter("ncols", Int?.self, default: nil),
                Parameter("titles", [Value]?.self, default: nil), Parameter("options", Keywords.self)
            ) { cell, images, rows, columns, titles, _ in
                guard !images.isEmpty else { return }
                let items = try images.enumerated().map { index, image in
                    try item(image, titles.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? .none, cell)
                }
                let width = columns ?? rows.map { (items.count + $0 - 1) / max(1, $0) } ?? items.count
                cell.display(.pictures(PictureSheet(items: items, columns: max(1, width))))
            },
        ]
    }

    private static func item(_ value: Value, _ title: Value, _ cell: Interpreter) throws -> PictureSheet.Item {
        var picture = try picture(value, cell)
        let side = max(picture.width, picture.height)
        if side < least {
            let factor = (least + side - 1) / side
            picture = try picture.resized(
                to: PictureSize(width: picture.width * factor, height: picture.height * factor), method: .nearest)
        }
        return picture.sheetItem(caption: title.isNone ? "" : try cell.str(title))
    }

    /// A matrix goes from its least number, black, to its greatest, white, as matplotlib shows it.
    private static func picture(_ value: Value, _ cell: Interpreter) throws -> Picture {
        if !(value.object is TensorObject), !(value.object is ArrayObject) { return try cell.image(value).picture() }
        let tensor = try ArrayObject.make(value, cell).numbers("show_image")
        let isMatrix = tensor.dimensions == 2 || (tensor.dimensions == 3 && tensor.shape[0] == 1)
        guard isMatrix else { return try Picture(tensor: tensor) }
        let matrix = tensor.dimensions == 3 ? try tensor.select(0, 0) : tensor
        guard matrix.count > 0 else { throw Raise.valueError("a tensor of shape \(tensor.shape) is no picture") }
        return try AxesObject.shades(matrix)
    }
}

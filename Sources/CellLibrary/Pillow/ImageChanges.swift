import CellRuntime
import Pictures

/// Two numbers, such as a size or a place.
struct IntPair: CellConvertible {
    let first: Int
    let second: Int

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> IntPair {
        let numbers = try [Double].convert(value, place)
        guard numbers.count == 2, numbers.allSatisfy({ $0.magnitude < 1e9 }) else {
            throw place.mismatch("tuple of 2 ints", value)
        }
        return IntPair(first: Int(numbers[0].rounded()), second: Int(numbers[1].rounded()))
    }
    static var cellTypeName: String { "tuple of 2 ints" }
}

/// A way of resizing: Pillow's constants.
struct ResamplingArgument: CellConvertible {
    let method: Resampling

    /// By Pillow's numbers.
    static let numbered: [(name: String, number: Int, method: Resampling)] = [
        ("NEAREST", 0, .nearest), ("LANCZOS", 1, .lanczos), ("BILINEAR", 2, .bilinear), ("BICUBIC", 3, .bicubic),
        ("BOX", 4, .box),
    ]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> ResamplingArgument {
        let number = try Int.convert(value, place)
        guard let found = numbered.first(where: { $0.number == number }) else {
            throw .valueError(
                "Unknown resampling filter (\(number)). Use Image.Resampling.NEAREST (0), LANCZOS (1), BILINEAR (2), BICUBIC "
                    + "(3) or BOX (4)")
        }
        return ResamplingArgument(method: found.method)
    }
    static var cellTypeName: String { "Image.Resampling" }
}

extension ImageMembers {
    /// Methods that make another picture, or change this one.
    @MembersBuilder static var changes: [Member] {
        Method<ImageObject>(
            "resize", doc: "At another size.", Parameter("size", IntPair.self),
            Parameter("resample", ResamplingArgument?.self, default: nil)
        ) { image, _, size, method in
            let wanted = PictureSize(width: size.first, height: size.second)
            return image.made(try image.picture().resized(to: wanted, method: method?.method ?? .bicubic))
        }
        Method<ImageObject>(
            "thumbnail", doc: "Makes this picture fit into a size, with its proportions.",
            Parameter("size", IntPair.self),
            Parameter("resample", ResamplingArgument?.self, default: nil)
        ) { image, _, size, method in
            let limit = PictureSize(width: max(1, size.first), height: max(1, size.second))
            image.change(to: try image.thumbnail(limit, method?.method ?? .bicubic))
        }
        Method<ImageObject>(
            "to_thumb", doc: "Small enough for h rows and w columns, with its proportions.", Parameter("h", Int.self),
            Parameter("w", Int?.self, default: nil)
        ) { image, _, height, width in
            image.made(
                try image.thumbnail(PictureSize(width: max(1, width ?? height), height: max(1, height)), .bicubic))
        }
        Method<ImageObject>(
            "crop", doc: "A part: left, upper, right and lower edge.", Parameter("box", [Double].self)
        ) { image, _, box in
            guard box.count == 4 else { throw Raise.valueError("crop needs left, upper, right and lower") }
            let edges = box.map { Int($0.rounded()) }
            if edges[2] < edges[0] { throw Raise.valueError("Coordinate 'right' is less than 'left'") }
            if edges[3] < edges[1] { throw Raise.valueError("Coordinate 'lower' is less than 'upper'") }
            return image.made(
                try image.picture().part(
                    x: edges[0], y: edges[1], width: edges[2] - edges[0], height: edges[3] - edges[1]))
        }
        Method<ImageObject>(
            "convert", doc: "As L (grey), RGB or RGBA.", Parameter("mode", String.self)
        ) { image, _, mode in
            let picture = try image.picture()
            switch mode {
            case "L": return image.made(picture.grey())
            case "RGB": return image.made(picture.rgb())
            case "RGBA": return image.made(picture.withAlpha())
            default: throw Raise.valueError("conversion to mode '\(mode)' is not supported: L, RGB and RGBA are")
            }
        }
        Method<ImageObject>(
            "rotate", doc: "Turned counter-clockwise by a multiple of 90 degrees.", Parameter("angle", Double.self),
            Parameter("expand", Bool.self, default: false)
        ) { image, _, angle, expand in
            let turns = ((angle / 90).rounded() * 90 == angle) ? (Int(angle / 90) % 4 + 4) % 4 : -1
            let picture = try image.picture()
            switch turns {
            case 0: return image.made(picture)
            case 2: return image.made(picture.upright(from: .rotated180))
            case 1, 3:
                if !expand, picture.width != picture.height {
                    throw Raise.notImplemented("rotating a picture that is not square by 90 degrees needs expand=True")
                }
                return image.made(picture.upright(from: turns == 1 ? .rotated270 : .rotated90))
            default: throw Raise.notImplemented("rotate turns by multiples of 90 degrees only")
            }
        }
        Method<ImageObject>(
            "transpose", doc: "Mirrored or turned: Image.Transpose.FLIP_LEFT_RIGHT and the like.",
            Parameter("method", Int.self)
        ) { image, _, method in
            let picture = try image.picture()
            let orientations: [PictureOrientation] = [
                .mirrored, .mirroredRotated180, .rotated270, .rotated180, .rotated90, .mirroredRotated270,
                .mirroredRotated90,
            ]
            guard orientations.indices.contains(method) else {
                throw Raise.valueError("unknown transpose method \(method)")
            }
            return image.made(picture.upright(from: orientations[method]))
        }
        Method<ImageObject>("copy", doc: "A copy of its own.") { image, _ in image.made(try image.picture()) }
        Method<ImageObject>("load", doc: "Decodes the file now.") { image, _ in _ = try image.picture() }
        Method<ImageObject>(
            "save", doc: "Writes it to a file, in the format of the suffix.", Parameter("fp", PathArgument.self),
            Parameter("format", String?.self, default: nil), Parameter("quality", Int?.self, .keywordOnly, default: nil)
        ) { image, _, file, format, quality in
            var encoding = PictureEncoding(suffixOf: format.map { ".\($0)" } ?? file.path)
            guard encoding != nil else {
                throw Raise.valueError("unknown file extension: .\(file.path.split(separator: ".").last ?? "")")
            }
            if let quality {
                switch encoding {
                case .jpeg: encoding = .jpeg(quality: quality)
                case .webp: encoding = .webp(quality: quality)
                default: break
                }
            }
            try Restraint.check(writing: file.path)
            try image.picture().write(to: file.path, as: encoding)
        }
        Method<ImageObject>("getpixel", doc: "The values of a pixel.", Parameter("xy", IntPair.self)) {
            image, _, place -> Value in
            let picture = try image.picture()
            try picture.check(place)
            let values = picture[place.first, place.second].map { Value.int(Int($0)) }
            return values.count == 1 ? values[0] : .tuple(values)
        }
        Method<ImageObject>(
            "putpixel", doc: "Changes a pixel.", Parameter("xy", IntPair.self), Parameter("value", Dimensions.self)
        ) {
            image, _, place, value in
            var picture = try image.picture()
            try picture.check(place)
            guard value.list.count == picture.channels else {
                throw Raise.typeError("color must be int or tuple of \(picture.channels) numbers")
            }
            let start = (place.second * picture.width + place.first) * picture.channels
            for (offset, number) in value.list.enumerated() { picture.pixels[start + offset] = UInt8(clamping: number) }
            image.change(to: picture)
        }
        Method<ImageObject>("getbbox", doc: "The rectangle of all pixels that are not black.") { image, _ -> Value in
            let picture = try image.picture()
            var (left, top, right, bottom) = (picture.width, picture.height, 0, 0)
            for y in 0..<picture.height {
                for x in 0..<picture.width where picture[x, y].contains(where: { $0 != 0 }) {
                    (left, right) = (min(left, x), max(right, x + 1))
                    (top, bottom) = (min(top, y), max(bottom, y + 1))
                }
            }
            return right == 0 ? .none : .tuple([.int(left), .int(top), .int(right), .int(bottom)])
        }
    }
}

extension ImageObject {
    /// As Pillow's `thumbnail` makes it; a large JPEG is decoded at a fraction of its size.
    func thumbnail(_ limit: PictureSize, _ method: Resampling) throws(PictureError) -> Picture {
        let wanted = size.fitted(within: limit)
        if wanted == size { return try picture() }
        // Twice the size leaves the filter enough to work with, as Pillow's `draft` does.
        let source = try picture(atLeast: PictureSize(width: wanted.width * 2, height: wanted.height * 2))
        return try source.resized(to: wanted, method: method)
    }
}

extension Picture {
    fileprivate func check(_ place: IntPair) throws(Raise) {
        guard (0..<width).contains(place.first), (0..<height).contains(place.second) else {
            throw .indexError("image index out of range")
        }
    }

    /// A rectangle, black where it lies outside.
    fileprivate func part(x: Int, y: Int, width: Int, height: Int) throws -> Picture {
        if x >= 0, y >= 0, x + width <= self.width, y + height <= self.height, width > 0, height > 0 {
            return try cropped(x: x, y: y, width: width, height: height)
        }
        guard width > 0, height > 0 else { throw Raise.valueError("a picture of no pixels cannot be made here") }
        guard width * height <= Picture.defaultLimit else { throw Raise.valueError("the part is too large") }
        var part = Picture(width: width, height: height, colour: Array(repeating: 0, count: channels))
        for row in max(0, -y)..<max(max(0, -y), min(height, self.height - y)) {
            for column in max(0, -x)..<max(max(0, -x), min(width, self.width - x)) {
                for channel in 0..<channels {
                    part.pixels[(row * width + column) * channels + channel] =
                        pixels[((row + y) * self.width + column + x) * channels + channel]
                }
            }
        }
        return part
    }
}

import Pictures

/// Turns pictures into the numbers of a batch. It keeps its scratch memory, so each thread has its own.
final class PicturePreparer {
    /// Pixels beyond which a picture is refused: some 150 MB of memory while it is decoded. A JPEG is
    /// counted as it is decoded, which is smaller where its full size is not needed.
    static let limit = 50_000_000

    let transforms: PictureTransforms
    private var bytes = [UInt8]()
    private var pixels = [SIMD4<Float>]()
    private var averaged = [SIMD4<Float>]()
    private var lighting = LightingTable()

    init(_ transforms: PictureTransforms) { self.transforms = transforms }

    /// Prepares one picture.
    ///
    /// - Parameters:
    ///   - size: that of the result.
    ///   - fixed: what to do in place of drawing at random.
    ///   - target: `height * width * channels` floats, channels varying fastest.
    func prepare(
        _ source: PictureSource, training: Bool, generator: ItemGenerator, size: PictureSize,
        fixed: AugmentationDraw? = nil, into target: UnsafeMutablePointer<Float>
    ) throws {
        var generator = generator
        let itemSize = try loadItem(
            source, colour: transforms.channels == 1 ? .grey : .rgb, training: training, using: &generator)
        let draw = fixed ?? self.draw(itemSize, training, &generator)
        try check(itemSize, size, source)
        finish(itemSize, draw, size, target)
        if training, let erasing = transforms.augmentation?.erasing {
            erasing.apply(to: target, size, channels: transforms.channels, using: &generator)
        }
    }

    /// Prepares a mask so that each label stays on its pixel of the picture, which has the same generator.
    func prepareMask(
        _ source: PictureSource, training: Bool, generator: ItemGenerator, size: PictureSize,
        fixed: AugmentationDraw? = nil, into target: UnsafeMutablePointer<Int64>
    ) throws {
        var generator = generator
        let itemSize = try loadItem(source, colour: .grey, isMask: true, training: training, using: &generator)
        let draw = fixed ?? self.draw(itemSize, training, &generator)
        try check(itemSize, size, source)
        bytes.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            let sampler = PictureSampler(
                from: itemSize, to: size, projection: draw.projection(for: itemSize),
                padding: transforms.augmentation?.padding ?? .reflection)
            sampler.nearest(bytes) { target[$0] = Int64($1) }
        }
    }

    /// The picture after its item transforms, as it would be shown.
    func item(_ source: PictureSource, training: Bool, generator: ItemGenerator) throws(PictureError) -> Picture {
        var generator = generator
        let size = try loadItem(source, colour: .rgb, training: training, using: &generator)
        return Picture(
            width: size.width, height: size.height, pixels: Array(bytes.prefix(size.pixels * 3)))
    }

    // MARK: Item transforms

    /// Decodes and frames a picture into `bytes`, and gives its size.
    private func loadItem(
        _ source: PictureSource, colour: PictureColour, isMask: Bool = false, training: Bool,
        using generator: inout ItemGenerator
    ) throws(PictureError) -> PictureSize {
        let method = isMask ? Resampling.nearest : .bilinear
        let channels = colour == .grey ? 1 : 3
        if case .file(let path) = source, transforms.items.count == 1, let only = transforms.items.first,
            let size = only.size, only.staysWithin
        {
            reserve(size.pixels * channels)
            var drawn = generator
            try bytes.withUnsafeMutableBufferPointer { (buffer) throws(PictureError) in
                let target = UnsafeMutableBufferPointer(rebasing: buffer[..<(size.pixels * channels)])
                try Picture.load(
                    path: path, into: target, size: size, colour: colour, method: method, limit: Self.limit
                ) { full in
                    let framing = only.framing(of: full, training: training, using: &drawn)
                    return PictureCrop(framing.part, isCut: framing.isCut)
                }
            }
            generator = drawn
            return size
        }
        var picture = try decode(source, colour: colour, isMask: isMask)
        for transform in transforms.items {
            if case .flip(let probability) = transform {
                if training, generator.chance(probability) { picture = picture.flippedHorizontally() }
                continue
            }
            let framing = transform.framing(of: picture.size, training: training, using: &generator)
            picture = try picture.framed(framing, method: method)
        }
        reserve(picture.pixels.count)
        bytes.replaceSubrange(..<picture.pixels.count, with: picture.pixels)
        return picture.size
    }

    private func decode(_ source: PictureSource, colour: PictureColour, isMask: Bool) throws(PictureError) -> Picture {
        switch source {
        case .picture(let picture): return colour == .grey ? picture.grey() : picture.rgb()
        case .file(let path):
            return try Picture.decode(path: path, colour: colour, limit: Self.limit)
        }
    }

    private func reserve(_ count: Int) {
        if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
    }

    /// Pictures that no transform resizes must be alike.
    private func check(_ itemSize: PictureSize, _ size: PictureSize, _ source: PictureSource) throws(DataBlockError) {
        guard transforms.augmentation?.size == nil, itemSize != size else { return }
        throw .differentSizes(source.name, itemSize, wanted: size)
    }

    // MARK: Batch transforms

    private func draw(
        _ size: PictureSize, _ training: Bool, _ generator: inout ItemGenerator
    ) -> AugmentationDraw {
        guard let augmentation = transforms.augmentation else { return AugmentationDraw() }
        return training ? augmentation.draw(for: size, using: &generator) : augmentation.neutralDraw(for: size)
    }

    private func finish(
        _ itemSize: PictureSize, _ draw: AugmentationDraw, _ size: PictureSize,
        _ target: UnsafeMutablePointer<Float>
    ) {
        let channels = transforms.channels
        let scales = transforms.normalisation?.scales(channels) ?? Array(repeating: (1, 0), count: channels)
        let projection = draw.projection(for: itemSize)
        if projection.isIdentity, itemSize == size {
            return finishInPlace(size.pixels, draw.lighting, scales, target)
        }
        fill(itemSize.pixels)
        var sampledSize = itemSize
        if let smaller = PictureSampler.averagedSize(itemSize, to: size, seen: draw.part, projection) {
            if averaged.count < smaller.pixels { averaged = Array(repeating: .zero, count: smaller.pixels) }
            averaged.withUnsafeMutableBufferPointer { averaged in
                pixels.withUnsafeBufferPointer { pixels in
                    guard let from = pixels.baseAddress, let to = averaged.baseAddress else { return }
                    PictureSampler.areaAveraged(from, itemSize, to: smaller, into: to)
                }
            }
            sampledSize = smaller
        }
        let sampler = PictureSampler(
            from: sampledSize, to: size, projection: projection,
            padding: transforms.augmentation?.padding ?? .reflection)
        let isLit = !draw.lighting.isNeutral
        if isLit { lighting.fill(draw.lighting) }
        var (factor, shift) = (SIMD4<Float>(repeating: 1), SIMD4<Float>())
        for (channel, scale) in scales.enumerated() { (factor[channel], shift[channel]) = scale }
        lighting.values.withUnsafeBufferPointer { table in
            (sampledSize == itemSize ? pixels : averaged).withUnsafeBufferPointer { pixels in
                guard let table = table.baseAddress, let pixels = pixels.baseAddress else { return }
                sampler.bilinear(pixels) { index, pixel in
                    let value = (isLit ? LightingTable.read(table, pixel) : pixel) * factor + shift
                    if channels == 3 {
                        let out = target + index * 3
                        (out[0], out[1], out[2]) = (value.x, value.y, value.z)
                    } else {
                        target[index] = value.x
                    }
                }
            }
        }
    }

    /// Where nothing moves, each byte has its value in a table.
    private func finishInPlace(
        _ count: Int, _ lighting: Lighting, _ scales: [(factor: Float, shift: Float)],
        _ target: UnsafeMutablePointer<Float>
    ) {
        let channels = scales.count
        var table = [Float](repeating: 0, count: 256 * channels)
        for level in 0..<256 {
            let value = Float(lighting.isNeutral ? Double(level) / 255 : lighting(Double(level) / 255))
            for (channel, scale) in scales.enumerated() {
                table[level * channels + channel] = value * scale.factor + scale.shift
            }
        }
        table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var place = 0
                for _ in 0..<count {
                    for channel in 0..<channels {
                        target[place] = table[Int(bytes[place]) * channels + channel]
                        place += 1
                    }
                }
            }
        }
    }

    /// The bytes as floats from 0 to 1, four a pixel.
    private func fill(_ count: Int) {
        if pixels.count < count { pixels = Array(repeating: .zero, count: count) }
        let channels = transforms.channels
        bytes.withUnsafeBufferPointer { bytes in
            pixels.withUnsafeMutableBufferPointer { pixels in
                let scale: Float = 1 / 255
                for index in 0..<count {
                    let place = index * channels
                    if channels == 1 {
                        pixels[index] = SIMD4(Float(bytes[place]) * scale, 0, 0, 0)
                    } else {
                        pixels[index] =
                            SIMD4(Float(bytes[place]), Float(bytes[place + 1]), Float(bytes[place + 2]), 0) * scale
                    }
                }
            }
        }
    }
}

extension ItemTransform {
    /// Whether it never shows anything outside the picture.
    var staysWithin: Bool {
        switch self {
        case .resize(let resize): resize.method != .pad
        case .randomResizedCrop: true
        case .randomCrop, .ratioResize, .flip: false
        }
    }
}

extension Picture {
    /// The part that a framing shows, padded and resized.
    func framed(_ framing: Framing, method: Resampling) throws(PictureError) -> Picture {
        let part = framing.part
        guard framing.isCut else { return try resized(to: framing.size, method: method, part: part) }
        let (x, y) = (Int(part.x), Int(part.y))
        let (right, bottom) = (x + Int(part.width), y + Int(part.height))
        var picture = self
        if x > 0 || y > 0 || right < width || bottom < height {
            picture = try cropped(
                x: max(0, x), y: max(0, y), width: min(width, right) - max(0, x),
                height: min(height, bottom) - max(0, y))
        }
        if !framing.lies(within: size) {
            picture = try picture.padded(
                left: max(0, -x), top: max(0, -y), right: max(0, right - width), bottom: max(0, bottom - height),
                mode: framing.padding.picturePadding)
        }
        return picture.size == framing.size ? picture : try picture.resized(to: framing.size, method: method)
    }
}

extension Erasing {
    /// Covers the values of one picture, in place.
    func apply(
        to values: UnsafeMutablePointer<Float>, _ size: PictureSize, channels: Int,
        using generator: inout ItemGenerator
    ) {
        guard generator.chance(probability) else { return }
        let count = generator.integer(1, maxCount)
        let share = Double(size.pixels) / Double(count)
        for _ in 0..<count {
            let covered = generator.uniform(area.lowerBound, area.upperBound) * share
            let aspect = RandomResizedCrop.logUniform(minAspect...1 / minAspect, using: &generator)
            let rows = Self.side(covered * aspect, size.height, using: &generator)
            let columns = Self.side(covered / aspect, size.width, using: &generator)
            for row in rows {
                for place in (row * size.width + columns.lowerBound)
                    * channels..<(row * size.width + columns.upperBound) * channels
                {
                    values[place] = Float(generator.normal())
                }
            }
        }
    }

    private static func side(_ area: Double, _ count: Int, using generator: inout ItemGenerator) -> Range<Int> {
        let length = Int(area.squareRoot().rounded(.toNearestOrEven))
        let start = generator.integer(0, max(count - length, 0))
        return start..<min(count, start + length)
    }
}

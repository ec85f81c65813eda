extension Picture {
    /// The picture at another size, as PIL's `resize` makes it (within one level of 256).
    ///
    /// - Parameter part: the rectangle to be resized; the whole picture unless given.
    public func resized(
        to size: PictureSize, method: Resampling = .bilinear, part: PictureRectangle? = nil
    ) throws(PictureError) -> Picture {
        guard size.width > 0, size.height > 0 else {
            throw PictureError(file: "the picture", fault: .invalidGeometry("it would have \(size) pixels"))
        }
        if channels == 4, method != .nearest {
            return try multipliedByAlpha().opaqueResized(to: size, method, part).dividedByAlpha()
        }
        return try opaqueResized(to: size, method, part)
    }

    /// The picture made to fit into `size` with its proportions kept; never enlarged. The size is that
    /// of PIL's `thumbnail`.
    public func thumbnail(within size: PictureSize, method: Resampling = .bicubic) throws(PictureError) -> Picture {
        let small = self.size.fitted(within: size)
        return small == self.size ? self : try resized(to: small, method: method)
    }

    private func opaqueResized(
        to size: PictureSize, _ method: Resampling, _ part: PictureRectangle?
    ) throws(PictureError) -> Picture {
        try Picture(width: size.width, height: size.height, channels: channels) { out throws(PictureError) in
            try resample(part ?? PictureRectangle(self.size), to: size, method, into: out, named: "the picture")
        }
    }

    /// Resizes a part of this picture into `target`, `size.pixels * channels` bytes: first every row that
    /// matters, then the columns.
    ///
    /// - Parameter confined: whether pixels outside the part stay out of it, as if it had been cropped first.
    func resample(
        _ box: PictureRectangle, to size: PictureSize, _ method: Resampling,
        into target: UnsafeMutableBufferPointer<UInt8>, named file: String, confined: Bool = false
    ) throws(PictureError) {
        // Products of scaled sizes may stray by a rounding error.
        let slack = 1e-6
        guard box.x >= -slack, box.y >= -slack, box.width > 0, box.height > 0,
            box.x + box.width <= Double(width) + slack, box.y + box.height <= Double(height) + slack
        else {
            let words = "\(box.width) by \(box.height) from (\(box.x), \(box.y)) does not lie within \(self.size)"
            throw PictureError(file: file, fault: .invalidGeometry(words))
        }
        pixels.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress, let to = target.baseAddress else { return }
            if method == .nearest { return pickNearest(from, to, box, size) }
            func bounds(_ start: Double, _ length: Double, _ count: Int) -> Range<Int> {
                guard confined else { return 0..<count }
                // A scaled rectangle may stray from a whole number by a rounding error.
                let first = min(count - 1, max(0, Int((start + slack).rounded(.down))))
                return first..<max(first + 1, min(count, Int((start + length - slack).rounded(.up))))
            }
            let columns = ResamplingWeights(
                start: max(0, box.x), length: box.width, within: bounds(box.x, box.width, width),
                target: size.width, method: method)
            let rows = ResamplingWeights(
                start: max(0, box.y), length: box.height, within: bounds(box.y, box.height, height),
                target: size.height, method: method)
            let sameWidth = size.width == width && box.x == 0 && box.width == Double(width)
            let sameHeight = size.height == height && box.y == 0 && box.height == Double(height)
            let stride = size.width * channels
            if sameWidth {
                if sameHeight {
                    to.update(from: from, count: stride * height)
                } else {
                    resampleColumns(from, to, stride: stride, first: 0, rows)
                }
                return
            }
            if sameHeight { return resampleRows(from, to, 0..<height, columns) }
            // Only the rows that some target row looks at.
            let first = rows.spans.first?.first ?? 0
            let end = rows.spans.last.map { $0.first + $0.count } ?? height
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: stride * (end - first)) { between in
                guard let middle = between.baseAddress else { return }
                resampleRows(from, middle, first..<end, columns)
                resampleColumns(middle, to, stride: stride, first: first, rows)
            }
        }
    }

    /// Resizes each row of `lines` on its own.
    private func resampleRows(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ lines: Range<Int>,
        _ plan: ResamplingWeights
    ) {
        let half = Int32(1) << Int32(ResamplingWeights.precision - 1)
        var out = target
        plan.weights.withUnsafeBufferPointer { weights in
            plan.spans.withUnsafeBufferPointer { spans in
                for y in lines {
                    let row = source + y * width * channels
                    for x in 0..<spans.count {
                        let span = spans[x]
                        let start = x * plan.stride
                        var pixel = row + span.first * channels
                        if channels == 3 {
                            var (red, green, blue) = (half, half, half)
                            for i in 0..<span.count {
                                let weight = weights[start + i]
                                red &+= Int32(pixel[0]) &* weight
                                green &+= Int32(pixel[1]) &* weight
                                blue &+= Int32(pixel[2]) &* weight
                                pixel += 3
                            }
                            out[0] = Self.level(red)
                            out[1] = Self.level(green)
                            out[2] = Self.level(blue)
                        } else {
                            for channel in 0..<channels {
                                var sum = half
                                for i in 0..<span.count {
                                    sum &+= Int32(pixel[i * channels + channel]) &* weights[start + i]
                                }
                                out[channel] = Self.level(sum)
                            }
                        }
                        out += channels
                    }
                }
            }
        }
    }

    /// Mixes rows of `stride` bytes; the rows of `source` begin with the picture's row `first`.
    private func resampleColumns(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, stride: Int, first: Int,
        _ plan: ResamplingWeights
    ) {
        let half = Int32(1) << Int32(ResamplingWeights.precision - 1)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: stride) { buffer in
            guard let sums = buffer.baseAddress else { return }
            for (y, span) in plan.spans.enumerated() {
                sums.update(repeating: half, count: stride)
                for i in 0..<span.count {
                    let weight = plan.weights[y * plan.stride + i]
                    let row = source + (span.first - first + i) * stride
                    for x in 0..<stride { sums[x] &+= Int32(row[x]) &* weight }
                }
                let out = target + y * stride
                for x in 0..<stride { out[x] = Self.level(sums[x]) }
            }
        }
    }

    private func pickNearest(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ box: PictureRectangle,
        _ size: PictureSize
    ) {
        let across = box.width / Double(size.width)
        let down = box.height / Double(size.height)
        var out = target
        for y in 0..<size.height {
            let row = min(height - 1, max(0, Int(box.y + (Double(y) + 0.5) * down)))
            for x in 0..<size.width {
                let column = min(width - 1, max(0, Int(box.x + (Double(x) + 0.5) * across)))
                out.update(from: source + (row * width + column) * channels, count: channels)
                out += channels
            }
        }
    }

    @inline(__always)
    private static func level(_ sum: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: max(0, min(255, sum >> Int32(ResamplingWeights.precision))))
    }
}

extension PictureSize {
    /// The largest size of these proportions that lies within `limit`, or this size if it is smaller.
    public func fitted(within limit: PictureSize) -> PictureSize {
        if limit.width >= width && limit.height >= height { return self }
        let aspect = Double(width) / Double(height)
        let (x, y) = (Double(limit.width), Double(limit.height))
        /// The neighbour of a number, at least 1, that keeps the proportions best.
        func rounded(_ number: Double, _ error: (Double) -> Double) -> Int {
            let (low, high) = (number.rounded(.down), number.rounded(.up))
            return max(1, Int(error(high) < error(low) ? high : low))
        }
        if x / y >= aspect {
            return PictureSize(width: rounded(y * aspect) { abs(aspect - $0 / y) }, height: limit.height)
        }
        return PictureSize(width: limit.width, height: rounded(x / aspect) { $0 == 0 ? 0 : abs(aspect - x / $0) })
    }
}

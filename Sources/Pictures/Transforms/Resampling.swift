/// How values between pixels are made when a picture changes its size. All but `nearest` take in
/// every pixel under the new one, as PIL's filters do.
public enum Resampling: Sendable, CaseIterable {
    case nearest, box, bilinear, bicubic, lanczos

    /// Half the filter's width, in pixels of the smaller picture.
    var support: Double {
        switch self {
        case .nearest: 0
        case .box: 0.5
        case .bilinear: 1
        case .bicubic: 2
        case .lanczos: 3
        }
    }

    func weight(_ distance: Double) -> Double {
        let x = abs(distance)
        switch self {
        case .nearest: return 0
        case .box: return distance > -0.5 && distance <= 0.5 ? 1 : 0
        case .bilinear: return max(0, 1 - x)
        case .bicubic:
            // Keys' cubic with a = -0.5.
            if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
        case .lanczos: return x < 3 ? Self.sinc(x) * Self.sinc(x / 3) : 0
        }
    }

    private static func sinc(_ x: Double) -> Double {
        x == 0 ? 1 : sine(x * .pi) / (x * .pi)
    }
}

/// Which source pixels make each target pixel along one side, and by what weights.
struct ResamplingWeights {
    /// Weights are fixed-point numbers with this many bits after the point, as in PIL.
    static let precision = 22

    /// First source pixel and number of pixels of each target pixel.
    let spans: [(first: Int, count: Int)]
    /// `stride` weights for each target pixel.
    let weights: [Int32]
    let stride: Int

    /// - Parameters:
    ///   - start: where the part to be resized begins.
    ///   - length: how many pixels it has.
    ///   - bounds: the source pixels that may be looked at.
    init(start: Double, length: Double, within bounds: Range<Int>, target: Int, method: Resampling) {
        let scale = length / Double(target)
        let spread = max(scale, 1)
        let support = method.support * spread
        stride = Int(support.rounded(.up)) * 2 + 1
        var spans = [(first: Int, count: Int)]()
        var weights = [Int32](repeating: 0, count: stride * target)
        var row = [Double](repeating: 0, count: stride)
        for x in 0..<target {
            let centre = start + (Double(x) + 0.5) * scale
            let first = min(bounds.upperBound - 1, max(bounds.lowerBound, Int(centre - support + 0.5)))
            let count = max(1, min(bounds.upperBound, Int(centre + support + 0.5)) - first)
            var sum = 0.0
            for i in 0..<count {
                row[i] = method.weight((Double(i + first) - centre + 0.5) / spread)
                sum += row[i]
            }
            for i in 0..<count {
                let value = (sum == 0 ? row[i] : row[i] / sum) * Double(1 << Self.precision)
                weights[x * stride + i] = Int32(value.rounded(.toNearestOrAwayFromZero))
            }
            spans.append((first, count))
        }
        self.spans = spans
        self.weights = weights
    }
}

import Pictures

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What was drawn for one picture. Everything at its neutral value changes nothing.
public struct AugmentationDraw: Sendable, Equatable {
    public var isFlipped = false
    /// A symmetry of the square, from 0 to 7.
    public var dihedral = 0
    public var degrees = 0.0
    public var zoom = 1.0
    /// The point that stays in place, from 0 to 1 along each side.
    public var zoomCentre = (x: 0.5, y: 0.5)
    public var warp = (x: 0.0, y: 0.0)
    /// From 0 to 1, neutral at 0.5: its logit is added to each value's.
    public var brightness = 0.5
    /// Factor of each value's logit.
    public var contrast = 1.0
    /// The part of the picture that is shown; nil for all.
    public var part: PictureRectangle?

    public init() {}

    public static func == (a: Self, b: Self) -> Bool {
        (a.isFlipped, a.dihedral, a.degrees, a.zoom) == (b.isFlipped, b.dihedral, b.degrees, b.zoom)
            && a.zoomCentre == b.zoomCentre && a.warp == b.warp
            && (a.brightness, a.contrast) == (b.brightness, b.contrast) && a.part == b.part
    }

    /// Where each point of the result lies in a picture of this size.
    public func projection(for size: PictureSize) -> Projection {
        var affine = Projection.identity
        if dihedral != 0 { affine = affine * .dihedral(dihedral) }
        if isFlipped { affine = affine * .mirror }
        if degrees != 0 { affine = affine * .rotation(degrees: degrees) }
        if zoom != 1 { affine = affine * .zoom(zoom, x: zoomCentre.x, y: zoomCentre.y) }
        let whole = Projection.warp(x: warp.x, y: warp.y) * affine.adapted(to: size)
        guard let part else { return whole }
        // fastai resamples twice here, first the augmented picture, then its part; once is sharper.
        return whole * .looking(at: part, of: size)
    }

    /// How values from 0 to 1 change.
    public var lighting: Lighting { Lighting(brightness: brightness, contrast: contrast) }
}

extension Augmentation {
    /// Draws for one training picture.
    public func draw(for size: PictureSize, using generator: inout ItemGenerator) -> AugmentationDraw {
        var draw = AugmentationDraw()
        func amount(_ chance: Chance?) -> Double? {
            guard let chance else { return nil }
            let value = generator.uniform(-chance.amount, chance.amount)
            return generator.chance(chance.probability) ? value : nil
        }
        if dihedral > 0 {
            let number = generator.integer(0, 7)
            if generator.chance(dihedral) { draw.dihedral = number }
        }
        if flip > 0 { draw.isFlipped = generator.chance(flip) }
        draw.warp = (amount(warp) ?? 0, amount(warp) ?? 0)
        draw.degrees = amount(rotation) ?? 0
        if let zoom {
            let factor = generator.uniform(zoom.lowerBound, zoom.upperBound)
            let centre = (generator.uniform(), generator.uniform())
            if generator.chance(zoomProbability) { (draw.zoom, draw.zoomCentre) = (factor, centre) }
        }
        draw.brightness = 0.5 + 0.5 * (amount(brightness) ?? 0)
        if let contrast {
            let limit = -log(1 - contrast.amount)
            let value = generator.uniform(-limit, limit)
            if generator.chance(contrast.probability) { draw.contrast = exp(value) }
        }
        if minScale < 1 {
            draw.part = RandomResizedCrop.part(of: size, minScale...1, 1...1, using: &generator)
        }
        return draw
    }

    /// What validation does: nothing but to show the middle where training shows parts.
    public func neutralDraw(for size: PictureSize) -> AugmentationDraw {
        var draw = AugmentationDraw()
        if minScale < 1 { draw.part = RandomResizedCrop.fallback(of: size, 1...1) }
        return draw
    }
}

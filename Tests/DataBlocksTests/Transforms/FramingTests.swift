@testable import DataBlocks
import Foundation
import Pictures
import Testing

@Suite struct FramingTests {
    struct Values: Decodable {
        struct Resized: Decodable {
            let picture: [Int]
            let size: [Int]
            let method: Resize.Method
            let place: [Double]
            let box: [Int]
        }
        struct Cropped: Decodable {
            let picture: [Int]
            let scale: Double
            let proportions: Double
            let fits: Bool
            let size: [Int]
            let corner: [Int]
        }
        let resize: [Resized]
        let randomResizedCrop: [Cropped]
    }

    @Test func resizeCutsFastaisRectangles() throws {
        for example in try values("framings.json", as: Values.self).resize {
            let resize = Resize(PictureSize(width: example.size[0], height: example.size[1]), method: example.method)
            let full = PictureSize(width: example.picture[0], height: example.picture[1])
            let part = resize.framing(of: full, at: (example.place[0], example.place[1])).part
            let box = [part.x, part.y, part.width, part.height].map { Int($0) }
            // Where fastai would cut nothing at all, here a row or a column stays.
            let isEmpty = example.box[2] == 0 || example.box[3] == 0
            #expect(isEmpty ? box[2] >= 1 && box[3] >= 1 : box == example.box, "\(example)")
        }
    }

    @Test func randomResizedCropCutsFastaisRectangles() throws {
        for example in try values("framings.json", as: Values.self).randomResizedCrop {
            let full = PictureSize(width: example.picture[0], height: example.picture[1])
            let size = RandomResizedCrop.partSize(of: full, scale: example.scale, proportions: example.proportions)
            #expect((size != nil) == example.fits)
            if let size {
                #expect([size.width, size.height] == example.size)
            } else {
                let part = RandomResizedCrop.fallback(of: full, 3 / 4...4 / 3)
                #expect([part.width, part.height].map { Int($0) } == example.size)
                #expect([part.x, part.y].map { Int($0) } == example.corner)
            }
        }
    }

    @Test(arguments: [Resize.Method.crop, .pad, .squish]) func itemsAreFastaisPictures(method: Resize.Method) throws {
        let picture = try Picture.decode(path: fixture("photo.png"))
        let resize = Resize(PictureSize(width: 24, height: 20), method: method)
        let framing =
            method == .squish
            ? Framing(part: PictureRectangle(picture.size), size: resize.size)
            : resize.framing(of: picture.size, at: (0.3, 0.8))
        let ours = try picture.framed(framing, method: .bilinear)
        #expect(try #require(difference(ours, Picture.decode(path: fixture("resize_\(method).png")))) <= 1)
    }

    /// The loader's short cut through the file gives what the steps give.
    @Test(arguments: [
        ItemTransform.resize(Resize(20)), .resize(Resize(20, method: .squish)), .resize(Resize(20, method: .pad)),
        .randomResizedCrop(RandomResizedCrop(PictureSize(20))),
    ])
    func filesAndPicturesAreFramedAlike(transform: ItemTransform) throws {
        let preparer = PicturePreparer(PictureTransforms(items: [transform]))
        let picture = try Picture.decode(path: fixture("photo.png"))
        for training in [false, true] {
            for seed in 0..<4 {
                let generator = ItemGenerator(seed: seed)
                let fromFile = try preparer.item(.file(fixture("photo.png")), training: training, generator: generator)
                let fromPicture = try preparer.item(.picture(picture), training: training, generator: generator)
                #expect(fromFile == fromPicture)
            }
        }
    }

    @Test func validationCutsTheEdgesOff() throws {
        let preparer = PicturePreparer(
            PictureTransforms(items: [.randomResizedCrop(RandomResizedCrop(PictureSize(24)))]))
        let ours = try preparer.item(
            .file(fixture("photo.png")), training: false, generator: ItemGenerator(seed: 0))
        let fastais = try Picture.decode(path: fixture("random_resized_crop_valid.png"))
        #expect(try #require(difference(ours, fastais)) <= 1)
    }

    @Test func trainingLooksAtDifferentParts() throws {
        let preparer = PicturePreparer(PictureTransforms(items: [.resize(Resize(20))]))
        let source = PictureSource.file(fixture("photo.png"))
        let parts = try (0..<8).map {
            try preparer.item(source, training: true, generator: ItemGenerator(seed: 1, item: $0)).pixels
        }
        #expect(Set(parts).count > 3)
        let middle = try (0..<2).map {
            try preparer.item(source, training: false, generator: ItemGenerator(seed: 1, item: $0)).pixels
        }
        #expect(middle[0] == middle[1])
    }
}

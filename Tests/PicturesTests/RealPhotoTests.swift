import Foundation
import Pictures
import Testing

/// Photos that lie beside a checkout and are not part of the project.
private let photos: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/data/cats-dogs").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".jpg") }.sorted().map { folder.path + "/" + $0 }
}()

@Suite struct RealPhotoTests {
    @Test(.enabled(if: !photos.isEmpty, "../shared/data/cats-dogs is not there")) func allDecodeAndLoad() throws {
        var pixels = [UInt8](repeating: 0, count: 64 * 64 * 3)
        for path in photos.prefix(60) {
            let info = try Picture.info(path: path)
            let picture = try Picture.decode(path: path, atLeast: PictureSize(64))
            #expect(picture.origin?.fullSize == info.size)
            #expect(picture.width >= min(64, info.size.width) && picture.height >= min(64, info.size.height))
            let size = try pixels.withUnsafeMutableBufferPointer { buffer in
                try Picture.load(path: path, into: buffer, size: PictureSize(64))
            }
            #expect(size == info.size)
            // A photo has many colours; an empty buffer would have one.
            #expect(Set(pixels).count > 30, "\(path)")
        }
    }
}

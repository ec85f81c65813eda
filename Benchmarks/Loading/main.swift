// What reading and preparing pictures costs: milliseconds of processor time a picture, medians.
//
//     swift run -c release LoadingBenchmark FOLDER-OF-PHOTOS
//     python Benchmarks/peer/loading.py FOLDER-OF-PHOTOS      the same work by Pillow and fastai
import DataBlocks
import Foundation
import Pictures
import Tensors

guard CommandLine.arguments.count == 2 else {
    print("usage: LoadingBenchmark FOLDER-OF-PHOTOS")
    exit(2)
}

let files = Array(try imageFiles(in: CommandLine.arguments[1]).prefix(256))

/// Processor time of all threads so far, in milliseconds: unlike the clock, no other program changes it.
func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1e3 }

/// The median of some runs.
func report(_ name: String, count: Int, runs: Int = 5, _ body: () throws -> Void) rethrows {
    try body()
    let times = try (0..<runs).map { _ in
        let started = processorTime()
        try body()
        return processorTime() - started
    }.sorted()
    print("RESULT \(name)=\(String(format: "%.3f", times[runs / 2] / Double(count)))")
}

/// A pass over all files as a loader of these settings makes it.
func pass(_ transforms: PictureTransforms, workers: Int, isAugmented: Bool) throws {
    let settings = LoaderSettings(transforms: transforms, workers: workers)
    let loader = PictureLoader(
        PictureSet(files.map(PictureSource.file)), settings: settings, batchSize: 32, isAugmented: isAugmented)
    let epoch = try loader.epoch(seed: 1)
    while try epoch.next() != nil {}
}

try Engine.open()
let plain = PictureTransforms(items: [.resize(Resize(224))], normalisation: .imagenet)
var augmented = plain
augmented.augmentation = .standard()
let presized = PictureTransforms(
    items: [.resize(Resize(460))], augmentation: .standard(size: PictureSize(224), minScale: 0.75),
    normalisation: .imagenet)

var pixels = [UInt8](repeating: 0, count: 224 * 224 * 3)
try report("decode_224", count: files.count) {
    for file in files {
        try pixels.withUnsafeMutableBufferPointer { _ = try Picture.load(path: file, into: $0, size: PictureSize(224)) }
    }
}
try report("resize_224", count: files.count) { try pass(plain, workers: 0, isAugmented: false) }
try report("augmented_224", count: files.count) { try pass(augmented, workers: 0, isAugmented: true) }
try report("presized_460_224", count: files.count) { try pass(presized, workers: 0, isAugmented: true) }
let workers = ProcessInfo.processInfo.activeProcessorCount
try report("augmented_224_threads", count: files.count) { try pass(augmented, workers: workers, isAugmented: true) }

// A photo of 12 megapixels, made of the first one.
let large = FileManager.default.temporaryDirectory.appendingPathComponent("nuthatch-12-megapixels.jpg").path
try Picture.decode(path: files[0]).resized(to: PictureSize(width: 4000, height: 3000), method: .bicubic)
    .write(to: large, as: .jpeg(quality: 90))
try report("large_224", count: 1, runs: 15) {
    try pixels.withUnsafeMutableBufferPointer { _ = try Picture.load(path: large, into: $0, size: PictureSize(224)) }
}

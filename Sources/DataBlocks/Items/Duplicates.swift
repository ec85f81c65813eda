import Foundation
import Pictures
import Synchronization
import Tensors

/// What a picture looks like in 64 bits: whether each of 8x8 places is darker than its right neighbour (the difference
/// hash). Copies that were scaled, compressed again or made a little brighter differ in few bits.
public struct PictureFingerprint: Sendable, Hashable {
    public let bits: UInt64
    /// The mean colour: plain surfaces differ in nothing else.
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public init(_ picture: Picture) throws(PictureError) {
        let small = try picture.grey().resized(to: PictureSize(width: 9, height: 8), method: .box)
        var bits: UInt64 = 0
        for y in 0..<8 {
            for x in 0..<8 {
                bits = bits << 1 | (small.pixels[y * 9 + x] < small.pixels[y * 9 + x + 1] ? 1 : 0)
            }
        }
        self.bits = bits
        let point = try picture.rgb().resized(to: PictureSize(1), method: .box).pixels
        (red, green, blue) = (point[0], point[1], point[2])
    }

    /// In how many of the 64 places two pictures differ; all of them where their mean colours are far apart.
    public func distance(to other: PictureFingerprint) -> Int {
        let colours = [(red, other.red), (green, other.green), (blue, other.blue)]
        guard colours.allSatisfy({ abs(Int($0) - Int($1)) <= 24 }) else { return 64 }
        return (bits ^ other.bits).nonzeroBitCount
    }

    /// Whether it says anything: a plain surface has no darker side.
    var isTelling: Bool { (8...56).contains(bits.nonzeroBitCount) }
}

/// Pictures that look the same.
public struct DuplicateGroup: Sendable, Equatable {
    /// Paths, in the order in which they were given.
    public let files: [String]
    /// The names of their folders, each once, sorted.
    public let folders: [String]

    init(_ files: [String]) {
        self.files = files
        folders = Set(files.map { PathParts($0).parent }).sorted()
    }

    /// Whether the pictures lie in folders of different classes: one of them has the wrong label, or the picture shows
    /// both.
    public var isAcrossClasses: Bool { folders.count > 1 }
}

/// Groups of files that show the same picture; files that are no pictures are passed over.
///
/// - Parameter distance: In how many of 64 places fingerprints may differ.
/// - Throws: `TensorError.interrupted` soon after a stop was asked for.
public func duplicateImages(
    _ files: [String], distance: Int = 4, workers: Int = ProcessInfo.processInfo.activeProcessorCount
) throws(TensorError) -> [DuplicateGroup] {
    let prints = try fingerprints(files, workers)
    // Each picture joins the group of the first one that looks like it.
    var parents = Array(files.indices)
    func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place { place = parents[place] }
        return place
    }
    for second in files.indices {
        guard let print = prints[second] else { continue }
        if second % 256 == 0 { try Interruption.check() }
        for first in 0..<second {
            guard let other = prints[first], other.distance(to: print) <= (print.isTelling ? distance : 0) else {
                continue
            }
            let (a, b) = (root(first), root(second))
            parents[max(a, b)] = min(a, b)
        }
    }
    let groups = Dictionary(grouping: files.indices.filter { prints[$0] != nil }, by: root)
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        .map { DuplicateGroup($0.map { files[$0] }) }
}

private func fingerprints(_ files: [String], _ workers: Int) throws(TensorError) -> [PictureFingerprint?] {
    let state = Mutex((next: 0, prints: [PictureFingerprint?](repeating: nil, count: files.count)))
    let group = DispatchGroup()
    for _ in 0..<max(1, min(workers, files.count)) {
        group.enter()
        let thread = Thread {
            defer { group.leave() }
            while !Interruption.isRequested {
                let place = state.withLock { state in
                    defer { state.next += 1 }
                    return state.next
                }
                guard place < files.count else { return }
                let picture = try? Picture.decode(path: files[place], atLeast: PictureSize(64))
                guard let print = picture.flatMap({ try? PictureFingerprint($0) }) else { continue }
                state.withLock { $0.prints[place] = print }
            }
        }
        thread.stackSize = 2 << 20
        thread.start()
    }
    group.wait()
    try Interruption.check()
    return state.withLock { $0.prints }
}

import Foundation
import Pictures
import Synchronization
import Tensors

/// The files that cannot be opened as pictures, and why, in the given order: fastai's `verify_images`.
/// Each is decoded, on all cores, as small as its format allows.
///
/// - Throws: `TensorError.interrupted` soon after a stop was asked for.
public func unreadableImages(
    _ files: [String], workers: Int = ProcessInfo.processInfo.activeProcessorCount
) throws(TensorError) -> [PictureError] {
    let state = Mutex((next: 0, errors: [(place: Int, error: PictureError)]()))
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
                do throws(PictureError) {
                    _ = try Picture.decode(
                        path: files[place], atLeast: PictureSize(1), limit: PicturePreparer.limit)
                } catch {
                    state.withLock { $0.errors.append((place, error)) }
                }
            }
        }
        thread.stackSize = 2 << 20
        thread.start()
    }
    group.wait()
    try Interruption.check()
    return state.withLock { $0.errors }.sorted { $0.place < $1.place }.map(\.error)
}

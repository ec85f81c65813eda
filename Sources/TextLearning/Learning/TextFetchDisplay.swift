import DataSources
import Display
import Foundation
import Tensors

/// Shows a download as notes and a bar. A store calls it one call at a time, which makes it safe to hand over.
final class TextFetchDisplay: @unchecked Sendable {
    private let display: (DisplayEvent) -> Void
    private var hasBar = false

    init(_ display: @escaping (DisplayEvent) -> Void) { self.display = display }

    var observer: DataStore.Observer {
        var observer = DataStore.Observer()
        observer.note = { self.display(.message($0)) }
        observer.progress = { self.show($0, $1) }
        observer.isCancelled = { Interruption.isRequested }
        return observer
    }

    private func show(_ file: String, _ progress: DownloadProgress) {
        hasBar = true
        let rate = progress.elapsed > 0 ? Double(progress.received) / progress.elapsed / 1e6 : 0
        let total = progress.total ?? progress.done
        let note = String(format: "%.1f MB/s", rate)
        display(
            .progress(Progress(label: file, done: progress.done, total: total, elapsed: progress.elapsed, note: note)))
    }

    func end() { if hasBar { display(.progressEnd) } }
}

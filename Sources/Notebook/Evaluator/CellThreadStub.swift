import Foundation

enum CellThread {
    static func start(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread(block: work)
        thread.stackSize = 512 << 20
        thread.start()
    }
}

import Tensors

/// Looks at a module's output each time it runs, and may put another in its place: PyTorch's forward hook.
public final class ForwardWatcher {
    public typealias Body = (_ module: Module, _ inputs: [Tensor], _ output: Tensor) throws -> Tensor?

    fileprivate weak var module: Module?
    let body: Body

    init(_ module: Module, _ body: @escaping Body) {
        self.module = module
        self.body = body
    }

    /// Looks no more.
    public func remove() { module?.forget(self) }
}

extension Module {
    /// Whether someone looks at the output, so that it must not be computed together with what follows.
    public var isWatched: Bool { !watchers.isEmpty }

    /// Calls `body` with the module, its inputs and its output each time it runs, until the watcher is removed.
    ///
    /// - Parameter body: gives nil, or what is to be taken for the output.
    public func watch(_ body: @escaping ForwardWatcher.Body) -> ForwardWatcher {
        let watcher = ForwardWatcher(self, body)
        watchers.append(watcher)
        return watcher
    }

    /// What the watchers make of an output.
    public func heard(_ inputs: [Tensor], _ output: Tensor) throws -> Tensor {
        try watchers.reduce(output) { try $1.body(self, inputs, $0) ?? $0 }
    }

    fileprivate func forget(_ watcher: ForwardWatcher) { watchers.removeAll { $0 === watcher } }
}

/// A request to stop the running computation. Layers look at it in their forward pass, the backward
/// pass at each activation that was watched, loaders between pictures.
public enum Interruption {
    /// Asks for a stop; safe on any thread.
    ///
    /// - Parameter check: which check from now stops, the next one by default.
    public static func request(atCheck check: Int = 1) {
        if Engine.isOpen { Table.current.c.set_interrupted(Int32(clamping: max(1, check))) }
    }

    /// Takes the request back, so that computing can go on.
    public static func clear() {
        if Engine.isOpen { Table.current.c.set_interrupted(0) }
    }

    public static var isRequested: Bool {
        Engine.isOpen && Table.current.c.interrupted() != 0
    }

    /// - Throws: ``TensorError/interrupted`` when a stop was asked for.
    public static func check() throws(TensorError) {
        if isRequested { throw .interrupted }
    }
}

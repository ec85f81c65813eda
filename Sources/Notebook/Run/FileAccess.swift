import CellRuntime

/// What cells of this process may do outside of the notebook.
public enum FileAccess {
    /// Holds back shell commands, and writing outside of the folders, until `ask` agrees; it is asked once.
    public static func restrain(folders: [String], ask: @escaping @Sendable (String) -> Bool) {
        Restraint.set(Restraint(folders: folders, ask: ask))
    }
}

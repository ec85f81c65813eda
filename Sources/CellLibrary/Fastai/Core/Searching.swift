import CellRuntime
import DataSources
import Foundation

/// `duckduckgo_search.DDGS`, and fastbook's functions that search pictures.
final class SearchObject: Object, NativeObject {
    init() { super.init(type: Self.declaration) }

    static func addresses(_ words: String, _ count: Int, _ cell: Interpreter) throws -> [String] {
        guard !words.allSatisfy(\.isWhitespace) else { throw Raise.valueError("there are no words to search for") }
        let isInterrupted = CellReporter(cell).isInterrupted
        var search = ImageSearch()
        search.wait = { seconds in
            for _ in 0..<Int(seconds * 20) where !isInterrupted() { usleep(50_000) }
        }
        do {
            return try search.addresses(of: words, count: max(1, count))
        } catch {
            try cell.poll()
            throw error
        }
    }

    static let declaration: TypeObject = NativeType<SearchObject>(
        "DDGS", module: "duckduckgo_search", doc: "Searches the web for pictures."
    ) {
        Constructor(Parameter("options", Keywords.self)) { _, _ in SearchObject() }
        Method<SearchObject>(
            "images", doc: "Pictures found by words: a list of dictionaries with 'image', the address.",
            Parameter("keywords", String.self), Parameter("max_results", Int?.self, .keywordOnly, default: nil)
        ) { _, cell, words, count in
            try addresses(words, count ?? 100, cell).map {
                Dict(named: [("title", .string(words)), ("image", .string($0))])
            }
        }
        Method<SearchObject>("__enter__") { object, _ in object }
        Method<SearchObject>("__exit__", Parameter("arguments", Variadic.self)) { _, _, _ in }
        Method<SearchObject>("__repr__") { _, _ in "<picture search>" }
    }.type

    static var functions: [Member] {
        [
            Function(
                "search_images_ddg", doc: "Addresses of pictures found by words.", Parameter("term", String.self),
                Parameter("max_images", Int.self, default: 200)
            ) { cell, words, count in try cell.L(addresses(words, count, cell).map { .string($0) }) },
            Function(
                "search_images", doc: "Addresses of pictures found by words; three tries, then what to do instead.",
                Parameter("term", String.self), Parameter("max_images", Int.self, default: 200)
            ) { cell, words, count in try cell.L(addresses(words, count, cell).map { .string($0) }) },
            Function(
                "search_images_bing", doc: "Bing closed its search; asks other services, and needs no key.",
                Parameter("key", Value.self), Parameter("term", String.self),
                Parameter("total_count", Int.self, default: 150),
                Parameter("max_images", Int?.self, default: nil)
            ) { cell, _, words, total, count in
                try cell.L(
                    addresses(words, count ?? total, cell).map {
                        Value.object(Dict(named: [("contentUrl", .string($0))]))
                    })
            },
        ]
    }
}

import Foundation

/// DuckDuckGo's picture search, which fastai's lessons use: a page gives a token, and the token pages
/// of results.
public struct DuckDuckGo: ImageProvider {
    public let name = "DuckDuckGo"
    private static let site = "https://duckduckgo.com/"

    public init() {}

    private struct Page: Decodable {
        struct Result: Decodable { let image: String }
        let results: [Result]
        let next: String?
    }

    public func search(_ term: String, count: Int, web: Web) throws(DataError) -> [String] {
        let page = try web.get(Query.address(Self.site, [("q", term), ("iax", "images"), ("ia", "images")]))
        guard let token = Self.token(in: page.text) else {
            throw DataError(name, .answer("its page has no search token"))
        }
        var address: String? = Query.address(
            Self.site + "i.js",
            [("l", "wt-wt"), ("o", "json"), ("q", term), ("vqd", token), ("f", ",,,,,"), ("p", "1")])
        var found = [String]()
        var seen = Set<String>()
        while let next = address, found.count < count {
            let answer = try Query.decode(Page.self, web.get(next, headers: ["Referer: " + Self.site]), from: name)
            let fresh = answer.results.map(\.image).filter { WebAddress($0) != nil && seen.insert($0).inserted }
            found += fresh
            // The next page comes without the token.
            address = fresh.isEmpty ? nil : answer.next.map { Self.site + $0 + "&vqd=" + token }
        }
        return Array(found.prefix(count))
    }

    /// The digits and dashes after `vqd=`, with quotes or without.
    static func token(in page: String) -> String? {
        var rest = page[...]
        while let mark = rest.range(of: "vqd=") {
            rest = rest[mark.upperBound...]
            let token = rest.drop { $0 == "\"" || $0 == "'" }.prefix { $0.isNumber || $0 == "-" }
            if !token.isEmpty { return String(token) }
        }
        return nil
    }
}

/// Wikimedia Commons: freely licensed pictures, in a moderate size.
public struct WikimediaCommons: ImageProvider {
    public let name = "Wikimedia Commons"
    public init() {}

    private struct Answer: Decodable {
        struct Query: Decodable { let pages: [String: Page] }
        struct Page: Decodable {
            let index: Int?
            let imageinfo: [Info]?
        }
        struct Info: Decodable {
            let thumburl: String?
            let mime: String?
        }
        let query: Query?
    }

    public func search(_ term: String, count: Int, web: Web) throws(DataError) -> [String] {
        var found = [String]()
        var offset = 0
        while found.count < count {
            let size = min(count, 50)
            let address = Query.address(
                "https://commons.wikimedia.org/w/api.php",
                [
                    ("action", "query"), ("format", "json"), ("generator", "search"), ("gsrnamespace", "6"),
                    ("gsrsearch", term + " filetype:bitmap"), ("gsrlimit", String(size)),
                    ("gsroffset", String(offset)), ("prop", "imageinfo"), ("iiprop", "url|mime"),
                    ("iiurlwidth", "640"),
                ])
            let answer = try Query.decode(Answer.self, web.get(address), from: name)
            let pages = (answer.query?.pages.values.map { $0 } ?? []).sorted { ($0.index ?? 0) < ($1.index ?? 0) }
            found += pages.compactMap { $0.imageinfo?.first?.thumburl }
            offset += size
            if pages.count < size { break }
        }
        return Array(found.prefix(count))
    }
}

/// Openverse: Creative Commons pictures from many collections.
public struct Openverse: ImageProvider {
    public let name = "Openverse"
    public init() {}

    private struct Answer: Decodable {
        struct Result: Decodable { let url: String }
        let results: [Result]
    }

    public func search(_ term: String, count: Int, web: Web) throws(DataError) -> [String] {
        var found = [String]()
        // Without an account there are twelve pages of twenty.
        for page in 1...12 where found.count < count {
            let size = min(count, 20)
            let address = Query.address(
                "https://api.openverse.org/v1/images/",
                [("q", term), ("page_size", String(size)), ("page", String(page))])
            let results = try Query.decode(Answer.self, web.get(address), from: name).results
            found += results.map(\.url)
            if results.count < size { break }
        }
        return Array(found.prefix(count))
    }
}

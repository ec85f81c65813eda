import Foundation

/// A service that finds pictures by words.
public protocol ImageProvider: Sendable {
    var name: String { get }
    /// Addresses of pictures, best first, at most `count`.
    func search(_ term: String, count: Int, web: Web) throws(DataError) -> [String]
}

/// Asks providers in turn until one has pictures.
public struct ImageSearch: Sendable {
    public var web: Web
    public var providers: [any ImageProvider]
    /// How often each provider is asked.
    public var attempts = 3
    /// Called with seconds to wait before another attempt.
    public var wait: @Sendable (Double) -> Void = { Thread.sleep(forTimeInterval: $0) }

    /// - Parameter providers: Nil takes those that the setting `NUTHATCH_SEARCH` names.
    public init(
        web: Web = Web(), providers: [any ImageProvider]? = nil
    ) {
        var web = web
        web.limits.total = 20
        self.web = web
        self.providers = providers ?? Self.chosen(Environment.value("NUTHATCH_SEARCH"))
    }

    /// All providers, in the order in which they are asked.
    public static let all: [any ImageProvider] = [DuckDuckGo(), WikimediaCommons(), Openverse()]

    /// The providers that a setting names, such as "openverse,commons", in its order; all where it names none.
    public static func chosen(_ setting: String?) -> [any ImageProvider] {
        let words = (setting ?? "").lowercased().split { !$0.isLetter }
        let found = words.compactMap { word in all.first { $0.name.lowercased().contains(word) } }
        return found.isEmpty ? all : found
    }

    /// Addresses of up to `count` pictures of `term`.
    ///
    /// - Throws: ``DataError`` that names every provider and its failure, and what to do instead.
    public func addresses(of term: String, count: Int = 200) throws(DataError) -> [String] {
        var tried = [String]()
        for provider in providers {
            attempts: for attempt in 1...max(1, attempts) {
                do throws(DataError) {
                    let found = try provider.search(term, count: count, web: web)
                    if !found.isEmpty { return found }
                    tried.append("\(provider.name): it knows no pictures of it")
                    break attempts
                } catch {
                    // A machine without a network need not wait for each provider thrice.
                    if attempt == attempts || !error.isPassing {
                        tried.append("\(provider.name): \(error)")
                        break attempts
                    }
                    wait(Double(attempt * attempt))
                }
            }
        }
        let advice =
            "Check the connection and try again, or use a folder of your own pictures, or the offline sample of "
            + "lesson 2: it trains the same classifier."
        throw DataError("the search for '\(term)'", .noSource(tried: tried, advice: advice))
    }
}

extension DataError {
    /// Whether asking again may help.
    fileprivate var isPassing: Bool {
        switch fault {
        case .unreachable, .badAddress, .library: false
        default: true
        }
    }
}

/// Query strings.
enum Query {
    private static let plain = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")

    static func address(_ base: String, _ items: [(String, String)]) -> String {
        let pairs = items.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")
        }
        return base + "?" + pairs.joined(separator: "&")
    }

    /// A JSON answer as a value.
    static func decode<Value: Decodable>(
        _ type: Value.Type, _ response: WebResponse, from name: String
    ) throws(DataError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(response.body))
        } catch {
            throw DataError(name, .answer("its JSON is not as expected (\(response.body.count) bytes)"))
        }
    }
}

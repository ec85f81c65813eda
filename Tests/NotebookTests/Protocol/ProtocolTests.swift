import Display
import Testing

@testable import Notebook

@Suite struct ProtocolTests {
    private static let picture = PictureSheet(
        items: [.init(width: 2, height: 1, pixels: [0, 1, 2, 255, 254, 128, 7, 9], caption: "Vogel")], columns: 3)

    private static var plot: Plot {
        var axes = Plot.Axes()
        axes.series = [
            .init(mark: .line, label: "a", x: [0, 1e300, -0.0], y: [.infinity, .pi, .leastNonzeroMagnitude])
        ]
        axes.matrix = [[1, 2], [3]]
        return Plot(axes: [axes])
    }

    static let replies: [EvaluatorReply] = [
        .hello(version: 1, process: 4711), .display(.output("a\u{0}b\n")), .display(.message("é😀")),
        .display(.result("")),
        .display(.table(Table(columns: ["a"], rows: [["1"], []]))), .display(.tableHead(columns: [])),
        .display(.progress(.init(label: "x", done: 1, total: .max, elapsed: 0.5))), .display(.progressEnd),
        .display(.pictures(picture)), .display(.plot(plot)), .inputWanted(prompt: "name? "),
        .ended(id: 3, .finished), .ended(id: 4, .failed(.init(type: "E", message: "m", text: "t"))),
        .ended(id: -1, .interrupted),
        .ended(id: .min, .exited(3)), .ended(id: 0, .lost("gone")),
        .completions(id: 1, .init(range: 2..<5, candidates: [.init(text: "a", kind: "b", doc: "c")])),
        .names(id: 2, ["x", "ü"]),
    ]

    static let requests: [EvaluatorRequest] = [
        .hello(version: 9), .run(.init(id: 1, number: nil, name: "c", text: "x")),
        .run(.init(id: 2, number: 5, name: "c", text: "")),
        .interrupt, .answer(nil), .answer("yes"), .complete(id: 7, text: "le", cursor: 2), .names(id: 8),
    ]

    @Test func messagesArriveAsTheyWereSent() throws {
        var reader = FrameReader()
        var bytes: [UInt8] = []
        for reply in Self.replies { bytes += try FrameReader.frame(reply) }
        for request in Self.requests { bytes += try FrameReader.frame(request) }
        // Byte by byte: no frame depends on how the stream is cut.
        var bodies: [[UInt8]] = []
        for byte in bytes {
            reader.feed([byte])
            while let body = try reader.next() { bodies.append(body) }
        }
        #expect(!reader.isInside)
        let count = Self.replies.count
        #expect(try bodies[..<count].map { try FrameReader.message(EvaluatorReply.self, $0) } == Self.replies)
        #expect(try bodies[count...].map { try FrameReader.message(EvaluatorRequest.self, $0) } == Self.requests)
    }

    @Test func picturesTravelAsBytes() throws {
        let pixels = [UInt8](repeating: 200, count: 224 * 224 * 4)
        let sheet = PictureSheet(items: [.init(width: 224, height: 224, pixels: pixels)])
        #expect(try FrameReader.frame(EvaluatorReply.display(.pictures(sheet))).count < pixels.count + 200)
        let numbers = [Double](repeating: 0.1, count: 1000)
        var axes = Plot.Axes()
        axes.series = [.init(mark: .line, x: numbers, y: numbers)]
        #expect(try FrameReader.frame(EvaluatorReply.display(.plot(Plot(axes: [axes])))).count < 16_000 + 300)
    }

    @Test func anUnknownMemberIsPassedOver() throws {
        let body = CBOR.map([
            ("complete", .map([("id", .int(1)), ("new", .bool(true)), ("text", .text("a")), ("cursor", .int(1))]))
        ])
        #expect(
            try FrameReader.message(EvaluatorRequest.self, body.serialized()) == .complete(id: 1, text: "a", cursor: 1))
    }

    @Test func garbageIsAnErrorAndNeverACrash() throws {
        var random = SeededGenerator(seed: 3)
        let whole =
            try (Self.replies.map { try FrameReader.frame($0) } + Self.requests.map { try FrameReader.frame($0) })
        var read = 0
        for round in 0..<30_000 {
            var bytes: [UInt8]
            if round % 3 == 0 {
                bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in .random(in: 0...255, using: &random) }
            } else {
                bytes = Array((whole.randomElement(using: &random) ?? []).dropFirst(4))
                for _ in 0...(round % 3) where !bytes.isEmpty {
                    bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
                }
                if round % 5 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) }
            }
            if (try? FrameReader.message(EvaluatorReply.self, bytes)) != nil { read += 1 }
            if (try? FrameReader.message(EvaluatorRequest.self, bytes)) != nil { read += 1 }
        }
        // Some changes hit text or numbers and leave a message; the rest were errors.
        #expect(read > 100)
    }

    @Test(
        arguments: [
            // An array that claims 2^60 items, text and bytes that claim more than there is, deep nesting.
            [0x9B, 0x10, 0, 0, 0, 0, 0, 0, 0, 1], [0x7A, 0xFF, 0xFF, 0xFF, 0xFF, 0x41],
            [0x5B, 0x7F, 255, 255, 255, 255, 255, 255, 255],
            [0xBB, 0x0F, 255, 255, 255, 255, 255, 255, 255], [UInt8](repeating: 0x81, count: 100_000),
            [0xD8, 86, 0x43, 1, 2, 3],
            [0x62, 0xFF, 0xFE], [0x9F, 0xFF], [0x3B, 255, 255, 255, 255, 255, 255, 255, 255], [],
        ] as [[UInt8]])
    func lyingLengthsAreRefused(bytes: [UInt8]) {
        #expect(throws: ProtocolError.self) { try CBORReader.read(bytes) }
    }

    @Test func aHugeFrameIsRefusedBeforeItIsRead() {
        var reader = FrameReader()
        reader.feed([0xFF, 0xFF, 0xFF, 0xFF, 1])
        #expect(throws: ProtocolError.self) { try reader.next() }
    }

    @Test func numbersAreKept() throws {
        for value in [Int64.min, -257, -256, -25, -24, -1, 0, 23, 24, 255, 256, 65_535, 65_536, 1 << 32, .max] {
            #expect(try CBORReader.read(CBOR.int(value).serialized()) == .int(value))
        }
        #expect(try CBORReader.read(CBOR.unsigned(.max).serialized()) == .unsigned(.max))
        for value in [0.0, -0.0, 1.5, .infinity, .nan] {
            #expect(try CBORReader.read(CBOR.double(value).serialized()) == .double(value))
        }
    }
}

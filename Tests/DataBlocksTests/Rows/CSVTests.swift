import DataBlocks
import Foundation
import Tensors
import Testing

@Suite struct CSVTests {
    private func table(_ text: String, delimiter: Character = ",", hasHeader: Bool = true) throws -> DataTable {
        try CSV.parse(text, delimiter: delimiter, hasHeader: hasHeader)
    }

    @Test func typesAreInferredAsPandasDoes() throws {
        let read = try table("i,f,b,s,m,e\n1,1.5,True,a,2,\n-2,3,False,NA,,\n")
        #expect(read.names == ["i", "f", "b", "s", "m", "e"] && read.rowCount == 2)
        #expect(try read["i"] == .ints([1, -2]))
        #expect(try read["f"] == .numbers([1.5, 3]))
        #expect(try read["b"] == .bools([true, false]))
        #expect(try read["s"] == .texts(["a", nil]))
        guard case .numbers(let missing) = try read["m"], case .numbers(let empty) = try read[-1] else {
            Issue.record("columns with missing numbers are numbers")
            return
        }
        #expect(missing[0] == 2 && missing[1].isNaN && empty.allSatisfy(\.isNaN))
    }

    @Test(arguments: [
        ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", ["x, y"], ["say \"hi\""]),
        ("a,b\r\nx,y\r\nz,\"two\r\nlines\"", ["x", "z"], ["y", "two\r\nlines"]),
        ("a,b\rx,y\r", ["x"], ["y"]),
        ("a,b\n\nx,y\n\n", ["x"], ["y"]),
        ("a,b\nx,q \"r\"\n", ["x"], ["q \"r\""]),
        ("a,b\n\"x\"1,y", ["x1"], ["y"]),
        ("a,b\nä,日本", ["ä"], ["日本"]),
    ])
    func quotesAndLines(text: String, first: [String], second: [String]) throws {
        let read = try table(text)
        #expect(try read[0] == .texts(first))
        #expect(try read["b"] == .texts(second))
    }

    @Test func delimitersHeadersAndShortRows() throws {
        let tabs = try table("x\t1\ny\t2", delimiter: "\t", hasHeader: false)
        #expect(tabs.names == ["0", "1"])
        #expect(try tabs["1"] == .ints([1, 2]))
        let short = try table("a,b,a,\nx,y,z,w\nu")
        #expect(short.names == ["a", "b", "a.1", "Unnamed: 3"])
        #expect(try short["b"] == .texts(["y", nil]))
        #expect(try table("a,b\nx,\n")["a"] == .texts(["x"]))
        #expect(try short.rows([1, 0])[0] == .texts(["u", "x"]))
    }

    @Test func numbersAreReadToTheLastBit() throws {
        let words = [
            "0.1", "-0.5", "123456789012345", "0.123456789012345", "1e-7", "3.", ".5", "-12.75", "1234567.891", "2.675",
            "9007199254740993", "1E5", "-0.0", "179769313486231570000000000000000000000",
        ]
        guard case .numbers(let found) = try table("x\n" + words.joined(separator: "\n"))["x"] else {
            Issue.record("these are numbers")
            return
        }
        #expect(found.map(\.bitPattern) == words.map { (Double($0) ?? .nan).bitPattern })
        let ends = "9223372036854775807,-9223372036854775808,+7"
        #expect(try table("a,b,c\n\(ends)").columns == [.ints([.max]), .ints([.min]), .ints([7])])
        // One more than there are whole numbers for.
        #expect(try table("a\n9223372036854775808")["a"] == .numbers([9223372036854775808]))
        #expect(try table("a\n1e\n")["a"] == .texts(["1e"]))
        #expect(try table("a\n0x10\n")["a"] == .texts(["0x10"]))
        #expect(try table("a\n-\n")["a"] == .texts(["-"]))
    }

    @Test func blanksBehindDelimitersAreLeftOutWhereAsked() throws {
        let text = "a, b\n1,  x y\n2, \"q, r\"\n"
        let read = try CSV.parse(text, skipsBlanks: true)
        #expect(read.names == ["a", "b"])
        #expect(try read["b"] == .texts(["x y", "q, r"]))
        #expect(try table(text.replacing(", \"q, r\"", with: ", z"))[" b"] == .texts(["  x y", " z"]))
    }

    @Test func aStopIsSeenInTheMiddle() throws {
        let text = "a,b\n" + String(repeating: "1,2\n", count: 20_000)
        // Requests reach the engine only once it is open.
        _ = try Tensor.zeros([1])
        Interruption.request()
        defer { Interruption.clear() }
        #expect(throws: TensorError.self) { try table(text) }
    }

    @Test func mistakesNameTheirLine() throws {
        #expect(message { try table("a,b\n1,2\n1,2,3\n") }.contains("row 3 has 3 fields, and the first has 2"))
        #expect(message { try table("a,b\n1,\"2\n3") }.contains("the quote that opens in line 2 is never closed"))
        #expect(message { try table("") }.contains("it is empty"))
        #expect(message { try table("a")["b"] } == "there is no column 'b'; the columns are 'a'")
    }

    @Test func encodings() throws {
        try inTemporaryFolder { folder in
            let text = "name\nJosé\n"
            let kinds: [(String, [UInt8])] = [
                ("plain", Array(text.utf8)), ("marked", [0xEF, 0xBB, 0xBF] + text.utf8),
                ("wide", Array(try #require(text.data(using: .utf16)))),
                ("latin", Array(try #require(text.data(using: .isoLatin1)))),
            ]
            for (name, bytes) in kinds {
                try write(bytes, to: "\(folder)/\(name).csv")
                #expect(try CSV.read("\(folder)/\(name).csv")["name"] == .texts(["José"]), "\(name)")
            }
        }
    }
}

@Suite struct VerifyImagesTests {
    @Test func unreadableFilesAreFoundInOrder() throws {
        try inTemporaryFolder { folder in
            let files = try (0..<12).map { number in
                let path = "\(folder)/\(number).png"
                if number % 4 == 1 { try write(Array("text\n".utf8), to: path) } else { try writePicture(path) }
                return path
            }
            let errors = try unreadableImages(files + [folder + "/none.png"], workers: 3)
            #expect(errors.map(\.file) == [files[1], files[5], files[9], folder + "/none.png"])
            #expect(errors.map(\.fault) == [.text, .text, .text, .missing])
            #expect(try unreadableImages([]) == [])
        }
    }
}

import Foundation
import Tensors
import Testing

/// Files made by PyTorch, safetensors and fastai; see `Fixtures/make_weights.py`.
@Suite struct WeightFileTests {
    private func file(_ name: String) -> String { Fixture.path("weights/\(name)") }

    @Test(arguments: ["zip.pth", "legacy.pth", "checkpoint.pth", "big_endian.pth", "protocol4.pth"])
    func readsAStateDictionary(_ name: String) throws {
        let state = try StateDict(contentsOf: file(name))
        #expect(
            state.names == [
                "body.weight", "body.bias", "norm.num_batches_tracked", "conv.weight", "tied.weight", "tied.row",
            ])
        let weight = try #require(state["body.weight"])
        #expect(weight.shape == [3, 4])
        #expect(try weight.array(of: Float.self) == (0..<12).map { Float($0) / 8 })
        #expect(try state["body.bias"]?.array(of: Float.self) == [-1, 0.5, 2])
        #expect(try state["norm.num_batches_tracked"]?.intItem() == 7)
        #expect(try state["conv.weight"]?.array(of: Float.self) == (0..<24).map(Float.init))
        #expect(try state["tied.row"]?.array(of: Float.self) == [0.5, 0.625, 0.75, 0.875])
    }

    @Test func layoutAndSharingAreKept() throws {
        let state = try StateDict(contentsOf: file("zip.pth"))
        #expect(state["conv.weight"]?.strides == [12, 1, 6, 3])
        try #require(state["body.weight"]).fill_(9)
        #expect(try state["tied.row"]?.array(of: Float.self) == [9, 9, 9, 9])
    }

    @Test func readsSafeTensors() throws {
        let state = try StateDict(contentsOf: file("model.safetensors"))
        #expect(state.count == 6)
        #expect(try state["conv.weight"]?.array(of: Float.self) == (0..<24).map(Float.init))
        #expect(state["norm.num_batches_tracked"]?.dtype == .int64)
    }

    @Test func readsPlainValuesBesideTensors() throws {
        let value = try WeightFile.read(file("checkpoint.pth"))
        guard case .int(3)? = value["epoch"], case .string("ü")? = value["note"], case .null? = value["opt"],
            case .list(let big)? = value["big"]
        else {
            Issue.record("the checkpoint's values are \(value)")
            return
        }
        guard big.count == 6, case .int(1_099_511_627_776) = big[0], case .int(-5) = big[1], case .double(1.5) = big[2],
            case .bool(true) = big[3], case .tuple(let none) = big[4], case .tuple(let two) = big[5],
            none.isEmpty, two.count == 2, case .int(2) = two[1]
        else {
            Issue.record("the list is \(big)")
            return
        }
    }

    @Test func readsEveryType() throws {
        let state = try StateDict(contentsOf: file("dtypes.pth"))
        #expect(state.count == DType.allCases.count)
        for dtype in DType.allCases {
            let tensor = try #require(state[dtype.name])
            #expect(tensor.dtype == dtype)
            #expect(try tensor.array(of: Double.self) == (dtype == .bool ? [0, 1, 1, 1] : [0, 1, 2, 3]))
        }
    }

    @Test func readsParametersAndUnusualShapes() throws {
        let parameters = try StateDict(contentsOf: file("parameters.pth"))
        #expect(parameters["p"]?.requiresGrad == true)
        #expect(parameters["frozen"]?.requiresGrad == false)
        let shapes = try StateDict(contentsOf: file("shapes.pth"))
        #expect(shapes["empty"]?.shape == [0, 3])
        #expect(shapes["scalar"]?.shape == [])
        #expect(try shapes["scalar"]?.item() == 2.5)
    }

    @Test func readsWhatFastaiSaves() throws {
        let value = try WeightFile.read(file("fastai.pth"))
        let state = try StateDict(value)
        #expect(state.names.prefix(3) == ["0.weight", "0.bias", "1.weight"])
        #expect(state["2.weight"]?.shape == [2, 4])
        guard case .list(let hypers)? = value["opt"]?["hypers"], case .double(let first)? = hypers.first?["lr"],
            case .list(let states)? = value["opt"]?["state"], case .tensor(let average)? = states.first?["grad_avg"]
        else {
            Issue.record("the optimiser's state is \(value["opt"] ?? .null)")
            return
        }
        #expect(hypers.count == 2)
        #expect(first > 0 && first < 1e-4)
        #expect(average.shape == [4, 3])
    }

    // MARK: What is refused

    @Test(arguments: [
        ("evil.pth", "posix.system"), ("evil_legacy.pth", "posix.system"),
        ("module.pth", "torch.nn.modules.linear.Linear"),
    ])
    func codeIsRefusedByName(_ name: String, _ refused: String) throws {
        let error = #expect(throws: WeightFileError.self) { try WeightFile.read(file(name)) }
        #expect(error?.problem == .refused(name: refused))
        #expect(error?.description.contains(refused) == true)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/nuthatch-was-here"))
    }

    @Test(arguments: [
        ("plain.pkl", "not of PyTorch's weights"), ("script.pt", "TorchScript"), ("deflated.pth", "is compressed"),
        ("make.py", "No such file"), ("../make_weights.py", "no weight file"), (".", "it is no file"),
    ])
    func otherFilesAreNamed(_ name: String, _ words: String) throws {
        let error = #expect(throws: WeightFileError.self) { try WeightFile.read(file(name)) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func aListOfTensorsIsNoStateDictionary() throws {
        let error = #expect(throws: WeightProblem.self) {
            try StateDict(.dictionary([.init(.string("a"), .int(1))]))
        }
        #expect(error == .notStateDictionary("'a' is a whole number"))
    }

    // MARK: Writing

    @Test func whatIsWrittenIsReadAgain() throws {
        let state = try StateDict(contentsOf: file("zip.pth"))
        let folder = FileManager.default.temporaryDirectory.appending(path: "nuthatch-weights-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pth = folder.appending(path: "model.pth").path, safe = folder.appending(path: "model.safetensors").path
        try state.writePth(to: pth)
        try state.writeSafeTensors(to: safe, metadata: ["format": "pt"])
        for path in [pth, safe] {
            let again = try StateDict(contentsOf: path)
            #expect(again.names == state.names)
            for (name, tensor) in state {
                let other = try #require(again[name])
                #expect(try other.isEqual(to: tensor) && other.dtype == tensor.dtype, "\(name)")
            }
        }
        try FileManager.default.contentsOfDirectory(atPath: folder.path).forEach { #expect(!$0.hasSuffix(".part")) }
    }

    /// NUTHATCH_TORCH_PYTHON names a Python that has torch and safetensors.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["NUTHATCH_TORCH_PYTHON"] != nil))
    func pyTorchReadsWhatIsWritten() throws {
        let python = try #require(ProcessInfo.processInfo.environment["NUTHATCH_TORCH_PYTHON"])
        let folder = FileManager.default.temporaryDirectory.appending(path: "nuthatch-torch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let value = try WeightFile.read(file("dtypes.pth"))
        let values = WeightValue.dictionary([
            .init(.string("model"), value), .init(.string("text"), .string("ü")), .init(.string("none"), .null),
            .init(.string("list"), .list([.int(-3), .int(1 << 40), .double(0.1), .bool(true), .bytes([0, 200])])),
            .init(.string("tuple"), .tuple([.int(1), .tuple([])])),
        ])
        try WeightFile.writePth(values, to: folder.appending(path: "values.pth").path)
        let state = try StateDict(contentsOf: file("zip.pth"))
        try state.writePth(to: folder.appending(path: "state.pth").path)
        try state.writeSafeTensors(to: folder.appending(path: "state.safetensors").path, metadata: ["format": "pt"])
        let check = Process()
        check.executableURL = URL(fileURLWithPath: python)
        check.arguments = [Fixture.path("check_written.py"), folder.path, Fixture.path("weights")]
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0)
    }

    @Test func anUnwritablePlaceIsAnError() throws {
        let error = #expect(throws: WeightFileError.self) { try StateDict().writePth(to: "/no/such/folder/a.pth") }
        #expect(error?.problem == .system("No such file or directory"))
        let full = #expect(throws: WeightFileError.self) {
            try StateDict([("a", Tensor.zeros([4]))]).writeSafeTensors(to: "/dev/full/a")
        }
        #expect(full?.description.hasPrefix("/dev/full/a: ") == true)
    }
}

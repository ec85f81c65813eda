import DataSources
import Foundation
import LoopbackServer
import Pictures
import TerminalTesting
import Testing
import Layers
import VisionLearning

/// Notebooks that need the internet, run whole by the program, with every host sent to a server on this machine: a
/// search, its pictures (a broken one among them), an archive and a network's weights from a mirror.
@Suite struct OnlineNotebookTests {
    private let folder: String
    private let server: LoopbackServer

    init() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/online-\(UUID().uuidString)"
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder + "/photos", withIntermediateDirectories: true)
        let photos = try (0..<24).map { number -> [UInt8] in
            // Dogs are blue and large, cats red.
            let colour: [UInt8] = number % 2 == 0 ? [200, UInt8(number * 4), 40] : [40, UInt8(number * 4), 200]
            let photo = Picture(width: number % 2 == 0 ? 60 : 500, height: 48, colour: colour)
            let name = number % 2 == 0 ? "Tabby_\(number)" : "hound_\(number)"
            try photo.write(to: folder + "/photos/\(name).jpg")
            return try photo.encoded(as: .jpeg(quality: 90))
        }
        let weights = folder + "/resnet18.pth"
        try Architecture.resnet18.network().stateDict.writePth(to: weights)
        var files = ["resnet18-f37072fd.pth": try [UInt8](Data(contentsOf: URL(fileURLWithPath: weights)))]
        files["oxford-iiit-pet.tgz"] = try Self.archive(of: folder + "/photos")
        let promises = try files.map { name, bytes in
            #""\#(name)": {"size": \#(bytes.count), "sha256": "\#(try Checksum.sha256(of: bytes))"}"#
        }
        files["manifest.json"] = Array("{\(promises.joined(separator: ", "))}".utf8)
        let served = files
        server = try LoopbackServer { request in Self.answer(request, photos, served) }
    }

    private static func archive(of photos: String) throws -> [UInt8] {
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments = ["tar", "-czf", "-", "-C", photos, "--transform", "s|^\\.|oxford-iiit-pet/images|", "."]
        let output = Pipe()
        tar.standardOutput = output
        try tar.run()
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0)
        return bytes
    }

    private static func answer(
        _ request: LoopbackServer.Request, _ photos: [[UInt8]], _ files: [String: [UInt8]]
    ) -> LoopbackServer.Answer {
        let path = request.path
        if path.hasPrefix("/mirror/") {
            return files[String(path.dropFirst(8))].map { .init($0) } ?? .init(status: 404)
        }
        if path.hasPrefix("/?") { return .init("<script>vqd=\"4-27182818\";</script>") }
        if path.hasPrefix("/i.js") {
            guard path.contains("vqd=4-27182818") else { return .init(status: 403) }
            let first = path.contains("wren") ? 0 : 1
            let found = stride(from: first, to: 20, by: 2).map {
                #"{"image": "http://pictures.example/\#($0).jpg", "title": "x"}"#
            }
            let broken = #"{"image": "http://pictures.example/none.jpg", "title": "x"}"#
            return .init(#"{"results": [\#((found + [broken]).joined(separator: ", "))]}"#)
        }
        if let number = Int(path.dropFirst().dropLast(4)), photos.indices.contains(number) {
            return .init(photos[number])
        }
        return .init("<html>no such picture</html>")
    }

    /// Runs cells as a notebook, and gives what the program wrote below each.
    private func outputs(of cells: [String]) throws -> [String] {
        let sources = cells.map {
            ["cell_type": "code", "metadata": [:], "outputs": [], "execution_count": NSNull(), "source": $0]
                as [String: Any]
        }
        let notebook: [String: Any] = ["cells": sources, "metadata": [:], "nbformat": 4, "nbformat_minor": 4]
        try JSONSerialization.data(withJSONObject: notebook).write(to: URL(fileURLWithPath: folder + "/in.ipynb"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: PseudoTerminal.folder + "/nuthatch")
        process.arguments = ["run", "in.ipynb", "--save", "out.ipynb"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "NUTHATCH_HOSTS": server.hosts,
            "NUTHATCH_MIRROR": "\(server.address)/mirror",
        ]
        let errors = Pipe()
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(message)")
        let saved = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: folder + "/out.ipynb")))
        let kept = (saved as? [String: Any])?["cells"] as? [[String: Any]] ?? []
        return kept.map { cell in
            (cell["outputs"] as? [[String: Any]] ?? []).map { output in
                let data = output["data"] as? [String: Any]
                let pictures = data?["image/png"] == nil ? "" : "<picture>"
                return pictures + Self.text(output["text"] ?? data?["text/plain"])
            }.joined(separator: "\n")
        }
    }

    private static func text(_ value: Any?) -> String {
        (value as? [String])?.joined() ?? value as? String ?? ""
    }

    @Test func fromASearchToAPrediction() throws {
        let outputs = try outputs(of: [
            """
            import socket
            socket.setdefaulttimeout(1)
            socket.socket(socket.AF_INET, socket.SOCK_STREAM).connect(('9.9.9.9', 53))
            """,
            """
            import os
            if os.environ.get('NO_SUCH_NAME', ''):
                !exit 3
            """,
            """
            from duckduckgo_search import DDGS
            from fastcore.all import *
            def found(words, most=30): return L(DDGS().images(words, max_results=most)).itemgot('image')
            """,
            "found('wren', most=1)[0]",
            """
            from fastdownload import download_url
            from fastai.vision.all import *
            download_url(found('wren', 1)[0], 'wren.jpg', show_progress=False)
            Image.open('wren.jpg').to_thumb(32, 32)
            """,
            """
            kinds = 'wren','stone'
            path = Path('wren_or_not')
            from time import sleep
            for kind in kinds:
                dest = (path/kind)
                dest.mkdir(exist_ok=True, parents=True)
                download_images(dest, urls=found(f'{kind} outside'))
                sleep(.01)
                resize_images(path/kind, max_size=400, dest=path/kind)
            """,
            """
            failed = verify_images(get_image_files(path))
            failed.map(Path.unlink)
            len(failed), len(get_image_files(path)), max(max(Image.open(f).size) for f in get_image_files(path))
            """,
            """
            dls = DataBlock(
                blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                splitter=RandomSplitter(valid_pct=0.2, seed=42),
                item_tfms=[Resize(32, method='squish')]).dataloaders(path, bs=8)
            dls.show_batch(max_n=6)
            """,
            "learn = vision_learner(dls, resnet18, metrics=error_rate)\nlearn.fine_tune(2)",
            """
            is_wren,_,probs = learn.predict(PILImage.create('wren.jpg'))
            print(f"{is_wren in dls.vocab}, {probs[0]:.2f}, {probs.sum():.4f}")
            """,
        ])
        #expect(Array(outputs[..<3]) == ["", "", ""])
        #expect(outputs[3] == "'http://pictures.example/0.jpg'")
        #expect(outputs[4].hasPrefix("<picture>"))
        #expect(outputs[5].components(separatedBy: "1 of 11 pictures could not be had").count == 3)
        // What is no picture was not kept; wide ones came down to 400.
        #expect(outputs[6] == "(0, 20, 400)")
        #expect(outputs[7].split(separator: "\n").count == 6 && outputs[7].hasPrefix("<picture 32x32: "))
        let head = "epoch train_loss valid_loss error_rate time"
        let rows = outputs[8].split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(rows.filter { $0 == head }.count == 2)
        #expect(rows.filter { $0.firstMatch(of: /^\d( \d\.\d{6}){3} 00:\d\d$/) != nil }.count == 3)
        #expect(outputs[9].firstMatch(of: /^True, [01]\.\d\d, 1\.0000\n$/) != nil)
        #expect(server.requests.contains { $0.path == "/mirror/resnet18-f37072fd.pth" })
    }

    @Test func fromAnArchiveToAPrediction() throws {
        let outputs = try outputs(of: [
            "! [ -e /no/such/path ] && echo never",
            "from fastbook import *",
            """
            #caption comments stay
            from fastai.vision.all import *
            path = untar_data(URLs.PETS)/'images'
            def is_cat(x): return x[0].isupper()
            dls = ImageDataLoaders.from_name_func(
                path, get_image_files(path), valid_pct=0.2, seed=42, label_func=is_cat, item_tfms=Resize(32), bs=8)
            learn = vision_learner(dls, resnet18, metrics=error_rate)
            learn.fine_tune(1)
            """,
            "1+1",
            "img = PILImage.create(get_image_files(path)[0])\nimg.to_thumb(192)",
            "uploader = widgets.FileUpload()\nuploader",
            "uploader = SimpleNamespace(data = [sorted(get_image_files(path))[0]])",
            """
            img = PILImage.create(uploader.data[0])
            is_cat,_,probs = learn.predict(img)
            print(f"{is_cat} {probs[1].item() > .5} {len(probs[1:])} {dls.vocab}")
            """,
        ])
        #expect(outputs[0] == "" && outputs[1] == "")
        #expect(outputs[2].components(separatedBy: "epoch").count == 3)
        #expect(outputs[3] == "2")
        #expect(outputs[4].hasPrefix("<picture>"))
        #expect(outputs[5].contains("FileUpload(value=(), description='Upload')"))
        #expect(outputs[7].firstMatch(of: /^(True True|False False) 1 \[False, True\]\n$/) != nil)
    }
}

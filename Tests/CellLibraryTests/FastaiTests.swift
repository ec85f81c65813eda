import Display
import Foundation
import Testing

/// The way of the lesson, on pictures that the cells make: red squares against blue ones.
@Suite(.serialized)
struct FastaiTests {
    @Test func trainsPredictsExportsAndLoads() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = CellSession()
        let output = session.output(
            of: """
                from fastai.vision.all import *
                set_seed(1)
                path = Path('\(folder.path)')
                for name, colour in [('red', (200, 30, 30)), ('blue', (30, 30, 200))]:
                    (path/name).mkdir(parents=True, exist_ok=True)
                    for i in range(20): Image.new('RGB', (40, 36), colour).save(path/name/f'{i}.png')
                dls = DataBlock(
                    blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                    splitter=RandomSplitter(valid_pct=0.2, seed=42), get_y=parent_label,
                    item_tfms=[Resize(32, method='squish')]).dataloaders(path, bs=8)
                print(dls.vocab, len(dls.train_ds), len(dls.valid_ds))
                learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
                learn.fit_one_cycle(2, 1e-2)
                name, index, probs = learn.predict(path/'red'/'0.png')
                print(name in dls.vocab, dls.vocab[index] == name, len(probs))
                print(abs(probs['red'].item() + probs['blue'].item() - 1) < 1e-5)
                learn.export(path/'export.pkl')
                print(load_learner(path/'export.pkl').predict(path/'red'/'0.png')[0] == name)
                """)
        #expect(output == "['blue', 'red'] 32 8\nTrue True 2\nTrue\nTrue\n")
    }

    @Test func isQuietInABlock() throws {
        let session = CellSession()
        session.run(
            """
            from fastai.vision.all import *
            path = Path('\(NSTemporaryDirectory())/quiet-\(UUID().uuidString)')
            for name in 'ab':
                (path/name).mkdir(parents=True)
                for i in range(6): Image.new('RGB', (32, 32), (200, i, 30)).save(path/name/f'{i}.png')
            dls = ImageDataLoaders.from_path_func(path, get_image_files(path), parent_label, bs=4, item_tfms=Resize(32))
            learn = vision_learner(dls, resnet18, pretrained=False)
            """)
        func shown(_ cell: String) -> [String] {
            session.run(cell).compactMap { event in
                switch event {
                case .tableHead, .tableRow: "table"
                case .progress: "bar"
                default: nil
                }
            }
        }
        #expect(shown("with learn.no_bar(): learn.fit(1)") == ["table", "table"])
        #expect(shown("with learn.no_bar(), learn.no_logging() as quiet: quiet.fit(1)") == [])
        #expect(shown("learn.fit(1)").contains("table"))
        session.run("shutil.rmtree(path)")
    }

    @Test func namesWhatIsWrong() {
        let session = CellSession()
        session.run("from fastai.vision.all import *")
        session.run("get_image_files('/no/such/folder')")
        #expect(session.failure?.hasPrefix("FileNotFoundError: there is no folder /no/such/folder") == true)
        session.run("ImageDataLoaders.from_name_func('.', [], label_func=len)")
        #expect(session.failure?.hasPrefix("ValueError: there are no items") == true)
        session.run("PILImage.create('/no/such/picture.jpg')")
        #expect(session.failure?.hasPrefix("FileNotFoundError: ") == true)
    }
}

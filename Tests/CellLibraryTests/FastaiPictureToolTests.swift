import Display
import Foundation
import Testing

/// What cells do with a folder of one's own pictures beside training.
@Suite(.serialized)
struct FastaiPictureToolTests {
    @Test func picturesAreCleanedPredictedAndCompared() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/tools-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let session = CellSession()
        let output = session.output(
            of: """
                from fastai.vision.all import *
                set_seed(1)
                path = Path('\(folder)')
                for name, colour in [('red', (200, 30, 30)), ('blue', (30, 30, 200))]:
                    (path/name).mkdir(parents=True, exist_ok=True)
                    for i in range(12):
                        Image.new('RGB', (40, 36), tuple(c + i for c in colour)).save(path/name/f'{i}.png')
                (path/'red'/'note.png').write_text('no picture')
                print([f.name for f in verify_images(get_image_files(path))])
                (path/'red'/'note.png').unlink()
                groups = find_duplicates(path, distance=0, show=False)
                print(all(len({f.parent.name for f in g}) == 1 for g in groups))
                dls = ImageDataLoaders.from_folder(path, valid_pct=0.25, seed=4, item_tfms=Resize(32), bs=4)
                learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate, cbs=[MixUp(), GradientClip(1.0)])
                learn.fit_one_cycle(2, 1e-2)
                many = learn.predict(path/'red')
                print(list(many.columns), len(many), many['probability'].iloc[0] >= many['probability'].iloc[11])
                print(len(learn.predict([path/'red'/'0.png', path/'blue'/'1.png'])))
                preds, targs = learn.tta(n=2)
                print(preds.shape, targs.shape)
                cleaner = ImageClassifierCleaner(learn)
                cleaner.choose('red')
                print(len(cleaner.fns) > 4, list(cleaner.delete()), list(cleaner.change()))
                cleaner.mark(0, '<Delete>')
                cleaner.mark(1, 'blue')
                print(list(cleaner.delete()), list(cleaner.change()))
                cleaner.apply(path/'trash')
                print(len(get_image_files(path/'red')), len(get_image_files(path/'trash')), len(get_image_files(path/'blue')))
                cleaner.undo()
                print(len(get_image_files(path/'red')), len(get_image_files(path/'trash')), len(get_image_files(path/'blue')))
                """)
        #expect(
            output == """
                ['note.png']
                True
                ['file', 'prediction', 'probability'] 12 True
                2
                torch.Size([6, 2]) torch.Size([6])
                True [] []
                [0] [(1, 'blue')]
                10 1 13
                12 0 12

                """)
    }

    @Test func aTextInAnIfIsNoted() throws {
        let session = CellSession()
        session.run("from fastai.labels import LabelText")
        let events = session.run("label = LabelText('False')\nif label: print('yes')")
        #expect(events.contains(.output("yes\n")))
        let notes = events.compactMap { if case .message(let words) = $0 { words } else { nil } }
        #expect(notes.joined().contains("every text counts as true in an if, even 'False'"))
        #expect(
            session.output(of: "print(label, label == 'False', isinstance(label, str), f'{label}!')")
                == "False True True False!\n")
    }
}

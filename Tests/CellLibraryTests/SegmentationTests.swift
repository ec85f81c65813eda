import Foundation
import Layers
import LoopbackServer
import Tensors
import Testing

/// The book's first segmentation, on pictures in CAMVID_TINY's layout that a mirror on this machine gives.
@Suite(.serialized)
struct SegmentationTests {
    @Test func theBooksCellsRunUnmodified() throws {
        let mirror = try TestMirror()
        defer { mirror.remove() }
        let maker = CellSession()
        maker.run(
            """
            from fastai.vision.all import *
            path = Path('\(mirror.folder)/camvid_tiny')
            (path/'images').mkdir(parents=True); (path/'labels').mkdir()
            for i in range(10):
                image = np.full((24, 32, 3), 30, dtype=np.uint8); mask = np.zeros((24, 32), dtype=np.uint8)
                image[4:20, i:i + 18] = 200; mask[4:20, i:i + 18] = 3
                Image.fromarray(image).save(path/'images'/f'{i}.png')
                Image.fromarray(mask).save(path/'labels'/f'{i}_P.png')
            (path/'codes.txt').write_text('Sky\\nRoad\\nTree\\nCar\\n')
            """)
        #expect(maker.failure == nil)
        try mirror.pack("camvid_tiny", as: "camvid_tiny.tgz")
        // Random weights in place of the published ones, as their file would lie in the cache.
        try Architecture.resnet34.network().stateDict.writePth(to: mirror.weights("resnet34-b627a593.pth"))
        let session = CellSession()
        session.run("from fastai.vision.all import *")
        session.run("set_seed(1)")
        session.run(
            """
            path = untar_data(URLs.CAMVID_TINY)
            dls = SegmentationDataLoaders.from_label_func(
                path, bs=8, fnames = get_image_files(path/"images"),
                label_func = lambda o: path/'labels'/f'{o.stem}_P{o.suffix}',
                codes = np.loadtxt(path/'codes.txt', dtype=str)
            )

            learn = unet_learner(dls, resnet34)
            learn.fine_tune(8)
            """)
        #expect(session.failure == nil)
        let rows = session.events.filter { if case .tableRow = $0 { true } else { false } }
        #expect(rows.count == 9)
        let shown = session.run("learn.show_results(max_n=6, figsize=(7,8))")
        #expect(session.failure == nil)
        guard case .pictures(let sheet)? = shown.first else {
            Issue.record("pictures were expected")
            return
        }
        #expect(sheet.items.count == 4)
        #expect(
            session.output(of: "print(dls.vocab, len(learn.dls.train), learn.predict(dls.valid_ds.items[0])[0].shape)")
                == "['Sky', 'Road', 'Tree', 'Car'] 1 torch.Size([24, 32])\n")
        #expect(session.output(of: "print(list(iou_by_class(learn)))") == "['Sky', 'Road', 'Tree', 'Car']\n")
        session.run(
            "unet_learner(dls, resnet18, pretrained=False, metrics=[foreground_acc, DiceMulti(), JaccardCoeff()])")
        #expect(session.failure == nil)
        session.run("dls.show_batch(max_n=2)")
        #expect(session.failure == nil)
    }
}

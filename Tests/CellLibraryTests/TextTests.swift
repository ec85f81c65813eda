import Foundation
import Layers
import Tensors
import Testing
import TextLearning

/// The book's first text classifier, on texts in IMDB's layout that a mirror on this machine gives.
@Suite(.serialized)
struct TextTests {
    @Test func theBooksCellsRunUnmodified() throws {
        let mirror = try TestMirror()
        defer { mirror.remove() }
        CellSession().run(
            """
            from pathlib import Path
            path = Path('\(mirror.folder)/imdb')
            for part, count in [('train', 33), ('test', 5)]:
                for kind, words in [('pos', ['great', 'liked', 'loved']), ('neg', ['awful', 'hated', 'boring'])]:
                    (path/part/kind).mkdir(parents=True)
                    for i in range(count):
                        (path/part/kind/f'{i}_7.txt').write_text(f'I really {words[i % 3]} that movie! Number {i % 4}.')
            (path/'README').write_text('')
            """)
        try mirror.pack("imdb", as: "imdb.tgz")
        try packLanguageModel(mirror)
        let session = CellSession()
        session.run("from fastai.text.all import *\nset_seed(1)")
        session.run(
            """
            dls = TextDataLoaders.from_folder(untar_data(URLs.IMDB), valid='test')
            learn = text_classifier_learner(dls, AWD_LSTM, drop_mult=0.5, metrics=accuracy)
            learn.fine_tune(4, 1e-2)
            """)
        #expect(session.failure == nil)
        let rows = session.events.compactMap { if case .tableRow(let row) = $0 { row } else { nil } }
        #expect(rows.count == 5)
        // One batch an epoch teaches next to nothing; how well it learns is measured elsewhere.
        #expect(rows.allSatisfy { Double($0[1])?.isFinite == true && Double($0[2])?.isFinite == true })
        #expect(rows.allSatisfy { (0...1).contains(Double($0[3]) ?? -1) })
        let said = session.output(
            of: """
                name, index, probs = learn.predict("I really liked that movie!")
                print(name == dls.vocab[1][index], abs(probs.sum().item() - 1) < 1e-5, probs[name] == probs.max())
                """)
        #expect(said == "True True tensor(True)\n")
        #expect(session.run("dls.show_batch(max_n=3)").contains { if case .table = $0 { true } else { false } })
        #expect(session.run("learn.show_results(max_n=3)").contains { if case .table = $0 { true } else { false } })
        let words = session.output(of: "print(dls.vocab[0][:9], dls.vocab[1], len(dls.vocab[0]) % 8)")
        #expect(words.hasPrefix("['xxunk', 'xxpad', 'xxbos', 'xxeos', 'xxfld', 'xxrep', 'xxwrep', 'xxup', 'xxmaj']"))
        #expect(words.hasSuffix("['neg', 'pos'] 0\n"))
    }

    /// An archive like `wt103-fwd.tgz`, of full size, whose recurrent weights are small random numbers.
    private func packLanguageModel(_ mirror: TestMirror) throws {
        try RandomNumbers.seed(1)
        let words = SpecialToken.words + ["i", "really", "liked", "that", "movie", "!", "number", "."]
        let folder = mirror.folder + "/wt103-fwd"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try LanguageModel(words: words.count).stateDict.writePth(to: folder + "/lstm_fwd.pth")
        // A pickled list of texts, as Python's protocol 2 writes it.
        var pickle: [UInt8] = [0x80, 2, UInt8(ascii: "]")]
        for word in words {
            pickle.append(UInt8(ascii: "X"))
            withUnsafeBytes(of: UInt32(word.utf8.count).littleEndian) { pickle += $0 }
            pickle += Array(word.utf8) + [UInt8(ascii: "a")]
        }
        pickle.append(UInt8(ascii: "."))
        try Data(pickle).write(to: URL(fileURLWithPath: folder + "/itos_wt103.pkl"))
        try mirror.pack("wt103-fwd", as: "wt103-fwd.tgz")
    }

    @Test func framesAndFilesGiveLoaders() throws {
        let session = CellSession()
        session.run(
            """
            from fastai.text.all import *
            df = pd.DataFrame({'text': ['a good day', 'a bad day'] * 40, 'label': ['good', 'bad'] * 40,
                               'is_valid': [False] * 60 + [True] * 20, 'title': ['x'] * 80})
            """)
        #expect(
            session.output(
                of: """
                    dls = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_col='is_valid', bs=8)
                    print(dls.vocab[1], dls.c, dls.bs, len(dls.train), len(dls.valid))
                    x, y = dls.one_batch(); print(x.shape, y.shape)
                    """) == "['bad', 'good'] 2 8 7 3\ntorch.Size([8, 4]) torch.Size([8])\n")
        #expect(
            session.output(
                of: """
                    dls = TextDataLoaders.from_df(df, text_col=['title', 'text'], label_col='label', seed=1)
                    print(dls.show_batch(max_n=1))
                    """) == "None\n")
        #expect(
            session.output(
                of: """
                    lm = TextDataLoaders.from_df(df, text_col='text', is_lm=True, bs=4, seq_len=5, seed=1)
                    x, y = lm.one_batch(); print(x.shape, (x[:, 1:] == y[:, :-1]).all().item(), lm.vocab[2])
                    learn = language_model_learner(lm, AWD_LSTM, pretrained=False, metrics=[accuracy, Perplexity()],
                                                   config={**awd_lstm_lm_config, 'emb_sz': 8, 'n_hid': 12, 'n_layers': 1})
                    learn.fit_one_cycle(1, 1e-2)
                    print(learn.predict('a good', 4, temperature=0.75)[:6], len(learn.recorder.metric_names))
                    """
            ).hasPrefix("torch.Size([4, 5]) True xxbos\na good 6\n"))
        session.run("TextDataLoaders.from_df(df, text_col='txt')")
        #expect(session.failure?.contains("there is no column 'txt'") == true)
        session.run("text_classifier_learner(lm, AWD_LSTM, pretrained=False)")
        #expect(session.failure?.contains("is_lm=True") == true)
        session.run("language_model_learner(lm, AWD_LSTM, pretrained=False, config={'width': 3})")
        #expect(session.failure?.contains("no 'width'") == true)
        session.run("TextDataLoaders.from_folder('/no/such/folder')")
        #expect(session.failure?.hasPrefix("FileNotFoundError") == true)
        #expect(
            session.output(of: "print(list(WordTokenizer()([\"don't stop\"])[0]), list(Tokenizer()('STOP')))")
                == "['do', \"n't\", 'stop'] ['xxbos', 'xxup', 'stop']\n")
    }
}

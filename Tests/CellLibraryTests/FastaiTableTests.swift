import Display
import Foundation
import Testing

/// The cells of chapter 1 about tables and ratings, as they are in the book, on small made-up data in fastai's folders.
@Suite(.serialized)
struct FastaiTableTests {
    /// A home of fastai's with people who earn more the older they are, and ratings of two kinds of users.
    private static func withHome(_ body: (String) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.path + "/tables-\(UUID().uuidString)"
        for name in ["adult_sample", "movie_lens_sample"] {
            try FileManager.default.createDirectory(
                atPath: "\(home)/data/\(name)", withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(atPath: home) }
        var people = "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,salary\n"
        for number in 0..<500 {
            let age = 20 + number * 37 % 50
            let work = ["Private", "State-gov", "\"Self, employed\""][number % 3]
            let education = number % 11 == 0 ? "" : "\(4 + number % 9).0"
            people +=
                "\(age), \(work),\(10_000 + number * 97), HS-grad,\(education), Divorced, Sales, Husband, White,"
                + (age > 45 ? ">=50k" : "<50k") + "\n"
        }
        try people.write(toFile: home + "/data/adult_sample/adult.csv", atomically: true, encoding: .utf8)
        var ratings = "userId,movieId,rating,timestamp\n"
        for number in 0..<900 {
            let (user, movie) = (number % 30, number * 7 % 41)
            ratings += "\(user),\(movie),\(user % 2 == movie % 2 ? 4.5 : 1.5),\(number)\n"
        }
        try ratings.write(toFile: home + "/data/movie_lens_sample/ratings.csv", atomically: true, encoding: .utf8)
        let before = ProcessInfo.processInfo.environment["FASTAI_HOME"]
        setenv("FASTAI_HOME", home, 1)
        defer { if let before { setenv("FASTAI_HOME", before, 1) } else { unsetenv("FASTAI_HOME") } }
        try body(home)
    }

    private func tables(_ events: [DisplayEvent]) -> [Table] {
        events.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    private func rows(_ events: [DisplayEvent]) -> [[String]] {
        events.compactMap { if case .tableRow(let row) = $0 { row } else { nil } }
    }

    @Test func theBooksTabularCells() throws {
        try Self.withHome { home in
            let session = CellSession()
            session.run(
                """
                from fastai.tabular.all import *
                set_seed(3)
                path = untar_data(URLs.ADULT_SAMPLE)

                dls = TabularDataLoaders.from_csv(path/'adult.csv', path=path, y_names="salary",
                    cat_names = ['workclass', 'education', 'marital-status', 'occupation',
                                 'relationship', 'race'],
                    cont_names = ['age', 'fnlwgt', 'education-num'],
                    procs = [Categorify, FillMissing, Normalize])

                learn = tabular_learner(dls, metrics=accuracy)
                """)
            #expect(session.failure == nil)
            let trained = rows(session.run("learn.fit_one_cycle(3)"))
            #expect(trained.count == 3)
            let more = rows(session.run("learn.fit_one_cycle(5, 2e-2)"))
            #expect(try #require(Double(more[4][3])) > 0.85)

            let shown = try #require(tables(session.run("dls.show_batch(max_n=4)")).first)
            #expect(shown.columns.suffix(2) == ["education-num", "salary"])
            #expect(shown.columns.contains("education-num_na"))
            #expect(shown.rows.count == 4)
            let results = try #require(tables(session.run("learn.show_results()")).first)
            #expect(results.columns.suffix(2) == ["salary", "salary_pred"])
            #expect(results.rows.count == 9)
            let right = results.rows.count { $0[$0.count - 1] == $0[$0.count - 2] }
            #expect(right >= 8)

            #expect(
                session.output(
                    of: """
                        df = pd.read_csv(path/'adult.csv', skipinitialspace=True)
                        row, clas, probs = learn.predict(df.iloc[3])
                        print(dls.vocab[clas] == row['salary'].iloc[0], len(probs), row['workclass'].iloc[0])
                        print(abs(probs['<50k'].item() + probs['>=50k'].item() - 1) < 1e-5)
                        preds, targs = learn.get_preds(dl=learn.dls.test_dl(df.iloc[:7]))
                        print(preds.shape, targs.shape)
                        test = df.iloc[:5].drop('salary', axis=1)
                        print(learn.get_preds(dl=dls.test_dl(test))[1])
                        many = learn.predict(df.iloc[:5])
                        print(len(many[0]), torch.allclose(many[2], preds[:5], atol=1e-5))
                        importance = learn.feature_importance(1)
                        print(importance['column'].iloc[0], list(importance.columns))
                        print(dls.classes['workclass'])
                        learn.export('people.pkl')
                        again = load_learner(path/'people.pkl')
                        print((again.predict(df.iloc[3])[1] == clas).item(), (again.predict(df.iloc[3])[2] == probs).all().item())
                        """) == """
                        True 2 Private
                        True
                        torch.Size([7, 2]) torch.Size([7, 1])
                        None
                        5 True
                        age ['column', 'loss_rise', 'accuracy_change']
                        ['#na#', 'Private', 'Self, employed', 'State-gov']
                        True True

                        """)
            let told = session.run(
                """
                r = {name: df[name].iloc[0] for name in df.columns}
                r['workclass'] = 'Pirate'
                _ = learn.predict(r)
                """)
            #expect(
                told.contains {
                    if case .message(let words) = $0 {
                        words.hasPrefix("'workclass': 'Pirate' is not among")
                    } else {
                        false
                    }
                })
        }
    }

    @Test func theBooksCellsOfRatings() throws {
        try Self.withHome { home in
            let session = CellSession()
            let trained = rows(
                session.run(
                    """
                    from fastai.collab import *
                    set_seed(1)
                    path = untar_data(URLs.ML_SAMPLE)
                    dls = CollabDataLoaders.from_csv(path/'ratings.csv')
                    learn = collab_learner(dls, y_range=(0.5,5.5))
                    learn.fine_tune(10)
                    """))
            #expect(session.failure == nil)
            #expect(trained.count == 11)
            session.run("learn.fit_one_cycle(20, 3e-2)")
            let results = try #require(tables(session.run("learn.show_results()")).first)
            #expect(results.columns == ["", "userId", "movieId", "rating", "rating_pred"])
            #expect(
                session.output(
                    of: """
                        best = learn.recommend(4, 3)
                        print(list(best.columns), len(best), all(m % 2 == 0 for m in best['movieId']))
                        print(all(m % 2 == 0 for m in learn.nearest(10, 3)['movieId']))
                        print(learn.model.bias([3, 4]).shape, learn.model.weight([3], is_item=False).shape)
                        print(learn.model.i_bias.weight.shape, [name for name, _ in learn.model.named_parameters()])
                        row, rating, _ = learn.predict((4, 8))
                        print(rating.item() > 3, row['userId'].iloc[0])
                        x, y = dls.one_batch()
                        print(x.shape, y.shape, learn.model(x).shape)
                        nn = collab_learner(dls, use_nn=True, y_range=(0.5, 5.5), layers=[20])
                        nn.fit_one_cycle(1)
                        learn.export()
                        print(abs(load_learner('export.pkl').predict((4, 8))[1].item() - rating.item()) < 1e-5)
                        Path('export.pkl').unlink()
                        """) == """
                        ['movieId', 'rating'] 3 True
                        True
                        torch.Size([2]) torch.Size([1, 50])
                        torch.Size([42, 1]) ['u_weight.weight', 'i_weight.weight', 'u_bias.weight', 'i_bias.weight']
                        True 4
                        torch.Size([64, 2]) torch.Size([64, 1]) torch.Size([64])
                        True

                        """)
            session.run("learn.recommend(999)")
            #expect(session.failure == "LookupError: no rating of user 999 is in the training set")
        }
    }

    @Test func tabularPandasStepByStep() throws {
        try Self.withHome { home in
            let session = CellSession()
            let output = session.output(
                of: """
                    from functools import partial
                    from fastai.tabular.all import *
                    df = pd.DataFrame({'kind': ['a', 'b', 'a', 'c', 'b', 'a'], 'size': [1.0, 2.0, None, 4.0, 5.0, 6.0],
                                       'y': [1.5, 2.5, 3.5, 4.5, 5.5, 6.5]})
                    to = TabularPandas(df, procs=[Categorify, FillMissing], cat_names=['kind'], cont_names=['size'],
                                       y_names='y', splits=([0, 1, 2, 3], [4, 5]))
                    print(list(to.cat_names), list(to.cont_names), list(to.y_names), len(to), len(to.train), len(to.valid))
                    print(to.train.xs['kind'].tolist(), to.train.xs['size'].tolist(), to.train.xs['size_na'].tolist())
                    print(to.valid.y.tolist())
                    print(to.new(df.iloc[:2]).xs['size'].tolist())
                    print(cont_cat_split(df, dep_var='y'))
                    dls = to.dataloaders(bs=2)
                    learn = tabular_learner(dls, layers=[4], y_range=(0, 8), metrics=rmse, opt_func=partial(SGD, mom=0.9),
                                            config=tabular_config(ps=0.1, embed_p=0.1))
                    learn.fit(2, 0.1)
                    row, value, _ = learn.predict(df.iloc[0])
                    print(value.shape, 0 < value.item() < 8)
                    parts = list(learn.model.embeds.children())
                    print(len(parts), parts[0].weight.shape)
                    """)
            #expect(
                output == """
                    ['kind', 'size_na'] ['size'] ['y'] 6 4 2
                    [1, 2, 1, 3] [1.0, 2.0, 2.0, 4.0] [1, 1, 2, 1]
                    [5.5, 6.5]
                    [1.0, 2.0]
                    (['size'], ['kind'])
                    torch.Size([1]) True
                    2 torch.Size([4, 3])

                    """)
            func failure(_ arguments: String) -> String {
                session.run("TabularDataLoaders.from_df(df, \(arguments))")
                return session.failure ?? ""
            }
            #expect(
                failure("y_names='y', cat_names=['kind'], cont_names=['siez'], procs=[Categorify]").contains(
                    "no column 'siez'"))
            #expect(
                failure("y_names='y', cat_names=['kind'], cont_names=['size']").contains("add FillMissing to procs"))
            #expect(
                failure("y_names='y', cont_names=['kind'], procs=FillMissing").contains(
                    "should hold numbers, and row 0 has 'a'"))
            #expect(
                failure("y_names='size', cat_names=['kind'], cont_names=['y'], procs=[Categorify]").contains(
                    "1 of 6 rows have no value in 'size'"))
            let told = session.run(
                """
                df['grade'] = [1, 2, 1, 2, 1, 2]
                dls = TabularDataLoaders.from_df(df, y_names='grade', cont_names=['y'], procs=[Normalize], bs=2)
                """)
            #expect(
                told.contains {
                    if case .message(let words) = $0 { words.contains("give y_block=CategoryBlock()") } else { false }
                })
        }
    }
}

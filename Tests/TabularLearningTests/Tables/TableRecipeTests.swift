import DataBlocks
import Tensors
import Testing

@testable import TabularLearning

@Suite struct TableRecipeTests {
    @Test(arguments: ["rich", "pay"]) func rowsBecomeFastaisNumbers(target: String) throws {
        let facts = try target == "rich" ? TabularFacts.read().rich : TabularFacts.read().pay
        let prepared = try People.prepared(target)
        let recipe = prepared.recipe
        #expect(recipe.categories == facts.categories)
        #expect(recipe.numbers == facts.numbers)
        for (name, names) in facts.classes { #expect(recipe.classes[name]?.names == names, "\(name)") }
        #expect(try prepared.encoded.categories.array(of: Double.self) == facts.codes)
        #expect(agree(try prepared.encoded.numbers.array(), facts.values))
        #expect(try prepared.encoded.rows(People.split.valid).targets[0].array(of: Double.self) == facts.targets)
    }

    @Test func targetsAreToldByTheirColumn() throws {
        #expect(try People.prepared("rich").recipe.target == .category)
        #expect(try People.prepared("rich").recipe.vocabulary?.names == ["no", "yes"])
        #expect(try People.prepared("pay").recipe.target == .regression(outputs: 1))
        var settings = People.settings("pay")
        settings.categories.removeAll { $0 == "member" }
        settings.targets = ["member"]
        #expect(
            try TableRecipe(People.table(), settings, split: People.split).vocabulary?.labels == [
                .bool(false), .bool(true),
            ])
        settings.targets = ["rooms"]
        settings.categories = ["work"]
        #expect(try TableRecipe(People.table(), settings, split: People.split).target == .regression(outputs: 1))
        settings.target = .category()
        // Nine rooms are in validation only.
        #expect(throws: DataBlockError.unseenLabel("9", item: "row 55", known: ["1", "2", "3", "4", "5"])) {
            try PreparedTable(People.table(), settings, split: People.split)
        }
        settings.target = .encodedMultiCategory
        settings.targets = ["member"]
        #expect(try TableRecipe(People.table(), settings, split: People.split).target == .multiCategory)
    }

    @Test func missingNumbersAreFilledAsAsked() throws {
        var settings = People.settings()
        func fill(_ strategy: FillStrategy) throws -> Double? {
            settings.steps = [.fillMissing(strategy, addsColumn: false), .categorify]
            let recipe = try TableRecipe(People.table(), settings, split: People.split)
            #expect(!recipe.categories.contains("age_na"))
            return recipe.fills["age"]
        }
        #expect(try fill(.constant(["age": 33])) == 33)
        let ages = try People.table()["age"].doubles("age")[..<48].filter { !$0.isNaN }
        let counts = Dictionary(grouping: ages, by: \.self).mapValues(\.count)
        let mode = try #require(try fill(.mode))
        #expect(counts[mode] == counts.values.max())
        #expect(FillStrategy.median.value([4, 1, .nan, 3], "x") == 3)
        #expect(FillStrategy.median.value([4, 1, 2, 3], "x") == 2.5)
    }

    @Test func whatIsNotKnownIsToldAndCountsAsUnknown() throws {
        let recipe = try People.prepared().recipe
        let row = try People.row([
            ("work", .texts(["pirate"])), ("rooms", .ints([2])), ("member", .bools([true])), ("age", .numbers([.nan])),
            ("hours", .numbers([.nan])),
        ])
        let encoded = try recipe.encode(row, withTargets: false)
        #expect(try encoded.categories.array(of: Int.self) == [0, 2, 2, 2])
        #expect(encoded.notes.count == 2)
        #expect(encoded.notes[0].hasPrefix("'hours' lacks 1 value, and lacked none in training: 40 stands in"))
        #expect(
            encoded.notes[1].hasPrefix("'work': 'pirate' is not among the training rows (1 row): counted as unknown"))
        // The median is what a missing number is taken for.
        let decoded = try recipe.decode(encoded.categories, encoded.numbers)
        #expect(try decoded["work"] == .texts(["#na#"]))
        #expect(try abs(decoded["hours"].doubles("hours")[0] - 40) < 1e-3)
    }

    @Test func rowsComeBackInTheirOwnWords() throws {
        let (table, prepared) = (try People.table(), try People.prepared())
        let decoded = try prepared.recipe.decode(prepared.encoded.categories, prepared.encoded.numbers)
        for row in 0..<table.rowCount {
            let work = try table["work"].label(row)?.name ?? "#na#"
            #expect(try decoded["work"].label(row)?.name == work)
            let hours = try table["hours"].doubles("hours")[row]
            #expect(try abs(decoded["hours"].doubles("hours")[row] - hours) < 1e-3)
        }
    }

    @Test func whatIsWrongIsNamed() throws {
        let table = try People.table()
        func error(_ change: (inout TableSettings) -> Void) -> (any Error)? {
            var settings = People.settings()
            change(&settings)
            do {
                _ = try PreparedTable(table, settings, split: People.split)
                return nil
            } catch { return error }
        }
        #expect(error { $0.numbers.append("work") } as? TableError == .twice(column: "work"))
        #expect(error { $0.numbers = ["size"] } as? DataBlockError == .noColumn("'size'", columns: table.names))
        #expect(error { $0.targets = [] } as? TableError == .noTarget)
        #expect(error { ($0.categories, $0.numbers) = ([], []) } as? TableError == .noColumns)
        #expect(
            error { $0.steps = [.fillMissing(.median, addsColumn: true)] } as? TableError == .notIndices(column: "work")
        )
        #expect(error { $0.steps = [.categorify] } as? TableError == .missing(column: "age", count: 8))
        #expect(
            error { ($0.categories, $0.numbers) = (["rooms"], ["age", "work"]) } as? TableError
                == .notNumbers(column: "work", value: "private", row: 1))
        #expect(
            error { ($0.targets, $0.numbers) = (["age"], ["hours"]) } as? TableError
                == .missingTarget(column: "age", count: 8, rows: 60))
        #expect(
            "\(TableError.missing(column: "age", count: 8))"
                == "column 'age' lacks 8 values: add FillMissing to procs")
    }

    @Test func columnsAreToldApartByTheirKind() throws {
        let (numbers, categories) = try People.table().splitNames(targets: ["rich"])
        #expect(numbers == ["age", "pay"])
        #expect(categories == ["work", "rooms", "hours", "member"])
        #expect(
            try People.table().splitNames(maximum: 2, targets: ["rich"]).numbers == ["rooms", "age", "hours", "pay"])
    }
}

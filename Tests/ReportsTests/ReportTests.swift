import Display
import Foundation
import Notebook
import Reports
import Testing

@Suite struct ReportTests {
    private func record() -> SessionRecord {
        var records: [JournalRecord] = [
            .session(SessionInfo(started: 1_795_600_000, folder: "/home/me", version: "0.1")),
            .guess(cell: "train", text: "half | of them"),
            .cell(JournalCell(number: 1, source: "learn.fine_tune(3)", time: 1_795_600_000, lessonCell: "train")),
            .display(.tableHead(columns: ["epoch", "train_loss", "valid_loss"])),
        ]
        for epoch in 0..<3 { records.append(.display(.tableRow(["\(epoch)", "0.\(9 - epoch)", "0.\(8 - epoch)"]))) }
        let picture = PictureSheet.Item(
            width: 2, height: 1, pixels: [255, 0, 0, 255, 0, 0, 255, 255], caption: "bird <1>")
        records += [
            .ended(.finished, seconds: 60), .judged(cell: "train", isRight: false),
            .cell(JournalCell(number: 2, source: "show(<x>)", time: 1_795_600_100)),
            .display(.pictures(PictureSheet(items: [picture]))),
            .ended(.finished, seconds: 1),
            .answered(
                JournalAnswer(
                    id: "q1", question: "What is a <label>?", answer: "the name", verdict: "partly",
                    notes: [.init(.correction, "Not the name."), .init(.nit, "Also: x.")], time: 1_795_600_200)),
            .answered(
                JournalAnswer(
                    id: "q1", question: "What is a <label>?", answer: "the answer\n& more", verdict: "right",
                    time: 1_795_600_260)),
            .answered(
                JournalAnswer(
                    id: "q2", question: "Why?", answer: "so", verdict: "wrong", notes: [.init(.correction, "Not so.")],
                    time: 1_795_600_300)),
        ]
        return SessionRecord(records)
    }

    @Test func htmlIsOneFileThatEscapesWhatItShows() {
        let html = Report(record(), title: "Birds & more").html()
        #expect(html.contains("<title>Birds &amp; more</title>"))
        #expect(html.contains("What is a &lt;label&gt;?") && !html.contains("<label>"))
        #expect(html.contains("show(&lt;x&gt;)"))
        #expect(html.contains("data:image/png;base64,"))
        #expect(html.contains("train_loss") && html.contains("<svg"))
        #expect(html.contains("the answer<br>&amp; more"))
        #expect(html.contains("<b>CORRECTION</b> Not so."))
        #expect(html.contains("half | of them"))
        #expect(!html.contains("src=\"http") && !html.contains("href="))
    }

    @Test func theSummaryCounts() {
        let html = Report(record()).html()
        #expect(html.contains("2 cells · 0 of 1 guesses right · 1 of 2 questions right"))
        #expect(html.contains("5 min"))
    }

    @Test func markdownPutsPicturesBesideIt() {
        let (text, files) = Report(record(), title: "Birds").markdown(folder: "birds_files")
        #expect(text.hasPrefix("# Birds\n"))
        #expect(text.contains("| epoch | train_loss | valid_loss |\n| --- | --- | --- |\n| 0 | 0.9 | 0.8 |"))
        #expect(text.contains("half \\| of them"))
        #expect(text.contains("### ❌ Why?\n\n> so\n\n- **CORRECTION**: Not so."))
        #expect(text.contains("> the answer\n> & more"))
        #expect(files.map(\.path) == ["birds_files/1.svg", "birds_files/2.png"])
        #expect(files.allSatisfy { text.contains($0.path) })
    }

    @Test func notebooksCarryProseCellsAndAnswers() {
        let document = Report(record(), title: "Birds").notebook()
        #expect(document.cells.map(\.kind) == [.markdown, .markdown, .code, .code, .markdown, .markdown, .markdown])
        #expect(document.cells[2].outputs.count == 2)
        #expect(document.cells[6].source.contains("**CORRECTION**: Not so."))
    }

    @Test func failuresThatWereMendedAreLeftOut() {
        let failure = CellFailure(type: "NameError", message: "x", text: "NameError: x")
        let record = SessionRecord([
            .cell(JournalCell(number: 1, source: "x", time: 0)), .ended(.failed(failure), seconds: 0),
            .cell(JournalCell(number: 2, source: "y", time: 1)), .ended(.finished, seconds: 0),
            .cell(JournalCell(number: 3, source: "z", time: 2)), .ended(.failed(failure), seconds: 0),
        ])
        #expect(Report(record).cells.map(\.number) == [2, 3])
    }

    @Test func anUnknownFormIsRefused() {
        #expect(throws: ReportFile.Failure.self) { try ReportFile.write(Report(record()), to: "/nowhere/report.pdf") }
    }
}

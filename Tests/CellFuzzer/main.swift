// Fuzzes scanner, parser and evaluator with programs that are generated, and with damaged ones of a corpus.
//
//     CellFuzzer run SECONDS SEED CORPUS FOLDER [CASES]   findings go to FOLDER, one file each
//     CellFuzzer show SEED NUMBER CORPUS                  prints a case
//     CellFuzzer late FILE                            how soon cells end that are interrupted, one a paragraph
//     CellFuzzer work SEED FIRST COUNT CORPUS             what `run` starts

import Foundation

let words = CommandLine.arguments
let status: Int32
switch (words.count > 1 ? words[1] : "", words.count) {
case ("run", 6...7):
    let driver = Driver(seed: UInt64(words[3]) ?? 0, corpus: words[4], folder: words[5])
    let start = Date()
    try driver.run(seconds: Double(words[2]) ?? 10, cases: words.count > 6 ? Int(words[6]) ?? .max : .max)
    let minutes = Date().timeIntervalSince(start) / 60
    print("\(driver.next) cases in \(String(format: "%.1f", minutes)) minutes, \(driver.findings) findings")
    status = driver.findings == 0 ? 0 : 1
case ("show", 5):
    print(Cases(seed: UInt64(words[2]) ?? 0, folder: words[4]).text(Int(words[3]) ?? 0))
    status = 0
case ("late", 3):
    try Lateness.measure(words[2])
    status = 0
case ("work", 6):
    let cases = Cases(seed: UInt64(words[2]) ?? 0, folder: words[5])
    Worker(cases: cases, first: Int(words[3]) ?? 0, count: Int(words[4]) ?? 1, patience: 0.3).run()
    status = 0
default:
    FileHandle.standardError.write(Data("usage: CellFuzzer run SECONDS SEED CORPUS FOLDER [CASES]\n".utf8))
    status = 2
}
exit(status)

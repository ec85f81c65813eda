import Foundation
import Grading
import Quizzes

// Measures the grader: GradingBenchmark LESSONS cases FILE… | attacks FILE… | speed FILE… | features | list
// Files have one {"question", "label", "answer"} a line.

struct Case: Decodable {
    var question: String
    var label: Grade.Verdict
    var answer: String
}

func read(_ path: String) -> [Case] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
}

func percent(_ part: Int, _ whole: Int) -> String {
    "\(part) of \(whole), \((1000 * Double(part) / Double(max(1, whole))).rounded() / 10) %"
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    print("GradingBenchmark LESSONS cases FILE… | attacks FILE… | speed FILE… | features < SEMEVAL.jsonl")
    exit(2)
}
let shelf = try QuizShelf(lessons: arguments[0])
let questions = shelf.questions
let graders = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, Grader($0)) })
let cases = arguments.dropFirst(2).flatMap(read)

switch arguments[1] {
case "cases":
    var agreement = Agreement()
    for item in cases {
        guard let grader = graders[item.question] else {
            print("no question", item.question)
            continue
        }
        let grade = grader.grade(item.answer)
        agreement.add(label: item.label, verdict: grade.verdict)
        if grade.verdict != item.label, ProcessInfo.processInfo.environment["QUIET"] == nil {
            print(
                item.question, "is", item.label, "graded", grade.verdict, "·", item.answer.replacing("\n", with: " / "))
            print(
                "    order", grader.wordOrder(item.answer) ?? .nan, "has",
                grade.matched.map { "\($0.say)=\($0.quote)" }, "lacks", grade.missing, grade.corrections,
                grade.note ?? "")
        }
    }
    let refused = agreement.refused
    print("cases", agreement.total, "agree", percent(agreement.agreed, agreement.total))
    print("kappa (right, partly, wrong)", agreement.kappa, "kappa (right or not)", agreement.rightKappa)
    print("unsure", percent(agreement.unsure, agreement.total))
    print("right called wrong", refused.wrong, "right called anything else", refused.notRight)
    print("label by row, verdict by column (right, partly, wrong):", agreement.counts)
case "attacks": measureAttacks()
case "speed":
    let clock = ContinuousClock()
    var graded = 0
    let time = clock.measure {
        for _ in 0..<20 {
            for item in cases {
                if graders[item.question]?.grade(item.answer) != nil { graded += 1 }
            }
        }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print(graded, "answers in", seconds, "s:", Int(Double(graded) / seconds), "a second")
case "features": writeFeatures()
default: print("unknown", arguments[1])
}

/// Each attack's share of accepted answers.
func measureAttacks() {
    var rights = questions.flatMap { question in
        (question.references ?? []).map { Attacks.Right(question: question, text: $0) }
    }
    rights += cases.filter { $0.label == .right }.compactMap { item in
        shelf.question(item.question).map { Attacks.Right(question: $0, text: item.answer) }
    }
    rights = rights.filter { graders[$0.question.id]?.grade($0.text).verdict == .right }
    var attacks = Attacks(rights: rights)
    let sets: [(String, [Attacks.Right])] = [
        ("negated", attacks.negated(2000)), ("shuffled", attacks.shuffled(2000)), ("copied", attacks.copied(questions)),
        ("piles", attacks.piles(2000)), ("elsewhere", attacks.elsewhere(4000, questions)),
    ]
    let shown = Int(ProcessInfo.processInfo.environment["SHOW"] ?? "") ?? 0
    for (name, set) in sets {
        let accepted = set.filter { graders[$0.question.id]?.grade($0.text).verdict == .right }
        let half = set.count { graders[$0.question.id]?.grade($0.text).verdict == .partly }
        print(name, "accepted", percent(accepted.count, set.count), "· partly", percent(half, set.count))
        for item in accepted.prefix(shown) { print("   ", item.question.id, item.text) }
    }
    var held = 0
    var all = 0
    for question in questions {
        for (index, text) in (question.references ?? []).enumerated() {
            all += 1
            let grade = Grader(question, leavingOut: index).grade(text)
            if grade.verdict == .right {
                held += 1
            } else {
                print(
                    "    reference", question.id, text, grade.verdict, grade.missing, grade.corrections,
                    grade.note ?? "")
            }
        }
    }
    print("references, each left out, accepted", percent(held, all))
}

/// For SemEval: {"question", "references", "answer", "label"} a line in, the features of the best reference out.
func writeFeatures() {
    struct Item: Decodable {
        var question: String
        var references: [String]
        var answer: String
    }
    var made: [String: ReferenceGrader] = [:]
    while let line = readLine() {
        guard let item = try? JSONDecoder().decode(Item.self, from: Data(line.utf8)) else { continue }
        let key = item.question + "\n" + item.references.joined(separator: "\n")
        let grader = made[key] ?? ReferenceGrader(question: item.question, references: item.references)
        made[key] = grader
        print(
            grader.features(item.answer).map { $0.list.map { String($0) }.joined(separator: " ") }.joined(
                separator: ";"))
    }
}

import ArgumentParser
import Doctor

/// `nuthatch doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Versions, libtorch, the terminal, data and weights: what is here, and what to do about the rest.")

    func run() throws {
        let findings = Checkup().findings()
        print(findings.report, terminator: "")
        if findings.contains(where: { $0.state == .missing }) { throw ExitCode(1) }
    }
}

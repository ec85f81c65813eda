import ArgumentParser

@main
struct Nuthatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A terminal notebook for the first lesson of practical deep learning.",
        subcommands: [DataCommand.self, DoctorCommand.self])
}

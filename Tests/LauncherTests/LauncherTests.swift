import Foundation
import Testing

@Suite struct LauncherTests {
    @Test func aBuiltProgramIsStartedAtOnce() throws {
        let machine = try Machine()
        try machine.build("echo \"started with $*\"; exit 7")
        let outcome = try machine.launch("run", "-c", "1 + 1")
        #expect(outcome.output == "started with run -c 1 + 1\n" && outcome.code == 7 && outcome.messages.isEmpty)
        #expect(machine.calls.isEmpty)
    }

    @Test func itIsFoundThroughALinkFromAnyFolder() throws {
        let machine = try Machine()
        try machine.build()
        let outcome = try machine.shell("ln -s \"$PWD/nuthatch\" \"$HOME/bin/nut\" && cd / && nut quiz")
        #expect(outcome.output == "started with quiz\n")
    }

    @Test func changedSourcesAreBuiltFirst() throws {
        let machine = try Machine()
        try machine.build()
        // Newer than the stamp, whatever the clock's grain.
        #expect(try machine.shell("touch -d '+1 second' Sources/One.swift").code == 0)
        let outcome = try machine.launch("run", "x.py")
        #expect(outcome.output == "started with run x.py\n")
        #expect(outcome.messages.contains("Building Nuthatch: done"))
        #expect(machine.calls.contains { $0.hasPrefix("swift build -c release") })
    }

    @Test func anotherLibtorchIsAnotherBuild() throws {
        let machine = try Machine()
        try machine.build()
        machine.set("TORCH_HOME", "/opt/torch")
        #expect(try machine.launch().code == 0)
        #expect(machine.calls.filter { $0.hasPrefix("swift build") }.count == 1)
        #expect(try machine.launch().messages.isEmpty)
    }

    @Test func whatIsMissingIsNamedWithAptsFiguresAndAsked() throws {
        let machine = try Machine()
        try machine.install("curl", "git")
        let outcome = try machine.launch()
        #expect(outcome.code == 1)
        for part in ["libtorch-dev", "libheif-dev", "download: 219 MB", "on disk:  925 MB", "--yes"] {
            #expect(outcome.messages.contains(part), "\(part) is missing in \(outcome.messages)")
        }
        #expect(!outcome.messages.contains(" git "))
        #expect(!machine.calls.contains { $0.contains(" install ") && !$0.contains("--print-uris") })
    }

    @Test(.enabled(if: getuid() == 0, "an administrator's path"))
    func withYesItIsInstalledAndRemembered() throws {
        let machine = try Machine()
        try machine.build()
        try machine.install("curl", "git")
        let outcome = try machine.launch("--yes", "setup")
        #expect(outcome.code == 0, "\(outcome.messages)")
        let install = machine.calls.first { $0.contains(" install ") && !$0.contains("--print-uris") }
        #expect(install?.contains("--no-install-recommends") == true && install?.contains("libtorch-dev") == true)
        #expect(machine.text(".local/share/nuthatch/packages").contains("libchafa-dev\n"))
    }

    @Test func withoutRightsAnAdministratorIsNamed() throws {
        let machine = try Machine()
        try machine.install("curl", "git")
        try machine.stand(in: "id", "echo 1000")
        try machine.remove("bin/sudo")
        machine.set("PATH", "\(machine.home)/bin:\(machine.home)/no-sudo")
        let tools = [
            "bash", "cat", "cut", "dirname", "find", "fold", "grep", "head", "mkdir", "readlink", "sed", "tail", "tr",
            "uname", "sh",
        ]
        for tool in tools {
            #expect(
                try machine.shell("PATH=/usr/bin:/bin; mkdir -p ~/no-sudo; ln -s \"$(command -v \(tool))\" ~/no-sudo")
                    .code == 0)
        }
        let outcome = try machine.launch("--yes")
        #expect(outcome.code == 1)
        #expect(outcome.messages.contains("apt-get install --no-install-recommends"))
        #expect(!machine.calls.contains { $0.contains("apt-get") })
    }

    @Test func aFailedStepSaysWhichAndCanBeRunAgain() throws {
        let machine = try Machine()
        try machine.stand(
            in: "swift",
            "if [ \"$1\" = --version ]; then echo 'Swift version 6.3.1'; exit; fi\n"
                + "if [ ! -e ~/repaired ]; then echo 'error: no space left'; exit 4; fi")
        let failed = try machine.launch("build")
        #expect(failed.code == 1)
        #expect(failed.messages.contains("Building Nuthatch failed") && failed.messages.contains("no space left"))
        try machine.write("", to: "repaired")
        try machine.build()
        try machine.remove("clone/.build/nuthatch.built")
        #expect(try machine.launch("run").output == "started with run\n")
    }

    @Test func anOldSwiftDoesNotCount() throws {
        let machine = try Machine()
        for (version, fits) in [("5.10", false), ("6.0.3", false), ("6.1", true), ("6.10.2", true), ("7.0", true)] {
            try machine.stand(in: "swift", "echo 'Swift version \(version) (x)'")
            machine.set("PATH", "\(machine.home)/bin:/usr/bin:/bin")
            let line = "root=.; yes=; . scripts/steps.sh; . scripts/toolchain.sh; find_swift"
            #expect(try (machine.shell(line).code == 0) == fits, "\(version)")
        }
    }

    @Test func countsNameWhatFailedAndWasSkipped() throws {
        let machine = try Machine()
        try machine.write(
            """
            ✔ Test one() passed after 0.1 seconds.
            ✔ Test two(of:) with 3 test cases passed after 0.1 seconds.
            ✔ Suite Birds passed after 0.1 seconds.
            ➜ Test three() skipped: "there are no photos"
            ✘ Test four() recorded an issue at A.swift:1:1: nothing passed after all
            ✘ Test four() failed after 0.1 seconds with 1 issue.
            ✘ Test run with 4 tests in 1 suite failed after 0.2 seconds with 1 issue.
            """, to: "results")
        let outcome = try machine.shell("root=.; . scripts/test.sh; count ~/results")
        #expect(outcome.code == 1)
        #expect(outcome.output.hasSuffix("2 passed, 1 failed, 1 skipped\n"))
        #expect(outcome.output.contains("there are no photos") && outcome.output.contains("four() failed"))
    }

    @Test func aCrashCountsAsAFailure() throws {
        let machine = try Machine()
        try machine.write(
            """
            ✔ Test one() passed after 0.1 seconds.
            ✔ Suite Birerror: Process 'x.xctest' exited with unexpected signal code 11
            """, to: "results")
        let outcome = try machine.shell("root=.; . scripts/test.sh; count ~/results")
        #expect(outcome.code == 1 && outcome.output.hasSuffix("1 passed, 1 failed, 0 skipped\n"))
    }

    @Test func uninstallingTakesCachesAndKeepsOnesWork() throws {
        let machine = try Machine()
        try machine.build()
        try machine.write("x", to: ".cache/nuthatch/data/birds/1.jpg")
        try machine.write("x", to: ".local/share/nuthatch/swift/usr/bin/swift")
        try machine.write("x", to: ".local/state/nuthatch/sessions/1.jsonl")
        let refused = try machine.launch("uninstall")
        #expect(refused.code == 1 && machine.exists(".cache/nuthatch"))
        let outcome = try machine.launch("--yes", "uninstall")
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(!machine.exists(".cache/nuthatch") && !machine.exists("clone/.build"))
        #expect(!machine.exists(".local/share/nuthatch/swift"))
        #expect(machine.exists(".local/state/nuthatch/sessions/1.jsonl"))
    }
}

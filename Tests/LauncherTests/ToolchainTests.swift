import Foundation
import LoopbackServer
import Testing

/// The download of Swift, against a server on this machine that has a tiny toolchain, signed by a key made for
/// the test.
@Suite(
    .enabled(
        if: ["curl", "gpg"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0) },
        "curl and gpg are not installed"),
    .enabled(if: !FileManager.default.isExecutableFile(atPath: "/usr/bin/swift"), "there is a Swift in /usr/bin"))
struct ToolchainTests {
    /// A machine without Swift.
    private static func machine() throws -> Machine {
        let machine = try Machine()
        try machine.remove("bin/swift")
        try machine.program("tiny/swift-6.3.1/usr/bin/swift", "echo 'Swift version 6.3.1 (tiny)'")
        try machine.write(String(repeating: "filling ", count: 20_000), to: "tiny/swift-6.3.1/usr/lib/data")
        let made = try machine.shell(
            """
            set -e; export GNUPGHOME=$HOME/gnupg; mkdir -m 700 "$GNUPGHOME"
            head -c 150000 /dev/urandom > ~/tiny/swift-6.3.1/usr/lib/more
            tar -czf ~/swift.tar.gz -C ~/tiny swift-6.3.1
            for name in good evil; do gpg --batch --quiet --passphrase '' --quick-generate-key $name ed25519 sign never; done
            gpg --batch --quiet --armor --export > ~/keys.asc
            for name in good evil; do gpg --batch --quiet -u $name --output ~/$name.sig --detach-sign ~/swift.tar.gz; done
            gpg --batch --with-colons --list-keys good | sed -n 's/^fpr:*\\([0-9A-F]*\\):$/\\1/p' | head -n 1
            gpgconf --kill all
            """)
        #expect(made.code == 0, "\(made.messages)")
        machine.set("NUTHATCH_SWIFT_SIGNER", made.output.trimmingCharacters(in: .whitespacesAndNewlines))
        return machine
    }

    private static func server(
        _ machine: Machine, signature: String = "good", breaking: Bool = false
    ) throws -> LoopbackServer {
        let bytes = { (name: String) in
            [UInt8](FileManager.default.contents(atPath: machine.home + "/" + name) ?? Data())
        }
        let (archive, sig, keys) = (bytes("swift.tar.gz"), bytes(signature + ".sig"), bytes("keys.asc"))
        let server = try LoopbackServer { request in
            if request.path.hasSuffix("keys.asc") { return .init(keys) }
            if request.path.hasSuffix(".sig") { return .init(sig) }
            var answer = LoopbackServer.Answer(archive)
            if breaking, (request.rangeStart ?? 0) < 100_000 { answer.breaksAfter = 60_000 }
            return answer
        }
        machine.set("NUTHATCH_SWIFT_URL", server.address)
        machine.set("NUTHATCH_SWIFT_KEYS", server.address + "/keys.asc")
        return server
    }

    @Test func aMissingSwiftIsOfferedWithItsSize() throws {
        let machine = try Self.machine()
        let server = try Self.server(machine)
        let outcome = try machine.launch("setup")
        #expect(outcome.code == 1)
        for part in ["swift.org", "download: 0 MB", "on disk", ".local/share/nuthatch/swift", "--yes"] {
            #expect(outcome.messages.contains(part), "\(part) is missing in \(outcome.messages)")
        }
        #expect(server.requests.count == 1)
        #expect(server.requests[0].path.hasPrefix("/swift-6.3.1-release/"))
    }

    @Test func itIsContinuedCheckedAndUnpacked() throws {
        let machine = try Self.machine()
        let server = try Self.server(machine, breaking: true)
        let outcome = try machine.launch("--yes", "setup")
        #expect(machine.exists(".local/share/nuthatch/swift/usr/bin/swift"), "\(outcome.messages)")
        #expect(outcome.messages.contains("Checking the signature: done"))
        #expect(server.requests.compactMap(\.rangeStart) == [60_000, 120_000])
        #expect(!machine.exists(".local/share/nuthatch/swift.part"))
        #expect(!machine.text("clone/.build/setup.log").contains("thrown away"))
    }

    @Test func anothersSignatureIsRefused() throws {
        let machine = try Self.machine()
        let evil = try Self.server(machine, signature: "evil")
        let outcome = try machine.launch("--yes", "setup")
        #expect(outcome.code == 1 && outcome.messages.contains("Checking the signature failed"))
        #expect(outcome.messages.contains("thrown away") && evil.requests.contains { $0.path.hasSuffix(".sig") })
        #expect(!machine.exists(".local/share/nuthatch/swift/usr/bin/swift"))
        // The next attempt fetches it anew.
        let server = try Self.server(machine)
        _ = try machine.launch("--yes", "setup")
        #expect(machine.exists(".local/share/nuthatch/swift/usr/bin/swift"))
        #expect(server.requests.compactMap(\.rangeStart).isEmpty)
    }
}

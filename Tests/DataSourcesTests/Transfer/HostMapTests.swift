import DataSources
import Testing

/// Where connections of sockets go, beside downloads.
struct HostMapTests {
    @Test(arguments: [
        ("1.1.1.1=127.0.0.1:8000", "127.0.0.1:8000"), ("1.1.1.1=mirror.example", "mirror.example:53"),
        ("*=127.0.0.1:9", "127.0.0.1:9"), ("other.example=127.0.0.1:9", "1.1.1.1:53"), ("", "1.1.1.1:53"),
    ])
    func placesOfHostAndPort(setting: String, expected: String) {
        let place = HostMap(setting: setting).place(of: "1.1.1.1", port: 53)
        #expect("\(place.host):\(place.port)" == expected)
    }
}

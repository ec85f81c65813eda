#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The C library's sine, which gives PIL's weights to the last bit.
func sine(_ x: Double) -> Double { sin(x) }

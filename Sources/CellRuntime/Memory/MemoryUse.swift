#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How much memory there is, and how much of it this process uses. In bytes.
enum MemoryUse {
    #if canImport(Glibc)
        /// What is in use now.
        static var resident: Int {
            let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return 0 }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 128)
            let count = max(read(file, &bytes, bytes.count), 0)
            let fields = bytes[..<count].split(separator: UInt8(ascii: " "))
            guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
            return pages * sysconf(Int32(_SC_PAGESIZE))
        }

        /// What the machine has, or what the group of processes may use when that is less.
        static let available: Int = {
            let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
            let file = open("/sys/fs/cgroup/memory.max", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return machine }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = max(read(file, &bytes, bytes.count), 0)
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            return min(machine, Int(text.filter(\.isNumber)) ?? machine)
        }()

        /// Gives memory back that has been freed.
        static func trim() { _ = trimHeap(0) }
    #else
        static var resident: Int {
            var info = mach_task_basic_info()
            var count = mach_msg_type_number_t(MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
            let status = withUnsafeMutablePointer(to: &info) { pointer in
                pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
                    task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
                }
            }
            return status == KERN_SUCCESS ? Int(info.resident_size) : 0
        }

        static let available: Int = {
            var size: UInt64 = 0
            var length = MemoryLayout<UInt64>.size
            return sysctlbyname("hw.memsize", &size, &length, nil, 0) == 0 ? Int(size) : 8 << 30
        }()

        static func trim() {}
    #endif
}

#if canImport(Glibc)
    /// glibc's `malloc_trim`, which Swift does not see.
    @_silgen_name("malloc_trim")
    private func trimHeap(_ kept: Int) -> Int32
#endif

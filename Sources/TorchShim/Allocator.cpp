// Tensors' memory: counted, with a budget, so that too much is an error and not the end of the process.
// Large blocks, the activations that come and go each step, are kept for the next step instead of going back
// to the system, which would fault them in again.
#include "Guard.h"

#include <c10/core/CPUAllocator.h>
#include <malloc.h>
#include <sys/mman.h>

#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <unordered_map>

namespace nuthatch {
namespace {

std::atomic<int64_t> held{0}, peak{0}, budget{0};
bool keeps_blocks = true;

constexpr size_t alignment = 64;
// Large blocks: from what size on, where they may begin (at a huge page), and what their sizes are multiples of.
constexpr size_t large = 1 << 21;
constexpr size_t page = 1 << 21;
constexpr size_t grain = 1 << 16;
// From this size on the system is asked first: it promises memory that it does not have, and ends the process later.
constexpr size_t asked = 64 << 20;
constexpr size_t reserve = 256 << 20;

// Whether the system has room for so many bytes more, with something left for everybody else.
bool system_has(size_t bytes) {
    std::FILE *file = std::fopen("/proc/meminfo", "re");
    if (!file) return true;
    char line[128];
    unsigned long long available = ~0ull;
    while (std::fgets(line, sizeof line, file)) {
        if (std::sscanf(line, "MemAvailable: %llu kB", &available) == 1) break;
    }
    std::fclose(file);
    return available == ~0ull || bytes / 1024 + reserve / 1024 < available;
}

// Free large blocks by size. What is kept and what is in use stay together near the most that was ever in use.
class LargeBlocks {
public:
    // A block of at least so many bytes, null where the system has none; gives its size.
    void *take(size_t &bytes) {
        bytes = rounded(bytes, grain);
        std::lock_guard lock(mutex);
        // The smallest block that serves and wastes no more than an eighth.
        auto found = kept.lower_bound(bytes);
        void *block = nullptr;
        if (found != kept.end() && found->first <= bytes + bytes / 8) {
            bytes = found->first;
            block = found->second;
            kept.erase(found);
            kept_bytes -= bytes;
        } else {
            while (!kept.empty() && used_bytes + bytes + kept_bytes > most + most / 8) drop(std::prev(kept.end()));
            block = map(bytes);
            while (!block && !kept.empty()) {
                drop(std::prev(kept.end()));
                block = map(bytes);
            }
            if (!block) return nullptr;
        }
        used[block] = bytes;
        used_bytes += bytes;
        most = std::max(most, used_bytes);
        return block;
    }

    // Takes a block back, and gives its size; 0 where it is none of these.
    size_t give(void *block) {
        if (reinterpret_cast<uintptr_t>(block) % page != 0) return 0;
        std::lock_guard lock(mutex);
        auto found = used.find(block);
        if (found == used.end()) return 0;
        size_t bytes = found->second;
        used.erase(found);
        used_bytes -= bytes;
        kept_bytes += bytes;
        kept.emplace(bytes, block);
        return bytes;
    }

    static LargeBlocks &shared() {
        static auto *blocks = new LargeBlocks; // Outlives every tensor.
        return *blocks;
    }

private:
    std::mutex mutex;
    std::multimap<size_t, void *> kept;
    std::unordered_map<void *, size_t> used;
    size_t kept_bytes = 0, used_bytes = 0, most = 0;

    static size_t rounded(size_t bytes, size_t unit) { return (bytes + unit - 1) / unit * unit; }

    // Fresh memory that begins at a huge page.
    static void *map(size_t bytes) {
        if (bytes >= asked && !system_has(bytes)) return nullptr;
        size_t room = bytes + page;
        void *all = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) return nullptr;
        auto from = reinterpret_cast<uintptr_t>(all);
        uintptr_t start = rounded(from, page), end = start + bytes;
        if (start > from) munmap(all, start - from);
        if (from + room > end) munmap(reinterpret_cast<void *>(end), from + room - end);
        auto *block = reinterpret_cast<void *>(start);
        madvise(block, bytes, MADV_HUGEPAGE);
        return block;
    }

    void drop(std::multimap<size_t, void *>::iterator entry) {
        munmap(entry->second, entry->first);
        kept_bytes -= entry->first;
        kept.erase(entry);
    }
};

void release(void *pointer) {
    if (!pointer) return;
    size_t bytes = LargeBlocks::shared().give(pointer);
    if (bytes == 0) {
        bytes = malloc_usable_size(pointer);
        std::free(pointer);
    }
    held -= static_cast<int64_t>(bytes);
}

struct CountingAllocator final : c10::Allocator {
    c10::DataPtr take(size_t bytes) const {
        if (bytes == 0) return {nullptr, nullptr, &release, c10::Device(c10::kCPU)};
        int64_t limit = budget;
        TORCH_CHECK(limit == 0 || held + static_cast<int64_t>(bytes) <= limit, "not enough memory: ",
                    bytes / 1048576, " MB more are wanted, ", held / 1048576, " MB are held by tensors and ",
                    limit / 1048576, " MB is the limit");
        void *pointer = nullptr;
        size_t size = bytes;
        if (keeps_blocks && bytes >= large) {
            pointer = LargeBlocks::shared().take(size);
        } else if (posix_memalign(&pointer, alignment, bytes) == 0) {
            size = malloc_usable_size(pointer);
        } else {
            pointer = nullptr;
        }
        TORCH_CHECK(pointer, "not enough memory: the system has no ", bytes / 1048576, " MB");
        int64_t now = held += static_cast<int64_t>(size);
        int64_t before = peak;
        while (now > before && !peak.compare_exchange_weak(before, now)) {}
        return {pointer, pointer, &release, c10::Device(c10::kCPU)};
    }
#if __has_include(<torch/headeronly/version.h>) // libtorch 2.x
    c10::DataPtr allocate(size_t bytes) override { return take(bytes); }
    void copy_data(void *to, const void *from, size_t count) const override { std::memcpy(to, from, count); }
#else
    c10::DataPtr allocate(size_t bytes) const override { return take(bytes); }
#endif
    c10::DeleterFnPtr raw_deleter() const override { return &release; }
};

CountingAllocator allocator;

}  // namespace

void tune_allocator() {
    // NUTHATCH_ALLOCATOR=system leaves glibc as it is, to measure what this brings.
    const char *setting = std::getenv("NUTHATCH_ALLOCATOR");
    keeps_blocks = !setting || std::strcmp(setting, "system") != 0;
    if (keeps_blocks) {
        // The kernels' own scratch memory.
        mallopt(M_MMAP_THRESHOLD, 1 << 30);
        mallopt(M_TRIM_THRESHOLD, 256 << 20);
    }
    c10::SetCPUAllocator(&allocator, 100);
}

void memory(int64_t *now, int64_t *most, int64_t *limit) {
    *now = held;
    *most = peak;
    *limit = budget;
}

void reset_peak_memory() { peak = held.load(); }
void set_memory_budget(int64_t bytes) { budget = bytes; }

}  // namespace nuthatch

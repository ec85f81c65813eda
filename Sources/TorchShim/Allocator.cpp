// Tensors' memory: glibc's allocator tuned for large blocks that come and go each step, counted, and
// with a budget, so that too much is an error and not the end of the process.
#include "Guard.h"

#include <c10/core/CPUAllocator.h>
#include <malloc.h>

#include <atomic>

namespace nuthatch {
namespace {

std::atomic<int64_t> held{0}, peak{0}, budget{0};

constexpr size_t alignment = 64;

void release(void *pointer) {
    if (!pointer) return;
    held -= static_cast<int64_t>(malloc_usable_size(pointer));
    std::free(pointer);
}

struct CountingAllocator final : c10::Allocator {
    c10::DataPtr take(size_t bytes) const {
        if (bytes == 0) return {nullptr, nullptr, &release, c10::Device(c10::kCPU)};
        int64_t limit = budget;
        TORCH_CHECK(limit == 0 || held + static_cast<int64_t>(bytes) <= limit, "not enough memory: ",
                    bytes / 1048576, " MB more are wanted, ", held / 1048576, " MB are held by tensors and ",
                    limit / 1048576, " MB is the limit");
        void *pointer = nullptr;
        TORCH_CHECK(posix_memalign(&pointer, alignment, bytes) == 0, "not enough memory: the system has no ",
                    bytes / 1048576, " MB");
        int64_t now = held += static_cast<int64_t>(malloc_usable_size(pointer));
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
    // Without this glibc returns each large tensor to the kernel and faults it in again at the next
    // step; measured 1.5 to 2 times slower training of EfficientNet-Lite0.
    // NUTHATCH_ALLOCATOR=system leaves glibc as it is, to measure that.
    const char *setting = std::getenv("NUTHATCH_ALLOCATOR");
    if (!setting || std::strcmp(setting, "system") != 0) {
        mallopt(M_MMAP_MAX, 0);
        mallopt(M_TRIM_THRESHOLD, 1 << 30);
        mallopt(M_TOP_PAD, 64 << 20);
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

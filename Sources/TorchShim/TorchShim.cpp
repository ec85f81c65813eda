// The table of the engine's entries.
#include "Guard.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <c10/core/GradMode.h>

#include <atomic>

namespace nuthatch {
namespace {

// 0: no request; else the number of the check from now that stops the computation.
std::atomic<int32_t> interruption{0};

void item(const at::Tensor &tensor, CTValue *out) {
    TORCH_CHECK(tensor.numel() == 1, "a tensor of ", tensor.numel(), " values has no single value");
    *out = CTValue{};
    at::Scalar value = tensor.item();
    if (value.isBoolean()) {
        out->kind = CT_BOOL;
        out->integer = value.toBool();
    } else if (value.isIntegral(false)) {
        out->kind = CT_INT;
        out->integer = value.toLong();
    } else {
        out->kind = CT_DOUBLE;
        out->number = value.toDouble();
    }
}

void make(const void *bytes, size_t length, const int64_t *shape, int32_t dimensions, int32_t dtype,
          CTTensor *out) {
    at::Tensor tensor = at::empty(at::IntArrayRef(shape, dimensions), static_cast<at::ScalarType>(dtype));
    if (bytes) {
        TORCH_CHECK(length == tensor.nbytes(), length, " bytes do not fill a tensor of ", tensor.nbytes());
        std::memcpy(tensor.data_ptr(), bytes, length);
    }
    *out = boxed(std::move(tensor));
}

void copy_out(const at::Tensor &tensor, void *bytes, size_t length) {
    at::Tensor rows = tensor.detach().to(at::kCPU).contiguous();
    TORCH_CHECK(length == rows.nbytes(), "the tensor has ", rows.nbytes(), " bytes, room for ", length);
    std::memcpy(bytes, rows.data_ptr(), length);
}

void backward(const at::Tensor &tensor, CTTensor gradient, int32_t retain_graph) {
    at::Tensor start = gradient ? gradient->tensor : at::Tensor();
    c10::optional<bool> keep = retain_graph != 0;
    tensor.backward(start, keep);
}

void watch(const at::Tensor &tensor) {
    if (!tensor.requires_grad()) return;
    tensor.register_hook([](const at::Tensor &) { TORCH_CHECK(!interrupted(), interrupted_message); });
}

const CTorchTable table = {
    CT_ABI,
    [](char *text) { std::free(text); },
    [](CTTensor tensor) { delete tensor; },
    [](char **out) { return guarded([&] { *out = copied(at::show_config()); }); },
    [](int32_t count) { return guarded([&] { at::set_num_threads(count); }); },
    []() -> int32_t { return at::get_num_threads(); },
    find_operator,
    schemas,
    call_operator,
    [](CTValue *values) { delete[] values; },
    [](const void *b, size_t n, const int64_t *s, int32_t d, int32_t t, CTTensor *out) {
        return guarded([&] { make(b, n, s, d, t, out); });
    },
    [](CTTensor t, void *b, size_t n) { return guarded([&] { copy_out(t->tensor, b, n); }); },
    [](CTTensor t, void **out) {
        return guarded([&] {
            TORCH_CHECK(t->tensor.is_contiguous() && t->tensor.device().is_cpu(),
                        "only a contiguous tensor on the CPU has its values in one place");
            *out = t->tensor.data_ptr();
        });
    },
    [](CTTensor t) -> int32_t { return static_cast<int32_t>(t->tensor.dim()); },
    [](CTTensor t, int64_t *out) { std::copy(t->tensor.sizes().begin(), t->tensor.sizes().end(), out); },
    [](CTTensor t, int64_t *out) {
        std::copy(t->tensor.strides().begin(), t->tensor.strides().end(), out);
    },
    [](CTTensor t) -> int64_t { return t->tensor.numel(); },
    [](CTTensor t) -> int32_t { return static_cast<int32_t>(t->tensor.scalar_type()); },
    [](CTTensor t, char **out) { return guarded([&] { *out = copied(t->tensor.device().str()); }); },
    [](CTTensor t, CTValue *out) { return guarded([&] { item(t->tensor, out); }); },
    [](CTTensor t) -> CTTensor { return boxed(t->tensor); },
    [](CTTensor a, CTTensor b) -> int32_t { return a->tensor.is_same(b->tensor); },
    [](CTTensor t) -> int32_t { return t->tensor.requires_grad(); },
    [](CTTensor t, int32_t on) { return guarded([&] { t->tensor.set_requires_grad(on != 0); }); },
    [](CTTensor t) -> int32_t { return t->tensor.is_leaf(); },
    [](CTTensor t, CTTensor *out) {
        return guarded([&] { *out = t->tensor.grad().defined() ? boxed(t->tensor.grad()) : nullptr; });
    },
    [](CTTensor t, CTTensor g) {
        return guarded([&] { t->tensor.mutable_grad() = g ? g->tensor : at::Tensor(); });
    },
    [](CTTensor t, CTTensor g, int32_t keep) { return guarded([&] { backward(t->tensor, g, keep); }); },
    [](CTTensor t, char **out) {
        return guarded([&] { *out = copied(grad_function_name(t->tensor)); });
    },
    []() -> int32_t { return c10::GradMode::is_enabled(); },
    [](int32_t on) { c10::GradMode::set_enabled(on != 0); },
    [](uint64_t seed) { return guarded([&] { at::manual_seed(seed); }); },
    [](CTTensor *out) {
        return guarded([&] { *out = boxed(at::detail::getDefaultCPUGenerator().get_state()); });
    },
    [](CTTensor state) {
        return guarded([&] {
            auto generator = at::detail::getDefaultCPUGenerator();
            generator.set_state(state->tensor);
        });
    },
    [](int32_t check) { interruption = check; },
    []() -> int32_t { return interrupted(); },
    [](CTTensor t) { return guarded([&] { watch(t->tensor); }); },
    adam_step,
    lstm,
    [](char **out) { return guarded([&] { *out = copied(blas_library()); }); },
    memory,
    reset_peak_memory,
    set_memory_budget,
};

}  // namespace

bool interrupted() noexcept {
    int32_t check = interruption.load(std::memory_order_relaxed);
    while (check > 1 && !interruption.compare_exchange_weak(check, check - 1)) {}
    return check == 1;
}

}  // namespace nuthatch

const CTorchTable *ctorch_table(void) {
    static const bool tuned = (nuthatch::tune_allocator(), true);
    (void)tuned;
    return &nuthatch::table;
}

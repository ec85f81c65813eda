// What every file of the shim needs: the handle's insides and the one place where C++ exceptions stop.
#pragma once
#include "TorchShim.h"

#include <ATen/ATen.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

struct CTTensorBox {
    at::Tensor tensor;
};

namespace nuthatch {

// The message that callers know an interruption by.
inline constexpr const char *interrupted_message = "interrupted";

inline char *copied(const std::string &text) {
    auto *out = static_cast<char *>(std::malloc(text.size() + 1));
    if (out) std::memcpy(out, text.c_str(), text.size() + 1);
    return out;
}

// An error whose kind matters to the caller: the kind, a unit separator, the message.
inline char *of_kind(const char *kind, const c10::Error &error) {
    return copied(std::string(kind) + '\x1f' + error.what_without_backtrace());
}

template <class Body> char *guarded(Body &&body) noexcept {
    try {
        body();
        return nullptr;
    } catch (const c10::IndexError &error) {
        return of_kind("index", error);
    } catch (const c10::ValueError &error) {
        return of_kind("value", error);
    } catch (const c10::TypeError &error) {
        return of_kind("type", error);
    } catch (const c10::NotImplementedError &error) {
        return of_kind("not implemented", error);
    } catch (const c10::Error &error) {
        return copied(error.what_without_backtrace());
    } catch (const std::bad_alloc &) {
        return copied("memory\x1fnot enough memory");
    } catch (const std::exception &error) {
        return copied(error.what());
    } catch (...) {
        return copied("an unknown C++ exception");
    }
}

inline CTTensor boxed(at::Tensor tensor) { return new CTTensorBox{std::move(tensor)}; }

bool interrupted() noexcept;

// Implemented beside their subject.
char *find_operator(const char *name, const char *overload, int64_t *out);
char *call_operator(int64_t op, const CTValue *arguments, const char *const *names, int32_t count,
                    CTValue **results, int32_t *result_count);
char *schemas(const char *name, char **out);
std::string grad_function_name(const at::Tensor &tensor);
char *adam_step(const CTAdamEntry *entries, int32_t count, double momentum, double square_momentum,
                double epsilon);
char *lstm(const CTLstmArguments *arguments, CTTensor *output, CTTensor *hidden, CTTensor *cell);
std::string blas_library();
void tune_allocator();
void memory(int64_t *now, int64_t *peak, int64_t *budget);
void reset_peak_memory();
void set_memory_budget(int64_t bytes);

}  // namespace nuthatch

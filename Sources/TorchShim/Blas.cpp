// Which library multiplies matrices: Debian lets the administrator choose it behind one name.
#include "Guard.h"

#include <dlfcn.h>

namespace nuthatch {

std::string blas_library() {
    void *symbol = dlsym(RTLD_DEFAULT, "sgemm_");
    // Libraries that libtorch brought in are not seen by all; ask through libtorch's own.
    if (!symbol) {
        for (const char *name : {"libblas.so.3", "libmkl_intel_lp64.so", "libopenblas.so.0"}) {
            void *library = dlopen(name, RTLD_NOLOAD | RTLD_LAZY);
            if (!library) continue;
            symbol = dlsym(library, "sgemm_");
            dlclose(library);
            if (symbol) break;
        }
    }
    Dl_info info{};
    if (!symbol || !dladdr(symbol, &info) || !info.dli_fname) return at::hasMKL() ? "MKL" : "";
    char *whole = realpath(info.dli_fname, nullptr);
    std::string path = whole ? whole : info.dli_fname;
    std::free(whole);
    return path;
}

}  // namespace nuthatch

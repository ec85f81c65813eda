// fastai's Adam, one pass over each parameter. Decoupled decay (Loshchilov and Hutter, 2019), both
// averages damped and debiased (Kingma and Ba, 2015), epsilon outside the root.
#include "Guard.h"

#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace nuthatch {
namespace {

// The gradient in the parameter's own memory order.
at::Tensor in_order_of(const at::Tensor &parameter, const at::Tensor &gradient) {
    if (gradient.strides() == parameter.strides()) return gradient;
    return at::empty_like(parameter).copy_(gradient);
}

}  // namespace

char *adam_step(const CTAdamEntry *entries, int32_t count, double momentum, double square_momentum,
                double epsilon) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        for (int32_t i = 0; i < count; i++) {
            const CTAdamEntry &entry = entries[i];
            at::Tensor &parameter = entry.parameter->tensor;
            if (!parameter.grad().defined()) continue;
            TORCH_CHECK(parameter.scalar_type() == at::kFloat && parameter.device().is_cpu() &&
                            parameter.is_non_overlapping_and_dense(),
                        "adam_step takes dense float32 parameters on the CPU");
            at::Tensor gradient = in_order_of(parameter, parameter.grad());
            float *p = parameter.data_ptr<float>();
            const float *g = gradient.data_ptr<float>();
            float *m = entry.average->tensor.data_ptr<float>();
            float *v = entry.square_average->tensor.data_ptr<float>();
            const double step = static_cast<double>(entry.step);
            const float keep = static_cast<float>(1.0 - entry.learning_rate * entry.decay);
            const float mom = static_cast<float>(momentum), rest = static_cast<float>(1.0 - momentum);
            const float sqr = static_cast<float>(square_momentum),
                        sqr_rest = static_cast<float>(1.0 - square_momentum);
            const float rate = static_cast<float>(entry.learning_rate / (1.0 - std::pow(momentum, step)));
            const float debias = static_cast<float>(1.0 / (1.0 - std::pow(square_momentum, step)));
            const float eps = static_cast<float>(epsilon);
            at::parallel_for(0, parameter.numel(), 16384, [&](int64_t from, int64_t to) {
                for (int64_t k = from; k < to; k++) {
                    m[k] = m[k] * mom + g[k] * rest;
                    v[k] = v[k] * sqr + g[k] * g[k] * sqr_rest;
                    p[k] = p[k] * keep - rate * m[k] / (std::sqrt(v[k] * debias) + eps);
                }
            });
        }
    });
}

}  // namespace nuthatch

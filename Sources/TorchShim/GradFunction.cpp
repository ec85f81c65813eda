// The one part that needs autograd's insides: its headers are slow to compile, so it stands alone.
#include "Guard.h"

#include <torch/csrc/autograd/function.h>

namespace nuthatch {

std::string grad_function_name(const at::Tensor &tensor) {
    return tensor.grad_fn() ? tensor.grad_fn()->name() : std::string();
}

}  // namespace nuthatch

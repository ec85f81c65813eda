// A long short-term memory (Hochreiter and Schmidhuber, 1997) over whole rows at once, with its own backward pass:
// one matrix product a step and direction, one for all steps where steps do not depend on one another, and one pass
// over the gates. libtorch 1.13 runs a dozen small operations a step instead, each with a node of the graph.
#include "Guard.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace nuthatch {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t rows_per_task = 4;

// The gates of one step, after their activations: input, forget, cell, output, each `hidden` wide.
struct Step {
    int64_t rows, hidden;

    // c = f * c_before + i * g
    void cell(const float *gates, const float *before, float *out) const {
        at::parallel_for(0, rows, rows_per_task, [&](int64_t begin, int64_t end) {
            for (int64_t row = begin; row < end; row++) {
                const float *i = gates + row * 4 * hidden, *f = i + hidden, *g = f + hidden;
                const float *c = before + row * hidden;
                float *o = out + row * hidden;
                for (int64_t k = 0; k < hidden; k++) o[k] = f[k] * c[k] + i[k] * g[k];
            }
        });
    }

    // h = o * tanh(c)
    void hidden_state(const float *gates, const float *squashed, float *out) const {
        at::parallel_for(0, rows, rows_per_task, [&](int64_t begin, int64_t end) {
            for (int64_t row = begin; row < end; row++) {
                const float *o = gates + row * 4 * hidden + 3 * hidden, *t = squashed + row * hidden;
                float *h = out + row * hidden;
                for (int64_t k = 0; k < hidden; k++) h[k] = o[k] * t[k];
            }
        });
    }

    // The gradient of the gates before their activations; `dc` becomes that of the cell one step before.
    void gates_gradient(const float *gates, const float *before, const float *squashed, const float *dh, const float *dy,
                        float *dc, float *out) const {
        at::parallel_for(0, rows, rows_per_task, [&](int64_t begin, int64_t end) {
            for (int64_t row = begin; row < end; row++) {
                const float *i = gates + row * 4 * hidden, *f = i + hidden, *g = f + hidden, *o = g + hidden;
                const float *c = before + row * hidden, *t = squashed + row * hidden;
                const float *h = dh + row * hidden, *y = dy + row * hidden;
                float *d = dc + row * hidden;
                float *di = out + row * 4 * hidden, *df = di + hidden, *dg = df + hidden, *output = dg + hidden;
                for (int64_t k = 0; k < hidden; k++) {
                    float whole = h[k] + y[k];
                    float cell = d[k] + whole * o[k] * (1 - t[k] * t[k]);
                    di[k] = cell * g[k] * i[k] * (1 - i[k]);
                    df[k] = cell * c[k] * f[k] * (1 - f[k]);
                    dg[k] = cell * i[k] * (1 - g[k] * g[k]);
                    output[k] = whole * t[k] * o[k] * (1 - o[k]);
                    d[k] = cell * f[k];
                }
            }
        });
    }
};

struct Lstm : torch::autograd::Function<Lstm> {
    static variable_list forward(AutogradContext *context, const at::Tensor &input, const at::Tensor &hidden,
                                 const at::Tensor &cell, const at::Tensor &input_weight,
                                 const at::Tensor &hidden_weight, const at::Tensor &bias) {
        const int64_t rows = input.size(0), steps = input.size(1), width = hidden_weight.size(1);
        at::Tensor x = input.transpose(0, 1).contiguous();
        at::Tensor gates =
            at::addmm(bias, x.view({steps * rows, input.size(2)}), input_weight.t()).view({steps, rows, 4 * width});
        // Entry 0 is the state before the first step.
        at::Tensor hiddens = at::empty({steps + 1, rows, width}, x.options());
        at::Tensor cells = at::empty_like(hiddens), squashed = at::empty({steps, rows, width}, x.options());
        hiddens.select(0, 0).copy_(hidden.view({rows, width}));
        cells.select(0, 0).copy_(cell.view({rows, width}));
        const at::Tensor turned = hidden_weight.t();
        const Step step{rows, width};
        for (int64_t t = 0; t < steps; t++) {
            TORCH_CHECK(!interrupted(), interrupted_message);
            at::Tensor now = gates.select(0, t);
            now.addmm_(hiddens.select(0, t), turned);
            now.narrow(1, 0, 2 * width).sigmoid_();
            now.narrow(1, 2 * width, width).tanh_();
            now.narrow(1, 3 * width, width).sigmoid_();
            at::Tensor c = cells.select(0, t + 1), s = squashed.select(0, t);
            step.cell(now.data_ptr<float>(), cells.select(0, t).data_ptr<float>(), c.data_ptr<float>());
            at::tanh_out(s, c);
            step.hidden_state(now.data_ptr<float>(), s.data_ptr<float>(), hiddens.select(0, t + 1).data_ptr<float>());
        }
        context->save_for_backward({x, input_weight, hidden_weight});
        // Plain buffers that nothing else sees: no version counting is needed.
        context->saved_data["gates"] = gates;
        context->saved_data["hiddens"] = hiddens;
        context->saved_data["cells"] = cells;
        context->saved_data["squashed"] = squashed;
        context->saved_data["wants_input"] = input.requires_grad();
        context->saved_data["wants_input_weight"] = input_weight.requires_grad();
        context->saved_data["wants_hidden_weight"] = hidden_weight.requires_grad();
        context->saved_data["wants_bias"] = bias.requires_grad();
        at::Tensor output = hiddens.narrow(0, 1, steps).transpose(0, 1).contiguous();
        at::Tensor last_hidden = hiddens.select(0, steps).clone().unsqueeze(0);
        at::Tensor last_cell = cells.select(0, steps).clone().unsqueeze(0);
        return {output, last_hidden, last_cell};
    }

    static variable_list backward(AutogradContext *context, variable_list gradients) {
        const variable_list saved = context->get_saved_variables();
        const at::Tensor &x = saved[0], &input_weight = saved[1], &hidden_weight = saved[2];
        const at::Tensor gates = context->saved_data["gates"].toTensor();
        const at::Tensor hiddens = context->saved_data["hiddens"].toTensor();
        const at::Tensor cells = context->saved_data["cells"].toTensor();
        const at::Tensor squashed = context->saved_data["squashed"].toTensor();
        const int64_t steps = x.size(0), rows = x.size(1), width = hidden_weight.size(1);

        at::Tensor dy = gradients[0].defined() ? gradients[0].transpose(0, 1).contiguous() : at::zeros_like(squashed);
        auto start = [&](const at::Tensor &gradient) {
            return gradient.defined() ? gradient.reshape({rows, width}).clone() : at::zeros({rows, width}, x.options());
        };
        at::Tensor dh = start(gradients[1]), dc = start(gradients[2]);
        at::Tensor dgates = at::empty_like(gates);
        const Step step{rows, width};
        for (int64_t t = steps - 1; t >= 0; t--) {
            TORCH_CHECK(!interrupted(), interrupted_message);
            at::Tensor dnow = dgates.select(0, t);
            step.gates_gradient(gates.select(0, t).data_ptr<float>(), cells.select(0, t).data_ptr<float>(),
                                squashed.select(0, t).data_ptr<float>(), dh.data_ptr<float>(),
                                dy.select(0, t).data_ptr<float>(), dc.data_ptr<float>(), dnow.data_ptr<float>());
            at::mm_out(dh, dnow, hidden_weight);
        }
        const at::Tensor all = dgates.view({steps * rows, 4 * width});
        at::Tensor dinput, dinput_weight, dhidden_weight, dbias;
        if (context->saved_data["wants_input"].toBool()) {
            dinput = at::mm(all, input_weight).view({steps, rows, x.size(2)}).transpose(0, 1);
        }
        if (context->saved_data["wants_input_weight"].toBool()) {
            dinput_weight = at::mm(all.t(), x.view({steps * rows, x.size(2)}));
        }
        if (context->saved_data["wants_hidden_weight"].toBool()) {
            dhidden_weight = at::mm(all.t(), hiddens.narrow(0, 0, steps).reshape({steps * rows, width}));
        }
        if (context->saved_data["wants_bias"].toBool()) dbias = all.sum(0);
        return {dinput, dh.unsqueeze(0), dc.unsqueeze(0), dinput_weight, dhidden_weight, dbias};
    }
};

}  // namespace

char *lstm(const CTLstmArguments *arguments, CTTensor *output, CTTensor *hidden, CTTensor *cell) {
    return guarded([&] {
        const at::Tensor &input = arguments->input->tensor, &hidden_weight = arguments->hidden_weight->tensor;
        const int64_t width = hidden_weight.size(1);
        TORCH_CHECK(input.dim() == 3 && input.size(1) > 0, "an LSTM takes [rows, steps, width], not ", input.sizes());
        TORCH_CHECK(input.scalar_type() == at::kFloat && input.device().is_cpu(), "an LSTM takes float32 on the CPU");
        TORCH_CHECK(input.size(2) == arguments->input_weight->tensor.size(1), "an LSTM of width ",
                    arguments->input_weight->tensor.size(1), " was given inputs of width ", input.size(2));
        for (CTTensor state : {arguments->hidden, arguments->cell}) {
            TORCH_CHECK(state->tensor.numel() == input.size(0) * width, "the state of an LSTM is of ",
                        state->tensor.sizes(), ", not [1, ", input.size(0), ", ", width, "]");
        }
        auto results = Lstm::apply(input, arguments->hidden->tensor.contiguous(), arguments->cell->tensor.contiguous(),
                                   arguments->input_weight->tensor, hidden_weight, arguments->bias->tensor);
        *output = boxed(results[0]);
        *hidden = boxed(results[1]);
        *cell = boxed(results[2]);
    });
}

}  // namespace nuthatch

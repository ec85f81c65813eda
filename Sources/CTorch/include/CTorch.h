// The engine as C sees it: a table of functions that the shim over libtorch fills in. Nothing here
// needs libtorch to compile or to link.
//
// Every function that returns `char *` returns NULL when it succeeded, else a message that the
// caller frees with `free_string`. Where the kind of an error matters the message begins with it and
// a unit separator (0x1f): "index", "value", "type", "not implemented" or "memory". A tensor handle
// that a function gives out is owned by the caller.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CT_ABI 3

typedef struct CTTensorBox *CTTensor;

// What a CTValue holds, and in which field.
enum {
    CT_NONE = 0,      // nothing
    CT_TENSOR = 1,    // tensor
    CT_INT = 2,       // integer; also a dtype, a memory format or a layout
    CT_DOUBLE = 3,    // number
    CT_BOOL = 4,      // integer, 0 or 1
    CT_STRING = 5,    // pointer: a C string; also a device
    CT_INTS = 6,      // pointer: `count` int64_t
    CT_DOUBLES = 7,   // pointer: `count` double
    CT_TENSORS = 8,   // pointer: `count` CTTensor, NULL for an absent one
};

// An argument or a result of an operator.
typedef struct CTValue {
    int32_t kind;
    int32_t count;
    int64_t integer;
    double number;
    CTTensor tensor;
    const void *pointer;
} CTValue;

// One parameter tensor with its optimiser state, for `adam_step`. The two averages are like the
// parameter and are updated in place.
typedef struct CTAdamEntry {
    CTTensor parameter;
    CTTensor average;
    CTTensor square_average;
    double learning_rate;
    double decay;     // weight decay, already 0 where it does not apply
    int64_t step;     // this step's number, from 1
} CTAdamEntry;

// What `lstm` takes: input `[rows, steps, width]`, states `[1, rows, hidden]`, weights `[4 hidden, width]` and
// `[4 hidden, hidden]` in PyTorch's order of gates, and the sum of both biases.
typedef struct CTLstmArguments {
    CTTensor input;
    CTTensor hidden;
    CTTensor cell;
    CTTensor input_weight;
    CTTensor hidden_weight;
    CTTensor bias;
} CTLstmArguments;

typedef struct CTorchTable {
    uint32_t abi;

    void (*free_string)(char *);
    void (*free_tensor)(CTTensor);
    // libtorch's version and build, as text.
    char *(*version)(char **out);
    char *(*set_threads)(int32_t count);
    int32_t (*threads)(void);

    // Any ATen operator, found once by its schema name ("aten::add") and overload ("Tensor" or "").
    char *(*find_operator)(const char *name, const char *overload, int64_t *out);
    // The schemas of all overloads of an operator ("aten::add"), one a line, as libtorch writes them.
    char *(*schemas)(const char *name, char **out);
    // Arguments come in the schema's order; `names` may be NULL, or name each argument (NULL for
    // positional). Missing ones take the schema's defaults. The caller frees the array of results
    // with `free_values` and owns the tensors in it.
    char *(*call)(int64_t op, const CTValue *arguments, const char *const *names, int32_t count,
                  CTValue **results, int32_t *result_count);
    void (*free_values)(CTValue *);

    // A new tensor of the shape and dtype; `bytes` (row-major) are copied in, or NULL for no values.
    char *(*make)(const void *bytes, size_t length, const int64_t *shape, int32_t dimensions,
                  int32_t dtype, CTTensor *out);
    // The values row by row into `bytes`, which holds exactly `length`.
    char *(*copy_out)(CTTensor, void *bytes, size_t length);
    // The address of a contiguous CPU tensor's values.
    char *(*data)(CTTensor, void **out);
    int32_t (*dimensions)(CTTensor);
    void (*shape)(CTTensor, int64_t *out);
    void (*strides)(CTTensor, int64_t *out);
    int64_t (*count)(CTTensor);
    int32_t (*dtype)(CTTensor);
    char *(*device)(CTTensor, char **out);
    char *(*item)(CTTensor, CTValue *out);
    // Another handle of the same tensor.
    CTTensor (*retain)(CTTensor);
    int32_t (*same)(CTTensor, CTTensor);

    int32_t (*requires_grad)(CTTensor);
    char *(*set_requires_grad)(CTTensor, int32_t);
    int32_t (*is_leaf)(CTTensor);
    // The gradient, or NULL in `out` when there is none.
    char *(*grad)(CTTensor, CTTensor *out);
    char *(*set_grad)(CTTensor, CTTensor grad_or_null);
    char *(*backward)(CTTensor, CTTensor gradient_or_null, int32_t retain_graph);
    // The name of the function that made it, such as "AddBackward0", or an empty string.
    char *(*grad_function)(CTTensor, char **out);
    int32_t (*grad_mode)(void);
    void (*set_grad_mode)(int32_t);

    char *(*manual_seed)(uint64_t);
    // The state of the default CPU generator as a byte tensor.
    char *(*random_state)(CTTensor *out);
    char *(*set_random_state)(CTTensor);

    // Interruption: set from any thread or a signal handler, to stop at that check from now (1: the
    // next), or 0 to go on; checked by `interrupted` and, during the backward pass, at the tensors
    // handed to `watch`.
    void (*set_interrupted)(int32_t check);
    int32_t (*interrupted)(void);
    char *(*watch)(CTTensor);

    // fastai's Adam with decoupled weight decay over many parameters at once, on all threads.
    char *(*adam_step)(const CTAdamEntry *entries, int32_t count, double momentum,
                       double square_momentum, double epsilon);

    // A long short-term memory over all steps, float32 on the CPU, with its gradient: outputs
    // `[rows, steps, hidden]` and both last states.
    char *(*lstm)(const CTLstmArguments *arguments, CTTensor *output, CTTensor *hidden, CTTensor *cell);
    // The library that multiplies matrices, as its file is called.
    char *(*blas)(char **out);

    // Bytes held by tensors now and at most since the last reset, and the budget (0: none).
    void (*memory)(int64_t *now, int64_t *peak, int64_t *budget);
    void (*reset_peak_memory)(void);
    void (*set_memory_budget)(int64_t bytes);
} CTorchTable;

typedef const CTorchTable *(*CTorchEntry)(void);

#ifdef __cplusplus
}
#endif

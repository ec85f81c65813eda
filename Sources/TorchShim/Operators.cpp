// Any ATen operator by its schema name, through libtorch's own dispatcher.
#include "Guard.h"

#include <ATen/ScalarOps.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

#include <mutex>
#include <sstream>
#include <vector>

namespace nuthatch {
namespace {

std::mutex operators_lock;
std::vector<c10::OperatorHandle> operators;

c10::IValue list_of_tensors(const CTValue &value, bool optional_elements) {
    auto *tensors = static_cast<const CTTensor *>(value.pointer);
    if (optional_elements) {
        c10::List<c10::optional<at::Tensor>> list;
        for (int32_t i = 0; i < value.count; i++)
            list.push_back(tensors[i] ? c10::optional<at::Tensor>(tensors[i]->tensor) : c10::nullopt);
        return list;
    }
    c10::List<at::Tensor> list;
    for (int32_t i = 0; i < value.count; i++)
        if (tensors[i]) list.push_back(tensors[i]->tensor);
    return list;
}

c10::IValue list_of_doubles(const CTValue &value) {
    c10::List<double> list;
    for (int32_t i = 0; i < value.count; i++)
        list.push_back(value.kind == CT_INTS ? static_cast<double>(static_cast<const int64_t *>(value.pointer)[i])
                                             : static_cast<const double *>(value.pointer)[i]);
    return list;
}

const char *words_for(int32_t kind) {
    switch (kind) {
    case CT_TENSOR: return "a tensor";
    case CT_INT: return "an integer";
    case CT_DOUBLE: return "a float";
    case CT_BOOL: return "a boolean";
    case CT_STRING: return "a string";
    case CT_INTS: return "a list of integers";
    case CT_DOUBLES: return "a list of floats";
    case CT_TENSORS: return "a list of tensors";
    default: return "nothing";
    }
}

[[noreturn]] void refuse(const CTValue &value, const c10::Argument &wanted) {
    TORCH_CHECK(false, "argument '", wanted.name(), "' must be ", wanted.type()->repr_str(), ", not ",
                words_for(value.kind));
    std::abort();
}

// A number where a tensor is wanted, as Python's `x * 2`: it does not take part in type promotion.
at::Tensor wrapped(const at::Scalar &scalar) {
    at::Tensor tensor = c10::scalar_to_tensor(scalar);
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    return tensor;
}

// A single number for a type that is no list.
c10::IValue number(const at::Scalar &scalar, c10::TypeKind kind, const CTValue &value, const c10::Argument &wanted) {
    switch (kind) {
    case c10::TypeKind::NumberType: return scalar;
    case c10::TypeKind::TensorType: return wrapped(scalar);
    case c10::TypeKind::FloatType: return scalar.toDouble();
    case c10::TypeKind::BoolType:
        if (scalar.isFloatingPoint()) refuse(value, wanted);
        return scalar.toLong() != 0;
    case c10::TypeKind::IntType:
        if (scalar.isFloatingPoint()) refuse(value, wanted);
        return scalar.toLong();
    default: refuse(value, wanted);
    }
}

c10::IValue list_of_integers(const CTValue &value, c10::TypeKind element, const c10::Argument &wanted) {
    auto *integers = static_cast<const int64_t *>(value.pointer);
    if (element == c10::TypeKind::FloatType) return list_of_doubles(value);
    if (element == c10::TypeKind::BoolType) {
        c10::List<bool> list;
        for (int32_t i = 0; i < value.count; i++) list.push_back(integers[i] != 0);
        return list;
    }
    // An empty list has no kind of its own.
    if (value.count == 0 && element == c10::TypeKind::TensorType) return c10::List<at::Tensor>();
    if (element != c10::TypeKind::IntType) refuse(value, wanted);
    c10::List<int64_t> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++) list.push_back(integers[i]);
    return list;
}

// One number where the schema has a list: as many of it as the list is long.
c10::IValue repeated(const CTValue &value, c10::TypeKind element, const c10::Argument &wanted) {
    int32_t length = wanted.N().value_or(1);
    bool whole = value.kind == CT_INT || value.kind == CT_BOOL;
    if (element == c10::TypeKind::FloatType) {
        c10::List<double> list;
        for (int32_t i = 0; i < length; i++)
            list.push_back(whole ? static_cast<double>(value.integer) : value.number);
        return list;
    }
    if (!whole) refuse(value, wanted);
    if (element == c10::TypeKind::BoolType) {
        c10::List<bool> list;
        for (int32_t i = 0; i < length; i++) list.push_back(value.integer != 0);
        return list;
    }
    if (element != c10::TypeKind::IntType) refuse(value, wanted);
    c10::List<int64_t> list;
    for (int32_t i = 0; i < length; i++) list.push_back(value.integer);
    return list;
}

// The value as the schema's argument wants it: one number serves for a list of a fixed length, an
// integer for a float, a tensor of one value for a number.
c10::IValue argument(const CTValue &value, const c10::Argument &wanted) {
    auto type = wanted.type();
    if (auto optional = type->cast<c10::OptionalType>()) type = optional->getElementType();
    const auto kind = type->kind();
    const auto list_type = type->cast<c10::ListType>();
    auto element_type = list_type ? list_type->getElementType() : type;
    const bool optional_elements = element_type->kind() == c10::TypeKind::OptionalType;
    if (optional_elements) element_type = element_type->cast<c10::OptionalType>()->getElementType();
    const auto element = element_type->kind();
    switch (value.kind) {
    case CT_NONE: return {};
    case CT_TENSOR:
        if (kind == c10::TypeKind::TensorType) return value.tensor ? c10::IValue(value.tensor->tensor) : c10::IValue();
        if (list_type || !value.tensor) refuse(value, wanted);
        return number(value.tensor->tensor.item(), kind, value, wanted);
    case CT_BOOL:
        if (list_type) return repeated(value, element, wanted);
        return number(at::Scalar(value.integer != 0), kind, value, wanted);
    case CT_INT:
        if (list_type) return repeated(value, element, wanted);
        return number(at::Scalar(value.integer), kind, value, wanted);
    case CT_DOUBLE:
        if (list_type) return repeated(value, element, wanted);
        return number(at::Scalar(value.number), kind, value, wanted);
    case CT_STRING: {
        std::string text(static_cast<const char *>(value.pointer));
        if (kind == c10::TypeKind::DeviceObjType) return c10::Device(text);
        if (kind != c10::TypeKind::StringType) refuse(value, wanted);
        return text;
    }
    case CT_INTS:
        if (!list_type) refuse(value, wanted);
        return list_of_integers(value, element, wanted);
    case CT_DOUBLES:
        if (element != c10::TypeKind::FloatType || !list_type) refuse(value, wanted);
        return list_of_doubles(value);
    case CT_TENSORS:
        if (element != c10::TypeKind::TensorType || !list_type) refuse(value, wanted);
        return list_of_tensors(value, optional_elements);
    default: refuse(value, wanted);
    }
}

void put(const c10::IValue &result, std::vector<CTValue> &out) {
    CTValue value{};
    if (result.isTensor()) {
        value.kind = CT_TENSOR;
        value.tensor = result.toTensor().defined() ? boxed(result.toTensor()) : nullptr;
        if (!value.tensor) value.kind = CT_NONE;
    } else if (result.isInt()) {
        value.kind = CT_INT;
        value.integer = result.toInt();
    } else if (result.isBool()) {
        value.kind = CT_BOOL;
        value.integer = result.toBool();
    } else if (result.isDouble()) {
        value.kind = CT_DOUBLE;
        value.number = result.toDouble();
    } else if (result.isTensorList()) {
        for (const at::Tensor &tensor : result.toTensorVector()) put(c10::IValue(tensor), out);
        return;
    }
    out.push_back(value);
}

}  // namespace

char *find_operator(const char *name, const char *overload, int64_t *out) {
    return guarded([&] {
        auto found = c10::Dispatcher::singleton().findSchema({name, overload});
        TORCH_CHECK(found.has_value(), "this libtorch has no operator ", name, *overload ? "." : "", overload);
        std::lock_guard<std::mutex> lock(operators_lock);
        operators.push_back(*found);
        *out = static_cast<int64_t>(operators.size()) - 1;
    });
}

char *schemas(const char *name, char **out) {
    return guarded([&] {
        static const auto names = c10::Dispatcher::singleton().getAllOpNames();
        std::string lines;
        for (const auto &known : names) {
            if (known.name != name) continue;
            auto found = c10::Dispatcher::singleton().findSchema(known);
            if (!found) continue;
            std::ostringstream line;
            line << found->schema() << "\n";
            lines += line.str();
        }
        *out = copied(lines);
    });
}

char *call_operator(int64_t op, const CTValue *arguments, const char *const *names, int32_t count,
                    CTValue **results, int32_t *result_count) {
    return guarded([&] {
        auto handle = [&] {
            std::lock_guard<std::mutex> lock(operators_lock);
            return operators.at(static_cast<size_t>(op));
        }();
        const auto &wanted = handle.schema().arguments();
        TORCH_CHECK(static_cast<size_t>(count) <= wanted.size(), handle.schema().name(), " takes at most ",
                    wanted.size(), " arguments, ", count, " were given");
        torch::jit::Stack stack;
        stack.reserve(wanted.size());
        std::vector<const CTValue *> given(wanted.size(), nullptr);
        for (int32_t i = 0; i < count; i++) {
            const char *name = names ? names[i] : nullptr;
            size_t place = i;
            if (name) {
                for (place = 0; place < wanted.size() && wanted[place].name() != name; place++) {}
                TORCH_CHECK(place < wanted.size(), handle.schema().name(), " has no argument ", name);
            }
            given[place] = &arguments[i];
        }
        for (size_t i = 0; i < wanted.size(); i++) {
            if (given[i]) {
                stack.push_back(argument(*given[i], wanted[i]));
            } else {
                TORCH_CHECK(wanted[i].default_value().has_value(), handle.schema().name(), " needs ",
                            wanted[i].name());
                stack.push_back(*wanted[i].default_value());
            }
        }
        handle.callBoxed(&stack);
        std::vector<CTValue> out;
        for (const auto &result : stack) put(result, out);
        *results = new CTValue[out.size()];
        std::copy(out.begin(), out.end(), *results);
        *result_count = static_cast<int32_t>(out.size());
    });
}

}  // namespace nuthatch

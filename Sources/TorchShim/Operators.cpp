// Any ATen operator by its schema name, through libtorch's own dispatcher.
#include "Guard.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

#include <mutex>
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

// The value as the schema's argument wants it: one number serves for a list of a fixed length, an
// integer for a float.
c10::IValue argument(const CTValue &value, const c10::Argument &wanted) {
    auto type = wanted.type();
    if (auto optional = type->cast<c10::OptionalType>()) type = optional->getElementType();
    switch (value.kind) {
    case CT_NONE: return {};
    case CT_TENSOR: return value.tensor ? c10::IValue(value.tensor->tensor) : c10::IValue();
    case CT_BOOL: return c10::IValue(value.integer != 0);
    case CT_DOUBLE: return c10::IValue(value.number);
    case CT_STRING: {
        std::string text(static_cast<const char *>(value.pointer));
        if (type->kind() == c10::TypeKind::DeviceObjType) return c10::Device(text);
        return text;
    }
    case CT_INT:
        if (type->kind() == c10::TypeKind::FloatType) return c10::IValue(static_cast<double>(value.integer));
        if (type->kind() == c10::TypeKind::BoolType) return c10::IValue(value.integer != 0);
        if (type->kind() == c10::TypeKind::ListType) {
            c10::List<int64_t> list;
            for (int32_t i = 0; i < wanted.N().value_or(1); i++) list.push_back(value.integer);
            return list;
        }
        return c10::IValue(value.integer);
    case CT_INTS: {
        auto list_type = type->cast<c10::ListType>();
        if (list_type && list_type->getElementType()->kind() == c10::TypeKind::FloatType)
            return list_of_doubles(value);
        auto *integers = static_cast<const int64_t *>(value.pointer);
        if (list_type && list_type->getElementType()->kind() == c10::TypeKind::BoolType) {
            c10::List<bool> list;
            for (int32_t i = 0; i < value.count; i++) list.push_back(integers[i] != 0);
            return list;
        }
        c10::List<int64_t> list;
        list.reserve(value.count);
        for (int32_t i = 0; i < value.count; i++) list.push_back(integers[i]);
        return list;
    }
    case CT_DOUBLES: return list_of_doubles(value);
    case CT_TENSORS: {
        auto list_type = type->cast<c10::ListType>();
        return list_of_tensors(
            value, list_type && list_type->getElementType()->kind() == c10::TypeKind::OptionalType);
    }
    default: TORCH_CHECK(false, "an argument of unknown kind ", value.kind);
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

char *call_operator(int64_t op, const CTValue *arguments, const char *const *names, int32_t count,
                    CTValue *results, int32_t capacity, int32_t *result_count) {
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
        if (static_cast<int32_t>(out.size()) > capacity) {
            for (auto &value : out) delete value.tensor;
            TORCH_CHECK(false, handle.schema().name(), " gave ", out.size(), " results, room for ", capacity);
        }
        for (size_t i = 0; i < out.size(); i++) results[i] = out[i];
        *result_count = static_cast<int32_t>(out.size());
    });
}

}  // namespace nuthatch

#pragma once
// The JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) of a described struct.
#include "kernel/json.hpp"

#include <fmt/format.h>

namespace tellfirst {

// What a document of this shape is for: read from a client (unknown fields refused, defaults
// may be left out) or written by us (every field is there).
enum class SchemaUse { input, output };

template <class T>
[[nodiscard]] Json schema_of(SchemaUse use)
{
    if constexpr (std::same_as<T, Json>) {
        return JsonObject{};
    } else if constexpr (std::same_as<T, JsonObject>) {
        return JsonObject{{"type", "object"}};
    } else if constexpr (std::same_as<T, bool>) {
        return JsonObject{{"type", "boolean"}};
    } else if constexpr (std::integral<T>) {
        return JsonObject{{"type", "integer"}};
    } else if constexpr (std::floating_point<T>) {
        return JsonObject{{"type", "number"}};
    } else if constexpr (std::same_as<T, std::string>) {
        return JsonObject{{"type", "string"}};
    } else if constexpr (std::same_as<T, Instant>) {
        return JsonObject{{"type", "string"}, {"format", "date-time"}};
    } else if constexpr (DescribedEnum<T>) {
        JsonArray names;
        for (auto const name : names_of<T>())
            names.emplace_back(name);
        return JsonObject{{"type", "string"}, {"enum", names}};
    } else if constexpr (Word<T>) {
        return JsonObject{{"type", "string"}};
    } else if constexpr (is_optional<T>) {
        return JsonObject{
            {"anyOf",
             JsonArray{schema_of<typename T::value_type>(use), JsonObject{{"type", "null"}}}}};
    } else if constexpr (is_list<T>) {
        return JsonObject{{"type", "array"}, {"items", schema_of<typename T::value_type>(use)}};
    } else if constexpr (std::same_as<T, std::map<std::string, std::string>>) {
        return JsonObject{
            {"type", "object"}, {"additionalProperties", JsonObject{{"type", "string"}}}};
    } else {
        JsonObject properties;
        JsonArray required;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            using M = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            properties.emplace(member.name, schema_of<M>(use));
            if (use == SchemaUse::output || !may_be_missing<T, M>(member.name))
                required.emplace_back(member.name);
        });
        JsonObject schema{
            {"type", "object"},
            {"properties", std::move(properties)},
            {"additionalProperties", false}};
        if (!required.empty())
            schema.emplace("required", std::move(required));
        return schema;
    }
}

}  // namespace tellfirst

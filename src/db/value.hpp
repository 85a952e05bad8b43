#pragma once
// How our values travel to and from both databases: whole numbers, floating numbers, texts, bytes.
//   Id, Instant (microseconds), bool (0/1), integers  -> BIGINT
//   numbers with a name (`enum class Ppm : std::int64_t {}`) -> BIGINT
//   enums (their described word), Email and other words, strings -> TEXT
//   described structs and lists -> TEXT, as JSON
//   Blob -> BYTEA;  std::optional -> NULL where empty
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace tellfirst::db {

struct Blob {
    std::string bytes;
    bool operator==(Blob const&) const = default;
};

struct Null {
    bool operator==(Null const&) const = default;
};

using Value = std::variant<Null, std::int64_t, double, std::string, Blob>;

// A row does not have the shape that the code expects: a bug or a foreign hand in the database.
struct BadRow : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class T>
concept AnyId = requires(T id) {
    { id.value() } -> std::same_as<std::int64_t>;
    T::parse(std::string_view{});
};

template <class T>
concept NamedNumber = std::same_as<std::underlying_type_t<T>, std::int64_t> && !DescribedEnum<T>;

template <class T>
[[nodiscard]] Value to_value(T const& value)
{
    if constexpr (std::same_as<T, Value>)
        return value;
    else if constexpr (std::same_as<T, Null> || std::same_as<T, std::nullopt_t>)
        return Null{};
    else if constexpr (std::same_as<T, Blob>)
        return value;
    else if constexpr (std::integral<T>)
        return static_cast<std::int64_t>(value);
    else if constexpr (std::floating_point<T>)
        return static_cast<double>(value);
    else if constexpr (std::convertible_to<T const&, std::string_view>)
        return std::string{std::string_view{value}};
    else if constexpr (std::same_as<T, Instant>)
        return to_micros(value);
    else if constexpr (AnyId<T>)
        return value ? Value{value.value()} : Value{Null{}};
    else if constexpr (NamedNumber<T>)
        return static_cast<std::int64_t>(value);
    else if constexpr (DescribedEnum<T>)
        return std::string{name_of(value)};
    else if constexpr (is_optional<T>)
        return value ? to_value(*value) : Value{Null{}};
    else if constexpr (Word<T>)
        return std::string{value.text()};
    else
        return write_json(to_json(value));
}

// Throws BadRow where the value cannot be a T.
template <class T>
[[nodiscard]] T from_value(Value const& value)
{
    auto const number = std::get_if<std::int64_t>(&value);
    auto const text = std::get_if<std::string>(&value);
    if constexpr (is_optional<T>) {
        if (std::holds_alternative<Null>(value))
            return std::nullopt;
        return from_value<typename T::value_type>(value);
    } else if constexpr (AnyId<T>) {
        if (std::holds_alternative<Null>(value))
            return T{};
        if (number != nullptr)
            return T{*number};
    } else if constexpr (std::same_as<T, Instant>) {
        if (number != nullptr)
            return from_micros(*number);
    } else if constexpr (std::same_as<T, bool>) {
        if (number != nullptr)
            return *number != 0;
    } else if constexpr (std::integral<T> || NamedNumber<T>) {
        if (number != nullptr)
            return static_cast<T>(*number);
    } else if constexpr (std::floating_point<T>) {
        if (auto const real = std::get_if<double>(&value))
            return static_cast<T>(*real);
        if (number != nullptr)
            return static_cast<T>(*number);
    } else if constexpr (std::same_as<T, std::string>) {
        if (text != nullptr)
            return *text;
    } else if constexpr (std::same_as<T, Blob>) {
        if (auto const blob = std::get_if<Blob>(&value))
            return *blob;
    } else if constexpr (DescribedEnum<T>) {
        if (text != nullptr)
            if (auto const named = parse_enum<T>(*text))
                return *named;
    } else if constexpr (Word<T>) {
        if (text != nullptr)
            if (auto const word = T::parse(*text))
                return *word;
    } else {
        if (text != nullptr)
            if (auto const json = parse_json(*text))
                if (auto const read = from_json<T>(*json))
                    return *read;
    }
    throw BadRow{"a column holds something else than the code expects"};
}

}  // namespace tellfirst::db

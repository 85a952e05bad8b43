#pragma once
// Described structs to JSON and back. A struct is described once (BOOST_DESCRIBE_STRUCT); its
// JSON form, its validation, its OpenAPI schema (schema.hpp) and its database row follow.
//
// Reading is strict and says everything that is wrong at once, each with its path:
// unknown fields are refused, a missing field is an error unless its type is optional or a list.
// A struct in which most fields have defaults lists the others instead:
//     static constexpr std::array<std::string_view, 1> required{"name"};
//
// A type with `text()`, `static parse(string_view)` and `static expectation()` is a word: it
// stands in JSON as a string (ids, Email).
#include "kernel/enums.hpp"
#include "kernel/instant.hpp"
#include "kernel/problem.hpp"

#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11.hpp>

#include <concepts>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

// Deeper documents are refused: no honest request of ours nests more than six levels.
inline constexpr std::size_t deepest_json = 32;

// Error json.malformed (400), with the byte where reading stopped.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

[[nodiscard]] std::string write_json(Json const& value);

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class T>
concept Word = requires(T const& value, std::string_view text) {
    { value.text() } -> std::convertible_to<std::string>;
    { T::parse(text) } -> std::same_as<std::optional<T>>;
    { T::expectation() } -> std::convertible_to<std::string>;
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

template <class T>
using MembersOf = boost::describe::describe_members<
    T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

// May this member be left out of the JSON of an S?
template <class S, class Member>
[[nodiscard]] constexpr bool may_be_missing(std::string_view name)
{
    if constexpr (requires { S::required; }) {
        for (auto const& required : S::required)
            if (required == name)
                return false;
        return true;
    } else {
        return is_optional<Member> || is_list<Member>;
    }
}

template <class T>
[[nodiscard]] Json to_json(T const& value)
{
    if constexpr (
        std::same_as<T, Json> || std::same_as<T, bool> || std::same_as<T, JsonObject> ||
        std::same_as<T, JsonArray>) {
        return value;
    } else if constexpr (std::integral<T>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (std::floating_point<T>) {
        return static_cast<double>(value);
    } else if constexpr (std::same_as<T, std::string>) {
        return Json(value);
    } else if constexpr (std::same_as<T, Instant>) {
        return Json(to_rfc3339(value));
    } else if constexpr (DescribedEnum<T>) {
        return Json(name_of(value));
    } else if constexpr (Word<T>) {
        return Json(value.text());
    } else if constexpr (is_optional<T>) {
        return value ? to_json(*value) : Json(nullptr);
    } else if constexpr (is_list<T>) {
        JsonArray list;
        list.reserve(value.size());
        for (auto const& item : value)
            list.push_back(to_json(item));
        return list;
    } else if constexpr (std::same_as<T, std::map<std::string, std::string>>) {
        JsonObject object;
        for (auto const& [name, text] : value)
            object.emplace(name, text);
        return object;
    } else {
        static_assert(Described<T>, "describe this struct with BOOST_DESCRIBE_STRUCT");
        JsonObject object;
        boost::mp11::mp_for_each<MembersOf<T>>(
            [&](auto member) { object.emplace(member.name, to_json(value.*member.pointer)); });
        return object;
    }
}

// Collects what is wrong with one document. Paths read "contacts[2].email".
class JsonErrors {
  public:
    void add(std::string_view code, std::string detail);
    [[nodiscard]] bool none() const { return errors_.empty(); }
    [[nodiscard]] Problem to_problem() &&;

    class Inside {  // while it lives, errors are about this member or item
      public:
        Inside(JsonErrors& errors, std::string_view member);
        Inside(JsonErrors& errors, std::size_t item);
        ~Inside() { errors_.path_.resize(length_); }
        Inside(Inside const&) = delete;
        Inside& operator=(Inside const&) = delete;

      private:
        JsonErrors& errors_;
        std::size_t length_;
    };

  private:
    std::string path_;
    std::vector<FieldError> errors_;
};

namespace json_detail {

void read_text(Json const& from, std::string& into, JsonErrors& errors);
void read_bool(Json const& from, bool& into, JsonErrors& errors);
void read_instant(Json const& from, Instant& into, JsonErrors& errors);
void read_texts(Json const& from, std::map<std::string, std::string>& into, JsonErrors& errors);
[[nodiscard]] std::optional<std::int64_t>
read_integer(Json const& from, std::int64_t least, std::int64_t most, JsonErrors& errors);
[[nodiscard]] std::optional<double> read_number(Json const& from, JsonErrors& errors);
[[nodiscard]] std::string one_of(std::vector<std::string_view> const& names);
void refuse_unknown(
    JsonObject const& object, std::span<std::string_view const> known, JsonErrors& errors);

template <class T>
void read(Json const& from, T& into, JsonErrors& errors);

template <Described T>
void read_struct(Json const& from, T& into, JsonErrors& errors)
{
    if (!from.is_object())
        return errors.add("wrong_type", "must be an object");
    auto const& object = from.get_object();
    std::vector<std::string_view> known;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
        using M = std::remove_cvref_t<decltype(into.*member.pointer)>;
        known.emplace_back(member.name);
        JsonErrors::Inside const inside{errors, std::string_view{member.name}};
        auto const* const found = object.if_contains(member.name);
        if (found != nullptr)
            read(*found, into.*member.pointer, errors);
        else if (!may_be_missing<T, M>(member.name))
            errors.add("required", "is required");
    });
    refuse_unknown(object, known, errors);
}

template <class T>
void read(Json const& from, T& into, JsonErrors& errors)
{
    if constexpr (std::same_as<T, Json>) {
        into = from;
    } else if constexpr (std::same_as<T, bool>) {
        read_bool(from, into, errors);
    } else if constexpr (std::integral<T>) {
        using Limits = std::numeric_limits<T>;
        if (auto const number = read_integer(from, Limits::min(), Limits::max(), errors))
            into = static_cast<T>(*number);
    } else if constexpr (std::floating_point<T>) {
        if (auto const number = read_number(from, errors))
            into = static_cast<T>(*number);
    } else if constexpr (std::same_as<T, std::string>) {
        read_text(from, into, errors);
    } else if constexpr (std::same_as<T, Instant>) {
        read_instant(from, into, errors);
    } else if constexpr (DescribedEnum<T>) {
        auto const value = from.is_string() ? parse_enum<T>(from.get_string()) : std::nullopt;
        if (value)
            into = *value;
        else
            errors.add("unknown_value", one_of(names_of<T>()));
    } else if constexpr (Word<T>) {
        auto const value = from.is_string() ? T::parse(from.get_string()) : std::nullopt;
        if (value)
            into = *value;
        else
            errors.add("wrong_form", T::expectation());
    } else if constexpr (is_optional<T>) {
        if (from.is_null())
            into.reset();
        else
            read(from, into.emplace(), errors);
    } else if constexpr (is_list<T>) {
        if (!from.is_array())
            return errors.add("wrong_type", "must be a list");
        into.clear();
        for (std::size_t i = 0; i < from.get_array().size(); ++i) {
            JsonErrors::Inside const inside{errors, i};
            read(from.get_array()[i], into.emplace_back(), errors);
        }
    } else if constexpr (std::same_as<T, std::map<std::string, std::string>>) {
        read_texts(from, into, errors);
    } else {
        read_struct(from, into, errors);
    }
}

}  // namespace json_detail

// Error input.invalid (422), with every wrong field in `errors`.
template <class T>
[[nodiscard]] Result<T> from_json(Json const& document)
{
    T value{};
    JsonErrors errors;
    json_detail::read(document, value, errors);
    if (!errors.none())
        return std::move(errors).to_problem();
    return value;
}

}  // namespace tellfirst

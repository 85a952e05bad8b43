#include "kernel/json.hpp"

#include "kernel/text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tellfirst {
namespace {

// A document that is wrong in more places than this is somebody's mistake as a whole.
constexpr std::size_t most_errors = 50;

// An unknown field's name is repeated to its sender, but not all of it.
constexpr std::size_t longest_name_told = 60;

}  // namespace

Result<Json> parse_json(std::string_view text)
{
    boost::json::parse_options options;
    options.max_depth = deepest_json;
    boost::json::parser parser{{}, options};
    boost::system::error_code error;
    auto const read = parser.write(text, error);
    if (error)
        return Problem{
            .kind = Refusal::malformed,
            .code = "json.malformed",
            .detail = fmt::format("This is not JSON: it stops making sense at byte {}.", read)};
    return parser.release();
}

std::string write_json(Json const& value)
{
    return boost::json::serialize(value);
}

void JsonErrors::add(std::string_view code, std::string detail)
{
    if (errors_.size() < most_errors)
        errors_.push_back({.field = path_, .code = std::string{code}, .detail = std::move(detail)});
}

Problem JsonErrors::to_problem() &&
{
    auto const& first = errors_.front();
    auto detail =
        first.field.empty() ? "The body " + first.detail : first.field + ": " + first.detail;
    return {
        .kind = Refusal::invalid,
        .code = "input.invalid",
        .detail = std::move(detail),
        .field = first.field,
        .errors = std::move(errors_)};
}

JsonErrors::Inside::Inside(JsonErrors& errors, std::string_view member)
    : errors_{errors}, length_{errors.path_.size()}
{
    if (!errors_.path_.empty())
        errors_.path_ += '.';
    errors_.path_ += member;
}

JsonErrors::Inside::Inside(JsonErrors& errors, std::size_t item)
    : errors_{errors}, length_{errors.path_.size()}
{
    errors_.path_ += fmt::format("[{}]", item);
}

namespace json_detail {

void read_text(Json const& from, std::string& into, JsonErrors& errors)
{
    if (!from.is_string())
        return errors.add("wrong_type", "must be a text");
    std::string_view const text = from.get_string();
    if (!is_utf8(text))
        return errors.add("not_utf8", "is not well-formed UTF-8");
    if (text.contains('\0'))  // PostgreSQL cannot hold it, and nobody means it
        return errors.add("has_nul", "must not contain the character U+0000");
    into = text;
}

void read_bool(Json const& from, bool& into, JsonErrors& errors)
{
    if (!from.is_bool())
        return errors.add("wrong_type", "must be true or false");
    into = from.get_bool();
}

void read_instant(Json const& from, Instant& into, JsonErrors& errors)
{
    auto const at = from.is_string() ? parse_rfc3339(from.get_string()) : std::nullopt;
    if (!at)
        return errors.add("wrong_form", "not a time like 2026-03-01T14:05:00Z");
    into = *at;
}

void read_texts(Json const& from, std::map<std::string, std::string>& into, JsonErrors& errors)
{
    if (!from.is_object())
        return errors.add("wrong_type", "must be an object of texts");
    for (auto const& [name, value] : from.get_object()) {
        JsonErrors::Inside const inside{errors, std::string_view{name}};
        read_text(value, into[std::string{name}], errors);
    }
}

std::optional<std::int64_t>
read_integer(Json const& from, std::int64_t least, std::int64_t most, JsonErrors& errors)
{
    if (!from.is_int64() && !from.is_uint64()) {
        errors.add("wrong_type", "must be a whole number");
        return std::nullopt;
    }
    // Boost.JSON holds as uint64 only what does not fit into int64.
    if (from.is_uint64() || from.get_int64() < least || from.get_int64() > most) {
        errors.add("out_of_range", fmt::format("must be between {} and {}", least, most));
        return std::nullopt;
    }
    return from.get_int64();
}

std::optional<double> read_number(Json const& from, JsonErrors& errors)
{
    if (from.is_number()) {
        auto const number = from.to_number<double>();
        if (std::isfinite(number))
            return number;
    }
    errors.add("wrong_type", "must be a number");
    return std::nullopt;
}

std::string one_of(std::vector<std::string_view> const& names)
{
    return fmt::format("must be one of: {}", fmt::join(names, ", "));
}

void refuse_unknown(
    JsonObject const& object, std::span<std::string_view const> known, JsonErrors& errors)
{
    for (auto const& [name, value] : object) {
        if (std::ranges::find(known, std::string_view{name}) != known.end())
            continue;
        JsonErrors::Inside const inside{errors, cut_utf8(name, longest_name_told)};
        errors.add("unknown_field", "there is no such field");
    }
}

}  // namespace json_detail
}  // namespace tellfirst

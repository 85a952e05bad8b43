#include "db/statement.hpp"

#include "kernel/text.hpp"

#include <algorithm>

namespace tellfirst::db {
namespace {

bool is_name_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_';
}

// Where the literal, quoted name or comment that begins at `at` ends; `at` itself where none
// does. A doubled quote inside quotes is two quotes that touch, so it needs no care.
std::size_t end_of_opaque(std::string_view sql, std::size_t at)
{
    auto const closed_by = [&](std::string_view end, std::size_t from) {
        auto const found = sql.find(end, from);
        return found == std::string_view::npos ? sql.size() : found + end.size();
    };
    auto const rest = sql.substr(at);
    if (rest.starts_with('\''))
        return closed_by("'", at + 1);
    if (rest.starts_with('"'))
        return closed_by("\"", at + 1);
    if (rest.starts_with("--"))
        return closed_by("\n", at + 2);
    if (rest.starts_with("/*"))
        return closed_by("*/", at + 2);
    return at;
}

std::size_t number_of(std::vector<std::string>& names, std::string_view name)
{
    auto const found = std::ranges::find(names, name);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin()) + 1;
    names.emplace_back(name);
    return names.size();
}

[[noreturn]] void refuse(std::string const& why, std::string_view about)
{
    throw BadStatement{why + " " + std::string{about}};
}

}  // namespace

Statement number_parameters(std::string_view sql, char mark)
{
    Statement statement;
    statement.text.reserve(sql.size());
    for (std::size_t at = 0; at < sql.size();) {
        auto const opaque_end = end_of_opaque(sql, at);
        if (opaque_end > at) {
            statement.text += sql.substr(at, opaque_end - at);
            at = opaque_end;
            continue;
        }
        if (sql[at] != ':') {
            statement.text += sql[at++];
            continue;
        }
        if (sql.substr(at).starts_with("::"))
            refuse("write CAST(.. AS ..) instead of '::' in", sql);
        auto end = at + 1;
        while (end < sql.size() && is_name_letter(sql[end]))
            ++end;
        if (end == at + 1)
            refuse("a colon without a name in", sql);
        statement.text += mark;
        statement.text +=
            std::to_string(number_of(statement.names, sql.substr(at + 1, end - at - 1)));
        at = end;
    }
    return statement;
}

std::vector<Value const*> values_in_order(Statement const& statement, std::span<Param const> params)
{
    std::vector<Value const*> values(statement.names.size(), nullptr);
    for (auto const& param : params) {
        auto const found = std::ranges::find(statement.names, param.name);
        if (found == statement.names.end())
            refuse("the statement has no parameter", param.name);
        auto const* const text = std::get_if<std::string>(&param.value);
        if (text != nullptr && (text->contains('\0') || !is_utf8(*text)))
            refuse("a text that cannot be stored for", param.name);
        values[static_cast<std::size_t>(found - statement.names.begin())] = &param.value;
    }
    auto const missing = std::ranges::find(values, nullptr);
    if (missing != values.end())
        refuse("no value for", statement.names[static_cast<std::size_t>(missing - values.begin())]);
    return values;
}

}  // namespace tellfirst::db

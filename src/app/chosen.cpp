#include "app/chosen.hpp"

#include "kernel/files.hpp"
#include "kernel/text.hpp"

#include <fmt/format.h>
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace tellfirst::app {
namespace {

std::string environment_name(std::string_view key)
{
    std::string name = "TELLFIRST_";
    for (char const c : key)
        name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

// As on the command line; nothing where it is neither a text, nor a whole number, nor an array of
// texts, which is a list with commas.
std::optional<std::string> text_of(toml::node const& node)
{
    if (auto const* const value = node.as_string())
        return value->get();
    if (auto const* const number = node.as_integer())
        return std::to_string(number->get());
    auto const* const array = node.as_array();
    if (array == nullptr)
        return std::nullopt;
    std::string list;
    for (auto const& part : *array) {
        auto const* const value = part.as_string();
        if (value == nullptr)
            return std::nullopt;
        list += (list.empty() ? "" : ", ") + value->get();
    }
    return list;
}

// Walks the tables of a TOML document; a key is the path to it, joined by dots.
Result<void> choose_all(
    Chosen& chosen, toml::table const& table, std::string const& prefix, std::string_view path)
{
    for (auto const& [name, node] : table) {
        auto const key = prefix + std::string{name.str()};
        auto const place = fmt::format("{}, line {}", path, node.source().begin.line);
        if (auto const* const inner = node.as_table()) {
            if (auto const done = choose_all(chosen, *inner, key + ".", path); !done)
                return done;
            continue;
        }
        auto const text = text_of(node);
        if (!text)
            return Problem{
                .kind = Refusal::invalid,
                .code = "settings.bad_value",
                .detail = fmt::format(
                    "{}: {} must be a text, a list of texts or a whole number.", place, key)};
        if (auto const done = choose(chosen, key, *text, place); !done)
            return done;
    }
    return {};
}

}  // namespace

Result<void>
choose(Chosen& chosen, std::string_view key, std::string const& text, std::string_view place)
{
    for (auto const& known : keys()) {
        if (known.name != key)
            continue;
        auto const wrong = known.set(chosen, text);
        if (wrong.empty())
            return {};
        return Problem{
            .kind = Refusal::invalid,
            .code = "settings.bad_value",
            .detail = fmt::format("{}: {} {}.", place, key, wrong)};
    }
    return Problem{
        .kind = Refusal::invalid,
        .code = "settings.unknown_key",
        .detail = fmt::format("{}: there is no setting {}.", place, key)};
}

Result<void> read_toml(Chosen& chosen, std::string_view text, std::string_view path)
{
    auto const parsed = toml::parse(text, path);
    if (!parsed)
        return Problem{
            .kind = Refusal::invalid,
            .code = "settings.bad_file",
            .detail = fmt::format(
                "{}, line {}: {}.", path, parsed.error().source().begin.line,
                parsed.error().description())};
    return choose_all(chosen, parsed.table(), "", path);
}

Result<void> read_file(Chosen& chosen, std::string const& path)
{
    auto const text = read_whole_file(path);
    if (!text)
        return Problem{
            .kind = Refusal::not_found,
            .code = "settings.bad_file",
            .detail = fmt::format("{} cannot be read.", path)};
    return read_toml(chosen, *text, path);
}

Result<void> read_environment(Chosen& chosen, Lookup const& look_up)
{
    for (auto const& key : keys()) {
        auto const name = environment_name(key.name);
        if (char const* const text = look_up(name.c_str())) {
            if (auto const done = choose(chosen, key.name, text, name); !done)
                return done;
        }
        auto const file_name = name + "_FILE";
        if (char const* const path = look_up(file_name.c_str())) {
            auto const text = read_whole_file(path);
            if (!text)
                return Problem{
                    .kind = Refusal::not_found,
                    .code = "settings.bad_file",
                    .detail = fmt::format("{}: {} cannot be read.", file_name, path)};
            auto const done = choose(chosen, key.name, std::string{trim(*text)}, file_name);
            if (!done)
                return done;
        }
    }
    return {};
}

}  // namespace tellfirst::app

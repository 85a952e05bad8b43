#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

// Logs are events: a name ("mail.accepted"), fields, one per outcome, one JSON line each on
// stderr. Never personal content: ids, counts, codes and times only.
namespace tellfirst::log {

struct Field {
    std::string_view name;
    std::variant<std::string, std::int64_t, double, bool> value;

    Field(std::string_view n, std::string v) : name{n}, value{std::move(v)} {}
    Field(std::string_view n, std::string_view v) : name{n}, value{std::string{v}} {}
    Field(std::string_view n, char const* v) : name{n}, value{std::string{v}} {}
    Field(std::string_view n, bool v) : name{n}, value{v} {}
    Field(std::string_view n, double v) : name{n}, value{v} {}
    template <std::integral T>
    Field(std::string_view n, T v) : name{n}, value{static_cast<std::int64_t>(v)}
    {
    }
};

void event(std::string_view name, std::initializer_list<Field> fields = {});

// Something that somebody should look at.
void warning(std::string_view name, std::initializer_list<Field> fields = {});

}  // namespace tellfirst::log

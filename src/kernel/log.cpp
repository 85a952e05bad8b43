#include "kernel/log.hpp"

#include "kernel/instant.hpp"
#include "kernel/json.hpp"

#include <unistd.h>

namespace tellfirst::log {
namespace {

void write_line(std::string_view level, std::string_view name, std::initializer_list<Field> fields)
{
    JsonObject line;
    // The wall clock, also under a test clock: a log is read beside other programs' logs.
    line["at"] =
        to_rfc3339(std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()));
    line["level"] = level;
    line["event"] = name;
    for (auto const& field : fields)
        std::visit([&](auto const& value) { line[field.name] = value; }, field.value);
    auto const text = write_json(line) + "\n";
    // One write a line, so that lines of several threads never mix. A log that cannot be written
    // must not stop the work.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

void event(std::string_view name, std::initializer_list<Field> fields)
{
    write_line("info", name, fields);
}

void warning(std::string_view name, std::initializer_list<Field> fields)
{
    write_line("warning", name, fields);
}

}  // namespace tellfirst::log

#include "app/commands.hpp"
#include "kernel/files.hpp"
#include "status/status.hpp"

#include <cstdio>

namespace tellfirst::app {

int inspect_uptime(std::string const& file)
{
    auto const text = read_whole_file(file);
    if (!text)
        return refuse({.code = "inspect.no_file", .detail = file + " cannot be read."});
    auto const said = status::inspect_uptime(*text);
    if (!said)
        return refuse(said.error());
    fmt::print("{}\n", *said);
    return exit_ok;
}

}  // namespace tellfirst::app

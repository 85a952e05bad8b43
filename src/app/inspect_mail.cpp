#include "app/commands.hpp"
#include "kernel/files.hpp"
#include "wire/mime/inspect.hpp"

#include <cstdio>

namespace tellfirst::app {

int inspect_mail(std::string const& file)
{
    auto const raw = read_whole_file(file);
    if (!raw)
        return refuse({.code = "inspect.no_file", .detail = file + " cannot be read."});
    fmt::print("{}\n", mime::inspect(*raw));
    return exit_ok;
}

}  // namespace tellfirst::app

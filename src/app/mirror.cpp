#include "app/commands.hpp"
#include "app/signals.hpp"
#include "kernel/clock.hpp"
#include "kernel/log.hpp"
#include "pages/pages.hpp"

#include <cstdio>

namespace tellfirst::app {
namespace {

int write_once(pages::Mirror& mirror, std::string const& to)
{
    auto const written = mirror.write(Clock::machine_now());
    if (!written)
        return refuse(written.error());
    if (auto const& news = *written)
        fmt::print(
            "{}: {} files of {} hosts, made {}\n", to, news->files, news->hosts,
            to_rfc3339(news->made));
    return exit_ok;
}

}  // namespace

int mirror(Chosen const& chosen, Mirroring const& wish)
{
    if (chosen.settings.data.empty())
        return refuse(invalid("data.not_chosen", "data", "Say where the data is: --data DIR."));
    pages::Mirror mirror{chosen.settings.data, wish.to};
    if (!wish.every)
        return write_once(mirror, wish.to);
    block_stopping_signals();
    auto const every = std::chrono::ceil<std::chrono::milliseconds>(*wish.every);
    bool failed = false;
    do {
        auto const written = mirror.write(Clock::machine_now());
        if (!written && !failed)
            log::warning("mirror.not_written", {{"why", written.error().detail}});
        failed = written.has_error();
    } while (!wait_for_stopping_signal(every));
    return exit_ok;
}

}  // namespace tellfirst::app

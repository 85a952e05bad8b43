#include "promises/page_owner.hpp"

#include "kernel/log.hpp"
#include "kernel/text.hpp"
#include "notify/notify.hpp"
#include "team/team.hpp"

#include <absl/time/time.h>

namespace tellfirst::promises {
namespace {

constexpr std::size_t longest_subject = 120;  // what a phone shows of it

std::string wall_time(Instant at, std::string const& zone_name)
{
    absl::TimeZone zone = absl::UTCTimeZone();
    absl::LoadTimeZone(zone_name, &zone);
    return absl::FormatTime("%Y-%m-%d %H:%M %Z", absl::FromUnixMicros(to_micros(at)), zone);
}

}  // namespace

void page_owner(Call& call, Promise const& promise)
{
    auto const person = team::whom_to_page(call.tx, promise.owner);
    if (!person)
        return log::warning("promises.nobody_to_page", {{"promise", promise.id.text()}});
    notify::page(
        call, person->id,
        {.subject = fmt::format("Late: {}", cut_utf8(promise.text, longest_subject)),
         .text = fmt::format(
             "{}\n\nThis was promised for {} and is still open.\n"
             "Do it, say a new moment, or withdraw it.\n",
             promise.text, wall_time(*promise.due_at, person->zone)),
         .about = promise.about.empty() ? promise.id.text() : promise.about,
         .key = fmt::format("late:{}:{}", promise.id.text(), to_micros(*promise.due_at))});
}

}  // namespace tellfirst::promises

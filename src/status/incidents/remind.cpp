#include "status/incidents/remind.hpp"

#include "kernel/log.hpp"
#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "team/team.hpp"

namespace tellfirst::status {
namespace {

using std::chrono::hours;

// Each later than the one before by more: who was told three times knows.
constexpr std::array reminded_after{hours{3}, hours{6}, hours{12}, hours{24}};

constexpr std::size_t longest_subject = 120;  // what a phone shows of it

void set_timer(Call& call, IncidentId id, Instant word_at)
{
    if (auto const next = next_reminder(word_at, call.now))
        jobs::later(call, {.kind = reminder_job, .due_at = *next, .key = id.text()});
}

void page(Call& call, Incident const& incident, hours silent)
{
    auto const person = team::whom_to_page(call.tx, incident.owner);
    if (!person)
        return log::warning("status.nobody_to_page", {{"incident", incident.id.text()}});
    notify::page(
        call, person->id,
        {.subject = fmt::format(
             "No word for {} hours: {}", silent.count(), cut_utf8(incident.title, longest_subject)),
         .text = fmt::format(
             "{}\n\nThe last public word on it was said {} hours ago.\n"
             "Say how it stands, even where nothing has changed, or resolve it.\n",
             incident.title, silent.count()),
         .about = incident.id.text(),
         .key = fmt::format("silence:{}:{}", incident.updates.front().id.text(), silent.count())});
}

}  // namespace

std::optional<hours> silence(Instant word_at, Instant now)
{
    std::optional<hours> longest;
    for (auto const after : reminded_after)
        if (word_at + after <= now)
            longest = after;
    return longest;
}

std::optional<Instant> next_reminder(Instant word_at, Instant now)
{
    for (auto const after : reminded_after)
        if (word_at + after > now)
            return word_at + after;
    return std::nullopt;
}

void restart_reminders(Call& call, IncidentId id)
{
    set_timer(call, id, call.now);
}

void stop_reminders(Call& call, IncidentId id)
{
    jobs::cancel(call, reminder_job, id.text());
}

void remind(Call& call, IncidentId id)
{
    auto const incident = store::find_incident(call.tx, id, call.now);
    if (!incident || incident->resolved_at || incident->updates.empty())
        return;
    auto const word_at = incident->updates.front().at;
    if (auto const silent = silence(word_at, call.now))
        page(call, *incident, *silent);
    set_timer(call, id, word_at);
}

}  // namespace tellfirst::status

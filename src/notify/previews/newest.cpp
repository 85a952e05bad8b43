#include "notify/previews/newest.hpp"

#include "notify/audience_store.hpp"
#include "notify/fanout/freeze.hpp"
#include "notify/fanout/freeze_store.hpp"
#include "notify/progress_store.hpp"
#include "team/team.hpp"

namespace tellfirst::notify {
namespace {

// Enough to meet everybody's language, and no more of the one writer's time than publishing takes.
constexpr std::int64_t contacts_looked_at = 20'000;

}  // namespace

std::optional<Notice> newest_word(Call& call, About const& about)
{
    auto newest = store::announcements_about(call.tx, about.text(), std::nullopt, 1);
    if (newest.empty())
        return std::nullopt;
    auto& notice = newest.front();
    if (auto const freezing = store::freezing(call.tx, notice.id))
        store::freeze_audience(
            call.tx, notice, target_of(notice.body_as<Announcement>()),
            store::next_slice(call.tx, *freezing, contacts_looked_at));
    return std::move(notice);
}

words::Reader onlooker(Call& call)
{
    auto const person = call.actor.kind == Actor::Kind::person
                            ? team::find_person(call.tx, PersonId{call.actor.id})
                            : std::nullopt;
    return {.zone = person ? person->zone : "Etc/UTC"};
}

}  // namespace tellfirst::notify

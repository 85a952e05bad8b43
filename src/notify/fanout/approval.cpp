#include "notify/fanout/approval.hpp"

#include "notify/audience_store.hpp"
#include "notify/fanout/freeze.hpp"
#include "notify/fanout/freeze_store.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/notify.hpp"
#include "team/team.hpp"

#include <fmt/format.h>

namespace tellfirst::notify {
namespace {

// Whoever answers first is enough; more would only wake the house.
constexpr std::size_t most_paged = 20;
constexpr int people_of_a_look = 100;

// Of an earlier word that is still being written down nobody knows yet how many hear of its end,
// but they are more than a few.
bool is_for_many(Call& call, Notice const& notice, Target const& target)
{
    auto const limit = call.settings.notify.approve_above;
    return limit > 0 && (store::is_any_freezing(call.tx, target) ||
                         store::has_more_contacts(call.tx, target, notice.id, limit));
}

std::vector<team::Person> who_may_approve(db::Tx& tx, std::optional<PersonId> asker)
{
    std::vector<team::Person> all;
    std::optional<PersonId> after;
    for (auto some = team::people(tx, after, people_of_a_look); !some.empty();
         some = team::people(tx, after, people_of_a_look)) {
        after = some.back().id;
        for (auto& person : some)
            if (!person.disabled && person.id != asker && all.size() < most_paged &&
                team::rights_of(person.role).has(Right::publish_status))
                all.push_back(std::move(person));
    }
    return all;
}

void page_approvers(Call& call, Notice const& notice, std::optional<PersonId> asker)
{
    auto const words = notice.body_as<Announcement>();
    std::string_view const seen = words.about.is_news()
                                      ? "Nobody has read it yet."
                                      : "The status page says it already; no mail has left.";
    auto const name = team::name_of_actor(call.tx, call.actor.text());
    for (auto const& person : who_may_approve(call.tx, asker))
        page(
            call, person.id,
            {.subject = "Approve: " + words.title,
             .text = fmt::format(
                 "{}\n\nThis notice goes to many, and waits until somebody other than {} approves "
                 "it.\n{}\n",
                 words.title, name.empty() ? "who asked for it" : name, seen),
             .about = notice.about,
             .key = "approve:" + notice.id.text()});
}

}  // namespace

bool needs_approval(Asking const& asking)
{
    return asking.is_for_many && (asking.by != Actor::Kind::system || asking.follows_unapproved);
}

void ask_for_approval(Call& call, Notice const& notice, Announcement const& words)
{
    auto const earlier = store::stops_of_last_word(call.tx, notice);
    if (!needs_approval(
            {.by = call.actor.kind,
             .is_for_many = is_for_many(call, notice, target_of(words)),
             .follows_unapproved = earlier.unapproved_since.has_value()}))
        return;
    auto asker = call.actor.kind == Actor::Kind::system ? earlier.asked_by : std::nullopt;
    if (call.actor.kind == Actor::Kind::person)
        asker = PersonId{call.actor.id};
    store::hold_back(call.tx, notice.id, asker, call.now);
    page_approvers(call, notice, asker);
    call.tell(NoticeUnapproved{.notice = notice.id, .about = words.about});
}

}  // namespace tellfirst::notify

#include "accounts/accounts.hpp"
#include "promises/standing.hpp"
#include "promises/store.hpp"
#include "team/team.hpp"

namespace tellfirst::promises {

std::optional<Promise> find(db::Tx& tx, PromiseId id)
{
    return store::find(tx, id);
}

std::vector<Promise> about(db::Tx& tx, std::string_view subject)
{
    return store::about(tx, subject);
}

std::vector<Change> history(db::Tx& tx, PromiseId id)
{
    return store::history(tx, id);
}

std::vector<Promise> ledger(db::Tx& tx, Seek const& seek)
{
    if (!seek.account)
        return store::ledger(tx, seek);
    auto const account = accounts::find_account(tx, *seek.account);
    if (!account)
        return {};
    // One short read for each recipient, along their index; then the first of all these.
    std::vector<Promise> found;
    auto const add = [&](std::string recipient) {
        if (!seek.to.empty() && seek.to != recipient)
            return;
        auto one = seek;
        one.to = std::move(recipient);
        std::ranges::move(store::ledger(tx, one), std::back_inserter(found));
    };
    add(account->id.text());
    for (auto const& contact : account->contacts)
        add(contact.id.text());
    std::ranges::sort(found, {}, [](Promise const& promise) {
        return std::pair{promise.due_at.value_or(Instant::max()), promise.id};
    });
    found.resize(std::min(found.size(), static_cast<std::size_t>(seek.limit)));
    return found;
}

Record public_record(db::Tx& tx, Source source, Instant from, Instant to)
{
    return store::public_record(tx, source, from, to);
}

Counts count(Call& call)
{
    std::string zone = "Etc/UTC";
    if (call.actor.kind == Actor::Kind::person)
        if (auto const reader = team::find_person(call.tx, PersonId{call.actor.id}))
            zone = reader->zone;
    auto const unsettled = store::count_unsettled(call.tx, call.now, next_midnight(call.now, zone));
    Counts counts{.open = unsettled.open, .due_today = unsettled.due_today, .late = unsettled.late};
    for (auto const& [state, count] : store::count_settled(call.tx))
        switch (state) {
        case State::open: break;  // what is open is not settled
        case State::late: counts.done_late = count; break;
        case State::kept: counts.kept = count; break;
        case State::broken: counts.broken = count; break;
        case State::withdrawn: counts.withdrawn = count; break;
        }
    return counts;
}

}  // namespace tellfirst::promises

#include "kernel/text.hpp"
#include "promises/facts.hpp"
#include "promises/record.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {
namespace {

bool is_recipient(std::string_view to)
{
    return to.empty() || to == "public" || ContactId::parse(to) || AccountId::parse(to);
}

Result<void> check(Make const& wish, Instant now)
{
    if (trim(wish.text).empty())
        return invalid("promise.needs_text", "text", "Say what you promise.");
    if (wish.text.size() > longest_text)
        return invalid("promise.too_long", "text", "Take at most 2,000 characters.");
    if (!is_recipient(wish.to))
        return invalid("promise.bad_recipient", "to", "Name a contact, an account or \"public\".");
    if (wish.due_at.has_value() == wish.no_date.has_value())
        return invalid(
            "promise.needs_date", "due_at",
            "Give either the moment when it is due or the reason why there is none: \"we will try "
            "our best\" is no promise.");
    if (wish.source == Source::by_hand && wish.due_at && *wish.due_at < now)
        return invalid("promise.in_the_past", "due_at", "This moment has passed.");
    return {};
}

}  // namespace

Result<Promise> make(Call& call, Make const& wish)
{
    if (auto const good = check(wish, call.now); !good)
        return good.error();
    Promise const promise{
        .id = call.new_id<PromiseId>(),
        .text = wish.text,
        .to = wish.to,
        .owner = wish.owner,
        .due_at = wish.due_at,
        .first_due_at = wish.due_at,
        .no_date = wish.no_date,
        .source = wish.source,
        .about = wish.about,
        .made_at = call.now};
    store::insert(call.tx, promise);
    store::append(
        call.tx, promise.id, promise.version,
        {.at = call.now, .actor = call.actor.text(), .due_at = promise.due_at});
    if (promise.due_at)
        set_timer(call, promise);
    call.tell(PromiseMade{
        .promise = promise.id,
        .source = promise.source,
        .about = promise.about,
        .due_at = promise.due_at});
    return promise;
}

}  // namespace tellfirst::promises

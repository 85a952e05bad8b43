#include "accounts/accounts.hpp"
#include "accounts/preferences/preferences_store.hpp"
#include "accounts/subscribing/facts.hpp"
#include "accounts/subscribing/services.hpp"
#include "accounts/subscribing/store.hpp"
#include "accounts/topics.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::accounts {
namespace {

std::int64_t bits_in_force(Call& call, Contact const& contact)
{
    if (contact.topics)
        return topic_bits(*contact.topics);
    auto const terms = contact.account ? terms_of(call.tx, *contact.account, call.now)
                                       : std::optional<PlanTerms>{};
    return terms ? topic_bits(terms->topics) : 0;
}

// What he hears of already stays on.
Result<void> turn_on(Call& call, Contact const& contact, std::int64_t wanted)
{
    auto const held = bits_in_force(call, contact);
    if ((held | wanted) == held)
        return {};
    auto const chosen = choose_topics(call, contact.id, topics_in(held | wanted));
    return chosen ? Result<void>{} : Result<void>{chosen.error()};
}

// An invitation names none, and of whom his account says what he uses, chooses none.
void turn_on_services(Call& call, Contact const& contact, store::Spent const& spent)
{
    if (!spent.topic_bits || contact.account)
        return;
    auto const held = store::services_chosen_by(call.tx, contact.id);
    auto const chosen =
        bits_in_force(call, contact) == 0 ? spent.services : heard_by_both(held, spent.services);
    if (chosen == held)
        return;
    store::choose_services(call.tx, contact.id, chosen);
    call.tell(ServicesChosen{.contact = contact.id, .services = chosen});
}

}  // namespace

Result<Contact> confirm(Call& call, std::string_view secret)
{
    auto const spent = store::spend_confirmation(call.tx, {sha256(secret)}, call.now);
    auto const contact = spent ? find_contact(call.tx, spent->contact) : std::nullopt;
    if (!contact)
        return Problem{
            .kind = Refusal::unauthenticated,
            .code = "link.spent",
            .detail = "This link does not work any more. Ask for a new one."};

    Call his{call};
    his.actor = {.kind = Actor::Kind::contact, .id = contact->id.value()};
    store::set_confirmed(call.tx, contact->id, call.now);
    his.tell(ContactConfirmed{.contact = contact->id});
    turn_on_services(his, *contact, *spent);
    if (auto const on = turn_on(his, *contact, spent->topic_bits.value_or(0)); !on)
        return on.error();
    return find_contact(call.tx, contact->id).value();
}

}  // namespace tellfirst::accounts

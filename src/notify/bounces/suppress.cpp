#include "notify/bounces/suppress.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/bounces/suppression_store.hpp"

namespace tellfirst::notify {
namespace {

using accounts::Unreached;

// What stands in the proof behind "suppressed", and with the contact.
std::string reason_of(Unreached cause, std::string const& words)
{
    switch (cause) {
    case Unreached::no_such_address: return "no such address: " + words;
    case Unreached::keeps_bouncing: return "mail keeps coming back: " + words;
    case Unreached::complained: return "called our mail unwanted";
    }
    return words;
}

// The contact is unreachable for as long as anything stands that holds for all topics, since the
// first of it.
void refresh_reach(Call& call, Email const& address)
{
    auto const first = store::first_suppression_of(call.tx, address);
    accounts::set_unreachable(
        call, address,
        first ? std::optional{accounts::Unreachable{
                    .cause = first->cause, .reason = first->reason, .since = first->since}}
              : std::nullopt);
}

// The first reason stands.
void put_on_list(Call& call, Email const& address, Suppression const& suppression)
{
    if (!store::add_suppression(call.tx, suppression))
        return;
    refresh_reach(call, address);
    call.tell(AddressSuppressed{
        .suppression = suppression.id, .contact = suppression.contact, .cause = suppression.cause});
}

void suppress(Call& call, Failure const& failure, Unreached cause, std::optional<BrandId> brand)
{
    Suppression const suppression{
        .id = call.new_id<SuppressionId>(),
        .address = failure.address.text(),
        .brand = brand,
        .cause = cause,
        .reason = reason_of(cause, failure.words),
        .since = call.now,
        .contact = failure.contact,
        .bounce = failure.bounce};
    store::forget_soft_bounces(call.tx, failure.address);
    put_on_list(call, failure.address, suppression);
}

}  // namespace

void suppress_gone(Call& call, Failure const& failure)
{
    suppress(call, failure, Unreached::no_such_address, std::nullopt);
}

void count_soft_bounce(Call& call, Failure const& failure)
{
    auto const counted =
        after_soft_bounce(store::soft_bounces_of(call.tx, failure.address), call.now);
    if (is_too_much(counted))
        return suppress(call, failure, Unreached::keeps_bouncing, std::nullopt);
    store::save_soft_bounces(call.tx, failure.address, counted);
}

void suppress_complainer(Call& call, Failure const& failure, BrandId brand)
{
    suppress(call, failure, Unreached::complained, brand ? std::optional{brand} : std::nullopt);
}

Result<Suppression> suppress_by_hand(Call& call, NewSuppression const& wish)
{
    auto const reason = trim(wish.reason);
    if (reason.empty())
        return invalid(
            "suppression.needs_reason", "reason", "Say why, for whoever looks at it later.");
    if (reason.size() > longest_suppression_reason)
        return invalid("suppression.reason_too_long", "reason", "A reason has at most 200 bytes.");
    if (wish.brand && !accounts::find_brand(call.tx, *wish.brand))
        return invalid("brand.not_found", "brand", "There is no such brand.");
    auto const contact = accounts::find_contact_by_email(call.tx, wish.address);
    put_on_list(
        call, wish.address,
        {.id = call.new_id<SuppressionId>(),
         .address = wish.address.text(),
         .topic = wish.topic,
         .brand = wish.brand,
         .cause = wish.cause,
         .reason = std::string{reason},
         .since = call.now,
         .contact = contact ? std::optional{contact->id} : std::nullopt});
    return store::suppression_in(call.tx, wish.address, {wish.topic, wish.brand}).value();
}

Result<Suppression> lift_suppression(Call& call, SuppressionId id)
{
    auto const found = store::find_suppression(call.tx, id);
    if (!found)
        return not_found("suppression");
    store::remove_suppression(call.tx, id);
    if (auto const address = Email::parse(found->address)) {
        store::forget_soft_bounces(call.tx, *address);
        refresh_reach(call, *address);
    }
    call.tell(SuppressionLifted{.suppression = id, .contact = found->contact});
    return *found;
}

}  // namespace tellfirst::notify

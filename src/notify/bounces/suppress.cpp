#include "notify/bounces/suppress.hpp"

#include "accounts/accounts.hpp"
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

// The contact is unreachable for as long as anything stands, since the first of it.
void refresh_reach(Call& call, Email const& address)
{
    auto const first = store::first_suppression_of(call.tx, address);
    accounts::set_unreachable(
        call, address,
        first ? std::optional{accounts::Unreachable{
                    .cause = first->cause, .reason = first->reason, .since = first->since}}
              : std::nullopt);
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
    if (!store::add_suppression(call.tx, suppression))
        return;  // the first reason stands
    refresh_reach(call, failure.address);
    call.tell(AddressSuppressed{
        .suppression = suppression.id, .contact = failure.contact, .cause = cause});
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

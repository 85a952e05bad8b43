#include "accounts/accounts.hpp"
#include "accounts/subscribing/facts.hpp"
#include "accounts/subscribing/store.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::accounts {

Result<Invited> who_would_be_invited(Call& call, PlanId plan)
{
    if (!find_plan(call.tx, plan))
        return not_found("plan");
    return store::count_invitable(call.tx, plan, call.now - invitation_life);
}

Result<Invited> invite_plan(Call& call, PlanId plan)
{
    auto const counted = who_would_be_invited(call, plan);
    if (!counted || counted->invited == 0)
        return counted;
    store::mark_invited(call.tx, {.plan = plan, .at = call.now}, call.now - invitation_life);
    call.tell(PlanInvited{.plan = plan, .contacts = counted->invited});
    return counted;
}

std::vector<ConfirmationLink>
next_invitations(Call& call, InvitationWave const& wave, std::optional<ContactId> after, int limit)
{
    std::vector<ConfirmationLink> links;
    std::vector<store::Confirmation> kept;
    for (auto const contact : store::invited_contacts(call.tx, wave, after, limit)) {
        links.push_back({.contact = contact, .secret = random_secret()});
        kept.push_back(
            {.hash = {sha256(links.back().secret)},
             .contact = contact,
             .topic_bits = std::nullopt,
             .origin = "",
             .made_at = call.now,
             .expires = wave.at + invitation_life});
    }
    store::add_confirmations(call.tx, kept);
    return links;
}

Result<Invitations> invitations_of(db::Tx& tx, PlanId plan)
{
    if (!find_plan(tx, plan))
        return not_found("plan");
    return store::count_invitations(tx, plan);
}

}  // namespace tellfirst::accounts

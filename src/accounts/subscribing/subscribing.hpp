#pragma once
// The part of the door about agreeing to hear from us: who subscribes himself, and who is invited,
// confirms by a mailed link that works once (double opt-in).
#include "accounts/subscribing/types.hpp"
#include "db/db.hpp"

namespace tellfirst::accounts {

// For a mailbox that is read once a week.
inline constexpr std::chrono::days subscription_link_life{7};
// Who has not answered by then may be invited again.
inline constexpr std::chrono::days invitation_life{30};

// In an hour. More would fill somebody else's mailbox, or many of them.
inline constexpr std::int64_t most_asked_for_one_address = 3;
inline constexpr std::int64_t most_asked_from_one_place = 10;

// Changes nothing of what anybody hears: that comes with `confirm`. A stranger becomes a prospect
// who is unconfirmed. Nothing where the address, or the place, has asked too often.
[[nodiscard]] std::optional<ConfirmationLink> subscribe(Call& call, Subscription const& wish);

// Spends the link: from now on he hears, also of the topics that he asked for. Error link.spent
// (401) for any link that does not work.
[[nodiscard]] Result<Contact> confirm(Call& call, std::string_view secret);

// Every contact of the plan who has not confirmed and can be reached; an open invitation is not
// made twice. Until they confirm, announcements do not go to them. `invite_plan` marks them in one
// act; whoever calls it sends what next_invitations gives. Error plan.not_found.
[[nodiscard]] Result<Invited> who_would_be_invited(Call& call, PlanId plan);
[[nodiscard]] Result<Invited> invite_plan(Call& call, PlanId plan);
// Links for the next of them behind `after`, by id. Who has confirmed meanwhile gets none.
[[nodiscard]] std::vector<ConfirmationLink>
next_invitations(Call& call, InvitationWave const& wave, std::optional<ContactId> after, int limit);
[[nodiscard]] Result<Invitations> invitations_of(db::Tx& tx, PlanId plan);

}  // namespace tellfirst::accounts

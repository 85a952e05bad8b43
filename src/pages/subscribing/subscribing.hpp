#pragma once
// The mails by which people agree to hear from us. Whether we know an address must not show,
// neither in the answer nor in how long it takes: so asking only queues a job, and the job looks.
#include "accounts/accounts.hpp"
#include "jobs/jobs.hpp"

namespace tellfirst::pages {

inline constexpr std::string_view send_confirmation_job = "pages.send_confirmation";
inline constexpr std::string_view send_invitations_job = "pages.send_invitations";

// Letters that one transaction writes, so that nobody else waits long for the database.
inline constexpr int invitations_at_once = 200;

void ask_to_subscribe(Call& call, accounts::Subscription const& wish);

// Mails the link; to nobody where the address, or the place, has asked too often.
[[nodiscard]] Result<void> send_confirmation(Call& call, jobs::Job const& job);

// Marks all who are invited in this one act; their letters follow in slices.
[[nodiscard]] Result<accounts::Invited> invite(Call& call, PlanId plan);
[[nodiscard]] Result<void> send_invitations(Call& call, jobs::Job const& job);

}  // namespace tellfirst::pages

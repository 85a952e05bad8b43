#pragma once
// The part of the door about what comes back: bounces, complaints, addresses that cannot be
// reached.
#include "db/db.hpp"
#include "notify/bounces/types.hpp"

namespace tellfirst::notify {

// Is this recipient an address to which our mail comes back: bounce+ANYTHING@, or the plain bounce@
// that is given to feedback loops?
[[nodiscard]] bool takes_bounces(std::string_view recipient);

// Of a longer one no more is kept: a report is our own mail (100 kB at most) and some words.
inline constexpr std::size_t largest_bounce = 256 * 1024;

struct CameBack {
    std::string from;       // envelope; "" is the null sender
    std::string to;         // one recipient of ours
    std::string raw;        // the first `largest_bounce` of it
    std::int64_t size = 0;  // of all of it
};
// Stores it and queues its reading: once the transaction is committed, it is ours.
MailId take_bounce(Call& call, CameBack const& mail);

// Newest first.
[[nodiscard]] std::vector<Bounce>
bounces(db::Tx& tx, std::optional<BounceOutcome> outcome, std::optional<MailId> after, int limit);
[[nodiscard]] std::optional<BounceInFull> find_bounce(db::Tx& tx, MailId id);
// A person has looked at what nobody could attribute. Said twice: the same answer. Errors
// bounce.not_found, bounce.attributed (409).
[[nodiscard]] Result<Bounce> see_bounce(Call& call, MailId id);

// Addresses to which announcements do not go, newest first.
[[nodiscard]] std::vector<Suppression>
suppressions(db::Tx& tx, std::optional<SuppressionId> after, int limit);
// Announcements go there again from the next one on. Answers what it was. Error
// suppression.not_found.
[[nodiscard]] Result<Suppression> lift_suppression(Call& call, SuppressionId id);

}  // namespace tellfirst::notify

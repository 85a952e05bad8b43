#pragma once
// Inside notify: who announcements do not go to any more, and why.
#include "notify/bounces/bounces.hpp"

namespace tellfirst::notify {

// A failure that proves something about an address.
struct Failure {
    Email address;
    std::optional<ContactId> contact;   // to whom the mail went
    std::string words;                  // what his server said
    std::optional<MailId> bounce = {};  // where it stands, unless the relay said it at once
};

// Nothing will ever arrive there: suppressed, of every topic and in anybody's name.
void suppress_gone(Call& call, Failure const& failure);
// It may pass. Counted, and suppressed where that happens too often.
void count_soft_bounce(Call& call, Failure const& failure);
// He calls the mail of this brand unwanted (no brand: of any).
void suppress_complainer(Call& call, Failure const& failure, BrandId brand);

// What a person knows: he rang, or left his company.
struct NewSuppression {
    static constexpr std::array<std::string_view, 2> required{"address", "reason"};
    Email address;
    std::optional<accounts::Topic> topic;  // absent: of every topic
    std::optional<BrandId> brand;          // absent: in anybody's name
    accounts::Unreached cause = accounts::Unreached::complained;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewSuppression, (), (address, topic, brand, cause, reason))

// Where a person can read it in one line of a list.
inline constexpr std::size_t longest_suppression_reason = 200;  // in bytes

// From the next one on, announcements do not go there. Where the address stands in this scope
// already, that one answers: the first reason stands. Errors suppression.needs_reason,
// suppression.reason_too_long (field reason), brand.not_found (field brand).
[[nodiscard]] Result<Suppression> suppress_by_hand(Call& call, NewSuppression const& wish);

}  // namespace tellfirst::notify

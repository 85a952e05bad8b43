#pragma once
// Inside notify: who announcements do not go to any more, and why.
#include "notify/bounces/bounces.hpp"

namespace tellfirst::notify {

// A failure that proves something about an address.
struct Failure {
    Email address;
    std::optional<ContactId> contact;  // to whom the mail went
    std::string words;                 // what his server said
    MailId bounce;                     // where it stands
};

// Nothing will ever arrive there: suppressed, of every topic and in anybody's name.
void suppress_gone(Call& call, Failure const& failure);
// It may pass. Counted, and suppressed where that happens too often.
void count_soft_bounce(Call& call, Failure const& failure);
// He calls the mail of this brand unwanted (no brand: of any).
void suppress_complainer(Call& call, Failure const& failure, BrandId brand);

}  // namespace tellfirst::notify

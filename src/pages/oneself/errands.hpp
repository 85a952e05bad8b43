#pragma once
// What a contact can have done with all that we hold of him. The address of his own page stands in
// each of his mails, and so with everybody to whom he forwards one: it opens his choices, but these
// need a link that goes to his mailbox alone, and works once.
#include "accounts/types.hpp"
#include "db/call.hpp"

namespace tellfirst::pages {

// copy: what we hold, as a file.
enum class Errand { copy, erase };
BOOST_DESCRIBE_ENUM(Errand, copy, erase)

// Long enough for slow mail, short enough that a mailbox read next week opens nothing.
inline constexpr std::chrono::hours errand_link_life{24};
// In the same time, of either kind. More would let a stranger fill his mailbox.
inline constexpr std::int64_t most_errand_links = 3;

// Mails him the link; nothing where he has had his links. Whoever asks cannot tell.
void ask_for(Call& call, Errand errand, ContactId contact);

struct WantedErrand {
    ContactId contact;
    Errand errand = Errand::copy;
    bool operator==(WantedErrand const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WantedErrand, (), (contact, errand))

// What the link would do; nothing of one that does not work any more.
[[nodiscard]] std::optional<WantedErrand> errand_behind(Call& call, std::string_view secret);
// The same, and it works no more. Only one caller ever gets an answer.
[[nodiscard]] std::optional<WantedErrand> spend_errand(Call& call, std::string_view secret);

}  // namespace tellfirst::pages

#pragma once
// The page behind the link in a partner's mail, in his brand's name and language. Pure.
#include "notify/compose.hpp"
#include "notify/holds/hold_store.hpp"

namespace tellfirst::notify {

// What stands in the form: our words, or what was typed and refused.
struct HeldForm {
    store::Hold hold;
    Announcement words;  // as everybody may know it
    Instant said_at;
    std::string title;
    std::string text;
    std::string refused = {};  // the field that cannot be taken: "title", "text"
};

[[nodiscard]] std::string held_form(accounts::ResolvedBrand const& brand, HeldForm const& form);

// After its button.
[[nodiscard]] std::string released_page(accounts::ResolvedBrand const& brand);

// What is not held any more, and why.
[[nodiscard]] std::string over_page(accounts::ResolvedBrand const& brand, store::Hold const& hold);

// In the name of the host that was asked: nobody knows more of who asks.
[[nodiscard]] std::string unknown_held_link(accounts::ResolvedBrand const& brand);

}  // namespace tellfirst::notify

#pragma once
// What a signed-in contact sees of his own: whom we take him for, what he uses and how it is.
#include "accounts/types.hpp"
#include "pages/status_page.hpp"

namespace tellfirst::pages {

struct Portal {
    accounts::Contact contact;
    std::optional<std::string> account;  // its name; a prospect has none
    accounts::ResolvedBrand brand;       // in whose name he is served
    StatusPage page;                     // of his services only
};

// His services are the ones his account is known to use, private ones included; where we do not
// know that, the public ones. None where the contact is gone.
[[nodiscard]] std::optional<Portal> portal_of(Call& call, ContactId contact);

[[nodiscard]] std::string render(Portal const& portal);

// The page of one incident, window or issue that he sees: "/incidents/aaaak3vq7x2m". Nothing of any
// other.
[[nodiscard]] std::optional<std::string> render_one(Portal const& portal, std::string_view path);

}  // namespace tellfirst::pages

#pragma once
// Who is signed in to the portal, and what all of its pages share.
#include "pages/site.hpp"
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// What he has not read yet of what was announced to him.
struct News {
    std::int64_t unread = 0;
    std::string says = {};  // the newest of them about something that goes on, and where it stands
    std::string path = {};
};

struct Visitor {
    accounts::Contact contact;
    std::optional<accounts::Account> account = {};  // a prospect has none
    accounts::ResolvedBrand brand;                  // in whose name he is served
    std::optional<News> news = {};                  // above each page
};
// Nothing where the contact is gone.
[[nodiscard]] std::optional<Visitor> visitor_of(Call& call, ContactId contact);

// His services are the ones his account is known to use, private ones included; where we do not
// know that, the public ones.
[[nodiscard]] Reader reader_of(Visitor const& visitor);

// In his language and zone, below /portal.
[[nodiscard]] View view_of(Visitor const& visitor, Instant now);

// A page of the portal: the template is filled with the values and with all labels.
struct PortalPage {
    std::string_view text;
    std::string_view title;
    JsonObject values;
};
[[nodiscard]] std::string in_portal(Visitor const& visitor, PortalPage page);

}  // namespace tellfirst::pages

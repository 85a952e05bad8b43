#pragma once
// One page with all that belongs to it: feeds, calendar, badge, pages of incidents. There is one
// for everybody under each brand's own host, one for those on a plan, one for an account.
#include "accounts/types.hpp"
#include "pages/status_page.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::pages {

struct Site {
    accounts::ResolvedBrand brand;  // whose name it carries
    std::string base_url;     // "https://status.example.com", ".../p/TOKEN": no slash at the end
    bool is_private = false;  // only who knows its address sees it
    StatusPage page;          // only what its reader may see
};

// A prebuilt answer. The bytes are the same until what they say has changed.
struct Output {
    std::string path;  // relative to the site's base_url: "/feed.atom"
    std::string body;
    std::string type;
    http::Headers headers = {};  // besides those that all public answers have
    bool operator==(Output const&) const = default;
};

}  // namespace tellfirst::pages

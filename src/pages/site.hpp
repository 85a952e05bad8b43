#pragma once
// One page with all that belongs to it: feeds, calendar, badge, pages of incidents. There is one
// for everybody under each brand's own host, one for those on a plan, one for an account.
#include "accounts/types.hpp"
#include "pages/pledges/pledges.hpp"
#include "pages/status_page.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::pages {

struct Site {
    accounts::ResolvedBrand brand;  // whose name it carries
    std::string base_url;     // "https://status.example.com", ".../p/TOKEN": no slash at the end
    bool is_private = false;  // only who knows its address sees it
    StatusPage page;          // only what its reader may see
    Pledges pledges = {};     // of the plans that its readers are on
};

// "" or "/p/TOKEN": what stands before each path of the site on its host.
[[nodiscard]] std::string base_path_of(Site const& site);

// A prebuilt answer. The bytes are the same until what they say has changed.
struct Output {
    std::string path;  // relative to the site's base_url: "/feed.atom"
    std::string body;
    std::string type;
    http::Headers headers = {};  // instead of, or besides, those that all outputs have
    bool operator==(Output const&) const = default;
};

// What a private site is made of.
struct PrivateSite {
    accounts::ResolvedBrand brand;
    std::string base_path;  // "/p/TOKEN"
    Reader reader;
    Pledges pledges;
};

// All sites that there are, from one look at the house. There may be hundreds of private ones, most
// of which nobody reads today.
struct Sites {
    Instant as_of;
    std::string default_host;  // whose pages are shown under a name that is none of ours
    std::vector<Site> open;
    std::map<std::string, accounts::Logo> logos = {};  // by host
    Found found = {};
    std::vector<PrivateSite> closed = {};
};
// `uses`: on which plans somebody uses what, as it was looked at lately.
[[nodiscard]] Sites look_at_sites(Call& call, status::PlansByService const& uses);
[[nodiscard]] Site site_of(Sites const& sites, PrivateSite const& closed);

[[nodiscard]] Reader reader_of(accounts::Account const& account);

// Who reads below that base path ("" is everybody); nobody where it is none of ours.
[[nodiscard]] std::optional<Reader> reader_at(Call& call, std::string_view base_path);

}  // namespace tellfirst::pages

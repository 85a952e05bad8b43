#pragma once
// Addresses of private pages. Who knows one sees the page, on every device and in every calendar;
// another one in its place makes the old one worth nothing.
#include "db/db.hpp"
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

namespace tellfirst::pages {

// Each of these is looked at whenever the pages are renewed.
inline constexpr int most_account_links = 500;

// The page, and what belongs to it.
struct PageLink {
    std::string url;
    std::string calendar;
    std::string atom;
    std::string rss;
    std::string json;
    std::string badge;
    std::string banner;
};
BOOST_DESCRIBE_STRUCT(PageLink, (), (url, calendar, atom, rss, json, badge, banner))
[[nodiscard]] PageLink link_at(std::string const& base_url);

// "/p/TOKEN". The same for the same subject and generation, and without the secret nobody's guess.
[[nodiscard]] std::string
private_path(std::string_view secret, std::string_view subject, std::int64_t generation);

// Errors plan.not_found, account.not_found; page_link.none for an account that was never given one.
[[nodiscard]] Result<PageLink> page_link(Call& call, PlanId id);
[[nodiscard]] Result<PageLink> page_link(Call& call, AccountId id);
// From now on another one; the old one leads nowhere. Error page_link.too_many (accounts).
[[nodiscard]] Result<PageLink> renew_page_link(Call& call, PlanId id);
[[nodiscard]] Result<PageLink> renew_page_link(Call& call, AccountId id);

// Where the page of a plan stands, and those of accounts that have a link.
[[nodiscard]] std::string base_path_of(Call& call, PlanId id);
[[nodiscard]] std::vector<std::pair<AccountId, std::string>> account_base_paths(Call& call);

struct PageLinkRenewed {
    static constexpr std::string_view room = "pages";
    static constexpr std::string_view kind = "PageLinkRenewed";
    std::string of;  // a plan's or account's id
    [[nodiscard]] std::string subject() const { return of; }
};
BOOST_DESCRIBE_STRUCT(PageLinkRenewed, (), (of))

}  // namespace tellfirst::pages

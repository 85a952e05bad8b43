#pragma once
// Addresses of private pages. Who knows one sees the page, on every device and in every calendar;
// another one in its place makes the old one worth nothing.
#include "accounts/types.hpp"
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

// A plan has one for each brand by which accounts on it are served, in that brand's name and on its
// host; without a brand it is the house's own. Errors plan.not_found, brand.not_found ("brand"),
// account.not_found; page_link.none for a brand that serves nobody on this plan, and for an account
// that was never given one.
[[nodiscard]] Result<PageLink>
page_link(Call& call, PlanId id, std::optional<BrandId> brand = std::nullopt);
[[nodiscard]] Result<PageLink> page_link(Call& call, AccountId id);
// From now on another one; the old one leads nowhere. Error page_link.too_many (accounts).
[[nodiscard]] Result<PageLink>
renew_page_link(Call& call, PlanId id, std::optional<BrandId> brand = std::nullopt);
[[nodiscard]] Result<PageLink> renew_page_link(Call& call, AccountId id);

// Where the pages of these plans stand, and those of accounts that have a link.
struct PlanPage {
    PlanId plan;
    std::optional<BrandId> partner;  // absent: the house's own
    std::string base_path;
};
[[nodiscard]] std::vector<PlanPage> plan_pages(Call& call, std::span<accounts::Plan const> plans);
[[nodiscard]] std::vector<std::pair<AccountId, std::string>> account_base_paths(Call& call);

struct PageLinkRenewed {
    static constexpr std::string_view room = "pages";
    static constexpr std::string_view kind = "PageLinkRenewed";
    std::string of;  // a plan's or account's id
    [[nodiscard]] std::string subject() const { return of; }
};
BOOST_DESCRIBE_STRUCT(PageLinkRenewed, (), (of))

}  // namespace tellfirst::pages

#include "pages/links/links.hpp"

#include "accounts/accounts.hpp"
#include "kernel/digest.hpp"
#include "pages/links/link_store.hpp"
#include "pages/pages.hpp"

namespace tellfirst::pages {
namespace {

// 144 bits, as 24 letters.
constexpr std::size_t token_bytes = 18;

constexpr std::string_view account_prefix = "acc_";

std::string url_of(Call& call, accounts::ResolvedBrand const& brand, store::LinkRow const& link)
{
    return brand.url + private_path(call.settings.secret, link.subject, link.generation);
}

// A partner's page of a plan goes by both: who knows one address knows no other.
std::string subject_of(PlanId plan, std::optional<BrandId> partner)
{
    return partner ? fmt::format("{} {}", plan.text(), partner->text()) : plan.text();
}

store::LinkRow link_of(Call& call, PlanId plan, std::optional<BrandId> partner)
{
    auto subject = subject_of(plan, partner);
    auto const generation = store::generation_of(call.tx, subject);
    return {.subject = std::move(subject), .generation = generation.value_or(1)};
}

// The partner whose page is meant; nothing where it is the house's own.
Result<std::optional<BrandId>> partner_meant(Call& call, PlanId plan, std::optional<BrandId> brand)
{
    if (!accounts::find_plan(call.tx, plan))
        return not_found("plan");
    if (!brand || *brand == accounts::default_brand(call.tx).id)
        return std::optional<BrandId>{};
    if (!accounts::find_brand(call.tx, *brand))
        return invalid("brand.not_found", "brand", "There is no such brand.");
    auto const sold = accounts::plans_of_brand(call.tx, *brand);
    if (std::ranges::find(sold, plan) == sold.end())
        return Problem{
            .kind = Refusal::not_found,
            .code = "page_link.none",
            .detail = "No account of this brand is on this plan."};
    return brand;
}

}  // namespace

PageLink link_at(std::string const& base)
{
    return {
        .url = base + "/",
        .calendar = base + "/calendar.ics",
        .atom = base + "/feed.atom",
        .rss = base + "/feed.rss",
        .json = base + "/status.json",
        .badge = base + "/badge.svg",
        .banner = base + "/banner.js"};
}

std::string private_path(std::string_view secret, std::string_view subject, std::int64_t generation)
{
    auto const mac = hmac_sha256(secret, fmt::format("page-link {} {}", subject, generation));
    return std::string{private_prefix} + to_base64url(std::string_view{mac}.substr(0, token_bytes));
}

Result<PageLink> page_link(Call& call, PlanId id, std::optional<BrandId> brand)
{
    auto const partner = partner_meant(call, id, brand);
    if (!partner)
        return partner.error();
    auto const named = partner->value_or(accounts::default_brand(call.tx).id);
    return link_at(
        url_of(call, accounts::resolved_brand(call, named), link_of(call, id, *partner)));
}

Result<PageLink> page_link(Call& call, AccountId id)
{
    auto const account = accounts::find_account(call.tx, id);
    if (!account)
        return not_found("account");
    auto const generation = store::generation_of(call.tx, id.text());
    if (!generation)
        return Problem{
            .kind = Refusal::not_found,
            .code = "page_link.none",
            .detail = "This account has no page of its own yet; renewing its link makes one."};
    auto const brand = accounts::resolved_brand(call, account->brand);
    return link_at(url_of(call, brand, {.subject = id.text(), .generation = *generation}));
}

Result<PageLink> renew_page_link(Call& call, PlanId id, std::optional<BrandId> brand)
{
    auto const partner = partner_meant(call, id, brand);
    if (!partner)
        return partner.error();
    store::renew(call.tx, {.subject = subject_of(id, *partner), .generation = 2}, call.now);
    call.tell(PageLinkRenewed{.of = id.text()});
    return page_link(call, id, brand);
}

Result<PageLink> renew_page_link(Call& call, AccountId id)
{
    if (!accounts::find_account(call.tx, id))
        return not_found("account");
    bool const is_new = !store::generation_of(call.tx, id.text());
    auto const links = store::links(call.tx, account_prefix, most_account_links);
    if (is_new && std::ssize(links) >= most_account_links)
        return conflict(
            "page_link.too_many",
            fmt::format("At most {} accounts have a page of their own.", most_account_links));
    store::renew(call.tx, {.subject = id.text(), .generation = 1}, call.now);
    call.tell(PageLinkRenewed{.of = id.text()});
    return page_link(call, id);
}

std::vector<PlanPage> plan_pages(Call& call, std::span<accounts::Plan const> plans)
{
    std::vector<PlanPage> pages;
    auto const add = [&](PlanId plan, std::optional<BrandId> partner) {
        auto const link = link_of(call, plan, partner);
        pages.push_back(
            {.plan = plan,
             .partner = partner,
             .base_path = private_path(call.settings.secret, link.subject, link.generation)});
    };
    for (auto const& plan : plans)
        add(plan.id, std::nullopt);
    for (auto const& brand : accounts::brands(call.tx))
        if (!brand.is_default)
            for (auto const plan : accounts::plans_of_brand(call.tx, brand.id))
                add(plan, brand.id);
    return pages;
}

std::vector<std::pair<AccountId, std::string>> account_base_paths(Call& call)
{
    std::vector<std::pair<AccountId, std::string>> paths;
    for (auto const& link : store::links(call.tx, account_prefix, most_account_links))
        if (auto const id = AccountId::parse(link.subject))
            paths.emplace_back(
                *id, private_path(call.settings.secret, link.subject, link.generation));
    return paths;
}

}  // namespace tellfirst::pages

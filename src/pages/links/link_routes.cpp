#include "pages/links/link_routes.hpp"

#include "pages/links/links.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

using OfPlan = Result<PageLink> (*)(Call&, PlanId, std::optional<BrandId>);
using OfAccount = Result<PageLink> (*)(Call&, AccountId);

template <OfPlan verb>
Result<http::Reply> of_plan(http::Request const& request, Call& call)
{
    auto const id = request.id<PlanId>("plan");
    if (!id)
        return id.error();
    std::optional<BrandId> brand;
    if (auto const text = request.parameter("brand"); text && !text->empty()) {
        brand = BrandId::parse(*text);
        if (!brand)
            return invalid("input.invalid", "brand", "brand: " + BrandId::expectation());
    }
    auto const link = verb(call, *id, brand);
    if (!link)
        return link.error();
    return http::ok(to_json(*link));
}

template <OfAccount verb>
Result<http::Reply> of_account(http::Request const& request, Call& call)
{
    auto const id = request.id<AccountId>("account");
    if (!id)
        return id.error();
    auto const link = verb(call, *id);
    if (!link)
        return link.error();
    return http::ok(to_json(*link));
}

}  // namespace

void add_link_routes(http::Table& table)
{
    table.get("/api/v1/plans/{id}/page-link", Right::read_accounts, of_plan<page_link>)
        .says("Where those on a plan see what concerns them: page, feeds, calendar, badge, banner; "
              "of a brand those whom it serves")
        .asks({"brand"})
        .gives<PageLink>();
    table
        .post("/api/v1/plans/{id}/page-link/renew", Right::write_accounts, of_plan<renew_page_link>)
        .says("Another address for the plan's page; the old one leads nowhere from now on")
        .asks({"brand"})
        .gives<PageLink>()
        .holds_secret();
    table.get("/api/v1/accounts/{id}/page-link", Right::read_accounts, of_account<page_link>)
        .says("Where an account sees what concerns it, if it was given such an address")
        .gives<PageLink>();
    table
        .post(
            "/api/v1/accounts/{id}/page-link/renew", Right::write_accounts,
            of_account<renew_page_link>)
        .says("An address for the account's own page, or another one in place of the old")
        .gives<PageLink>()
        .holds_secret();
}

}  // namespace tellfirst::pages

#include "accounts/routes.hpp"
#include "accounts/accounts.hpp"
#include "kernel/digest.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::accounts {
namespace {

using http::Reply;
using http::Request;

// A picture of 32 KiB in base64, and what stands around it.
constexpr std::size_t largest_logo_request = 64 * 1024;

Result<Reply> post_brand(Request const& request, Call& call)
{
    auto const wish = request.body_as<NewBrand>();
    if (!wish)
        return wish.error();
    auto const brand = add_brand(call, *wish);
    if (!brand)
        return brand.error();
    return http::created("/api/v1/brands/" + brand->id.text(), to_json(*brand));
}

Result<Reply> get_brands(Request const& request, Call& call)
{
    return http::list<BrandId>(
        request, [&](auto after, int most) { return brands(call.tx, after, most); });
}

Result<Reply> get_brand(Request const& request, Call& call)
{
    auto const id = request.id<BrandId>("brand");
    if (!id)
        return id.error();
    auto const brand = find_brand(call.tx, *id);
    if (!brand)
        return not_found("brand");
    return http::ok(to_json(*brand));
}

Result<Reply> get_resolved(Request const& request, Call& call)
{
    auto const id = request.id<BrandId>("brand");
    if (!id)
        return id.error();
    if (!find_brand(call.tx, *id))
        return not_found("brand");
    return http::ok(to_json(resolved_brand(call, *id)));
}

Result<Reply> put_brand(Request const& request, Call& call)
{
    auto const id = request.id<BrandId>("brand");
    if (!id)
        return id.error();
    auto const wish = request.body_as<NewBrand>();
    if (!wish)
        return wish.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    auto const brand = change_brand(call, *id, *wish, *version);
    if (!brand)
        return brand.error();
    return http::ok(to_json(*brand));
}

Result<Reply> reply_to_logo(Request const& request, Call& call, std::optional<NewLogo> const& wish)
{
    auto const id = request.id<BrandId>("brand");
    if (!id)
        return id.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    auto const brand = change_logo(call, *id, wish, *version);
    if (!brand)
        return brand.error();
    return http::ok(to_json(*brand));
}

Result<Reply> put_logo(Request const& request, Call& call)
{
    auto const wish = request.body_as<NewLogo>();
    if (!wish)
        return wish.error();
    return reply_to_logo(request, call, *wish);
}

Result<Reply> delete_logo(Request const& request, Call& call)
{
    return reply_to_logo(request, call, std::nullopt);
}

// In the form in which it was sent, so that nothing but a picture can come of it.
Result<Reply> get_logo(Request const& request, Call& call)
{
    auto const id = request.id<BrandId>("brand");
    if (!id)
        return id.error();
    auto const logo = logo_of(call.tx, *id);
    if (!logo)
        return not_found("logo");
    return http::ok(to_json(NewLogo{.type = logo->type, .data = to_base64(logo->bytes)}));
}

Result<Reply> put_account_brand(Request const& request, Call& call)
{
    auto const id = request.id<AccountId>("account");
    if (!id)
        return id.error();
    auto const wish = request.body_as<AccountBrand>();
    if (!wish)
        return wish.error();
    auto const account = find_account(call.tx, *id);
    if (!account)
        return not_found("account");
    if (auto const same = request.check_version(account->version); !same)
        return same.error();
    auto const changed = give_brand(call, *id, wish->brand);
    if (!changed)
        return changed.error();
    return http::ok(to_json(*changed));
}

}  // namespace

void add_brand_routes(http::Table& table)
{
    table.post("/api/v1/brands", Right::write_accounts, post_brand)
        .says("Add a partner's brand: a host, a name and a sender of his own")
        .takes<NewBrand>()
        .gives<Brand>(201);
    table.get("/api/v1/brands", Right::read_accounts, get_brands)
        .says("List brands as they were written; one of them is the default")
        .asks({"after", "limit"})
        .gives<http::Page<Brand>>();
    table.get("/api/v1/brands/{id}", Right::read_accounts, get_brand)
        .says("A brand as it was written")
        .gives<Brand>();
    table.put("/api/v1/brands/{id}", Right::write_accounts, put_brand)
        .says("Change in whose name pages and mails speak; the whole of it but the logo")
        .takes<NewBrand>()
        .gives<Brand>();
    table.get("/api/v1/brands/{id}/resolved", Right::read_accounts, get_resolved)
        .says("A brand as its pages show it, with what it takes from those above it")
        .gives<ResolvedBrand>();
    table.get("/api/v1/brands/{id}/logo", Right::read_accounts, get_logo)
        .says("The brand's logo, as it was sent")
        .gives<NewLogo>();
    table.put("/api/v1/brands/{id}/logo", Right::write_accounts, put_logo)
        .says("Give the brand a logo: a PNG, or an SVG without scripts; at most 32 KiB")
        .takes<NewLogo>()
        .gives<Brand>()
        .at_most(largest_logo_request);
    table.remove("/api/v1/brands/{id}/logo", Right::write_accounts, delete_logo)
        .says("Take the brand's logo away")
        .gives<Brand>();
    table.put("/api/v1/accounts/{id}/brand", Right::write_accounts, put_account_brand)
        .says("From which brand the account's contacts hear")
        .takes<AccountBrand>()
        .gives<Account>();
}

}  // namespace tellfirst::accounts

#include "accounts/routes.hpp"
#include "accounts/accounts.hpp"
#include "kernel/digest.hpp"
#include "wire/http/asked.hpp"
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
    return http::reply_created("/api/v1/brands", add_brand(call, *wish));
}

Result<Reply> get_brands(Request const& request, Call& call)
{
    return http::list<BrandId>(
        request, [&](auto after, int most) { return brands(call.tx, after, most); });
}

Result<Reply> get_brand(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    return http::reply_found("brand", find_brand(call.tx, asked->id));
}

Result<Reply> get_resolved(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    if (!find_brand(call.tx, asked->id))
        return not_found("brand");
    return http::ok(to_json(resolved_brand(call, asked->id)));
}

Result<Reply> put_brand(Request const& request, Call& call)
{
    return http::change(request, call, "brand", change_brand);
}

Result<Reply> delete_brand(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    return http::reply_ok(remove_brand(call, asked->id, asked->version));
}

// In the form in which it was sent, so that nothing but a picture can come of it.
Result<Reply> get_logo(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    auto const logo = logo_of(call.tx, asked->id);
    if (!logo)
        return not_found("logo");
    return http::ok(to_json(NewLogo{.type = logo->type, .data = to_base64(logo->bytes)}));
}

Result<Reply> put_logo(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId, NewLogo>(request, "brand");
    if (!asked)
        return asked.error();
    return http::reply_ok(change_logo(call, asked->id, asked->wish, asked->version));
}

Result<Reply> delete_logo(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    return http::reply_ok(change_logo(call, asked->id, std::nullopt, asked->version));
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
    table.remove("/api/v1/brands/{id}", Right::write_accounts, delete_brand)
        .says("Remove a partner's brand that no account hears from and no brand stands below")
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
}

}  // namespace tellfirst::accounts

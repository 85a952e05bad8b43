#include "pages/summary/summary_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/summary/summary_page.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

std::optional<Summary> summary_for(http::Request const& request, Call& call)
{
    auto const month = month_named(request.parameter("month"), call.now);
    if (!month)
        return std::nullopt;
    return look_at_month(call, *month);
}

// A month that is none, or has not begun, is a page that there is not.
Result<http::Reply> get_page(http::Request const& request, Call& call, words::Language language)
{
    auto const summary = summary_for(request, call);
    if (!summary)
        return http::no_such_path();
    auto const brand = accounts::brand_of_host(call.tx, request.header("host"));
    return http::page(200, render(*summary, accounts::resolved_brand(call, brand.id), language));
}

Result<http::Reply> get_english(http::Request const& request, Call& call)
{
    return get_page(request, call, words::Language::en);
}

Result<http::Reply> get_german(http::Request const& request, Call& call)
{
    return get_page(request, call, words::Language::de);
}

Result<http::Reply> get_json(http::Request const& request, Call& call)
{
    auto const summary = summary_for(request, call);
    if (!summary)
        return not_found("month");
    return http::ok(to_json(*summary));
}

}  // namespace

void add_summary_routes(http::Table& table)
{
    table.get("/summary", Right::anyone, get_english)
        .says("A month on one printed sheet: incidents, minutes, availability, promises kept.")
        .asks({"month"})
        .counts_strangers();
    table.get("/de/summary", Right::anyone, get_german)
        .says("The same in German.")
        .asks({"month"})
        .counts_strangers();
    table.get("/summary.json", Right::anyone, get_json)
        .says("The same as JSON.")
        .asks({"month"})
        .gives<Summary>()
        .counts_strangers();
}

}  // namespace tellfirst::pages

#include "pages/summary/summary_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/summary/summary_page.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

Result<Summary> summary_for(http::Request const& request, Call& call)
{
    auto const month = month_named(request.parameter("month"), call.now);
    if (!month)
        return not_found("month");
    return look_at_month(call, *month);
}

Result<http::Reply> get_page(http::Request const& request, Call& call, words::Language language)
{
    auto const summary = summary_for(request, call);
    if (!summary)
        return summary.error();
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
        return summary.error();
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

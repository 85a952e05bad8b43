#include "pages/portal/log_routes.hpp"

#include "pages/portal/log_page.hpp"
#include "pages/portal/portal_routes.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

Result<http::Reply> get_log(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    auto const after = request.after<NoticeId>();
    if (!after)
        return after.error();
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto page = http::page_of(
        notify::delivery_log(
            call, {.contact = visitor->contact.id, .reader = notify::LogReader::himself}, *after,
            *limit + 1),
        *limit);
    return http::page(
        200, render(
                 *visitor,
                 LogPage{.items = std::move(page.items), .after = page.next, .now = call.now}));
}

}  // namespace

void add_log_routes(http::Table& table)
{
    table.get("/portal/deliveries", Right::anyone, get_log)
        .says("What was sent to a signed-in contact, newest first, and what became of it.")
        .asks({"after", "limit"});
}

}  // namespace tellfirst::pages

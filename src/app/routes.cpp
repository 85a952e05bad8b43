#include "app/routes.hpp"

#include "accounts/accounts.hpp"
#include "app/housekeeping.hpp"
#include "app/outbox_routes.hpp"
#include "app/version.hpp"
#include "console/console.hpp"
#include "notify/notify.hpp"
#include "pages/pages.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "team/team.hpp"
#include "tickets/tickets.hpp"
#include "wire/http/openapi.hpp"

#include <charconv>

namespace tellfirst::app {
namespace {

struct Health {
    std::string status = "ok";
    std::string version;
};
BOOST_DESCRIBE_STRUCT(Health, (), (status, version))

// The audit trail, oldest first; `after` is the last sequence number of the page before.
Result<http::Reply> list_facts(http::Request const& request, Call& call)
{
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    std::int64_t after = 0;
    if (auto const text = request.parameter("after")) {
        auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), after);
        if (error != std::errc{} || end != text->data() + text->size() || after < 0)
            return invalid("input.invalid", "after", "after: must be a sequence number");
    }
    auto const cursor_of = [](db::Fact const& fact) { return std::to_string(fact.seq); };
    auto rows = db::facts_after(call.tx, after, *limit + 1);
    return http::ok(to_json(http::page_of(std::move(rows), *limit, cursor_of)));
}

// Webhooks may not come back to ourselves.
http::Outgoing outgoing_of(Chosen const& chosen)
{
    auto const begin = chosen.settings.public_url.find("//") + 2;
    auto const end = chosen.settings.public_url.find('/', begin);
    return {
        .allow = chosen.outgoing_allow,
        .own_names = {http::host_name(chosen.settings.public_url.substr(begin, end - begin))}};
}

// Alive: the process answers. Whether it can work is /readyz.
Result<http::Reply> say_healthy(http::Request const&, House&)
{
    return http::ok(to_json(Health{.version = std::string{version}}));
}

// Ready: the database answers (the call itself has read from it).
Result<http::Reply> say_ready(http::Request const&, Call& call)
{
    (void)db::last_seq(call.tx);
    return http::ok(to_json(Health{.version = std::string{version}}));
}

}  // namespace

notify::ChannelSettings channels_of(Chosen const& chosen)
{
    return {.sms = chosen.sms, .outgoing = outgoing_of(chosen)};
}

void add_all_routes(http::Table& table, Chosen const& chosen)
{
    team::add_routes(table);
    accounts::add_routes(table, status::check_used_services);
    notify::add_routes(table);
    notify::add_webhook_routes(table, outgoing_of(chosen));
    notify::add_channel_routes(table, channels_of(chosen));
    promises::add_routes(table);
    status::add_routes(table, {.channels = channels_of(chosen), .above = pages::calendar_previews});
    tickets::add_routes(table);
    pages::add_routes(table, {.sms = !chosen.sms.preset.empty()});
    console::add_routes(table);
    add_outbox_routes(table, chosen.relay);

    table.get("/api/v1/facts", Right::read_facts, list_facts)
        .says("What happened, oldest first: the audit trail.")
        .asks({"after", "limit"})
        .gives<http::Page<db::Fact>>();
    table.stream("/api/v1/events", Right::read_facts)
        .says("The same, live (text/event-stream); resumes by Last-Event-ID.");
    table.work("GET", "/healthz", Right::anyone, say_healthy)
        .says("Is the process alive?")
        .gives<Health>();
    table.get("/readyz", Right::anyone, say_ready).says("Can it work?").gives<Health>();
    table
        .work(
            "GET", "/api/v1/openapi.json", Right::anyone,
            [&table](http::Request const&, House&) -> Result<http::Reply> {
                return http::ok(http::openapi_document(table, version));
            })
        .says("This document.")
        .gives<JsonObject>();
}

void add_all_jobs(jobs::Board& board, Chosen const& chosen)
{
    notify::add_jobs(board);
    notify::add_webhook_jobs(board, outgoing_of(chosen));
    notify::add_push_jobs(board, outgoing_of(chosen));
    promises::add_jobs(board);
    status::add_jobs(board);
    tickets::add_jobs(board);
    pages::add_jobs(board);
    add_housekeeping(board);
}

}  // namespace tellfirst::app

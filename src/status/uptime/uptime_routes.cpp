#include "accounts/accounts.hpp"
#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/table.hpp"

#include <charconv>

namespace tellfirst::status {
namespace {

constexpr int most_days = 366;

Result<std::vector<Uptime>>
asked(http::Request const& request, Call& call, std::optional<ServiceId> service)
{
    auto const from = request.moment("from");
    if (!from)
        return from.error();
    auto const to = request.moment("to");
    if (!to)
        return to.error();
    return uptimes(call.tx, {.service = service, .from = *from, .to = *to}, call.now);
}

// The one that is asked for, or nothing: all of them.
Result<std::optional<ServiceId>> service_in(http::Request const& request)
{
    auto const text = request.parameter("service");
    if (!text || text->empty())
        return std::nullopt;
    auto const service = ServiceId::parse(*text);
    if (!service)
        return invalid("input.invalid", "service", "service: must be an id such as svc_...");
    return service;
}

Result<http::Reply> get_all(http::Request const& request, Call& call)
{
    auto const service = service_in(request);
    if (!service)
        return service.error();
    auto all = asked(request, call, *service);
    if (!all)
        return all.error();
    return http::ok(to_json(http::Page<Uptime>{.items = *std::move(all), .next = {}}));
}

Result<http::Reply> get_one(http::Request const& request, Call& call)
{
    auto const id = request.id<ServiceId>("service");
    if (!id)
        return id.error();
    auto const one = asked(request, call, *id);
    if (!one)
        return one.error();
    return http::ok(to_json(one->front()));
}

Result<http::Reply> get_days(http::Request const& request, Call& call)
{
    BarsWish wish;
    if (auto const text = request.parameter("days"); text && !text->empty()) {
        auto const [end, error] =
            std::from_chars(text->data(), text->data() + text->size(), wish.days);
        if (error != std::errc{} || end != text->data() + text->size() || wish.days < 1 ||
            wish.days > most_days)
            return invalid("input.invalid", "days", "days: must be a number from 1 to 366");
    }
    wish.zone = request.parameter("zone").value_or(wish.zone);
    if (!accounts::is_known_zone(wish.zone))
        return invalid("zone.unknown", "zone", "The zone must be an IANA name.");
    auto const service = service_in(request);
    if (!service)
        return service.error();
    auto const all = services_since(call.tx, call.now - std::chrono::days{wish.days + 1});
    auto bars = day_bars(call.tx, all, call.now, wish);
    if (*service)
        std::erase_if(bars, [&](auto const& one) { return one.service != **service; });
    return http::ok(to_json(http::Page<Bars>{.items = std::move(bars), .next = {}}));
}

Result<http::Reply> get_standing(http::Request const& request, Call& call)
{
    auto const id = request.id<AccountId>("account");
    if (!id)
        return id.error();
    auto const standing = standing_of(call.tx, *id, call.now);
    if (!standing)
        return standing.error();
    return http::ok(to_json(*standing));
}

Result<http::Reply> get_standings(http::Request const& request, Call& call)
{
    auto const id = request.id<AccountId>("account");
    if (!id)
        return id.error();
    auto standings = standings_of(call.tx, *id, call.now);
    if (!standings)
        return standings.error();
    return http::ok(to_json(http::Page<Standing>{.items = *std::move(standings), .next = {}}));
}

}  // namespace

void add_uptime_routes(http::Table& table)
{
    table.get("/api/v1/uptime", Right::read_status, get_all)
        .says("How well each service kept up in a period, or one of them.")
        .asks({"service", "from", "to"})
        .gives<http::Page<Uptime>>();
    table.get("/api/v1/uptime/days", Right::read_status, get_days)
        .says("The last days of each service and group, or of one of them, for bars.")
        .asks({"service", "days", "zone"})
        .gives<http::Page<Bars>>();
    table.get("/api/v1/services/{id}/uptime", Right::read_status, get_one)
        .says("How well one service kept up in a period, and why.")
        .asks({"from", "to"})
        .gives<Uptime>();
    table.get("/api/v1/accounts/{id}/standing", Right::read_accounts, get_standing)
        .says("How the account's month stands against what its plan promises.")
        .gives<Standing>();
    table.get("/api/v1/accounts/{id}/standings", Right::read_accounts, get_standings)
        .says("The account's month and the twelve before it, the newest first.")
        .gives<http::Page<Standing>>();
}

}  // namespace tellfirst::status

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

NewSuspicion timeouts(support::World& world, ServiceId service)
{
    return {
        .title = "Uploads time out",
        .services = {{.service = service, .state = ServiceState::degraded}},
        .first_seen =
            FirstSeen{.by = SeenBy::monitor, .at = world.now() - 4min, .detail = "fra-1"}};
}

Result<Incident> suspect(support::World& world, NewSuspicion const& wish)
{
    return world.write([&](Call& call) { return status::suspect(call, wish); });
}

Result<Incident> publish_suspected(
    support::World& world, IncidentId id, NewIncident const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write(
        [&](Call& call) { return status::publish_suspected(call, id, wish, version); });
}

Result<Incident> dismiss(support::World& world, IncidentId id, std::string reason)
{
    return world.write(
        [&](Call& call) { return status::dismiss(call, id, {.reason = reason}, {}); });
}

std::vector<Incident> listed(support::World& world, Which which)
{
    return world.read(
        [&](Call& call) { return incidents(call.tx, call.now, std::nullopt, 9, which); });
}

}  // namespace

TEST_CASE("suspect: nobody is told, nothing is held, and it is in no list but its own")
{
    support::for_each_database([](support::World& world) {
        auto const uploads = service(world, "Uploads").id;
        customer(world, "Ada");
        auto const suspected = suspect(world, timeouts(world, uploads));
        REQUIRE(suspected);
        CHECK(suspected->state == IncidentState::suspected);
        CHECK(suspected->started_at == world.now() - 4min);
        CHECK(suspected->services.at(0).state == ServiceState::degraded);
        CHECK(to_json(look(world, suspected->id).value()) == to_json(*suspected));
        CHECK(listed(world, Which::all).empty());
        CHECK(listed(world, Which::open).empty());
        CHECK(listed(world, Which::suspected).size() == 1);
        CHECK(state_of(world, uploads) == ServiceState::operational);
        CHECK(told(world, suspected->id).empty());
        CHECK(said(world).back() == support::ToldFact{"IncidentSuspected", suspected->id.text()});
    });
}

TEST_CASE("publish_suspected: it keeps who saw it first and when it began")
{
    support::for_each_database([](support::World& world) {
        auto const uploads = service(world, "Uploads").id;
        customer(world, "Ada");
        auto const suspected = suspect(world, timeouts(world, uploads));
        world.pass(10min);
        auto const incident = publish_suspected(world, suspected->id, outage_of(world, uploads), 1);
        REQUIRE(incident);
        CHECK(incident->id == suspected->id);
        CHECK(incident->state == IncidentState::investigating);
        CHECK(incident->title == "Galleries are down");
        CHECK(incident->first_seen->by == SeenBy::monitor);
        CHECK(incident->started_at == world.now() - 14min);
        CHECK(incident->services.at(0).state == ServiceState::major);
        CHECK(state_of(world, uploads) == ServiceState::major);
        CHECK(told(world, incident->id) == Words{"Ada queued"});
        CHECK(promised(world, incident->id) == Words{"next_word open"});
        CHECK(to_json(look(world, incident->id).value()) == to_json(*incident));
        CHECK(listed(world, Which::suspected).empty());
    });
}

TEST_CASE("publish_suspected: what the wish says of beginning and sighting goes before")
{
    support::World world;
    auto const uploads = service(world, "Uploads").id;
    auto const suspected = suspect(world, timeouts(world, uploads));
    auto wish = outage_of(world, uploads);
    wish.started_at = world.now() - 1h;
    wish.first_seen = FirstSeen{.by = SeenBy::customer, .at = world.now() - 30min};
    auto const incident = publish_suspected(world, suspected->id, wish);
    CHECK(incident->started_at == world.now() - 1h);
    CHECK(incident->first_seen->by == SeenBy::customer);
}

TEST_CASE("publish_suspected: only what is suspected can be published")
{
    support::World world;
    auto const uploads = service(world, "Uploads").id;
    auto const wish = outage_of(world, uploads);
    auto const code = [&](IncidentId id, std::optional<std::int64_t> version = std::nullopt) {
        return publish_suspected(world, id, wish, version).error().code;
    };
    CHECK(code(IncidentId{1}) == "incident.not_found");
    CHECK(code(publish(world, wish)->id) == "incident.published");
    auto const suspected = suspect(world, timeouts(world, uploads));
    CHECK(publish_suspected(world, suspected->id, wish, 7).error().kind == Refusal::stale);
    REQUIRE(dismiss(world, suspected->id, "a false alarm"));
    CHECK(code(suspected->id) == "incident.dismissed");
}

TEST_CASE("dismiss: it is no incident, for a reason, and saying so twice is the same")
{
    support::World world;
    auto const suspected = suspect(world, timeouts(world, service(world, "Uploads").id));
    CHECK(dismiss(world, suspected->id, " ").error().code == "incident.needs_reason");
    auto const dismissed = dismiss(world, suspected->id, "a false alarm of fra-1");
    REQUIRE(dismissed);
    CHECK(dismissed->resolved_at == world.now());
    CHECK(listed(world, Which::suspected).empty());
    CHECK(listed(world, Which::resolved).empty());
    CHECK(said(world).back() == support::ToldFact{"IncidentDismissed", suspected->id.text()});
    CHECK(to_json(*dismiss(world, suspected->id, "again")) == to_json(*dismissed));
}

TEST_CASE("dismiss: what is published is resolved instead")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Uploads").id));
    CHECK(dismiss(world, incident->id, "no").error().code == "incident.published");
    CHECK(dismiss(world, IncidentId{1}, "no").error().code == "incident.not_found");
}

TEST_CASE("suspect: what became part of another incident is neither published nor dismissed")
{
    support::World world;
    auto const uploads = service(world, "Uploads").id;
    auto const suspected = suspect(world, timeouts(world, uploads));
    auto const incident = publish(world, outage_of(world, uploads));
    REQUIRE(world.write([&](Call& call) {
        return merge(call, suspected->id, {.into = incident->id}, std::nullopt);
    }));
    CHECK(dismiss(world, suspected->id, "no").error().code == "incident.merged");
    auto const published = world.write([&](Call& call) {
        return publish_suspected(call, suspected->id, outage_of(world, uploads), std::nullopt);
    });
    CHECK(published.error().code == "incident.merged");
}

TEST_CASE("suspect: no further word is said and no end told before it is published")
{
    support::World world;
    auto const suspected = suspect(world, timeouts(world, service(world, "Uploads").id));
    CHECK(update(world, suspected->id, next_word(world)).error().code == "incident.suspected");
    CHECK(resolve(world, suspected->id).error().code == "incident.suspected");
}

TEST_CASE("suspect: what cannot have been seen is refused with its field")
{
    support::World world;
    auto const good = timeouts(world, service(world, "Uploads").id);
    struct Row {
        std::string code, field;
        std::function<void(NewSuspicion&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"incident.needs_title", "title", [](auto& wish) { wish.title = " "; }},
             {"incident.needs_services", "services", [](auto& wish) { wish.services.clear(); }},
             {"incident.needs_trouble", "services",
              [](auto& wish) { wish.services[0].state = ServiceState::operational; }},
             {"incident.too_long_ago", "first_seen.at",
              [](auto& wish) { wish.first_seen->at = support::test_start - 366 * 24h - 1us; }},
             {"incident.seen_later", "first_seen.at",
              [](auto& wish) { wish.first_seen->at = support::test_start + 1s; }},
             {"incident.too_long", "first_seen.detail",
              [](auto& wish) { wish.first_seen->detail = std::string(201, 'x'); }}}) {
        CAPTURE(row.code);
        auto wish = good;
        row.spoil(wish);
        auto const refused = suspect(world, wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
}

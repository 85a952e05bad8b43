#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Outage {
    support::World world;
    ServiceId galleries = samples::service(world, "Galleries").id;
    Incident incident = samples::publish(world, samples::outage_of(world, galleries)).value();

    Result<Incident>
    correct(CorrectTimes const& wish, std::optional<std::int64_t> version = std::nullopt)
    {
        return world.write(
            [&](Call& call) { return correct_times(call, incident.id, wish, version); });
    }
    std::vector<Correction> trace()
    {
        return world.read(
            [&](Call& call) { return corrections(call.tx, incident.id, std::nullopt, 10); });
    }
    // An hour later it is over.
    void resolve()
    {
        world.pass(1h);
        REQUIRE(samples::resolve(world, incident.id));
    }
    Held held(Instant from, std::optional<Instant> to)
    {
        return {.service = galleries, .state = ServiceState::partial, .from = from, .to = to};
    }
};

}  // namespace

TEST_CASE("correct_times: the truth is told anew, and what we said before stays with its reason")
{
    Outage outage;
    auto const start = outage.incident.started_at;
    outage.resolve();
    outage.world.pass(1h);
    auto const corrected = outage.correct(
        {.reason = " The log says so. ", .started_at = start - 10min, .ended_at = start + 30min});
    REQUIRE(corrected);
    CHECK(corrected->started_at == start - 10min);
    CHECK(corrected->resolved_at == start + 30min);
    CHECK(corrected->changed_at == outage.world.now());
    CHECK(corrected->state == IncidentState::resolved);

    auto const trace = outage.trace();
    REQUIRE(trace.size() == 1);
    CHECK(trace[0].by == "system");
    CHECK(trace[0].at == outage.world.now());
    CHECK(trace[0].reason == "The log says so.");
    CHECK(trace[0].before.started_at == start);
    CHECK(trace[0].before.ended_at == start + 1h);
    REQUIRE(trace[0].before.services.size() == 1);
    CHECK(trace[0].before.services[0].from == start);
    CHECK(trace[0].before.services[0].to == start + 1h);
    CHECK(
        support::facts_told(outage.world).back() ==
        support::ToldFact{"HistoryCorrected", outage.incident.id.text()});
    CHECK(outage.world.read([](Call& call) {
        return corrected_incidents(call.tx);
    }) == std::map<IncidentId, Instant>{{outage.incident.id, outage.world.now()}});
}

TEST_CASE("correct_times: what was promised stays promised, and nobody is told again")
{
    Outage outage;
    outage.resolve();
    auto const promised = samples::promised(outage.world, outage.incident.id);
    auto const words = samples::look(outage.world, outage.incident.id)->updates.size();
    REQUIRE(outage.correct({.reason = "The log.", .ended_at = outage.world.now() - 10min}));
    CHECK(samples::promised(outage.world, outage.incident.id) == promised);
    CHECK(samples::look(outage.world, outage.incident.id)->updates.size() == words);
}

TEST_CASE("correct_times: an open incident holds from now on what was corrected")
{
    Outage outage;
    outage.world.pass(1h);
    auto const start = outage.incident.started_at;
    REQUIRE(outage.correct(
        {.reason = "Only a part of it.", .services = {{outage.held(start, std::nullopt)}}}));
    CHECK(samples::state_of(outage.world, outage.galleries) == ServiceState::partial);
    REQUIRE(outage.correct(
        {.reason = "It was over.", .services = {{outage.held(start, start + 30min)}}}));
    CHECK(samples::state_of(outage.world, outage.galleries) == ServiceState::operational);
    auto const trace = outage.trace();
    REQUIRE(trace.size() == 2);
    CHECK(trace[0].reason == "It was over.");
    CHECK(trace[0].before.services.at(0).state == ServiceState::partial);
    CHECK(trace[1].before.services.at(0).state == ServiceState::major);
}

TEST_CASE("correct_times: what an open incident holds no more can be said to be down again")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        auto const open = samples::publish(world, samples::outage_of(world, galleries)).value();
        world.pass(1h);
        Held const over{
            .service = galleries,
            .state = ServiceState::major,
            .from = open.started_at,
            .to = open.started_at + 30min};
        auto const corrected = world.write([&](Call& call) {
            return correct_times(
                call, open.id, {.reason = "It was over.", .services = {{over}}}, std::nullopt);
        });
        REQUIRE(corrected);
        CHECK(corrected->services.at(0).state == ServiceState::operational);
        CHECK(corrected->worst == ServiceState::major);
        CHECK(samples::state_of(world, galleries) == ServiceState::operational);

        auto down_again = samples::next_word(world);
        down_again.services = {{.service = galleries, .state = ServiceState::major}};
        auto const word = samples::update(world, open.id, down_again);
        REQUIRE(word);
        REQUIRE(word->updates.at(0).changes.size() == 1);
        CHECK(word->updates[0].changes[0].from == ServiceState::operational);
        CHECK(samples::state_of(world, galleries) == ServiceState::major);
        CHECK(samples::look(world, open.id)->services.at(0).state == ServiceState::major);
    });
}

TEST_CASE("correct_times: said twice, it is corrected once")
{
    Outage outage;
    outage.resolve();
    CorrectTimes const wish{.reason = "The log.", .ended_at = outage.world.now() - 10min};
    auto const first = outage.correct(wish);
    outage.world.pass(1h);
    auto const again = outage.correct(wish);
    REQUIRE(again);
    CHECK(again->version == first->version);
    CHECK(outage.trace().size() == 1);
}

TEST_CASE("correct_times: a retired service may be named, since its history stays")
{
    Outage outage;
    outage.resolve();
    REQUIRE(outage.world.write(
        [&](Call& call) { return retire_service(call, outage.galleries, std::nullopt); }));
    auto const start = outage.incident.started_at;
    CHECK(
        outage.correct({.reason = "The log.", .services = {{outage.held(start, start + 10min)}}}));
}

TEST_CASE("correct_times: what cannot be is refused, and nothing is written")
{
    Outage outage;
    outage.resolve();
    auto const start = outage.incident.started_at;
    auto const group = samples::group(outage.world, "Website").id;
    auto const told = support::facts_told(outage.world).size();
    auto const with = [&](auto const& change) {
        auto stretch = outage.held(start, start + 10min);
        change(stretch);
        return CorrectTimes{.reason = "The log.", .services = {{stretch}}};
    };
    struct Row {
        CorrectTimes wish;
        std::string code, field;
    };
    for (auto const& row : std::vector<Row>{
             {{.reason = " "}, "correction.needs_reason", "reason"},
             {{.reason = std::string(10'001, 'x')}, "correction.needs_reason", "reason"},
             {{.reason = "No.", .ended_at = start}, "correction.ends_before_start", "ended_at"},
             {with([](Held& held) { held.service = ServiceId{1}; }), "service.not_found",
              "services[0].service"},
             {with([&](Held& held) { held.service = group; }), "service.is_group",
              "services[0].service"},
             {with([](Held& held) { held.state = ServiceState::unknown; }),
              "incident.bad_service_state", "services[0].state"},
             {with([](Held& held) { held.failing_percent = 100; }), "incident.bad_percent",
              "services[0].failing_percent"}}) {
        CAPTURE(row.code);
        auto const refused = outage.correct(row.wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
    CHECK(outage.correct({.reason = "No."}, 77).error().code == "http.stale");
    CHECK(outage.trace().empty());
    CHECK(support::facts_told(outage.world).size() == told);
}

TEST_CASE("correct_times: nothing was said yet of what is only suspected")
{
    Outage outage;
    auto const suspected = outage.world.write([&](Call& call) {
        return suspect(call, {.title = "Slow?", .services = {{.service = outage.galleries}}});
    });
    outage.incident = suspected.value();
    CHECK(outage.correct({.reason = "The log."}).error().code == "incident.suspected");
    outage.incident.id = IncidentId{1};
    CHECK(outage.correct({.reason = "The log."}).error().code == "incident.not_found");
}

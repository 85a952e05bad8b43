#include "status/samples.hpp"
#include "status/windows/window_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Probe {
    support::World world;
    ServiceId galleries = samples::service(world, "Galleries").id;

    Result<Observed> say(NewObservation const& wish)
    {
        return world.write([&](Call& call) { return observe(call, wish); });
    }
    Observed see(SeenState state, std::string from = "fra-1")
    {
        return say({.service = galleries, .state = state, .seen_from = std::move(from)}).value();
    }
    std::vector<Incident> suspected()
    {
        return world.read([](Call& call) {
            return incidents(call.tx, call.now, std::nullopt, 10, Which::suspected);
        });
    }
    Service service()
    {
        return world.read([&](Call& call) { return find_service(call.tx, galleries).value(); });
    }
};

}  // namespace

TEST_CASE("observe: what is well shows when and from where, and tells no fact")
{
    Probe probe;
    auto const observed = probe.see(SeenState::operational);
    CHECK(observed.service == probe.galleries);
    CHECK(observed.state == ServiceState::operational);
    CHECK_FALSE(observed.incident);
    auto const checked = probe.service().checked.value();
    CHECK(checked.at == probe.world.now());
    CHECK(checked.seen_from == "fra-1");
    CHECK_FALSE(checked.by_person);
    CHECK(samples::said(probe.world).size() == 1);
}

TEST_CASE("observe: trouble drafts one suspected incident, and the service is unknown meanwhile")
{
    Probe probe;
    auto const first = probe.say(
        {.service = probe.galleries,
         .state = SeenState::partial,
         .seen_from = " fra-1 ",
         .at = probe.world.now() - 1min,
         .failing_percent = 12.5,
         .detail = "timeouts"});
    REQUIRE(first);
    CHECK(first->state == ServiceState::unknown);
    probe.world.pass(1min);
    CHECK(probe.see(SeenState::partial).incident == first->incident);
    CHECK(probe.see(SeenState::major, "nyc-1").incident == first->incident);

    auto const drafts = probe.suspected();
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].id == first->incident);
    CHECK(drafts[0].title == "Galleries seems to be partly down (from fra-1)");
    REQUIRE(drafts[0].first_seen);
    CHECK(drafts[0].first_seen->by == SeenBy::monitor);
    CHECK(drafts[0].first_seen->at == probe.world.now() - 2min);
    CHECK(drafts[0].first_seen->detail == "fra-1");
    CHECK(
        drafts[0].services == std::vector<Touched>{
                                  {.service = probe.galleries,
                                   .state = ServiceState::partial,
                                   .failing_percent = 12.5,
                                   .symptom = "timeouts"}});
    CHECK(samples::told(probe.world, drafts[0].id).empty());
}

TEST_CASE("observe: where watchers contradict each other the worst counts until it recovers")
{
    Probe probe;
    probe.see(SeenState::major, "fra-1");
    probe.world.pass(1min);
    CHECK(probe.see(SeenState::operational, "nyc-1").state == ServiceState::unknown);
    probe.world.pass(1min);
    CHECK(probe.see(SeenState::operational, "fra-1").state == ServiceState::operational);
}

TEST_CASE(
    "observe: trouble that has passed leaves no draft, and the next one has its own beginning")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        auto const see = [&](SeenState state, std::string from = "fra-1") {
            return world
                .write([&](Call& call) {
                    return observe(
                        call, {.service = galleries, .state = state, .seen_from = std::move(from)});
                })
                .value();
        };
        auto const first = see(SeenState::major).incident.value();
        world.pass(1min);
        CHECK(see(SeenState::major, "nyc-1").incident == first);
        world.pass(1min);
        CHECK(see(SeenState::operational, "nyc-1").incident == first);
        world.pass(18min);
        CHECK_FALSE(see(SeenState::operational).incident);
        CHECK(samples::look(world, first)->resolved_at == world.now());
        auto const facts = samples::said(world);
        CHECK(
            std::ranges::find(facts, support::ToldFact{"IncidentDismissed", first.text()}) !=
            facts.end());

        world.pass(19h);
        auto const second = see(SeenState::major).incident.value();
        CHECK(second != first);
        auto const wish = samples::outage_of(world, galleries);
        auto const published = world.write(
            [&](Call& call) { return publish_suspected(call, second, wish, std::nullopt); });
        REQUIRE(published);
        CHECK(published->started_at == world.now());
    });
}

TEST_CASE("observe: what a person suspects does not pass because a watcher sees nothing")
{
    Probe probe;
    auto const suspected = probe.world.write([&](Call& call) {
        return suspect(call, {.title = "Slow?", .services = {{.service = probe.galleries}}});
    });
    CHECK(probe.see(SeenState::operational).incident == suspected->id);
}

TEST_CASE("observe: an open incident is answered, and shows more than a doubt")
{
    Probe probe;
    auto const open =
        samples::publish(probe.world, samples::outage_of(probe.world, probe.galleries)).value();
    auto const observed = probe.see(SeenState::degraded);
    CHECK(observed.incident == open.id);
    CHECK(observed.state == ServiceState::major);
    CHECK(probe.suspected().empty());
}

TEST_CASE("observe: trouble that goes on after the incident was resolved is suspected anew")
{
    Probe probe;
    auto const open =
        samples::publish(probe.world, samples::outage_of(probe.world, probe.galleries)).value();
    probe.see(SeenState::major);
    REQUIRE(samples::resolve(probe.world, open.id));
    CHECK(samples::state_of(probe.world, probe.galleries) == ServiceState::unknown);
    probe.world.pass(1min);
    probe.see(SeenState::major);
    CHECK(probe.suspected().size() == 1);
}

TEST_CASE("observe: what was dismissed is not suspected again until something else is seen")
{
    Probe probe;
    auto const draft = probe.see(SeenState::degraded).incident.value();
    REQUIRE(probe.world.write([&](Call& call) {
        return dismiss(call, draft, {.reason = "A test of the probe."}, std::nullopt);
    }));
    probe.world.pass(1min);
    auto const again = probe.see(SeenState::degraded);
    CHECK(again.state == ServiceState::operational);
    CHECK_FALSE(again.incident);
    probe.world.pass(1min);
    auto const worse = probe.see(SeenState::major);
    CHECK(worse.state == ServiceState::unknown);
    CHECK(worse.incident);
}

TEST_CASE("observe: trouble while work is going on is no suspicion")
{
    Probe probe;
    auto const window =
        samples::plan(probe.world, samples::work_on(probe.world, probe.galleries)).value();
    probe.world.go_to(window.starts_at);
    probe.world.write([&](Call& call) { advance(call, window.id); });
    auto const observed = probe.see(SeenState::major);
    CHECK(observed.state == ServiceState::maintenance);
    CHECK_FALSE(observed.incident);
}

TEST_CASE("observe: a word that comes late or twice changes nothing")
{
    Probe probe;
    auto const now = probe.world.now();
    probe.see(SeenState::operational);
    for (auto const at : {now, now - 5min}) {
        auto const late = probe.say(
            {.service = probe.galleries,
             .state = SeenState::major,
             .seen_from = "fra-1",
             .at = at});
        REQUIRE(late);
        CHECK(late->state == ServiceState::operational);
    }
    CHECK(probe.suspected().empty());
}

TEST_CASE("observe: a long name still leaves room for what is the matter")
{
    Probe probe;
    auto const id = samples::service(probe.world, std::string(200, 'g')).id;
    REQUIRE(probe.say({.service = id, .state = SeenState::major, .seen_from = "fra-1"}));
    auto const title = probe.suspected().at(0).title;
    CHECK(title.size() == 200);
    CHECK(title.ends_with("g seems to be down (from fra-1)"));
}

TEST_CASE("observe: more than one word a second, and more watchers than anybody has, are refused")
{
    Probe probe;
    probe.see(SeenState::operational);
    probe.world.pass(999ms);
    auto const often =
        probe.say({.service = probe.galleries, .state = SeenState::major, .seen_from = "fra-1"});
    REQUIRE(often.has_error());
    CHECK(often.error().code == "observation.too_often");
    CHECK(often.error().retry_after_s == 1);

    for (int i = 2; i <= 50; ++i)
        probe.see(SeenState::operational, fmt::format("fra-{}", i));
    NewObservation const one_more{
        .service = probe.galleries, .state = SeenState::operational, .seen_from = "fra-51"};
    CHECK(probe.say(one_more).error().code == "observation.too_many_sources");
    probe.world.pass(25h);  // those are gone
    CHECK(probe.say(one_more));
}

TEST_CASE("observe: what cannot have been seen is refused with its field")
{
    Probe probe;
    auto const now = probe.world.now();
    auto const group = samples::group(probe.world, "Website").id;
    NewObservation const good{
        .service = probe.galleries, .state = SeenState::degraded, .seen_from = "fra-1"};
    struct Row {
        std::function<void(NewObservation&)> spoil;
        std::string code, field;
    };
    for (auto const& row : std::vector<Row>{
             {[](auto& o) { o.service = ServiceId{1}; }, "service.not_found", "service"},
             {[&](auto& o) { o.service = group; }, "service.is_group", "service"},
             {[](auto& o) { o.seen_from = " "; }, "observation.needs_source", "seen_from"},
             {[](auto& o) { o.seen_from = std::string(65, 'x'); }, "observation.needs_source",
              "seen_from"},
             {[](auto& o) { o.detail = std::string(201, 'x'); }, "observation.too_long", "detail"},
             {[](auto& o) { o.failing_percent = 100; }, "observation.bad_percent",
              "failing_percent"},
             {[](auto& o) { o.failing_percent = 0; }, "observation.bad_percent", "failing_percent"},
             {[](auto& o) { o.state = SeenState::major, o.failing_percent = 50; },
              "observation.bad_percent", "failing_percent"},
             {[](auto& o) { o.failing_percent = std::nan(""); }, "observation.bad_percent",
              "failing_percent"},
             {[&](auto& o) { o.at = now + 61s; }, "observation.in_the_future", "at"},
             {[&](auto& o) { o.at = now - 24h - 1s; }, "observation.too_old", "at"}}) {
        CAPTURE(row.code);
        auto wish = good;
        row.spoil(wish);
        auto const refused = probe.say(wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
    CHECK_FALSE(probe.service().checked);
}

#include "status/samples.hpp"
#include "status/windows/series_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("add_series: it answers as it is read later, with its next occurrences")
{
    support::for_each_database([](support::World& world) {
        auto const added = thursdays(world, service(world, "Galleries").id);
        CHECK(to_json(*look(world, added.id)) == to_json(added));
        REQUIRE(added.occurrences.size() == 26);
        CHECK(added.occurrences[0].starts_at == first_thursday);
        CHECK(added.occurrences[0].ends_at == first_thursday + 90min);
        CHECK(added.occurrences[4].starts_at == first_thursday + 4 * 168h - 1h);  // summer time
        CHECK(added.past == 0);
        CHECK(said(world).back() == support::ToldFact{"SeriesAdded", added.id.text()});
    });
}

TEST_CASE("series: its first is the first day that its rule holds")
{
    support::World world;
    auto wish = every_thursday(service(world, "Galleries").id);
    wish.first = "2026-03-02T22:00";  // a Monday
    auto const added = world.write([&](Call& call) { return add_series(call, wish); });
    REQUIRE(added);
    CHECK(added->first == wish.first);
    CHECK(added->first_at == first_thursday);
    CHECK(added->occurrences[0].starts_at == first_thursday);
}

TEST_CASE("series: three Thursdays, used, cancelled and undeclared, and one of three was used")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const added = thursdays(world, service(world, "Galleries").id);
    REQUIRE(use(world, added.id, first_thursday));
    auto const second = use(world, added.id, first_thursday + 168h);
    REQUIRE(second);
    auto const window = second->occurrences[1].window.value();
    world.pass(1h);
    REQUIRE(call_off(world, window));
    auto const states = [&] {
        std::vector<std::string> words;
        for (auto const& one : look(world, added.id)->occurrences)
            words.emplace_back(name_of(one.state));
        words.resize(3);
        return words;
    };
    CHECK(states() == Words{"will_be_used", "cancelled", "reserved"});

    world.go_to(first_thursday + 2 * 168h + 2h);
    advance_all(world);
    CHECK(states() == Words{"used", "cancelled", "not_used"});
    auto const over = look(world, added.id);
    CHECK(over->past == 3);
    CHECK(over->used == 1);
    CHECK(
        over->left_out ==
        std::vector{first_thursday, first_thursday + 168h, first_thursday + 2 * 168h});
}

TEST_CASE("series: a rule is kept as calendars take it, its end as a moment of UTC")
{
    support::World world;
    auto const added =
        add(world, service(world, "Galleries").id, "FREQ=WEEKLY;UNTIL=20260402;BYDAY=TH");
    REQUIRE(added);
    CHECK(added->rule == "FREQ=WEEKLY;UNTIL=20260402T215900Z;BYDAY=TH");
    CHECK(added->occurrences.size() == 5);  // the last on the 2nd of April
}

TEST_CASE("series: an occurrence must be declared by the longest notice of a plan that it touches")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const added = thursdays(world, galleries);
    CHECK(added.occurrences[0].declare_by == first_thursday);
    customer_with_lead(world, 24, "Basic");
    customer_with_lead(world, 72, "Pro");
    auto const declare_by = look(world, added.id)->occurrences[1].declare_by;
    CHECK(declare_by == first_thursday + 168h - 72h);
    world.go_to(declare_by - 1us);
    CHECK(bool{look(world, added.id)->occurrences[1].state == OccurrenceState::reserved});
    world.go_to(declare_by);
    CHECK(bool{look(world, added.id)->occurrences[1].state == OccurrenceState::not_used});
}

TEST_CASE("series: of the past it shows six, of what is to come 26, and no more than a year")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const added = thursdays(world, galleries);
    world.go_to(first_thursday + 20 * 168h);
    auto const later = look(world, added.id);
    CHECK(later->past == 20);
    CHECK(later->occurrences.size() == 32);
    CHECK(later->occurrences[5].ends_at <= world.now());
    CHECK(later->occurrences[6].ends_at > world.now());
    auto const monthly = add(world, galleries, "FREQ=MONTHLY;BYDAY=1SU");
    CHECK(monthly->occurrences.size() == 12);
}

TEST_CASE("series: of a daily one that ended all that was declared is left, however far ahead")
{
    support::World world;
    auto const daily = add(world, service(world, "Galleries").id, "FREQ=DAILY").value();
    REQUIRE(use(world, daily.id, first_thursday + 24h * 20));
    auto const far = std::chrono::sys_days{std::chrono::year{2026} / 4 / 20} + 20h;
    REQUIRE(use(world, daily.id, far));
    auto const ended =
        world.write([&](Call& call) { return end_series(call, daily.id, std::nullopt); });
    REQUIRE(ended);
    REQUIRE(ended->occurrences.size() == 2);
    CHECK(ended->occurrences[1].starts_at == far);
}

TEST_CASE("end_series: no further ones; what was declared stays; said twice the same")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    REQUIRE(use(world, added.id, first_thursday + 168h));
    auto const end = [&](std::optional<std::int64_t> version) {
        return world.write([&](Call& call) { return end_series(call, added.id, version); });
    };
    CHECK(end(1).error().code == "http.stale");
    auto const ended = end(2);
    REQUIRE(ended);
    CHECK(ended->ended_at == world.now());
    REQUIRE(ended->occurrences.size() == 1);
    CHECK(ended->occurrences[0].starts_at == first_thursday + 168h);
    auto const facts = support::facts_told(world);
    CHECK(to_json(*end(2)) == to_json(*ended));
    CHECK(support::facts_told(world) == facts);
    CHECK(world.read([](Call& call) { return series(call.tx, call.now).empty(); }));
    CHECK(world.read([](Call& call) {
        return series(call.tx, call.now, call.now - 1h).size();
    }) == 1);
    CHECK(world.read([](Call& call) {
        return all_series(call.tx, call.now, std::nullopt, 10).size();
    }) == 1);
    CHECK(
        world.write([](Call& call) { return end_series(call, SeriesId{1}, {}); }).error().code ==
        "series.not_found");
}

TEST_CASE("occurrences_between: those of which a part lies there")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    auto const found = world.read([](Call& call) {
        return occurrences_between(
            call.tx, first_thursday + 30min, first_thursday + 168h, call.now);
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].series == added.id);
    CHECK(found[0].starts_at == first_thursday);
}

TEST_CASE("add_series: what cannot recur is refused with its field")
{
    support::World world;
    NewSeries const good = every_thursday(service(world, "Galleries").id);
    struct Row {
        std::string code, field;
        std::function<void(NewSeries&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"window.needs_title", "title", [](auto& wish) { wish.title = " "; }},
             {"window.needs_services", "services", [](auto& wish) { wish.services.clear(); }},
             {"service.not_found", "services[0]",
              [](auto& wish) { wish.services = {ServiceId{1}}; }},
             {"update.too_long", "text", [](auto& wish) { wish.text.assign(10'001, 'x'); }},
             {"series.bad_length", "minutes", [](auto& wish) { wish.minutes = 0; }},
             {"series.bad_length", "minutes", [](auto& wish) { wish.minutes = 31 * 1440 + 1; }},
             {"series.overlaps_itself", "minutes", [](auto& wish) { wish.minutes = 7 * 1440 + 1; }},
             {"zone.unknown", "zone", [](auto& wish) { wish.zone = "Europe/Bonn"; }},
             {"series.bad_first", "first", [](auto& wish) { wish.first = "Thursday"; }},
             {"series.too_far", "first", [](auto& wish) { wish.first = "1972-01-06T22:00"; }},
             {"series.too_far", "first", [](auto& wish) { wish.first = "2027-03-18T22:00"; }},
             {"series.too_often", "rule", [](auto& wish) { wish.rule = "FREQ=HOURLY"; }}}) {
        CAPTURE(row.code);
        auto wish = good;
        row.spoil(wish);
        auto const refused = world.write([&](Call& call) { return add_series(call, wish); });
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
}

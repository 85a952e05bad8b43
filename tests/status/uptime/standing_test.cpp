#include "status/uptime/uptime_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

using Services = std::vector<ServiceId>;

// The house opens on 20 February; the month that is looked at is March 2026, 44640 minutes.
struct March {
    support::World world;
    accounts::NewPlan terms;
    ServiceId search, uploads;
    PlanId plan{};
    AccountId account{};

    explicit March(accounts::NewPlan sold = {}) : terms{std::move(sold)}
    {
        world.go_to(parse_rfc3339("2026-02-20T00:00:00Z").value());
        terms.name = "Pro";
        if (!terms.availability)
            terms.availability = 99.9;
        search = samples::service(world, "Search").id;
        uploads = samples::service(world, "Uploads").id;
        plan = world.write([&](Call& call) { return accounts::add_plan(call, terms); }).value().id;
        account = world
                      .write([&](Call& call) {
                          return accounts::add_account(
                              call, {.name = "Ada", .plan = plan, .services = {{search}}});
                      })
                      .value()
                      .id;
        world.go_to(parse_rfc3339("2026-03-04T10:00:00Z").value());
    }

    void uses(std::optional<Services> services)
    {
        (void)world
            .write([&](Call& call) {
                return accounts::change_exposure(call, account, std::move(services));
            })
            .value();
    }

    Standing standing()
    {
        return world.read([&](Call& call) { return standing_of(call.tx, account, call.now); })
            .value();
    }
};

}  // namespace

TEST_CASE("standing_of: R-34, to the second what a hand reckons for the month")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.search}, 20min);
    (void)samples::trouble(
        march.world, {.service = march.search, .state = ServiceState::partial}, 30min);
    march.world.go_to(parse_rfc3339("2026-03-21T20:00:00Z").value());
    auto const standing = march.standing();
    // 20 min + 0.3 * 30 min = 29 min of 20 d 20 h = 30000 min.
    CHECK(standing.shown == "99.90");
    CHECK(standing.target == "99.9");
    CHECK_FALSE(standing.is_violated);
    // 0.1 % of 44640 min = 44 min 38.4 s
    CHECK(standing.left_s == 15 * 60 + 38);
    CHECK(standing.plan_name == "Pro");
    CHECK(standing.from == parse_rfc3339("2026-03-01T00:00:00Z"));
    CHECK(standing.to == parse_rfc3339("2026-04-01T00:00:00Z"));
    REQUIRE(standing.services.size() == 1);
    CHECK(standing.services[0].down_s == 50 * 60);
}

TEST_CASE("standing_of: time of which nobody knows is said apart, and is no part of the figure")
{
    March march;
    march.world.write([&](Call& call) {
        call.tx.run(
            R"sql(
            INSERT INTO status_unknown (service, since, until)
            VALUES (:service, :since, :until))sql",
            {{"service", march.search},
             {"since", call.now - 3h},
             {"until", std::optional{call.now - 1h}}});
    });
    auto const standing = march.standing();  // of the 4th, at 10:00
    CHECK(standing.unknown_s == 2 * 3600);
    CHECK(standing.counted_s == (3 * 24 + 10 - 2) * 3600);
    REQUIRE(standing.services.size() == 1);
    CHECK(standing.services[0].unknown_s == 2 * 3600);
    CHECK(standing.services[0].counted_s == standing.counted_s);
    CHECK(standing.shown == "100.00");
}

TEST_CASE("standing_of: violated is what cannot be mended this month, and not what looks bad early")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.search}, 44min);
    CHECK(march.standing().shown == "99.11");
    CHECK_FALSE(march.standing().is_violated);
    (void)samples::trouble(march.world, {.service = march.search}, 1min);
    CHECK(march.standing().is_violated);
    CHECK(march.standing().left_s == -22);
}

TEST_CASE("standing_of: trouble of services that the account does not use is none of its own")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.uploads}, 50min);
    CHECK(march.standing().shown == "100.00");
    march.uses(std::nullopt);
    CHECK(march.standing().services.size() == 2);  // nobody knows what it uses: all
    CHECK_FALSE(march.standing().is_violated);     // but then it was known
    (void)samples::trouble(march.world, {.service = march.uploads}, 50min);
    CHECK(march.standing().is_violated);
}

TEST_CASE("standing_of: what an account used and uses no more counts until then")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.search}, 10min);
    march.uses(Services{march.uploads});
    (void)samples::trouble(march.world, {.service = march.search}, 50min);
    auto const standing = march.standing();
    CHECK(standing.services.size() == 2);
    CHECK(standing.left_s == 34 * 60 + 38);
}

TEST_CASE("standing_of: a rule of the plan counts from the day on which it was made")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.uploads}, 50min);
    march.world.write([&](Call& call) {
        (void)accounts::change_exposure_of_plan(call, march.plan, {march.uploads}).value();
    });
    CHECK_FALSE(march.standing().is_violated);
    (void)samples::trouble(march.world, {.service = march.uploads}, 10min);
    CHECK(march.standing().left_s == 34 * 60 + 38);
}

TEST_CASE("standing_of: where an average was sold each of its services counts its share")
{
    accounts::NewPlan terms;
    terms.groups = accounts::GroupRule::average;
    March march{terms};
    (void)samples::trouble(march.world, {.service = march.search}, 20min);
    CHECK(march.standing().left_s == 24 * 60 + 38);  // it uses one service yet
    march.world.go_to(parse_rfc3339("2026-03-16T12:00:00Z").value());
    march.uses(Services{march.search, march.uploads});
    (void)samples::trouble(march.world, {.service = march.search}, 10min);
    // 22320 min of one service and 22320 min of two: 0.1 % of 66960 min is 66 min 57.6 s, less 30
    // min is 36 min 57.6 s, of which both may be down for half.
    CHECK(march.standing().left_s == 18 * 60 + 28);
    CHECK(march.standing().services.size() == 2);
}

TEST_CASE("standing_of: any in one half of the month and an average in the other weigh the same")
{
    accounts::NewPlan terms;
    March march{terms};
    march.uses(Services{march.search, march.uploads});
    (void)samples::trouble(march.world, {.service = march.search}, 20min);
    march.world.go_to(parse_rfc3339("2026-03-16T12:00:00Z").value());
    march.terms.groups = accounts::GroupRule::average;
    march.world.write([&](Call& call) {
        (void)accounts::change_plan(call, march.plan, march.terms, std::nullopt).value();
    });
    (void)samples::trouble(march.world, {.service = march.search}, 20min);
    // Search alone for 4920 min, then both: what was down of the whole counts twice. 0.1 % of
    // 84360 min is 84 min 21.6 s, less 40 and 20 min is 24 min 21.6 s, of which both have half.
    CHECK(march.standing().left_s == 12 * 60 + 10);
}

TEST_CASE("standing_of: trouble that was shorter than was sold does not count")
{
    accounts::NewPlan terms;
    terms.minimum_outage_seconds = 5 * 60;
    March march{terms};
    (void)samples::trouble(march.world, {.service = march.search}, 5min - 1us);
    CHECK(march.standing().left_s == 44 * 60 + 38);
    march.world.pass(1h);
    (void)samples::trouble(march.world, {.service = march.search}, 5min);
    CHECK(march.standing().left_s == 39 * 60 + 38);
}

TEST_CASE("standing_of: R-36, maintenance counts by the plan's notice")
{
    accounts::NewPlan terms;
    terms.notice_lead_hours = 72;
    March march{terms};
    auto wish = samples::work_on(march.world, march.search);
    wish.short_reason = "A disk is dying.";
    wish.starts_at = march.world.now() + 72h;
    wish.ends_at = wish.starts_at + 1h;
    REQUIRE(samples::plan(march.world, wish));
    march.world.pass(80h);
    CHECK(march.standing().shown == "100.00");
    wish.starts_at = march.world.now() + 71h;
    wish.ends_at = wish.starts_at + 1h;
    REQUIRE(samples::plan(march.world, wish));
    march.world.pass(80h);
    CHECK(march.standing().services[0].down_s == 3600);
    CHECK(march.standing().is_violated);
}

TEST_CASE("standing_of: R-36, outside of the hours that were sold it may be down")
{
    accounts::NewPlan terms;
    terms.availability_in_covered_hours = true;  // Monday to Friday, 9 to 18
    March march{terms};
    march.world.go_to(parse_rfc3339("2026-03-04T17:30:00Z").value());
    (void)samples::trouble(march.world, {.service = march.search}, 60min);
    auto const standing = march.standing();
    CHECK(standing.services[0].down_s == 30 * 60);
    // 22 working days of 9 hours are 11880 minutes, of which 0.1 % may be lost.
    CHECK(standing.left_s == 712 - 1800);
}

TEST_CASE("standing_of: what was sold before a change of the plan counts until then")
{
    March march;
    (void)samples::trouble(
        march.world, {.service = march.search, .state = ServiceState::partial}, 100min);
    march.terms.weight_partial = 0.5;
    (void)march.world
        .write([&](Call& call) {
            return accounts::change_plan(call, march.plan, march.terms, std::nullopt);
        })
        .value();
    (void)samples::trouble(
        march.world, {.service = march.search, .state = ServiceState::partial}, 10min);
    // 44 min 38.4 s less 0.3 * 100 min and 0.5 * 10 min
    CHECK(march.standing().left_s == 9 * 60 + 38);
}

TEST_CASE("standing_of: an account that came in the middle of the month begins then")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.search}, 60min);
    auto const young =
        march.world
            .write([&](Call& call) {
                return accounts::add_account(call, {.name = "Bob", .plan = march.plan});
            })
            .value();
    march.world.pass(1h);
    auto const standing =
        march.world.read([&](Call& call) { return standing_of(call.tx, young.id, call.now); })
            .value();
    CHECK(standing.shown == "100.00");
    CHECK_FALSE(standing.is_violated);
}

TEST_CASE("standing_of: without a target there is information and no verdict")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    auto const ada = samples::account_of(world, samples::customer(world, "Ada"));
    (void)samples::trouble(world, {.service = search}, 1h);
    auto const standing =
        world.read([&](Call& call) { return standing_of(call.tx, ada, call.now); }).value();
    CHECK_FALSE(standing.target);
    CHECK_FALSE(standing.is_violated);
    CHECK(standing.shown == "0.00");
}

TEST_CASE("standing_of: a target of three nines and more is told apart by one more decimal")
{
    accounts::NewPlan terms;
    terms.availability = 99.999;
    March march{terms};
    (void)samples::trouble(march.world, {.service = march.search}, 1s);
    CHECK(march.standing().shown == "99.9996");
}

TEST_CASE("standing_of: of an account that is not there nothing is said")
{
    support::World world;
    auto const standing =
        world.read([&](Call& call) { return standing_of(call.tx, AccountId{7}, call.now); });
    REQUIRE(standing.has_error());
    CHECK(standing.error().code == "account.not_found");
}

TEST_CASE("standing_of: retiring a service takes nothing back of the month in which it was used")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.search}, 20min);
    auto const before = march.standing();
    samples::retire(march.world, march.search);
    auto const after = march.standing();
    CHECK(after.shown == before.shown);
    CHECK(after.left_s == before.left_s);
    REQUIRE(after.services.size() == 1);
    CHECK(after.services[0].name == "Search");
    CHECK(after.services[0].down_s == 20 * 60);

    march.world.go_to(parse_rfc3339("2026-04-02T00:00:00Z").value());
    CHECK(march.standing().services.empty());
}

TEST_CASE("standing_of: where an average was sold, what was retired owes nothing any more")
{
    accounts::NewPlan average;
    average.groups = accounts::GroupRule::average;
    March march{average};
    march.uses(Services{march.search, march.uploads});
    march.world.pass(24h);
    samples::retire(march.world, march.uploads);
    // 0.1 % of a month of Search and a day of Uploads.
    CHECK(march.standing().left_s == 32 * 24 * 3600 / 1000);
}

TEST_CASE("standings_of: a month that is over stays as it was, whatever is retired or added later")
{
    accounts::NewPlan average;
    average.groups = accounts::GroupRule::average;
    March march{average};
    march.uses(std::nullopt);
    march.world.go_to(parse_rfc3339("2026-04-02T00:00:00Z").value());
    auto const over = [&] {
        return march.world.read([&](Call& call) {
            return write_json(to_json(standings_of(call.tx, march.account, call.now)->at(1)));
        });
    };
    auto const before = over();
    samples::retire(march.world, march.uploads);
    (void)samples::service(march.world, "Printing");
    CHECK(over() == before);
}

TEST_CASE("standings_of: month by month back to when the account came, each as it ended")
{
    March march;
    (void)samples::trouble(march.world, {.service = march.search}, 45min);
    march.world.go_to(parse_rfc3339("2026-05-02T10:00:00Z").value());
    (void)samples::trouble(march.world, {.service = march.search}, 1min);
    support::World& world = march.world;
    auto const standings =
        world.read([&](Call& call) { return standings_of(call.tx, march.account, call.now); })
            .value();
    REQUIRE(standings.size() == 4);
    CHECK(standings[0] == march.standing());
    CHECK(standings[1].shown == "100.00");
    CHECK(standings[1].left_s == 43 * 60 + 12);  // 0.1 % of the 30 days of April
    // 0.1 % of March, 44 min 38.4 s, less 45 min
    CHECK(standings[2].left_s == -22);
    CHECK(standings[2].is_violated);
    CHECK(standings[2].from == parse_rfc3339("2026-03-01T00:00:00Z"));
    CHECK(standings[3].to == parse_rfc3339("2026-03-01T00:00:00Z"));
    CHECK_FALSE(standings[3].is_violated);
}

TEST_CASE("standings_of: a year back and no more")
{
    March march;
    march.world.go_to(parse_rfc3339("2028-03-01T00:00:00Z").value());
    auto const standings =
        march.world.read([&](Call& call) { return standings_of(call.tx, march.account, call.now); })
            .value();
    REQUIRE(standings.size() == most_standings);
    CHECK(standings.back().from == parse_rfc3339("2027-03-01T00:00:00Z"));
}

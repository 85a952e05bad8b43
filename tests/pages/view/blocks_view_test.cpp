#include "pages/view/blocks_view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

JsonObject blocks_of(Found const& found)
{
    return blocks_view(sample::page_of(found), {.reader = {}, .now = found.now});
}

}  // namespace

TEST_CASE("blocks_view: the worst of all services gives the colour and the sign")
{
    auto const blocks = blocks_of(sample::found());
    CHECK(blocks.at("tone") == "bad");
    CHECK(blocks.at("icon") == "major");
    CHECK_FALSE(blocks.at("is_calm").as_bool());
    CHECK(blocks.at("doubt").is_null());
}

//
TEST_CASE("blocks_view: that nothing is wrong is said only where all is known")
{
    auto found = sample::found();
    found.open.clear();
    found.services[1].state = status::ServiceState::unknown;
    auto const blocks = blocks_of(found);
    CHECK_FALSE(blocks.at("is_calm").as_bool());
    CHECK(blocks.at("doubt").at("text") == "We do not know the state of Statistics.");
    found.services[1].state = status::ServiceState::operational;
    CHECK(blocks_of(found).at("is_calm").as_bool());
    found.services.clear();
    CHECK_FALSE(blocks_of(found).at("is_calm").as_bool());
    CHECK(blocks_of(found).at("doubt").at("text") == "Nothing is listed here yet.");
}

//
TEST_CASE("blocks_view: maintenance that is over stands among what is past, the latest first")
{
    auto found = sample::found();
    auto incident = sample::outage();
    incident.id = IncidentId{8};
    incident.resolved_at = sample::noon - 3h;
    found.latest = {incident};
    auto over = sample::work(status::WindowState::finished);
    over.starts_at = sample::noon - 3h;
    over.ends_at = over.closed_at.emplace(sample::noon - 2h);
    auto cancelled = sample::work(status::WindowState::cancelled);
    cancelled.id = WindowId{71};
    cancelled.starts_at = sample::noon - 6h;
    cancelled.ends_at = sample::noon - 5h;
    cancelled.closed_at = sample::noon - 24h;
    found.windows = {over, cancelled};
    auto const past = blocks_of(found).at("past").as_array();
    REQUIRE(past.size() == 3);
    CHECK(past[0].at("work").at("state") == "Maintenance finished");
    CHECK(past[0].at("work").at("names") == "Uploads");
    CHECK(past[1].at("work").is_null());
    CHECK(past[2].at("work").at("state") == "Maintenance cancelled");
    CHECK(past[2].at("lasted").as_string().starts_with("<s>"));
    found.now += 15 * 24h;
    CHECK_FALSE(blocks_of(found).at("has_past").as_bool());
}

TEST_CASE("blocks_view: a recurring window alone is something planned")
{
    auto found = sample::found();
    CHECK_FALSE(blocks_of(found).at("has_planned").as_bool());
    found.series = {{.title = "Thursdays", .services = {ServiceId{3}}}};
    auto& times = found.series[0].occurrences;
    times.push_back({.starts_at = sample::noon - 2h, .ends_at = sample::noon, .declare_by = {}});
    CHECK_FALSE(blocks_of(found).at("has_planned").as_bool());  // none of its times is ahead
    CHECK(blocks_of(found).at("series").as_array().empty());
    times.push_back({.starts_at = sample::noon, .ends_at = sample::noon + 1h, .declare_by = {}});
    CHECK(blocks_of(found).at("has_planned").as_bool());
    CHECK(blocks_of(found).at("series").as_array().size() == 1);
}

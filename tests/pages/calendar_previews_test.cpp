#include "pages/pages.hpp"

#include "pages/print_at.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::status::samples;

namespace {

std::vector<notify::Preview> previews(support::World& world, notify::About const& about)
{
    return world.write([&](Call& call) { return calendar_previews(call, about); });
}

}  // namespace

TEST_CASE("calendar_previews: a window is seen as the page's calendar will show it")
{
    support::for_each_database([](support::World& world) {
        auto const window = plan(world, work_on(world, service(world, "Mail").id)).value();
        auto const seen = previews(world, window.id);
        REQUIRE(seen.size() == 1);
        CHECK(bool{seen[0].channel == notify::Medium::calendar});
        CHECK(seen[0].subject == window.title);
        auto const sites = world.write([](Call& call) { return look_at_sites(call, {}); });
        CHECK(seen[0].text == print_at(sites.open.at(0), "/calendar.ics").value().body);
        CHECK(seen[0].link == sites.open.at(0).base_url + "/calendar.ics");
    });
}

TEST_CASE("calendar_previews: nothing else that is planned stands beside it")
{
    support::World world;
    auto const mail = service(world, "Mail").id;
    auto wish = work_on(world, mail);
    wish.title = "Another one";
    (void)plan(world, wish).value();
    auto const window = plan(world, work_on(world, mail)).value();
    auto const seen = previews(world, window.id);
    REQUIRE(seen.size() == 1);
    CHECK_FALSE(seen[0].text.contains("Another one"));
}

TEST_CASE("calendar_previews: an incident stands in no calendar, nor does what no page shows")
{
    support::World world;
    CHECK(previews(world, IncidentId{7001}).empty());
    CHECK(previews(world, WindowId{8001}).empty());
}

#include "pages/views/views.hpp"

#include "pages/views/view_store.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

constexpr IncidentId one{7};

std::string
page_of(IncidentId incident, std::string const& before = "", std::string const& after = "")
{
    return before + "/incidents/" + incident.text().substr(4) + after;
}

}  // namespace

TEST_CASE(
    "incident_of: an incident's page in any language and below any address, and no other path")
{
    CHECK(incident_of(page_of(one)) == one);
    CHECK(incident_of(page_of(one, "/de")) == one);
    CHECK(incident_of(page_of(one, "/p/token/de")) == one);
    for (auto const& path :
         {std::string{"/"}, std::string{"/incidents/"}, page_of(one, "", "/feed.atom"),
          std::string{"/windows/a3ykna5rdmnm"}, page_of(one, "", ".json")})
        CHECK_FALSE(incident_of(path));
}

TEST_CASE("Views: what was counted is taken once, and given back it is counted on")
{
    Views views;
    views.count(page_of(one));
    views.count(page_of(one, "/de"));
    views.count("/");
    auto const taken = views.take();
    CHECK(taken == ViewCounts{{one, 2}});
    CHECK(views.take().empty());
    views.count(page_of(one));
    views.give_back(taken);
    CHECK(views.take() == ViewCounts{{one, 3}});
}

TEST_CASE("keep_views: what was counted is in the database afterwards")
{
    support::World world;
    auto const views = std::make_shared<Views>();
    views->count(page_of(one));
    keep_views(views, *world.database);
    world.write([](Call&) {});  // the writer takes one after the other
    CHECK(world.read([](Call& call) { return store::views_of(call.tx, one); }) == 1);
    CHECK(views->take().empty());
}

TEST_CASE("keep_views: what the database does not take is counted on")
{
    support::World world;
    world.write([](Call& call) { call.tx.script("DROP TABLE pages_views"); });
    auto const views = std::make_shared<Views>();
    views->count(page_of(one));
    keep_views(views, *world.database);
    world.write([](Call&) {});
    CHECK(views->take() == ViewCounts{{one, 1}});
}

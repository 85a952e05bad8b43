#include "pages/newest.hpp"

#include "pages/sample_site.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;

TEST_CASE("newest: what is open but old is there too, each thing once, the newest first")
{
    auto old = outage();
    old.id = IncidentId{1};
    old.created_at = noon - 1000h;
    auto const all = newest(std::vector{outage()}, {old, outage()});
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == outage().id);
    CHECK(all[1].id == old.id);
}

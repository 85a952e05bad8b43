#include "pages/view/blocks_view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

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
    CHECK(blocks.at("has_now").as_bool());
}

TEST_CASE("blocks_view: a recurring window alone is something planned")
{
    auto found = sample::found();
    CHECK_FALSE(blocks_of(found).at("has_planned").as_bool());
    found.series = {{.title = "Thursdays", .services = {ServiceId{3}}}};
    CHECK(blocks_of(found).at("has_planned").as_bool());
}

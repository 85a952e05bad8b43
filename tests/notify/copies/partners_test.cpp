#include "notify/copies/partners.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Partners partners(support::World& world)
{
    return world.read([](Call& call) { return partners_of(call); });
}

}  // namespace

TEST_CASE("partners_of: who answers for a brand, decides what it holds, or writes from its domain")
{
    support::for_each_database([](support::World& world) {
        CHECK_FALSE(partners(world).has(address("help@lens.test")));
        auto const lens = partner_of(world);
        REQUIRE(world.write([&](Call& call) {
            return change_forwards(
                call, lens, {.mode = Forwarding::held, .tell = address("Boss@elsewhere.test")});
        }));
        auto const found = partners(world);
        for (std::string_view const his :
             {"HELP@lens.test", "boss@elsewhere.test", "anybody@help.Lens.test"})
            CHECK_MESSAGE(found.has(address(his)), his);
        for (std::string_view const others :
             {"ada@example.test", "bob@lens.test", "x@elsewhere.test", "x@nothelp.lens.test"})
            CHECK_MESSAGE(!found.has(address(others)), others);
        CHECK(std::ranges::count(found.names, "Lens & Light") == 1);
    });
}

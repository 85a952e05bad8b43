#include "support/database.hpp"
#include "tickets/tickets.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;

TEST_CASE("take_in: the mail and the job that reads it are there together, or neither is")
{
    support::for_each_database([](World& world) {
        auto const take = [](Call& call) {
            return tickets::take_in(
                call,
                {.from = "a@a.test", .to = "help@help.test", .kept = {.raw = "x", .size = 1}});
        };
        auto const refused = world.write([&](Call& call) -> Result<void> {
            (void)take(call);
            return invalid("test.no", "", "");
        });
        REQUIRE(refused.has_error());
        auto const count = [&] {
            return world.read([](Call& call) {
                return std::pair{
                    tickets::mails(call.tx, {}, {}, 10).size(), jobs::standing(call.tx).waiting};
            });
        };
        CHECK(count() == std::pair{std::size_t{0}, std::int64_t{0}});
        world.write([&](Call& call) { (void)take(call); });
        CHECK(count() == std::pair{std::size_t{1}, std::int64_t{1}});
    });
}

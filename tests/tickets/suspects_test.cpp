#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

namespace {

std::vector<std::string>
titles(World& world, std::optional<AccountId> account, std::string_view text)
{
    auto const suspects =
        world.write([&](Call& call) { return tickets::suspects_of(call, account, text); });
    std::vector<std::string> all;
    for (auto const& suspect : suspects.all)
        all.push_back(suspect.title + (suspect.named ? "!" : ""));
    return all;
}

void break_service(World& world, std::string const& name, bool is_public = true)
{
    world.write([&](Call& call) {
        auto const service =
            status::add_service(call, {.name = name, .is_public = is_public}).value().id;
        (void)status::publish(
            call, {.title = name + " fails",
                   .services = {{.service = service}},
                   .text = "x",
                   .eta = status::Eta{.within = "2h"}})
            .value();
    });
}

}  // namespace

TEST_CASE("suspects_of: what the text names comes first, whatever is newer comes behind")
{
    World world;
    TicketHouse house{world};
    (void)house.trouble();
    break_service(world, "Uploads");
    CHECK(
        titles(world, house.account.id, "where are my stats?") ==
        std::vector<std::string>{"Statistics fail!", "Uploads fails"});
    CHECK(
        titles(world, house.account.id, "hello") ==
        std::vector<std::string>{"Uploads fails", "Statistics fail"});
}

TEST_CASE("suspects_of: an account is told of what it uses, and nobody of what is not public")
{
    World world;
    TicketHouse house{world};
    (void)house.trouble();
    break_service(world, "Uploads");
    break_service(world, "Backstage", false);
    world.write([&](Call& call) {
        (void)accounts::change_exposure(call, house.account.id, std::vector{house.statistics});
    });
    CHECK(
        titles(world, house.account.id, "uploads backstage") ==
        std::vector<std::string>{"Statistics fail"});
    CHECK(titles(world, std::nullopt, "backstage").size() == 2);
}

TEST_CASE("suspects_of: trouble of one account is nobody else's")
{
    World world;
    TicketHouse house{world};
    world.write([&](Call& call) {
        return status::publish(
            call, {.title = "Your statistics fail",
                   .services = {{.service = house.statistics}},
                   .text = "x",
                   .eta = status::Eta{.within = "2h"},
                   .account = house.account.id});
    });
    CHECK(titles(world, house.account.id, "hello").size() == 1);
    CHECK(titles(world, std::nullopt, "hello").empty());
}

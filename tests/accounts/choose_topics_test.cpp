#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

using Topics = std::optional<std::vector<Topic>>;

Result<Contact> choose(support::World& world, ContactId id, Topics const& topics)
{
    return world.write([&](Call& call) { return choose_topics(call, id, topics); });
}

}  // namespace

TEST_CASE("choose_topics: a choice is whole and kept")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0);
    auto const chosen =
        choose(world, ada.id, std::vector{Topic::news, Topic::planned, Topic::news});
    REQUIRE(chosen);
    CHECK(chosen->topics == std::vector{Topic::planned, Topic::news});
    CHECK(chosen->version == 2);
    auto const found = world.read([&](Call& call) { return find_contact(call.tx, ada.id); });
    CHECK(to_json(found.value()) == to_json(*chosen));
    CHECK(kinds_told(world, 3) == Kinds{"TopicsChosen"});
}

TEST_CASE("choose_topics: nothing is back to the plan's default")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0);
    REQUIRE(choose(world, ada.id, std::vector<Topic>{}));
    auto const back = choose(world, ada.id, std::nullopt);
    REQUIRE(back);
    CHECK_FALSE(back->topics);
}

TEST_CASE("choose_topics: said twice, it happens once")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0);
    auto const same = choose(world, ada.id, std::nullopt);
    REQUIRE(same);
    CHECK(same->version == 1);
    CHECK(kinds_told(world, 3).empty());
}

TEST_CASE("choose_topics: a contact that is not there is not found")
{
    support::World world;
    CHECK(choose(world, ContactId{9}, std::nullopt).error().code == "contact.not_found");
}

#include "promises/names.hpp"

#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("Names: contacts, accounts and persons are called as they are, all else is nameless")
{
    LedgerWorld world;
    auto const ada = world.add_ada();
    auto const person = world.somebody("grace");
    world.read([&](Call& call) {
        Names names{call.tx};
        CHECK(names.of(ada.id.text()) == "Ada & Co");
        CHECK(names.of(ada.contacts.at(0).id.text()) == "Ada");
        CHECK(names.of(person.id.text()) == "grace");
        CHECK(names.of(person.id.text()) == "grace");
        for (auto const* const other : {"", "public", "system", "con_aaaaaaaaaaab"})
            CHECK(names.of(other).empty());
    });
}

TEST_CASE("with_names: a line of the ledger says to whom and by whom")
{
    LedgerWorld world;
    auto const ada = world.add_ada();
    auto const owner = world.somebody("grace");
    auto const promise = world.given(
        {.text = "A fix", .to = ada.id.text(), .owner = owner.id, .due_at = world.now() + 1h});
    world.read([&](Call& call) {
        auto const rows = with_names(call.tx, {promise, {}});
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].id == promise.id);
        CHECK(rows[0].to_name == "Ada & Co");
        CHECK(rows[0].owner_name == "grace");
        CHECK(rows[1].to_name.empty());
        CHECK(rows[1].owner_name.empty());
    });
}

#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("ledger: what was promised is found by itself, by its subject and by its state")
{
    LedgerWorld world;
    auto const one = world.given({.text = "x", .due_at = world.now() + 1h, .about = "inc_1"});
    auto const two = world.given({.text = "y", .no_date = NoDate::other, .about = "inc_1"});
    REQUIRE(world.keep(one.id));
    world.read([&](Call& call) {
        CHECK(find(call.tx, one.id)->text == "x");
        CHECK(about(call.tx, "inc_1").size() == 2);
        auto const open = ledger(call.tx, {.state = State::open});
        REQUIRE(open.size() == 1);
        CHECK(open[0].id == two.id);
    });
}

TEST_CASE("ledger: of an account is what was promised to it and to its contacts, in one order")
{
    LedgerWorld world;
    auto const ada = world.add_ada();
    auto const in = [&](Duration time, std::string to) {
        return world.given({.text = "x", .to = std::move(to), .due_at = world.now() + time}).id;
    };
    auto const third = in(3h, ada.id.text());
    auto const first = in(1h, ada.contacts.at(0).id.text());
    in(1h, "public");
    auto const second = in(2h, ada.id.text());
    auto const ids = [&](Seek const& seek) {
        std::vector<PromiseId> list;
        for (auto const& one : world.read([&](Call& call) { return ledger(call.tx, seek); }))
            list.push_back(one.id);
        return list;
    };
    using Ids = std::vector<PromiseId>;
    CHECK(ids({.account = ada.id}) == Ids{first, second, third});
    CHECK(ids({.account = ada.id, .limit = 2}) == Ids{first, second});
    CHECK(ids({.account = ada.id, .after = first}) == Ids{second, third});
    CHECK(ids({.to = ada.id.text(), .account = ada.id}) == Ids{second, third});
    CHECK(ids({.to = "public", .account = ada.id}).empty());
    CHECK(ids({.account = AccountId{1}}).empty());
}

TEST_CASE("count: today ends at midnight where the asking person is")
{
    LedgerWorld world;  // it is 10:00 in UTC and 23:00 in Auckland
    auto const person = world.write([](Call& call) {
        return team::add_person(
            call, {.name = "Tui",
                   .email = *Email::parse("tui@team.example.test"),
                   .zone = "Pacific/Auckland"});
    });
    world.given_in(30min);
    world.given_in(2h);
    world.given_in(15h);
    Actor const tui{.kind = Actor::Kind::person, .id = person.value().id.value()};
    auto const in_utc = world.read([](Call& call) { return count(call); });
    CHECK(in_utc.open == 3);
    CHECK(in_utc.due_today == 2);
    CHECK(world.read(tui, [](Call& call) { return count(call); }).due_today == 1);
}

TEST_CASE("count: what was done after it was due is neither late nor kept")
{
    LedgerWorld world;
    auto const in_time = world.given_in(1h);
    auto const too_late = world.given_in(1h);
    auto const never = world.given_in(1h);
    world.given_in(1h);
    REQUIRE(world.keep(in_time.id));
    world.pass(2h);
    REQUIRE(world.keep(too_late.id));
    REQUIRE(world.withdraw(never.id));
    CHECK(world.read([](Call& call) {
        return count(call);
    }) == Counts{.late = 1, .done_late = 1, .kept = 1, .broken = 1});
}

TEST_CASE("public_record: of those to everybody that fell due then, kept and missed are counted")
{
    support::for_each_database([](support::World& given) {
        LedgerWorld world{given.kind};
        auto const start = world.now();
        auto const promise = [&](Duration due, Source source, std::string to) {
            return world
                .given({.text = "x", .to = std::move(to), .due_at = start + due, .source = source})
                .id;
        };
        auto const kept = promise(1h, Source::next_word, "public");
        auto const late = promise(2h, Source::next_word, "public");
        auto const withdrawn = promise(3h, Source::next_word, "public");
        auto const private_one = promise(1h, Source::next_word, "");
        auto const eta = promise(1h, Source::eta, "public");
        promise(9h, Source::next_word, "public");  // due later
        for (auto const id : {kept, private_one, eta})
            REQUIRE(world.keep(id));
        REQUIRE(world.withdraw(withdrawn));
        world.pass(4h);
        world.fall_due(late);
        auto const record = [&](Instant from) {
            return world.read([&](Call& call) {
                return public_record(call.tx, Source::next_word, from, world.now());
            });
        };
        CHECK(record(start) == Record{.kept = 1, .missed = 1});
        CHECK(record(start + 90min) == Record{.kept = 0, .missed = 1});
    });
}

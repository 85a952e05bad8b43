#include "team/store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::for_each_database;
using support::World;

namespace {

Person person(std::int64_t id, std::string const& name, Role role = Role::agent)
{
    return {
        .id = PersonId{id},
        .name = name,
        .email = *Email::parse(fmt::format("P{}@team.example.test", id)),
        .role = role,
        .language = "de",
        .zone = "Europe/Berlin",
        .created_at = support::test_start};
}

void insert(World& world, std::vector<Person> const& people)
{
    world.write([&](Call& call) {
        for (auto const& one : people)
            store::insert(call.tx, one);
    });
}

}  // namespace

TEST_CASE("store: a person comes back as saved, by id and by address in any case")
{
    for_each_database([](World& world) {
        auto ada = person(1, "Ada");
        insert(world, {ada});
        ada.role = Role::lead;
        ada.disabled = true;
        ada.second_factor = true;
        ada.version = 2;
        world.write([&](Call& call) { store::save(call.tx, ada); });
        world.read([&](Call& call) {
            auto const found = store::person(call.tx, ada.id);
            REQUIRE(found);
            CHECK(write_json(to_json(*found)) == write_json(to_json(ada)));
            auto const key = *Email::parse("p1@TEAM.example.test");
            CHECK(store::person_by_email(call.tx, key)->id == ada.id);
            CHECK_FALSE(store::person(call.tx, PersonId{9}));
        });
    });
}

TEST_CASE("store: people are paged by name, then id")
{
    for_each_database([](World& world) {
        insert(world, {person(1, "Zoe"), person(3, "Ada"), person(2, "Ada"), person(4, "Ben")});
        world.read([](Call& call) {
            auto const ids = [&](std::optional<PersonId> after, int limit) {
                std::vector<std::int64_t> list;
                for (auto const& one : store::people(call.tx, after, limit))
                    list.push_back(one.id.value());
                return list;
            };
            CHECK(ids({}, 2) == std::vector<std::int64_t>{2, 3});
            CHECK(ids(PersonId{3}, 2) == std::vector<std::int64_t>{4, 1});
            CHECK(ids(PersonId{1}, 2).empty());
        });
    });
}

TEST_CASE("store: owners are those who are not disabled, oldest first")
{
    for_each_database([](World& world) {
        auto gone = person(1, "Gone", Role::owner);
        gone.disabled = true;
        insert(
            world,
            {gone, person(3, "C", Role::owner), person(2, "B", Role::owner), person(4, "A")});
        world.read([](Call& call) {
            auto const owners = store::owners(call.tx);
            REQUIRE(owners.size() == 2);
            CHECK(owners[0].id == PersonId{2});
            CHECK(owners[1].id == PersonId{3});
        });
    });
}

TEST_CASE("store: a password hash is kept apart from the person")
{
    for_each_database([](World& world) {
        insert(world, {person(1, "Ada")});
        world.write([](Call& call) {
            CHECK_FALSE(store::password_hash(call.tx, PersonId{1}));
            CHECK_FALSE(store::password_hash(call.tx, PersonId{2}));
            store::set_password_hash(call.tx, PersonId{1}, "hash");
            CHECK(store::password_hash(call.tx, PersonId{1}) == "hash");
        });
    });
}

TEST_CASE("store: of each person and of the first owner there is one link, taken once")
{
    for_each_database([](World& world) {
        insert(world, {person(1, "Ada")});
        world.write([&](Call& call) {
            auto const until = world.now() + 1h;
            store::put_link(call.tx, "a", {.person = {}, .expires_at = until});
            store::put_link(call.tx, "b", {.person = {}, .expires_at = until});
            store::put_link(call.tx, "c", {.person = PersonId{1}, .expires_at = until});
            store::put_link(
                call.tx, "d", {.person = PersonId{1}, .enters = true, .expires_at = until});
            CHECK_FALSE(store::link(call.tx, "a"));
            CHECK_FALSE(store::link(call.tx, "b")->person);
            CHECK_FALSE(store::link(call.tx, "b")->enters);
            CHECK_FALSE(store::link(call.tx, "c"));
            CHECK(store::link(call.tx, "d")->person == PersonId{1});
            CHECK(store::link(call.tx, "d")->enters);
            CHECK(store::link(call.tx, "d")->expires_at == until);
            CHECK(store::take_link(call.tx, "b"));
            CHECK_FALSE(store::take_link(call.tx, "b"));
            store::drop_link_of(call.tx, PersonId{1});
            CHECK_FALSE(store::link(call.tx, "d"));
        });
    });
}

TEST_CASE("store: a session is found by its hash, with its person's role, until it is ended")
{
    for_each_database([](World& world) {
        insert(world, {person(1, "Ada", Role::lead)});
        world.write([&](Call& call) {
            auto const now = world.now();
            for (std::int64_t id = 1; id <= 4; ++id)
                store::insert_session(
                    call.tx, SessionId{id}, fmt::format("h{}", id), PersonId{1}, now);
            store::touch_session(call.tx, SessionId{1}, now + 1h);
            store::touch_session(call.tx, SessionId{1}, now + 1min);  // a mark that came late
            auto const session = store::session(call.tx, "h1");
            REQUIRE(session);
            CHECK(session->person == PersonId{1});
            CHECK(session->role == Role::lead);
            CHECK(session->created_at == now);
            CHECK(session->last_seen_at == now + 1h);
            store::end_session(call.tx, "h2");
            CHECK_FALSE(store::session(call.tx, "h2"));
            store::end_other_sessions_of(call.tx, PersonId{1}, "h1");
            CHECK_FALSE(store::session(call.tx, "h3"));
            store::insert_session(call.tx, SessionId{5}, "h5", PersonId{1}, now);
            store::drop_sessions_unseen_since(call.tx, now + 1h);
            CHECK_FALSE(store::session(call.tx, "h5"));
            store::end_sessions_of(call.tx, PersonId{1});
            CHECK_FALSE(store::session(call.tx, "h1"));
        });
    });
}

TEST_CASE("store: the roster keeps its order and skips the disabled")
{
    for_each_database([](World& world) {
        auto gone = person(1, "Gone");
        gone.disabled = true;
        insert(world, {gone, person(2, "Ada"), person(3, "Ben")});
        world.write([](Call& call) {
            CHECK_FALSE(store::first_on_roster(call.tx));
            std::vector const people{PersonId{1}, PersonId{3}, PersonId{2}};
            store::set_roster(call.tx, people);
            CHECK(store::roster(call.tx) == people);
            CHECK(store::first_on_roster(call.tx)->id == PersonId{3});
        });
    });
}

TEST_CASE("store: attempts are counted from the first of them and forgotten with it")
{
    for_each_database([](World& world) {
        world.write([&](Call& call) {
            auto const now = world.now();
            CHECK(store::count_attempt(call.tx, "k", now).tries == 1);
            auto const second = store::count_attempt(call.tx, "k", now + 1min);
            CHECK(second.tries == 2);
            CHECK(second.since == now);
            store::forget_attempt(call.tx, "k");
            CHECK(store::count_attempt(call.tx, "k", now).tries == 2);
            store::drop_attempts_before(call.tx, now + 1us);
            CHECK(store::count_attempt(call.tx, "k", now).tries == 1);
            store::forget_attempts(call.tx, "k");
            CHECK(store::count_attempt(call.tx, "k", now).tries == 1);
        });
    });
}

#include "notify/samples.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "team/team.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// Anna and Ben may publish; one contact may be told by one of them alone.
struct Office {
    explicit Office(support::World& the_world) : world{the_world}
    {
        anna = hire("anna", team::Role::lead);
        ben = hire("ben", team::Role::lead);
        world.settings.notify.approve_above = 1;
        add(world, {.name = "ada"});
    }

    Actor hire(std::string const& name, team::Role role)
    {
        return world.write([&](Call& call) {
            team::NewPerson person;
            person.name = name;
            person.email = address(name + "@us.test");
            person.role = role;
            auto const hired = team::add_person(call, person).value();
            return Actor{
                .kind = Actor::Kind::person,
                .id = hired.id.value(),
                .rights = team::rights_of(role)};
        });
    }

    NoticeId say(Actor const& who, Announcement const& words)
    {
        return world.write(who, [&](Call& call) { return announce(call, words, 0s); });
    }

    Result<Progress> ask(Actor const& who, NoticeId notice)
    {
        return world.write(who, [&](Call& call) { return approve(call, notice); });
    }

    Progress progress(NoticeId id)
    {
        return world.read([&](Call& call) {
            auto const all = notices_about(call, incident, std::nullopt, 10);
            return *std::ranges::find(all, id, &Progress::id);
        });
    }

    std::vector<std::string> paged()
    {
        std::vector<std::string> who;
        for (auto const& each : claim_all(world))
            who.push_back(each.name);
        std::ranges::sort(who);
        return who;
    }

    support::World& world;
    Actor anna;
    Actor ben;
};

}  // namespace

TEST_CASE("approve: a notice to many leaves when somebody else has approved it")
{
    support::for_each_database([](support::World& world) {
        Office house{world};
        house.hire("cora", team::Role::auditor);
        add(world, {.name = "bob"});
        auto const notice = house.say(house.anna, outage(1));
        auto const waits = house.progress(notice);
        CHECK(bool{waits.state == NoticeState::unapproved});
        CHECK(waits.asked_by == PersonId{house.anna.id});
        CHECK(house.paged() == Rows{"ben"});

        auto const own = house.ask(house.anna, notice);
        CHECK(own.error().code == "notice.needs_another_person");
        CHECK(bool{own.error().kind == Refusal::conflict});
        CHECK(
            house.ask({.kind = Actor::Kind::token, .id = 5, .rights = RightSet::all()}, notice)
                .error()
                .code == "notice.needs_another_person");
        CHECK(claim_all(world).empty());

        auto const done = house.ask(house.ben, notice).value();
        CHECK(bool{done.state == NoticeState::waiting});
        CHECK_FALSE(done.asked_by);
        CHECK(claim_all(world).size() == 2);
        CHECK(support::facts_told(world).back().kind == "NoticeApproved");
        CHECK(house.ask(house.anna, notice));  // it has been seen
    });
}

TEST_CASE("approve: what goes to no more than one person may tell alone needs nobody else")
{
    support::World world;
    Office house{world};
    auto const notice = house.say(house.anna, outage(1));
    CHECK(bool{house.progress(notice).state == NoticeState::waiting});
    world.settings.notify.approve_above = 0;
    add(world, {.name = "bob"});
    CHECK(bool{house.progress(house.say(house.anna, outage(2))).state == NoticeState::waiting});
}

TEST_CASE("approve: the next word takes the place of one that was not approved, and says it along")
{
    support::World world;
    Office house{world};
    add(world, {.name = "bob"});
    auto const first = house.say(house.anna, outage(1));
    auto const second = house.say(house.ben, outage(2));
    CHECK(bool{house.progress(first).state == NoticeState::done});
    CHECK(house.progress(first).counts.superseded == 2);
    CHECK(house.ask(house.anna, second));
    auto const over = house.ask(house.ben, first);
    CHECK(over.error().code == "notice.is_over");
}

TEST_CASE("approve: a reminder by the system waits only as long as the word that it repeats")
{
    support::for_each_database([](support::World& world) {
        Office house{world};
        add(world, {.name = "bob"});
        house.say(house.anna, outage(1));
        auto const early = house.say(Actor::system(), outage(2));
        CHECK(bool{house.progress(early).state == NoticeState::unapproved});
        CHECK(house.progress(early).asked_by == PersonId{house.anna.id});
        CHECK(house.ask(house.ben, early));
        auto const late = house.say(Actor::system(), outage(3));
        CHECK(bool{house.progress(late).state == NoticeState::waiting});
    });
}

TEST_CASE("approve: one that is refused is taken back, and leaves nobody")
{
    support::World world;
    Office house{world};
    add(world, {.name = "bob"});
    auto const notice = house.say(house.anna, outage(1));
    auto const back = world.write([&](Call& call) { return cancel(call, notice); }).value();
    CHECK(bool{back.state == NoticeState::cancelled});
    CHECK(back.counts.cancelled == 2);
}

// What the composer shows before is what announce freezes: one rule, in random worlds.
#include "notify/audience_store.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<ServiceId> const all_services{mail_service, web_service, ServiceId{103}};
std::vector<Topic> const all_topics{
    Topic::planned, Topic::unplanned, Topic::recovery, Topic::news, Topic::tickets};

template <class T>
std::vector<T> some_of(std::vector<T> const& all)
{
    std::vector<T> some;
    for (auto const& each : all)
        if (*rc::gen::arbitrary<bool>())
            some.push_back(each);
    return some;
}

template <class T>
std::optional<std::vector<T>> perhaps_some_of(std::vector<T> const& all)
{
    return *rc::gen::arbitrary<bool>() ? std::optional{some_of(all)} : std::nullopt;
}

std::string any_case(std::string text)
{
    for (auto& letter : text)
        if (*rc::gen::arbitrary<bool>())
            letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return text;
}

void add_account(support::World& world, int number, std::vector<PlanId> const& plans)
{
    accounts::NewAccount account{
        .name = fmt::format("Account {}", number),
        .plan = *rc::gen::elementOf(plans),
        .services = perhaps_some_of(all_services),
        .contacts = {}};
    for (int i = 0, count = *rc::gen::inRange(0, 4); i < count; ++i)
        account.contacts.push_back(
            {.name = fmt::format("Contact {}", i),
             .email = address(any_case(fmt::format("c{}@a{}.example.test", i, number))),
             .topics = perhaps_some_of(all_topics)});
    REQUIRE(world.write([&](Call& call) { return accounts::add_account(call, account); }));
}

void suppress_some(support::World& world, int accounts)
{
    world.write([&](Call& call) {
        for (int number = 0; number < accounts; ++number)
            if (*rc::gen::inRange(0, 3) == 0)
                suppress(
                    call, fmt::format("c0@a{}.example.test", number),
                    *rc::gen::element<std::string>("", "planned", "unplanned", "recovery"));
    });
}

void fill(support::World& world)
{
    std::vector<PlanId> plans;
    for (auto const name : {"Small", "Large"})
        plans.push_back(world.write([&](Call& call) {
            accounts::NewPlan plan;
            plan.name = name;
            plan.topics = some_of(all_topics);
            return accounts::add_plan(call, plan).value().id;
        }));
    world.write([&](Call& call) {
        return accounts::change_exposure_of_plan(call, plans[0], some_of(all_services));
    });
    auto const accounts = *rc::gen::inRange(0, 12);
    for (int number = 0; number < accounts; ++number)
        add_account(world, number, plans);
    suppress_some(world, accounts);
}

// What a preview says of one person, in the words of a frozen row.
struct Line {
    ContactId contact;
    State state = State::queued;
    auto operator<=>(Line const&) const = default;
};

struct Seen {
    Audience audience;
    std::vector<Line> lines;
};

Seen preview(support::World& world, Target const& target)
{
    return world.read([&](Call& call) {
        Seen seen{.audience = audience_of(call.tx, target), .lines = {}};
        for (auto const& row : store::audience_members(
                 call.tx, target, {.words = {}, .after = std::nullopt, .limit = 1000}))
            seen.lines.push_back({row.contact, row.state});
        return seen;
    });
}

std::vector<Line> frozen(support::World& world, NoticeId notice)
{
    std::vector<Line> lines;
    for (auto const& line : proof(world).deliveries)
        if (line.notice == notice)
            lines.push_back({line.contact.value(), line.state});
    return lines;
}

void check_same(Seen const& seen, std::vector<Line> const& lines)
{
    RC_ASSERT(seen.lines == lines);
    auto const count = [&](State state) { return std::ranges::count(lines, state, &Line::state); };
    RC_ASSERT(seen.audience.contacts == std::ssize(lines));
    RC_ASSERT(seen.audience.will_be_told == count(State::queued));
    std::int64_t withheld = 0;
    for (auto const& share : seen.audience.withheld) {
        withheld += share.contacts;
        RC_ASSERT(
            share.contacts ==
            count(share.reason == Withheld::topic_off ? State::opted_out : State::suppressed));
    }
    RC_ASSERT(withheld + seen.audience.will_be_told == seen.audience.contacts);
}

// An outage, told to some; then its end.
void check_world(support::World& world)
{
    fill(world);
    auto words = outage(1);
    words.services = some_of(all_services);
    auto const before =
        preview(world, {.topic = Topic::unplanned, .about = incident, .services = words.services});
    check_same(before, frozen(world, say(world, words, 0s)));

    auto claimed = claim_all(world);
    std::vector<Claimed> unlucky;
    std::erase_if(claimed, [&](Claimed const& each) {
        bool const fails = *rc::gen::inRange(0, 4) == 0;
        if (fails)
            unlucky.push_back(each);
        return fails;
    });
    end(world, claimed, {.state = State::accepted, .attempts = 1, .at = world.now()});
    end(world, unlucky, {.state = State::failed, .attempts = 1, .at = world.now()});
    auto const over =
        preview(world, {.topic = Topic::recovery, .reach = Reach::told, .about = incident});
    check_same(over, frozen(world, say(world, resolved(2), 0s)));
}

}  // namespace

TEST_CASE("audience: whom a preview names is whom announce freezes, for the same reasons")
{
    CHECK(rc::check([] {
        support::World world;
        check_world(world);
    }));
}

TEST_CASE("audience: PostgreSQL counts as SQLite does")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        add(world, {.name = "cyd", .services = {{mail_service}}});
        add(world, {.name = "dan", .services = {{web_service}}});
        world.write([](Call& call) { suppress(call, "cyd@example.test", ""); });
        auto const seen = preview(
            world, {.topic = Topic::unplanned, .about = incident, .services = {mail_service}});
        CHECK(seen.audience.contacts == 3);
        CHECK(seen.audience.will_be_told == 1);
        CHECK(seen.lines == frozen(world, say(world, outage(1))));
    });
}

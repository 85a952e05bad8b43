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

accounts::NewPreferences any_preferences()
{
    accounts::NewPreferences wish;
    for (auto const channel : {Channel::mail, Channel::sms, Channel::push})
        if (*rc::gen::arbitrary<bool>())
            wish.choices.push_back({.channel = channel, .topics = some_of(all_topics)});
    wish.phone = "+49151123456";
    if (*rc::gen::arbitrary<bool>())
        wish.quiet_hours = accounts::QuietHours{"09:00", "12:00", *rc::gen::arbitrary<bool>()};
    return wish;
}

// What a subscriber chooses: all, or one at least.
std::optional<std::vector<ServiceId>> any_chosen()
{
    auto chosen = perhaps_some_of(all_services);
    return chosen && chosen->empty() ? std::nullopt : chosen;
}

// Some chose for themselves, some have a browser that is told, some have not confirmed yet, and
// some only subscribed.
void let_some_choose(support::World& world)
{
    world.write([](Call& call) {
        for (int number = 0; number < 3; ++number) {
            auto const somebody = accounts::add_prospect(
                call, "Somebody", address(fmt::format("s{}@example.test", number)), BrandId{1});
            (void)accounts::choose_topics(call, somebody.id, perhaps_some_of(all_topics)).value();
        }
        for (auto const id : call.tx.all<ContactId>("SELECT id FROM accounts_contacts")) {
            auto wish = any_preferences();
            if (!accounts::find_contact(call.tx, id)->account)
                wish.services = any_chosen();
            if (*rc::gen::arbitrary<bool>())
                (void)accounts::choose_preferences(call, id, wish).value();
            accounts::set_has_push(call, id, *rc::gen::arbitrary<bool>());
            if (*rc::gen::inRange(0, 4) == 0)
                call.tx.run(
                    "UPDATE accounts_contacts SET unconfirmed_since = 1 WHERE id = :id",
                    {{"id", id}});
        }
    });
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
    world.write([&](Call& call) {
        return accounts::choose_preferences_of_plan(
            call, plans[1], {.choices = {{Channel::sms, some_of(all_topics)}}});
    });
    let_some_choose(world);
}

// What a preview says of one person, in the words of a frozen row.
struct Line {
    ContactId contact;
    std::vector<Channel> channels;  // none: he is told nothing
    std::string withheld;
    auto operator<=>(Line const&) const = default;
};

struct Seen {
    Audience audience;
    std::vector<Line> lines;
};

Seen preview(support::World& world, Target const& target)
{
    return world.read([&](Call& call) {
        Seen seen{.audience = audience_of(call.tx, target, {.at = call.now}), .lines = {}};
        for (auto const& each :
             members_of(call.tx, target, {.words = {}, .after = std::nullopt, .limit = 1000}))
            seen.lines.push_back(
                {each.contact, each.channels,
                 std::string{each.withheld ? name_of(*each.withheld) : ""}});
        return seen;
    });
}

std::string withheld_by(ProofLine const& line)
{
    if (line.state == State::suppressed)
        return "suppressed";
    if (line.reason == "chose other services")
        return "not_chosen";
    return line.reason == "has not confirmed the address yet" ? "unconfirmed" : "topic_off";
}

// Rows by contact: each says on which channels he is told, or why he is not.
std::vector<Line> frozen(support::World& world, NoticeId notice)
{
    std::map<ContactId, Line> lines;
    for (auto const& line : proof(world).deliveries) {
        if (line.notice != notice || !line.contact)
            continue;
        auto& his = lines[*line.contact];
        his.contact = *line.contact;
        if (line.state == State::queued)
            his.channels.push_back(line.channel);
        else
            his.withheld = withheld_by(line);
    }
    std::vector<Line> all;
    for (auto& [contact, line] : lines) {
        std::ranges::sort(line.channels);
        if (!line.channels.empty())
            line.withheld.clear();  // mail's row says why not by mail
        all.push_back(line);
    }
    return all;
}

std::int64_t quiet_in(support::World& world, NoticeId notice)
{
    return std::ranges::count_if(proof(world).deliveries, [&](ProofLine const& line) {
        return line.notice == notice && line.reason == "quiet hours until 12:00";
    });
}

void check_same(support::World& world, Seen const& seen, NoticeId notice)
{
    auto const lines = frozen(world, notice);
    RC_ASSERT(seen.lines == lines);
    auto const told = [](Line const& line) { return !line.channels.empty(); };
    RC_ASSERT(seen.audience.contacts == std::ssize(lines));
    RC_ASSERT(seen.audience.will_be_told == std::ranges::count_if(lines, told));
    std::int64_t withheld = 0;
    for (auto const& share : seen.audience.withheld) {
        withheld += share.contacts;
        RC_ASSERT(
            share.contacts ==
            std::ranges::count(lines, std::string{name_of(share.reason)}, &Line::withheld));
    }
    RC_ASSERT(withheld + seen.audience.will_be_told == seen.audience.contacts);
    std::int64_t quiet = 0;
    for (auto const& share : seen.audience.channels) {
        quiet += share.quiet;
        RC_ASSERT(share.contacts == std::ranges::count_if(lines, [&](Line const& line) {
                      return std::ranges::find(line.channels, share.channel) != line.channels.end();
                  }));
    }
    RC_ASSERT(quiet == quiet_in(world, notice));
}

// An outage, told to some; then its end.
void check_world(support::World& world)
{
    fill(world);
    auto words = outage(1);
    words.services = some_of(all_services);
    auto const on_page = some_of(words.services);
    words.named.emplace();
    for (auto const service : on_page)
        words.named->push_back({.name = "One", .state = "major", .service = service});
    auto const before = preview(
        world, {.topic = Topic::unplanned,
                .about = incident,
                .services = words.services,
                .on_page = on_page});
    check_same(world, before, say(world, words, 0s));

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
    check_same(world, over, say(world, resolved(2), 0s));
}

// A contact of a plan that turns everything on for this channel, or nothing, who himself says on,
// off or nothing.
void add_one_of(
    support::World& world, std::string const& name, Channel channel, bool plan_says,
    std::optional<bool> he_says)
{
    auto const topics = [](bool all) { return all ? all_topics : std::vector<Topic>{}; };
    world.write([&](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Plan " + name;
        plan.topics = topics(plan_says && channel == Channel::mail);
        auto const id = accounts::add_plan(call, plan).value().id;
        if (plan_says && channel != Channel::mail)
            REQUIRE(accounts::choose_preferences_of_plan(
                call, id, {.choices = {{channel, all_topics}}}));
        auto const account = accounts::add_account(
            call, {.name = name,
                   .plan = id,
                   .contacts = {
                       {.name = name,
                        .email = address(name + "@example.test"),
                        .phone = "+49151123456"}}});
        auto const contact = account.value().contacts.front().id;
        accounts::set_has_push(call, contact, true);
        accounts::NewPreferences wish{.phone = "+49151123456"};
        if (he_says)
            wish.choices = {{channel, topics(*he_says)}};
        REQUIRE(accounts::choose_preferences(call, contact, wish));
    });
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
        auto const bob = add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        add(world, {.name = "cyd", .services = {{mail_service}}});
        add(world, {.name = "dan", .services = {{web_service}}});
        choose(
            world, bob,
            {.choices = {{Channel::mail, {}}, {Channel::sms, {Topic::unplanned}}},
             .quiet_hours = accounts::QuietHours{"09:00", "12:00", false},
             .phone = "+49151123456"});
        world.write([](Call& call) { suppress(call, "cyd@example.test", ""); });
        auto const seen = preview(
            world, {.topic = Topic::unplanned, .about = incident, .services = {mail_service}});
        CHECK(seen.audience.contacts == 3);
        CHECK(seen.audience.will_be_told == 2);
        REQUIRE(seen.audience.channels.size() == 2);
        CHECK(seen.audience.channels[1].quiet == 1);
        CHECK(bool{seen.lines == frozen(world, say(world, outage(1), 0s))});
    });
}

TEST_CASE("audience: a plan's default and his own choice decide, each way, on each channel (R-03)")
{
    support::for_each_database([](support::World& world) {
        struct Case {
            bool plan_says;
            std::optional<bool> he_says;
        };
        for (auto const channel : {Channel::mail, Channel::sms, Channel::push}) {
            Rows expected;
            for (auto const& [plan_says, he_says] :
                 {Case{true, {}}, Case{true, false}, Case{false, {}}, Case{false, true}}) {
                auto const name = fmt::format(
                    "{}-{}-{}", name_of(channel), plan_says ? "pro" : "basic",
                    !he_says   ? "silent"
                    : *he_says ? "on"
                               : "off");
                add_one_of(world, name, channel, plan_says, he_says);
                if (he_says.value_or(plan_says))
                    expected.push_back(fmt::format("{} {} queued", name, name_of(channel)));
            }
            auto words = outage(static_cast<std::int64_t>(channel) + 1);
            auto told = by_channel(world, say(world, words, 0s));
            std::erase_if(told, [&](std::string const& row) {
                return !row.starts_with(name_of(channel)) || !row.ends_with("queued");
            });
            CHECK(told == expected);
        }
    });
}

TEST_CASE("audience: who chose planned work only hears of nothing else (R-04)")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada", .topics = std::vector{Topic::planned}});
        for (auto const topic : all_topics) {
            auto const seen = world.read([&](Call& call) {
                return members_of(
                    call.tx, {.topic = topic, .about = incident, .services = {mail_service}},
                    {.words = {}, .after = {}, .limit = 10});
            });
            REQUIRE(seen.size() == 1);
            CHECK(bool{seen[0].contact == ada});
            CHECK(seen[0].will_be_told == (topic == Topic::planned));
        }
    });
}

TEST_CASE("audience: the end goes to who heard of the beginning, on whichever channel")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        choose(
            world, ada,
            {.choices = {{Channel::mail, {Topic::recovery}}, {Channel::sms, {Topic::unplanned}}},
             .phone = "+49151123456"});
        CHECK(
            by_channel(world, say(world, outage(1), 0s)) ==
            Rows{"ada mail opted_out", "ada sms queued"});
        CHECK(by_channel(world, say(world, resolved(2), 0s)) == Rows{"ada mail queued"});
    });
}

TEST_CASE(
    "audience: a waiting SMS goes on for who still wants it, when the next word is taken back")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        accounts::NewPreferences wish{
            .choices = {{Channel::mail, {}}, {Channel::sms, {Topic::unplanned}}},
            .phone = "+49151123456"};
        choose(world, ada, wish);
        auto const first = say(world, outage(1));
        auto const second = say(world, outage(2));
        REQUIRE(world.write([&](Call& call) { return cancel(call, second); }));
        CHECK(by_channel(world, first) == Rows{"ada mail opted_out", "ada sms queued"});
        auto const third = say(world, outage(3));
        wish.choices[1].topics.clear();
        choose(world, ada, wish);
        REQUIRE(world.write([&](Call& call) { return cancel(call, third); }));
        CHECK(by_channel(world, first) == Rows{"ada mail opted_out", "ada sms superseded"});
    });
}

TEST_CASE("audience: mails alone are claimed for the relay")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    choose(world, ada, {.choices = {{Channel::sms, {Topic::unplanned}}}, .phone = "+49151123456"});
    say(world, outage(1), 0s);
    auto const claimed = claim_all(world);
    REQUIRE(claimed.size() == 1);
    CHECK(claimed[0].address == "ada@example.test");
}

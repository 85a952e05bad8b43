#include "notify/audience.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Target const outage_of_mail{
    .topic = Topic::unplanned, .about = incident, .services = {mail_service}};

Audience audience(support::World& world, Target const& target = outage_of_mail)
{
    return world.read([&](Call& call) { return audience_of(call.tx, target); });
}

std::vector<Member>
members(support::World& world, MembersWanted const& wanted, Target const& target = outage_of_mail)
{
    return world.read([&](Call& call) { return members_of(call.tx, target, wanted); });
}

std::vector<std::string> named(support::World& world, std::string const& words)
{
    std::vector<std::string> names;
    for (auto const& member : members(world, {.words = words, .after = {}, .limit = 10}))
        names.push_back(member.name);
    return names;
}

}  // namespace

TEST_CASE("audience_of: counts accounts, contacts and who will be told, and the reasons why not")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .services = {{mail_service}}});
        add(world, {.name = "cyd", .services = {{web_service}}});
        add(world, {.name = "dan", .topics = std::vector<Topic>{}});
        add(world, {.name = "eve"});
        world.write([](Call& call) { suppress(call, "eve@example.test", "unplanned"); });

        auto const seen = audience(world);
        CHECK(seen.accounts == 4);
        CHECK(seen.contacts == 4);
        CHECK(seen.will_be_told == 2);
        CHECK(seen.unknown_exposure == 3);
        using Shares = std::vector<WithheldShare>;
        CHECK(bool{seen.withheld == Shares{{Withheld::topic_off, 1}, {Withheld::suppressed, 1}}});
        REQUIRE(seen.plans.size() == 1);
        CHECK(bool{
            seen.plans[0] == PlanShare{
                                 .plan = plan_of(world),
                                 .name = "Pro",
                                 .accounts = 4,
                                 .contacts = 4,
                                 .will_be_told = 2}});
        REQUIRE(seen.channels.size() == 1);
        CHECK(seen.channels[0].contacts == 2);
    });
}

TEST_CASE(
    "audience_of: what not everybody may know of concerns those alone who are known to use it")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob", .services = {{mail_service}}});
        auto target = outage_of_mail;
        target.is_public = false;
        CHECK(audience(world, target).contacts == 1);
        auto const who = members(world, {.words = "", .after = {}, .limit = 10}, target);
        REQUIRE(who.size() == 1);
        CHECK(who[0].contact == bob);
        CHECK(bool{who[0].because == Because::uses_service});
    });
}

TEST_CASE("audience_of: each channel says how many hear on it, who of them sleeps, and its price")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob"});
        add(world, {.name = "cyd"});
        accounts::NewPreferences wish{
            .choices = {{Channel::sms, {Topic::unplanned}}}, .phone = "+49151123456"};
        choose(world, ada, wish);
        wish.quiet_hours = accounts::QuietHours{"11:00", "13:00", false};
        choose(world, bob, wish);
        Leaving const leaving{.at = world.now() + 2h, .sms_price = Money{8, "EUR"}};
        auto const seen =
            world.read([&](Call& call) { return audience_of(call.tx, outage_of_mail, leaving); });
        CHECK(seen.contacts == 3);
        CHECK(seen.will_be_told == 3);
        CHECK(bool{
            seen.channels ==
            std::vector<ChannelShare>{
                {.channel = Channel::mail, .contacts = 3, .quiet = 1},
                {.channel = Channel::sms, .contacts = 2, .quiet = 1, .price = Money{8, "EUR"}}}});
        CHECK(audience(world).channels.at(0).quiet == 0);  // nobody said when it would leave
    });
}

TEST_CASE("audience_of: who hears only once his partner releases it is told of as such")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add_at_partner(world, {.name = "bob"});
        add_at_partner(world, {.name = "cyd", .topics = {{Topic::news}}});
        CHECK(audience(world).held == 0);
        auto const lens = partner_of(world);
        world.write([&](Call& call) {
            return change_forwards(call, lens, {.mode = Forwarding::held}).value();
        });
        CHECK(audience(world).will_be_told == 2);
        CHECK(audience(world).held == 1);
    });
}

TEST_CASE("audience_of: who has not confirmed is told nothing, and counts for that reason")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        world.write([&](Call& call) {
            call.tx.run(
                "UPDATE accounts_contacts SET unconfirmed_since = 1 WHERE id = :id", {{"id", ada}});
        });
        auto const seen = audience(world);
        CHECK(seen.will_be_told == 0);
        CHECK(seen.channels.empty());
        CHECK(bool{seen.withheld == std::vector<WithheldShare>{{Withheld::unconfirmed, 1}}});
        say(world, outage(1));
        CHECK(rows(world) == Rows{"ada opted_out: has not confirmed the address yet"});
    });
}

TEST_CASE("audience_of: who subscribed to the page is told of what everybody may know of")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto const eve =
                accounts::add_prospect(call, "eve", address("eve@example.test"), BrandId{1});
            REQUIRE(accounts::choose_topics(call, eve.id, std::vector{Topic::unplanned}));
        });
        auto const seen = audience(world);
        CHECK(seen.accounts == 0);
        CHECK(seen.will_be_told == 1);
        REQUIRE(seen.plans.size() == 1);
        CHECK_FALSE(seen.plans[0].plan);
        auto hidden = outage_of_mail;
        hidden.is_public = false;
        CHECK(audience(world, hidden).contacts == 0);
        say(world, outage(1));
        CHECK(rows(world) == Rows{"eve queued"});
    });
}

TEST_CASE("audience: a subscriber hears of the services that he chose, and the reason is shown")
{
    support::for_each_database([](support::World& world) {
        add_subscriber(world, "all", {});
        add_subscriber(world, "both", {{mail_service, web_service}});
        add_subscriber(world, "web", {{web_service}});
        auto const seen = audience(world);
        CHECK(seen.contacts == 3);
        CHECK(seen.will_be_told == 2);
        CHECK(bool{seen.withheld == std::vector<WithheldShare>{{Withheld::not_chosen, 1}}});
        auto const web = members(world, {.words = "web", .after = {}, .limit = 10}).at(0);
        CHECK(bool{web.because == Because::subscribed});
        CHECK(bool{web.withheld == Withheld::not_chosen});
        say(world, outage(1));
        CHECK(
            rows(world) ==
            Rows{"all queued", "both queued", "web opted_out: chose other services"});
    });
}

TEST_CASE("audience: a service that is not on the page any more leaves a subscriber with the rest")
{
    support::World world;
    add_subscriber(world, "both", {{mail_service, web_service}});
    add_subscriber(world, "mail", {{mail_service}});
    auto target = outage_of_mail;
    target.services = {mail_service, web_service};
    target.on_page = {{web_service}};
    auto const all = members(world, {.words = "", .after = {}, .limit = 10}, target);
    REQUIRE(all.size() == 2);
    CHECK(all[0].will_be_told);
    CHECK(bool{all[1].withheld == Withheld::not_chosen});
}

TEST_CASE("audience: who chose other services hears of it on no channel")
{
    support::for_each_database([](support::World& world) {
        auto const web = add_subscriber(world, "web", {{web_service}});
        choose(
            world, web,
            {.choices = {{Channel::mail, {Topic::unplanned}}, {Channel::sms, {Topic::unplanned}}},
             .phone = "+49151123456",
             .services = {{web_service}}});
        CHECK(by_channel(world, say(world, outage(1), 0s)) == Rows{"web mail opted_out"});
    });
}

TEST_CASE("audience: who became an account's contact hears of what that uses, whatever he chose")
{
    support::World world;
    auto const web = add_subscriber(world, "web", {{web_service}});
    auto const plan = plan_of(world);
    auto const account = world.write([&](Call& call) {
        return accounts::add_account(
            call, {.name = "Web Ltd",
                   .plan = plan,
                   .contacts = {{.name = "web", .email = address("web@example.test")}}});
    });
    REQUIRE(account);
    REQUIRE(account->contacts.at(0).id == web);
    say(world, outage(1));
    CHECK(rows(world) == Rows{"web queued"});
}

TEST_CASE("audience: the end goes to whom the beginning was told, whatever he chose since")
{
    support::World world;
    auto const web = add_subscriber(world, "web", {{mail_service}});
    say(world, outage(1), 0s);
    choose(
        world, web,
        {.choices = {{Channel::mail, {Topic::unplanned, Topic::recovery}}},
         .services = {{web_service}}});
    CHECK(by_channel(world, say(world, resolved(2), 0s)) == Rows{"web mail queued"});
}

TEST_CASE("audience_of: where nobody is affected, nothing is counted")
{
    support::World world;
    auto const seen = audience(world);
    CHECK(seen.contacts == 0);
    CHECK(seen.withheld.empty());
    CHECK(seen.plans.empty());
    CHECK(seen.channels.empty());
}

TEST_CASE("audience_of: the end is for those who were told")
{
    support::World world;
    add(world, {.name = "ada"});
    Target const over{.topic = Topic::recovery, .reach = Reach::told, .about = incident};
    CHECK(audience(world, over).contacts == 0);
    say(world, outage(1));
    add(world, {.name = "bob"});
    CHECK(audience(world, over).contacts == 1);
}

TEST_CASE("members_of: each says why he is in and why he will not be told")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .services = {{mail_service, web_service}}});
        add(world, {.name = "cyd", .topics = std::vector<Topic>{}});
        auto const all = members(world, {.words = "", .after = {}, .limit = 10});
        REQUIRE(all.size() == 3);
        CHECK(bool{all[0].because == Because::exposure_unknown});
        CHECK(all[0].services.empty());
        CHECK(all[0].will_be_told);
        CHECK(bool{all[1].because == Because::uses_service});
        CHECK(bool{all[1].services == std::vector{mail_service}});
        CHECK(all[1].account_name == "bob Ltd");
        CHECK(all[1].plan_name == "Pro");
        CHECK_FALSE(all[2].will_be_told);
        CHECK(bool{all[2].withheld == Withheld::topic_off});
    });
}

TEST_CASE("members_of: a person stands once, with all channels on which he will be told")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        choose(
            world, ada,
            {.choices = {{Channel::mail, {}}, {Channel::sms, {Topic::unplanned}}},
             .phone = "+49151123456"});
        world.write([&](Call& call) {
            accounts::set_has_push(call, ada, true);
            return accounts::choose_preferences_of_plan(
                call, accounts::find_plan_named(call.tx, "Pro")->id,
                {.choices = {{Channel::push, {Topic::unplanned}}}});
        });
        auto const all = members(world, {.words = "", .after = {}, .limit = 10});
        REQUIRE(all.size() == 1);
        CHECK(all[0].will_be_told);
        CHECK_FALSE(all[0].withheld);
        CHECK(bool{all[0].channels == std::vector{Channel::sms, Channel::push}});
    });
}

TEST_CASE("members_of: what the rule of a plan says is used as what an account says itself")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .services = {{mail_service}}});
        add(world, {.name = "cyd", .services = {{web_service}}});
        auto const plan = plan_of(world);
        REQUIRE(world.write([&](Call& call) {
            return accounts::change_exposure_of_plan(call, plan, {mail_service});
        }));
        auto const all = members(world, {.words = "", .after = {}, .limit = 10});
        REQUIRE(all.size() == 3);
        for (auto const& member : all) {
            CAPTURE(member.name);
            CHECK(bool{member.because == Because::uses_service});
            CHECK(bool{member.services == std::vector{mail_service}});
        }
        CHECK(audience(world).unknown_exposure == 0);
    });
}

TEST_CASE("members_of: words find a name, an address or an account, in any case")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "Ada"});
        add(world, {.name = "bob"});
        CHECK(named(world, "aDa") == Rows{"Ada"});
        CHECK(named(world, "BOB@exa") == Rows{"bob"});
        CHECK(named(world, "bob ltd") == Rows{"bob"});
        CHECK(named(world, "example.test") == Rows{"Ada", "bob"});
        CHECK(named(world, "%").empty());
        CHECK(named(world, "nobody").empty());
    });
}

TEST_CASE("members_of: pages follow each other")
{
    support::World world;
    for (int i = 0; i < 5; ++i)
        add(world, {.name = fmt::format("c{}", i)});
    std::vector<std::string> names;
    std::optional<ContactId> after;
    for (int page = 0; page < 3; ++page)
        for (auto const& member : members(world, {.words = "", .after = after, .limit = 2})) {
            names.push_back(member.name);
            after = member.contact;
        }
    CHECK(names == Rows{"c0", "c1", "c2", "c3", "c4"});
}

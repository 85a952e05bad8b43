// The published views, as rooms above read them.
#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "accounts/topics.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

struct AudienceRow {
    ContactId contact;
    AccountId account;
    PlanId plan;
    std::string name;
    std::string account_name;
    std::string plan_name;
    Email email;
    std::string language;
    std::string zone;
    BrandId brand;
    bool exposure_known = false;
    int planned = 0;
    int unplanned = 0;
    int recovery = 0;
    int news = 0;
    int tickets = 0;
};
BOOST_DESCRIBE_STRUCT(
    AudienceRow, (),
    (contact, account, plan, name, account_name, plan_name, email, language, zone, brand,
     exposure_known, planned, unplanned, recovery, news, tickets))

std::vector<AudienceRow> audience(support::World& world)
{
    return world.read([](Call& call) {
        return call.tx.all<AudienceRow>(R"sql(
            SELECT contact, account, plan, name, account_name, plan_name, email, language, zone,
                   brand, exposure_known, planned, unplanned, recovery, news, tickets
            FROM   accounts_audience
            WHERE  channel = 'mail'
            ORDER BY contact)sql");
    });
}

// The shape of the question that every notice asks: who is exposed to Statistics and wants to
// hear of outages?
std::vector<std::string> told_of_outage(support::World& world)
{
    return world.read([](Call& call) {
        return call.tx.all<std::string>(
            R"sql(
            SELECT a.name
            FROM   accounts_audience a
            WHERE  a.unplanned = 1 AND a.channel = 'mail'
              AND  (a.exposure_known = 0
                    OR EXISTS (SELECT 1
                               FROM   accounts_exposed e
                               WHERE  e.account = a.account AND e.service = :service))
            ORDER BY a.contact)sql",
            {{"service", statistics}});
    });
}

// "ada mail ada@example.test planned+news": one line for each row.
std::vector<std::string> channels(support::World& world)
{
    return world.read([](Call& call) {
        return call.tx.all<std::string>(R"sql(
            SELECT name || ' ' || channel || ' ' || address
                   || CASE planned WHEN 1 THEN ' planned' ELSE '' END
                   || CASE unplanned WHEN 1 THEN ' unplanned' ELSE '' END
                   || CASE recovery WHEN 1 THEN ' recovery' ELSE '' END
                   || CASE news WHEN 1 THEN ' news' ELSE '' END
                   || CASE tickets WHEN 1 THEN ' tickets' ELSE '' END
            FROM   accounts_audience
            ORDER BY contact, channel)sql");
    });
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("accounts_audience: a row names the contact, his account and how to speak to him")
{
    support::for_each_database([](support::World& world) {
        auto ada = person("Ada", "ada@example.test");
        ada.language = "de";
        ada.zone = "Europe/Berlin";
        auto const account =
            add_account(world, {.name = "Ada & Co", .plan = add_plan(world), .contacts = {ada}});
        auto const rows = audience(world);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].contact == account.contacts[0].id);
        CHECK(rows[0].account == account.id);
        CHECK(rows[0].name == "Ada");
        CHECK(rows[0].account_name == "Ada & Co");
        CHECK(rows[0].plan == account.plan);
        CHECK(rows[0].plan_name == "Pro");
        CHECK(rows[0].email == address("ada@example.test"));
        CHECK(rows[0].language == "de");
        CHECK(rows[0].zone == "Europe/Berlin");
        CHECK(rows[0].brand == account.brand);
        CHECK_FALSE(rows[0].exposure_known);
    });
}

TEST_CASE("accounts_audience: each topic column is that topic's bit, and no other")
{
    support::for_each_database([](support::World& world) {
        auto const plan = add_plan(world);
        std::vector<NewContact> people;
        for (auto const topic : topics_in(31)) {
            auto somebody = person("Somebody", fmt::format("{}@example.test", name_of(topic)));
            somebody.topics = std::vector{topic};
            people.push_back(somebody);
        }
        add_account(world, {.name = "Five", .plan = plan, .contacts = people});
        for (auto const& row : audience(world)) {
            auto const only = row.email.text();
            CHECK(row.planned == (only == "planned@example.test"));
            CHECK(row.unplanned == (only == "unplanned@example.test"));
            CHECK(row.recovery == (only == "recovery@example.test"));
            CHECK(row.news == (only == "news@example.test"));
            CHECK(row.tickets == (only == "tickets@example.test"));
        }
    });
}

TEST_CASE("accounts_audience: plan's default, own choice and exposure decide together")
{
    support::for_each_database([](support::World& world) {
        std::vector<std::string> expected;
        int count = 0;
        for (bool const plan_on : {true, false}) {
            auto wish = plan_named(plan_on ? "On" : "Off");
            wish.topics = plan_on ? std::vector{Topic::unplanned} : std::vector<Topic>{};
            auto const plan = add_plan(world, wish);
            for (std::string const own : {"default", "on", "off"}) {
                for (std::string const exposed : {"unknown", "to it", "to another", "to none"}) {
                    auto somebody = person(
                        fmt::format("{}/{}/{}", wish.name, own, exposed),
                        fmt::format("c{}@example.test", ++count));
                    if (own != "default")
                        somebody.topics = own == "on" ? std::vector{Topic::unplanned}
                                                      : std::vector{Topic::planned};
                    NewAccount account{.name = "A", .plan = plan, .contacts = {somebody}};
                    if (exposed != "unknown")
                        account.services.emplace();
                    if (exposed == "to it")
                        account.services->push_back(statistics);
                    if (exposed == "to another")
                        account.services->push_back(galleries);
                    add_account(world, account);
                    bool const wants = own == "on" || (own == "default" && plan_on);
                    if (wants && (exposed == "unknown" || exposed == "to it"))
                        expected.push_back(somebody.name);
                }
            }
        }
        CHECK(told_of_outage(world) == expected);
        CHECK(expected.size() == 6);
    });
}

TEST_CASE("accounts_audience: a new default of the plan holds at once for all without own choice")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        CHECK(audience(world).at(0).news == 0);
        auto wish = plan_named("Pro");
        wish.topics = {Topic::news};
        world.write([&](Call& call) { return change_plan(call, ada.plan, wish, {}); });
        CHECK(audience(world).at(0).news == 1);
        CHECK(audience(world).at(0).planned == 0);
    });
}

TEST_CASE("accounts_audience: a prospect is nobody's audience")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            return add_prospect(call, "Eve", address("eve@example.test"), BrandId{1});
        });
        CHECK(audience(world).empty());
    });
}

TEST_CASE("accounts_audience: SMS and push have rows of their own where he hears of anything there")
{
    support::for_each_database([](support::World& world) {
        auto const plan = add_plan(world);
        std::vector<NewContact> people;
        for (std::string const name : {"Ada", "Bob", "Cyd", "Dan"})
            people.push_back(person(name, name + "@example.test"));
        people[0].phone = "+49151123456";  // the plan's topics
        people[1].phone = "+49151123457";  // his own
        people[2].phone = "030 123456";    // no number that an SMS could go to
        auto const account = add_account(world, {.name = "Four", .plan = plan, .contacts = people});
        world.write([&](Call& call) {
            REQUIRE(choose_preferences_of_plan(
                call, plan,
                {.choices = {{Channel::sms, {Topic::unplanned}}, {Channel::push, {Topic::news}}}}));
            NewPreferences own{.choices = {{Channel::sms, {}}}, .phone = people[1].phone};
            REQUIRE(choose_preferences(call, account.contacts[1].id, own));
            set_has_push(call, account.contacts[3].id, true);
        });
        std::string const by_mail = " planned unplanned recovery tickets";
        CHECK(
            channels(world) ==
            Lines{
                "Ada mail Ada@example.test" + by_mail, "Ada sms +49151123456 unplanned",
                "Bob mail Bob@example.test" + by_mail, "Cyd mail Cyd@example.test" + by_mail,
                "Dan mail Dan@example.test" + by_mail, "Dan push  news"});
        world.write([&](Call& call) { set_has_push(call, account.contacts[3].id, false); });
        CHECK(channels(world).size() == 5);
    });
}

TEST_CASE("accounts_audience: who subscribed to a page is in it without an account")
{
    support::for_each_database([](support::World& world) {
        auto const eve = world.write([](Call& call) {
            return add_prospect(call, "Eve", address("eve@example.test"), BrandId{1});
        });
        REQUIRE(world.write(
            [&](Call& call) { return choose_topics(call, eve.id, std::vector{Topic::planned}); }));
        CHECK(channels(world) == Lines{"Eve mail eve@example.test planned"});
        auto const accounts = world.read([](Call& call) {
            return call.tx.all<std::int64_t>(R"sql(
                SELECT COUNT(*) FROM accounts_audience
                WHERE  account IS NULL AND plan IS NULL AND account_name = '' AND plan_name = ''
                AND    exposure_known = 0 AND confirmed = 1)sql");
        });
        CHECK(accounts == std::vector<std::int64_t>{1});
    });
}

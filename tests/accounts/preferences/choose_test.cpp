#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Result<Preferences> choose(
    support::World& world, ContactId id, NewPreferences const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return choose_preferences(call, id, wish, version); });
}

Preferences kept(support::World& world, ContactId id)
{
    return world.read([&](Call& call) { return preferences_of(call.tx, id); }).value();
}

NewPreferences everything()
{
    NewPreferences wish{
        .choices = {},
        .quiet_hours = QuietHours{"22:00", "07:00", false},
        .digest_at = "08:00",
        .short_text = true,
        .language = "de",
        .zone = "Europe/Berlin",
        .phone = "+49 151 123456"};
    wish.choices = {
        {Channel::sms, {Topic::recovery, Topic::unplanned, Topic::recovery}},
        {Channel::mail, {Topic::planned}}};
    return wish;
}

}  // namespace

TEST_CASE("choose_preferences: all of them are kept, tidied")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world).contacts.at(0).id;
        auto const chosen = choose(world, ada, everything());
        REQUIRE(chosen);
        CHECK(chosen->version == 2);
        CHECK(bool{
            chosen->choices == std::vector<Choice>{
                                   {Channel::mail, {Topic::planned}},
                                   {Channel::sms, {Topic::unplanned, Topic::recovery}}}});
        CHECK(chosen->phone == "+49151123456");
        CHECK(to_json(kept(world, ada)) == to_json(*chosen));
        CHECK(kinds_told(world, 3) == Kinds{"PreferencesChosen"});
    });
}

TEST_CASE("choose_preferences: the topics of mail are those that everybody else reads and sets")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    REQUIRE(choose(world, ada, everything()));
    auto const contact = world.read([&](Call& call) { return find_contact(call.tx, ada); });
    CHECK(bool{contact->topics == std::vector{Topic::planned}});
    CHECK(contact->language == "de");
    REQUIRE(world.write([&](Call& call) { return choose_topics(call, ada, std::nullopt); }));
    CHECK(kept(world, ada).choices.size() == 1);  // SMS
}

TEST_CASE("choose_preferences: said twice, it happens once")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    REQUIRE(choose(world, ada, everything()));
    auto const same = choose(world, ada, everything());
    REQUIRE(same);
    CHECK(same->version == 2);
    CHECK(kinds_told(world, 3).size() == 1);
}

TEST_CASE("choose_preferences: what was meant for another version is refused")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    CHECK(choose(world, ada, everything(), 7).error().code == "http.stale");
    CHECK(choose(world, ada, everything(), 1));
}

TEST_CASE("choose_preferences: wrong ones are refused with all their fields, and nothing is kept")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    auto wish = everything();
    wish.phone.reset();
    wish.zone = "Mars";
    auto const refused = choose(world, ada, wish);
    CHECK(refused.error().code == "preferences.needs_phone");
    CHECK(refused.error().errors.size() == 2);
    CHECK(kept(world, ada).version == 1);
    CHECK(choose(world, ContactId{9}, everything()).error().code == "contact.not_found");
}

TEST_CASE("preferences_of: a channel that he did not choose says what his plan turns on")
{
    support::for_each_database([](support::World& world) {
        auto const account = add_ada(world);
        PlanPreferences const both{
            .choices = {{Channel::push, {Topic::news}}, {Channel::sms, {Topic::unplanned}}}};
        REQUIRE(world.write(
            [&](Call& call) { return choose_preferences_of_plan(call, account.plan, both); }));
        auto const seen = kept(world, account.contacts.at(0).id);
        CHECK(seen.choices.empty());
        REQUIRE(seen.plan_choices.size() == 3);
        CHECK(bool{seen.plan_choices[0].channel == Channel::mail});
        CHECK(seen.plan_choices[0].topics.size() == 4);
        CHECK(bool{seen.plan_choices[1] == Choice{Channel::sms, {Topic::unplanned}}});
        CHECK(bool{seen.plan_choices[2] == Choice{Channel::push, {Topic::news}}});
        CHECK(kinds_told(world, 3) == Kinds{"PlanPreferencesChosen"});
    });
}

TEST_CASE(
    "choose_preferences_of_plan: mail is the plan's own terms, and webhooks are nobody's plan")
{
    support::World world;
    auto const plan = add_plan(world);
    auto const choose = [&](PlanId id, std::vector<Choice> const& choices) {
        return world.write(
            [&](Call& call) { return choose_preferences_of_plan(call, id, {.choices = choices}); });
    };
    for (auto const channel : {Channel::mail, Channel::webhook})
        CHECK(choose(plan, {{channel, {}}}).error().code == "preferences.not_the_plans");
    CHECK(choose(PlanId{9}, {}).error().code == "plan.not_found");
}

TEST_CASE("choose_preferences: a subscriber's services are kept, each once, until he wants all")
{
    support::for_each_database([](support::World& world) {
        auto const eve = world.write([](Call& call) {
            return add_prospect(call, "Eve", address("eve@example.test"), BrandId{1}).id;
        });
        constexpr ServiceId mail{101};
        constexpr ServiceId web{102};
        NewPreferences wish{.services = {{web, mail, web}}};
        REQUIRE(choose(world, eve, wish));
        CHECK(bool{kept(world, eve).services == std::optional{std::vector{mail, web}}});
        auto const told = world.read([](Call& call) {
            return call.tx.one<std::string>("SELECT body FROM db_facts ORDER BY id DESC LIMIT 1");
        });
        CHECK(write_json(parse_json(*told)->at("services")).contains(web.text()));
        wish.services.reset();
        REQUIRE(choose(world, eve, wish));
        CHECK_FALSE(kept(world, eve).services);
    });
}

TEST_CASE("choose_preferences: of whom an account says what it uses, services are refused")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    auto const refused = choose(world, ada, {.services = {{ServiceId{101}}}});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "preferences.no_subscriber");
    CHECK(refused.error().field == "services");
}

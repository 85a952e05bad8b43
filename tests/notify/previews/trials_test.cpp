#include "notify/previews/trials.hpp"

#include "notify/press.hpp"
#include "notify/previews/audience.hpp"
#include "team/team.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Actor anna(support::World& world)
{
    return world.write([](Call& call) {
        team::NewPerson person;
        person.name = "Anna";
        person.email = address("anna@us.test");
        auto const hired = team::add_person(call, person).value();
        return Actor{.kind = Actor::Kind::person, .id = hired.id.value()};
    });
}

// Asks within a transaction, and sends once it is gone.
Result<TrialSent> send(
    support::World& world, Trials const& trials, TrialWanted const& wanted,
    Actor const& actor = Actor::system())
{
    auto const trial =
        world.write(actor, [&](Call& call) { return trials.trial_of(call, incident, wanted); });
    if (!trial)
        return trial.error();
    return (*trial)(world.house(), actor);
}

std::string refusal(support::World& world, TrialWanted const& wanted)
{
    Trials const trials{{}};
    auto const sent = send(world, trials, wanted);
    return sent ? "sent" : sent.error().code;
}

TrialWanted to_webhook(WebhookId webhook)
{
    return {.channel = Medium::webhook, .brand = {}, .language = {}, .to = {}, .webhook = webhook};
}

}  // namespace

TEST_CASE("Trials: the mail of a reader goes to who asks, marked as a test, and into no proof")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "cyd", .language = "de"});
        say(world, outage(1), 1h);
        Trials const trials{{}};
        auto const sent = send(
            world, trials,
            {.channel = Medium::mail, .brand = {}, .language = "de", .to = {}, .webhook = {}},
            anna(world));
        CHECK(sent.value().to == "anna@us.test");
        CHECK(sent.value().accepted);

        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        auto const made = Press{world.house()}.make(claimed).mails;
        REQUIRE(made.size() == 1);
        CHECK(made[0].to == "anna@us.test");
        auto const mail = mime::parse(made[0].data);
        CHECK(mail.subject == "[test] [outage] Mail is down");
        CHECK(mail.body_text.contains("cyd Ltd"));
        CHECK(rows(world) == Rows{"ada queued", "cyd queued"});
    });
}

TEST_CASE("Trials: a mail needs a person who asks, and somebody who would read it like this")
{
    support::World world;
    TrialWanted wanted;
    CHECK(refusal(world, wanted) == "test.reaches_nobody");
    add(world, {.name = "ada"});
    say(world, outage(1));
    CHECK(refusal(world, wanted) == "test.needs_a_person");
    wanted.language = "de";
    CHECK(refusal(world, wanted) == "test.reaches_nobody");
}

TEST_CASE("Trials: an SMS goes to the number that is given, marked as a test, and into no proof")
{
    support::for_each_database([](support::World& world) {
        Peer gateway;
        add_by_all(world, {.name = "ada"});
        say(world, outage(1), 1h);
        auto const before = rows(world);
        Trials const trials{{.sms = by_form(gateway.url())}};
        TrialWanted wanted{.channel = Medium::sms};
        wanted.to = "+4915999";
        CHECK(send(world, trials, wanted).value().accepted);
        auto const asked = gateway.asked();
        REQUIRE(asked.size() == 1);
        auto const form = asked[0].form().value();
        CHECK(form.find("to")->second == "+4915999");
        CHECK(form.find("text")->second == "[test] " + by(Medium::sms, previews(world)).at(0).text);
        CHECK(rows(world) == before);
    });
}

TEST_CASE("Trials: what the gateway says is said, whatever it is")
{
    support::World world;
    Peer gateway;
    gateway.answers({.status = 400, .body = "no credit"});
    add_by_all(world, {.name = "ada"});
    say(world, outage(1));
    Trials const trials{{.sms = by_form(gateway.url())}};
    TrialWanted wanted{.channel = Medium::sms};
    wanted.to = "+49151123456";
    auto const sent = send(world, trials, wanted).value();
    CHECK_FALSE(sent.accepted);
    CHECK(sent.says == "400 no credit");
    wanted.to = "0151";
    CHECK(send(world, trials, wanted).error().code == "sms.bad_number");
}

TEST_CASE("Trials: without a gateway, or a reader by SMS, there is none")
{
    support::World world;
    TrialWanted wanted{.channel = Medium::sms};
    wanted.to = "+49151123456";
    add(world, {.name = "ada"});
    say(world, outage(1));
    CHECK(refusal(world, wanted) == "test.reaches_nobody");
    add_by_all(world, {.name = "bob"});
    say(world, outage(2));
    CHECK(refusal(world, wanted) == "channel.not_set_up");
}

TEST_CASE("Trials: a post is signed as all are, marked as a test, and stands in no log")
{
    support::for_each_database([](support::World& world) {
        Receiver receiver;
        NewWebhook const wish{.url = receiver.url()};
        auto const webhook = hook(world, account_of(world, add(world, {.name = "ada"})), wish);
        say(world, outage(1), 1h);
        Trials const trials{{.sms = {}, .outgoing = receiver.allowed()}};
        auto const sent = send(world, trials, to_webhook(webhook)).value();
        CHECK(sent.to == "127.0.0.1");
        CHECK(sent.accepted);
        auto const heard = receiver.take();
        REQUIRE(heard.size() == 1);
        CHECK(heard[0].type() == "test.incident.investigating");
        CHECK(heard[0].json().at_pointer("/data/title") == "[test] Mail is down");
        CHECK(heard[0].header("webhook-signature").starts_with("v1,"));
        auto const posts = world.read(
            [&](Call& call) { return store::posts_of(call.tx, webhook, std::nullopt, 9); });
        REQUIRE(posts.size() == 1);
        CHECK(bool{posts[0].state == State::queued});
        CHECK(posts[0].attempts.empty());
    });
}

TEST_CASE("Trials: only a webhook that would be told may be tried, and what it answers is said")
{
    support::World world;
    Receiver receiver;
    receiver.answers({{.status = 500, .body = "broken"}});
    NewWebhook wish{.url = receiver.url()};
    auto const account = account_of(world, add(world, {.name = "ada"}));
    auto const told = hook(world, account, wish);
    wish.topics = {Topic::planned};
    auto const other = hook(world, account, wish);
    say(world, outage(1));
    CHECK(refusal(world, TrialWanted{.channel = Medium::webhook}) == "test.needs_a_webhook");
    CHECK(refusal(world, to_webhook(other)) == "test.reaches_nobody");
    Trials const trials{{.sms = {}, .outgoing = receiver.allowed()}};
    auto const sent = send(world, trials, to_webhook(told)).value();
    CHECK_FALSE(sent.accepted);
    CHECK(sent.says == "500 broken");
}

TEST_CASE("Trials: what a partner holds is tried at no webhook of his customers")
{
    support::World world;
    Receiver receiver;
    auto const bob = add_at_partner(world, {.name = "bob"});
    NewWebhook const wish{.url = receiver.url()};
    auto const webhook = hook(world, account_of(world, bob), wish);
    auto const lens = partner_of(world);
    NewForwards const holds{.mode = Forwarding::held};
    REQUIRE(world.write([&](Call& call) { return change_forwards(call, lens, holds); }));
    say(world, outage(1));
    CHECK(refusal(world, to_webhook(webhook)) == "test.reaches_nobody");
    auto const shown = by(Medium::webhook, previews(world));
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].places.empty());
}

TEST_CASE("Trials: what is not sent to anybody cannot be sent for trial")
{
    support::World world;
    add_by_all(world, {.name = "ada"});
    say(world, outage(1));
    for (auto const channel : {Medium::push, Medium::inbox, Medium::copy, Medium::calendar})
        CHECK(refusal(world, TrialWanted{.channel = channel}) == "test.wrong_channel");
}

TEST_CASE("Trials: each has ten turns, and one more each half minute")
{
    Trials const trials{{}};
    auto const now = support::test_start;
    for (int i = 0; i < 10; ++i)
        CHECK(trials.take_turn(Actor::system(), now));
    auto const refused = trials.take_turn(Actor::system(), now);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "test.too_often");
    CHECK(refused.error().retry_after_s == 30);
    CHECK(trials.take_turn(Actor{.kind = Actor::Kind::person, .id = 7}, now));
    CHECK(trials.take_turn(Actor::system(), now + 30s));
}

#include "notify/webhooks/freeze.hpp"

#include "jobs/jobs.hpp"
#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

WebhookId hook_of(support::World& world, Customer const& customer, NewWebhook wish = {})
{
    wish.url = "https://hooks.example/in";
    return hook(world, account_of(world, add(world, customer)), wish);
}

// "incident.investigating queued", oldest first.
Rows posts(support::World& world, WebhookId webhook)
{
    auto const all = world.read(
        [&](Call& call) { return store::posts_of(call.tx, webhook, std::nullopt, 100); });
    Rows rows;
    for (auto const& post : all)
        rows.insert(rows.begin(), fmt::format("{} {}", post.type, name_of(post.state)));
    return rows;
}

Rows const first_word{"incident.investigating queued"};

}  // namespace

TEST_CASE("freeze_webhooks: whoever is exposed hears, and unknown exposure counts as exposed")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada", .services = {{mail_service}}});
        auto const bob = hook_of(world, {.name = "bob", .services = {{web_service}}});
        auto const cleo = hook_of(world, {.name = "cleo"});
        (void)say(world, outage(1));
        CHECK(posts(world, ada) == first_word);
        CHECK(posts(world, bob).empty());
        CHECK(posts(world, cleo) == first_word);
    });
}

TEST_CASE("freeze_webhooks: topics, services and the switch of a webhook count")
{
    support::for_each_database([](support::World& world) {
        auto const planned = hook_of(world, {.name = "ada"}, {.topics = {Topic::planned}});
        auto const web = hook_of(world, {.name = "bob"}, {.services = {{web_service}}});
        auto const mail = hook_of(world, {.name = "cleo"}, {.services = {{mail_service}}});
        auto const off = hook_of(world, {.name = "dan"}, {.state = WebhookState::disabled});
        (void)say(world, outage(1));
        CHECK(posts(world, planned).empty());
        CHECK(posts(world, web).empty());
        CHECK(posts(world, mail) == first_word);
        CHECK(posts(world, off).empty());
        (void)say(world, work_planned(2));
        CHECK(posts(world, planned) == Rows{"window.planned queued"});
    });
}

TEST_CASE("freeze_webhooks: trouble of one account is told to it alone, whatever it uses")
{
    support::for_each_database([](support::World& world) {
        auto const contact = add(world, {.name = "ada", .services = {{web_service}}});
        auto const account = account_of(world, contact);
        auto const own =
            hook(world, account, {.url = "https://hooks.example/in", .services = {{web_service}}});
        auto const other = hook_of(world, {.name = "bob"});
        auto words = outage(1);
        words.account = account;
        words.services = {mail_service};
        (void)say(world, words);
        CHECK(posts(world, own) == first_word);
        CHECK(posts(world, other).empty());
    });
}

TEST_CASE("freeze_webhooks: an end goes where the beginning went")
{
    support::for_each_database([](support::World& world) {
        auto const told = hook_of(world, {.name = "ada"});
        (void)say(world, outage(1));
        auto const late = hook_of(world, {.name = "bob"});
        (void)say(world, resolved(2));
        CHECK(
            posts(world, told) ==
            Rows{"incident.investigating superseded", "incident.resolved queued"});
        CHECK(posts(world, late).empty());
    });
}

TEST_CASE("freeze_webhooks: a waiting word is superseded, one that is being sent is not")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada"});
        (void)say(world, outage(1));
        (void)say(world, outage(2));
        CHECK(
            posts(world, ada) ==
            Rows{"incident.investigating superseded", "incident.investigating queued"});
        end_post(world, ada, State::sending);
        (void)say(world, outage(3));
        CHECK(
            posts(world, ada) == Rows{
                                     "incident.investigating superseded",
                                     "incident.investigating sending",
                                     "incident.investigating queued"});
    });
}

TEST_CASE("freeze_webhooks: it is posted after the undo time, and no other job delays it")
{
    support::World world;
    auto const ada = hook_of(world, {.name = "ada"});
    (void)say(world, outage(1), 30s);
    auto const due = [&] { return world.read([](Call& call) { return jobs::next_due(call.tx); }); };
    CHECK(due() == world.now() + 30s);
    world.pass(10s);
    (void)say(world, work_planned(2), 1h);
    CHECK(due() == world.now() + 20s);
    CHECK(posts(world, ada).size() == 2);
}

TEST_CASE("take_back_posts: what was superseded waits again")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada"});
        (void)say(world, outage(1));
        auto const second = say(world, outage(2));
        REQUIRE(world.write([&](Call& call) { return cancel(call, second); }));
        CHECK(
            posts(world, ada) ==
            Rows{"incident.investigating queued", "incident.investigating cancelled"});
    });
}

TEST_CASE("take_back_posts: a notice of which something was posted is not taken back")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada"});
        auto const notice = say(world, outage(1));
        end_post(world, ada, State::accepted);
        auto const cancelled = world.write([&](Call& call) { return cancel(call, notice); });
        REQUIRE(cancelled.has_error());
        CHECK(cancelled.error().code == "notice.already_sending");
    });
}

TEST_CASE("freeze_webhooks: what is paused is passed over until it is resumed; others go on")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada"});
        auto const first = say(world, outage(1));
        auto other = outage(2);
        other.about = IncidentId{7002};
        auto const second = say(world, other);
        auto const next = [&] {
            return world.read(
                [&](Call& call) { return store::first_post(call.tx, ada, call.now)->notice; });
        };
        CHECK(next() == first);
        world.write([&](Call& call) { return pause(call, first); }).value();
        CHECK(next() == second);
        world.write([&](Call& call) { return resume(call, first); }).value();
        CHECK(next() == first);
    });
}

TEST_CASE("freeze_webhooks: of a notice whose rest is cancelled nothing is posted any more")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada"});
        auto const first = say(world, outage(1));
        world.write([&](Call& call) { return cancel_rest(call, first); }).value();
        CHECK(posts(world, ada) == Rows{"incident.investigating cancelled"});
        CHECK_FALSE(world.read([&](Call& call) { return store::first_due_post(call.tx, ada); }));
    });
}

TEST_CASE("freeze_webhooks: what not everybody may know of is said to those who use it alone")
{
    support::for_each_database([](support::World& world) {
        auto const ada = hook_of(world, {.name = "ada", .services = {{mail_service}}});
        auto const unknown = hook_of(world, {.name = "bob"});
        auto words = outage(1);
        words.service_names.clear();
        words.hidden = {{.name = "Mail", .state = "major", .known_by = {mail_service}}};
        (void)say(world, words);
        CHECK(posts(world, ada) == first_word);
        CHECK(posts(world, unknown).empty());
    });
}

TEST_CASE("count_webhooks_told: as many as announcing tells")
{
    support::for_each_database([](support::World& world) {
        (void)hook_of(world, {.name = "ada", .services = {{mail_service}}});
        (void)hook_of(world, {.name = "bob", .services = {{web_service}}});
        (void)hook_of(world, {.name = "cleo"}, {.topics = {Topic::planned}});
        (void)hook_of(world, {.name = "dan"});
        Target const target{.about = incident, .services = {mail_service}};
        CHECK(world.read([&](Call& call) { return count_webhooks_told(call.tx, target); }) == 2);
    });
}

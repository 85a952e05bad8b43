#include "notify/webhooks/compose_post.hpp"

#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

ComposedPost composed(support::World& world, WebhookId webhook, Mark mark = Mark::none)
{
    return world.write([&](Call& call) {
        return compose_post(
            call, store::find_webhook(call.tx, webhook).value(),
            store::first_post(call.tx, webhook, call.now).value(), mark);
    });
}

WebhookId hook_of(support::World& world, Customer const& customer, Dialect dialect)
{
    return hook(
        world, account_of(world, add(world, customer)),
        {.url = "https://hooks.example.test/in", .dialect = dialect});
}

}  // namespace

TEST_CASE("compose_post: what an account may not know of is in no post to it")
{
    support::World world;
    auto const uses = hook_of(
        world, {.name = "ada", .services = std::vector{ServiceId{5}, mail_service}},
        Dialect::slack);
    auto const does_not =
        hook_of(world, {.name = "bob", .services = std::vector{mail_service}}, Dialect::slack);
    auto words = outage(1);
    words.services.push_back(ServiceId{5});
    words.named = {{.name = "Mail", .state = "major", .known_by = {mail_service}}};
    words.hidden = {{.name = "Heron", .state = "major", .known_by = {ServiceId{5}}}};
    say(world, words);
    CHECK(composed(world, uses).what.body.contains("Heron"));
    CHECK_FALSE(composed(world, does_not).what.body.contains("Heron"));
}

TEST_CASE("compose_post: a chat reads the language of the account's first contact")
{
    support::World world;
    auto const webhook = hook_of(world, {.name = "cyd", .language = "de"}, Dialect::slack);
    say(world, outage(1));
    auto const post = composed(world, webhook);
    CHECK(bool{post.reader.language == Language::de});
    CHECK(post.what.body.contains("ausgefallen"));
}

TEST_CASE("compose_post: a trial says so, and is another incident to a program")
{
    support::World world;
    auto const to_slack = hook_of(world, {.name = "ada"}, Dialect::slack);
    auto const to_statuspage = hook_of(world, {.name = "bob"}, Dialect::statuspage);
    say(world, outage(1));
    CHECK(composed(world, to_slack, Mark::test).what.body.contains("*[test] Mail: down"));
    CHECK_FALSE(composed(world, to_slack).what.body.contains("[test]"));
    auto const real = parse_json(composed(world, to_statuspage).what.body).value();
    auto const trial = parse_json(composed(world, to_statuspage, Mark::test).what.body).value();
    CHECK(trial.at_pointer("/incident/name") == "[test] Mail is down");
    CHECK(trial.at_pointer("/incident/id") != real.at_pointer("/incident/id"));
}

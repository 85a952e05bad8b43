#include "notify/webhooks/receiver.hpp"
#include "notify/webhooks/webhooks.hpp"
#include "wire/http/client.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Result<WebhookWithSecret>
add_to(support::World& world, Receiver const& receiver, AccountId account, NewWebhook const& wish)
{
    auto const house = world.house();
    auto const allowed = receiver.allowed();
    return add_webhook({house, Actor::system(), allowed}, account, wish);
}

}  // namespace

TEST_CASE("add_webhook: an address that answers a ping is kept, and its secret shown")
{
    support::for_each_database([](support::World& world) {
        Receiver receiver;
        auto const account = account_of(world, add(world, {.name = "ada"}));
        auto const added = add_to(
            world, receiver, account,
            {.url = receiver.url(), .topics = {Topic::planned}, .services = {{mail_service}}});
        REQUIRE(added);
        auto const heard = receiver.take();
        REQUIRE(heard.size() == 1);
        CHECK(heard[0].type() == "ping");
        CHECK(heard[0].header("webhook-signature").starts_with("v1,"));
        CHECK(added->secret.starts_with("whsec_"));
        auto const kept = endpoint(world, added->id);
        CHECK(kept.url == receiver.url());
        CHECK(kept.topics == std::vector{Topic::planned});
        CHECK(kept.services == std::vector{mail_service});
        CHECK(kept.account == account);
        CHECK(
            std::ranges::count(
                facts_told(world), support::ToldFact{"WebhookAdded", added->id.text()}) == 1);
    });
}

TEST_CASE("add_webhook: what answers anything but 200 to 299 is refused in words")
{
    support::World world;
    Receiver receiver;
    auto const account = account_of(world, add(world, {.name = "ada"}));
    receiver.answers({{.status = 404}});
    auto const refused = add_to(world, receiver, account, {.url = receiver.url()});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "webhook.ping_failed");
    CHECK(refused.error().field == "url");
    CHECK(refused.error().detail.starts_with("It answered 404 Not Found."));
    auto const nobody = add_to(world, receiver, account, {.url = "https://10.0.0.7/hook"});
    REQUIRE(nobody.has_error());
    CHECK(nobody.error().code == "webhook.ping_failed");
    CHECK(nobody.error().detail.starts_with("This address is not a public one."));
}

TEST_CASE("add_webhook: a disabled one is not asked")
{
    support::World world;
    Receiver receiver;
    auto const account = account_of(world, add(world, {.name = "ada"}));
    receiver.answers({{.status = 500}});
    CHECK(
        add_to(world, receiver, account, {.url = receiver.url(), .state = WebhookState::disabled}));
    CHECK(receiver.take().empty());
}

TEST_CASE("add_webhook: a partner's own host is not called")
{
    support::World world;
    Receiver receiver;
    auto const account = account_of(world, add(world, {.name = "ada"}));
    (void)partner_of(world);
    auto const refused = add_to(world, receiver, account, {.url = "https://status.lens.test/in"});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "outgoing.own_name");
}

TEST_CASE("add_webhook: an account must be there, and has ten at most")
{
    support::World world;
    Receiver receiver;
    CHECK(
        add_to(world, receiver, AccountId{4}, {.url = receiver.url()}).error().code ==
        "account.not_found");
    auto const account = account_of(world, add(world, {.name = "ada"}));
    for (int i = 0; i < 10; ++i)
        (void)hook(world, account, {.url = receiver.url()});
    CHECK(
        add_to(world, receiver, account, {.url = receiver.url()}).error().code ==
        "webhook.too_many");
    CHECK(receiver.take().empty());
}

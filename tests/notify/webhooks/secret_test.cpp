#include "notify/webhooks/secret.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace std::chrono_literals;

namespace {

Settings settings(std::string secret = "house")
{
    Settings made;
    made.secret = std::move(secret);
    return made;
}

Endpoint endpoint(MadeSecret const& made)
{
    Endpoint one{};
    one.id = WebhookId{7};
    one.secret = made.locked;
    return one;
}

}  // namespace

TEST_CASE("make_webhook_secret: is shown as the standard wants it, and kept unreadable")
{
    auto const made = make_webhook_secret(settings(), WebhookId{7});
    CHECK(made.text.starts_with("whsec_"));
    CHECK(made.text.size() == 6 + 44);
    CHECK_FALSE(made.locked.bytes.contains(made.text.substr(6)));
    CHECK(made.text != make_webhook_secret(settings(), WebhookId{7}).text);
}

TEST_CASE("signing_secrets: only this house and this webhook can read one")
{
    auto one = endpoint(make_webhook_secret(settings(), WebhookId{7}));
    REQUIRE(signing_secrets(settings(), one, support::test_start).size() == 1);
    CHECK(signing_secrets(settings(), one, support::test_start).front().size() == 32);
    CHECK(signing_secrets(settings("another"), one, support::test_start).empty());
    one.id = WebhookId{8};
    CHECK(signing_secrets(settings(), one, support::test_start).empty());
}

TEST_CASE("signing_secrets: an old one signs along until its end")
{
    auto one = endpoint(make_webhook_secret(settings(), WebhookId{7}));
    auto const first = signing_secrets(settings(), one, support::test_start).front();
    one.old_secret =
        std::exchange(one.secret, make_webhook_secret(settings(), WebhookId{7}).locked);
    one.old_until = support::test_start + 24h;
    auto const both = signing_secrets(settings(), one, support::test_start + 24h - 1us);
    REQUIRE(both.size() == 2);
    CHECK(both.back() == first);
    CHECK(signing_secrets(settings(), one, support::test_start + 24h).size() == 1);
}

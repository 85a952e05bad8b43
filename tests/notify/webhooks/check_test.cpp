#include "notify/webhooks/check.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using accounts::Topic;

namespace {

std::string refused(NewWebhook const& wish)
{
    auto const good =
        check(wish, {.allow = {{"hooks.internal", 8080}}, .own_names = {"status.example.test"}});
    return good ? "" : good.error().code;
}

}  // namespace

TEST_CASE("check: a webhook hears of something that is announced")
{
    CHECK(refused({.url = "https://hooks.example/in"}) == "");
    CHECK(refused({.url = "https://hooks.example/in", .topics = {Topic::recovery}}) == "");
    CHECK(refused({.url = "https://hooks.example/in", .topics = {}}) == "webhook.needs_topics");
    CHECK(
        refused({.url = "https://hooks.example/in", .topics = {Topic::planned, Topic::news}}) ==
        "webhook.wrong_topic");
    CHECK(
        refused({.url = "https://hooks.example/in", .topics = {Topic::tickets}}) ==
        "webhook.wrong_topic");
}

TEST_CASE("check: an address is a web address outside, or one that the owner allowed")
{
    CHECK(refused({.url = "ftp://hooks.example/in"}) == "outgoing.bad_url");
    CHECK(refused({.url = "https://hooks.example:22/in"}) == "outgoing.bad_url");
    CHECK(refused({.url = "https://a:b@hooks.example/in"}) == "outgoing.bad_url");
    CHECK(refused({.url = "http://hooks.internal:8080/in"}) == "");
    CHECK(refused({.url = "https://status.example.test/in"}) == "outgoing.own_name");
}

TEST_CASE("check: a list of services has an end")
{
    std::vector<ServiceId> services(501, ServiceId{7});
    CHECK(
        refused({.url = "https://hooks.example/in", .services = services}) ==
        "webhook.too_many_services");
    services.pop_back();
    CHECK(refused({.url = "https://hooks.example/in", .services = services}) == "");
}

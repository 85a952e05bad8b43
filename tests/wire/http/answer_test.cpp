#include "wire/http/answer.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

struct Asking {
    std::string path = "/things";
    std::string key = "key";
    std::string body = "body";
    std::string token = "Bearer agent";
};

[[nodiscard]] Result<Reply> ask(support::World& world, Asking const& asking)
{
    static auto const table = test_table();
    return world.write(Actor::nobody(), [&](Call& call) {
        Request request{
            .method = "POST",
            .path = asking.path,
            .headers = {{"authorization", asking.token}, {"idempotency-key", asking.key}},
            .body = asking.body};
        return answer(*table.find("POST", asking.path)->route, request, call, test_caller);
    });
}

[[nodiscard]] bool is_replayed(Result<Reply> const& reply)
{
    return reply.has_value() && !reply->headers.empty() &&
           reply->headers.back().first == "idempotency-replayed";
}

}  // namespace

TEST_CASE("answer: the same key gets the same answer, whole and once")
{
    support::for_each_database([](support::World& world) {
        auto const first = ask(world, {});
        auto const again = ask(world, {});
        REQUIRE(first.has_value());
        CHECK(is_replayed(again));
        CHECK(again->status == first->status);
        CHECK(again->body == first->body);
        CHECK(support::facts_told(world).size() == 1);
    });
}

TEST_CASE("answer: the same key with another body is refused")
{
    support::World world;
    REQUIRE(ask(world, {}).has_value());
    auto const other = ask(world, {.body = "other"});
    REQUIRE(other.has_error());
    CHECK(other.error().code == "http.idempotency_reused");
    CHECK(other.error().kind == Refusal::invalid);
    CHECK(support::facts_told(world).size() == 1);
}

TEST_CASE("answer: another path or another caller is another key")
{
    support::World world;
    REQUIRE(ask(world, {}).has_value());
    CHECK(!is_replayed(ask(world, {.path = "/tokens"})));
    CHECK(ask(world, {.token = "Bearer auditor"}).error().code == "http.right_missing");
}

TEST_CASE("answer: a refused request keeps no answer, so it may be mended and sent again")
{
    support::World world;
    CHECK(ask(world, {.body = "no"}).has_error());
    auto const mended = ask(world, {.body = "yes"});
    CHECK(mended.has_value());
    CHECK(!is_replayed(mended));
}

TEST_CASE("answer: an answer that shows a secret is not kept")
{
    support::World world;
    CHECK(!is_replayed(ask(world, {.path = "/tokens"})));
    CHECK(!is_replayed(ask(world, {.path = "/tokens"})));
}

TEST_CASE("answer: a stranger's key is not looked at")
{
    support::World world;
    CHECK(!is_replayed(ask(world, {.path = "/open", .token = ""})));
    CHECK(!is_replayed(ask(world, {.path = "/open", .token = ""})));
}

TEST_CASE("answer: after a day a key is new")
{
    support::World world;
    REQUIRE(ask(world, {}).has_value());
    world.pass(24h);
    CHECK(is_replayed(ask(world, {})));
    world.pass(1s);
    CHECK(!is_replayed(ask(world, {.body = "other"})));
}

TEST_CASE("answer: a key is visible ASCII and no document")
{
    support::World world;
    for (auto const& key : {std::string{"a b"}, std::string(256, 'k'), std::string{"ü"}})
        CHECK(ask(world, {.key = key}).error().code == "http.bad_idempotency_key");
}

TEST_CASE("forget_old_answers: takes what is older than a day")
{
    support::World world;
    REQUIRE(ask(world, {.key = "old"}).has_value());
    world.pass(25h);
    REQUIRE(ask(world, {.key = "new"}).has_value());
    CHECK(world.write([](Call& call) { return forget_old_answers(call); }) == 1);
    CHECK(is_replayed(ask(world, {.key = "new"})));
}

TEST_CASE("check_right: signed_in means a person or a token, whatever their rights")
{
    CHECK(check_right(Right::signed_in, {.kind = Actor::Kind::person}).has_value());
    CHECK(check_right(Right::signed_in, {.kind = Actor::Kind::token}).has_value());
    CHECK(
        check_right(Right::signed_in, {.kind = Actor::Kind::contact}).error().code ==
        "http.right_missing");
    CHECK(check_right(Right::signed_in, Actor::nobody()).error().code == "http.sign_in");
    CHECK(check_right(Right::anyone, Actor::nobody()).has_value());
}

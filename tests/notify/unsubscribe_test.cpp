#include "notify/samples.hpp"
#include "notify/seal.hpp"
#include "support/ask.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::string token_for(support::World& world, ContactId contact, Topic topic)
{
    return seal::unsubscribe_token(world.settings.secret, {contact, topic});
}

std::optional<std::vector<Topic>> choice_of(support::World& world, ContactId contact)
{
    return world.read(
        [&](Call& call) { return accounts::find_contact(call.tx, contact).value().topics; });
}

Result<http::Reply>
ask_route(support::World& world, std::string_view method, std::string const& token)
{
    http::Table table;
    add_routes(table);
    auto const path = "/u/" + token;
    return support::ask(world, table, Actor::nobody(), {.method = method, .path = path});
}

}  // namespace

TEST_CASE("unsubscribe: the plan's topics without this one become his own choice")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const token = token_for(world, ada, Topic::unplanned);
        REQUIRE(world.write([&](Call& call) { return unsubscribe(call, token); }));
        CHECK(
            choice_of(world, ada) ==
            std::vector<Topic>{Topic::planned, Topic::recovery, Topic::tickets});
    });
}

TEST_CASE("unsubscribe: its pages lead to the page where he chooses more than this")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const token = token_for(world, ada, Topic::unplanned);
    auto const own = accounts::own_path(world.settings.secret, ada);
    for (auto const method : {"GET", "POST"})
        CHECK(ask_route(world, method, token)->body.contains("href=\"" + own + "\""));
}

TEST_CASE("unsubscribe: what waits for him under this topic is taken back")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        say(world, outage(1));
        auto const token = token_for(world, ada, Topic::unplanned);
        REQUIRE(world.write([&](Call& call) { return unsubscribe(call, token); }));
        CHECK(rows(world) == Rows{"ada opted_out: unsubscribed", "bob queued"});
    });
}

TEST_CASE("unsubscribe: said twice it is the same as said once")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = {{Topic::news, Topic::tickets}}});
    auto const token = token_for(world, ada, Topic::news);
    REQUIRE(world.write([&](Call& call) { return unsubscribe(call, token); }));
    REQUIRE(world.write([&](Call& call) { return unsubscribe(call, token); }));
    CHECK(choice_of(world, ada) == std::vector<Topic>{Topic::tickets});
}

TEST_CASE("unsubscribe: a token that we did not make is refused")
{
    support::World world;
    auto token = token_for(world, add(world, {.name = "ada"}), Topic::news);
    token.back() = token.back() == '0' ? '1' : '0';
    auto const done = world.write([&](Call& call) { return unsubscribe(call, token); });
    REQUIRE(done.has_error());
    CHECK(done.error().code == "link.not_found");
}

TEST_CASE("unsubscribe route: following the link only asks, in his language")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .language = "de"});
    auto const reply = ask_route(world, "GET", token_for(world, ada, Topic::unplanned));
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(reply->body.contains("<form method=\"post\">"));
    CHECK(reply->body.contains("Störungen"));
    CHECK_FALSE(choice_of(world, ada).has_value());
}

TEST_CASE("unsubscribe route: POST acts for anybody who has the link, without redirect or cookie")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const reply = ask_route(world, "POST", token_for(world, ada, Topic::unplanned));
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(choice_of(world, ada).has_value());
    for (auto const& [name, value] : reply->headers)
        CHECK(name != "set-cookie");
}

TEST_CASE("unsubscribe route: a link that is not whole says so")
{
    support::World world;
    for (auto const method : {"GET", "POST"}) {
        auto const reply = ask_route(world, method, "nonsense");
        REQUIRE(reply);
        CHECK(reply->status == 404);
    }
}

TEST_CASE("unsubscribe route: a link that is not whole is answered in the name of its host's brand")
{
    support::World world;
    (void)partner_of(world);
    http::Table table;
    add_routes(table);
    auto const reply = support::ask(
        world, table, Actor::nobody(),
        {.method = "GET", .path = "/u/nonsense", .headers = {{"host", "status.lens.test"}}});
    CHECK(reply->status == 404);
    CHECK(reply->body.contains("Lens &amp; Light"));
    CHECK_FALSE(reply->body.contains("Support"));
}

TEST_CASE("unsubscribe: the page behind the link speaks in the name of the reader's brand")
{
    support::World world;
    auto const token = token_for(world, add_at_partner(world, {.name = "ada"}), Topic::news);
    for (auto const* method : {"GET", "POST"}) {
        auto const page = ask_route(world, method, token).value().body;
        CHECK(page.contains("Lens &amp; Light"));
        CHECK(page.contains("background:#7a1f3d;color:#ffffff"));
        CHECK_FALSE(page.contains("Support"));
    }
}

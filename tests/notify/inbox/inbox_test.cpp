#include "notify/inbox/inbox.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<InboxItem> inbox_of(support::World& world, ContactId contact, int limit = 10)
{
    return world.read([&](Call& call) {
        return inbox(call, {.contact = contact, .reader = {}}, std::nullopt, limit);
    });
}

std::int64_t unread(support::World& world, ContactId contact)
{
    return world.read([&](Call& call) { return count_unread(call, contact); });
}

// "unread goes-on Mail is down", newest first.
Rows shown(std::vector<InboxItem> const& items)
{
    Rows rows;
    for (auto const& item : items)
        rows.push_back(fmt::format(
            "{}{}{}", item.unread ? "unread " : "", item.goes_on ? "goes-on " : "", item.says));
    return rows;
}

constexpr auto down =
    "Mail: down, looking for the cause; end not known yet, next word by 11:00 UTC.";

}  // namespace

TEST_CASE("inbox: it shows what was announced to a contact, the newest first, until he has read it")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob", .services = {{web_service}}});
        say(world, outage(1), 0s);
        auto const over = say(world, resolved(2), 0s);
        CHECK(
            shown(inbox_of(world, ada)) ==
            Rows{"unread Mail: working again since 10:00 UTC.", std::string{"unread "} + down});
        CHECK(unread(world, ada) == 2);
        CHECK(inbox_of(world, bob).empty());
        CHECK(unread(world, bob) == 0);

        world.write([&](Call& call) { mark_read(call, ada, over); });
        world.write([&](Call& call) { mark_read(call, ada, NoticeId{1}); });
        CHECK(unread(world, ada) == 0);
        CHECK(shown(inbox_of(world, ada)).back() == down);
    });
}

TEST_CASE("inbox: the newest word of what is not over goes on")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    say(world, outage(1), 0s);
    say(world, outage(2), 0s);
    auto const items = inbox_of(world, ada);
    REQUIRE(items.size() == 2);
    CHECK(items[0].goes_on);
    CHECK(!items[1].goes_on);
    CHECK(inbox_of(world, ada, 1).size() == 1);
}

TEST_CASE("inbox: who did not want to hear of it by mail finds it here")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = std::vector<Topic>{}});
    say(world, outage(1), 0s);
    CHECK(inbox_of(world, ada).size() == 1);
}

TEST_CASE("inbox: what may still be taken back, was taken back, or is of last year, is not in it")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const waiting = say(world, outage(1), 30s);
    CHECK(inbox_of(world, ada).empty());
    CHECK(unread(world, ada) == 0);
    REQUIRE(world.write([&](Call& call) { return cancel(call, waiting); }));
    world.pass(1min);
    CHECK(inbox_of(world, ada).empty());
    say(world, outage(2), 0s);
    CHECK(inbox_of(world, ada).size() == 1);
    world.pass(24h * 366);
    CHECK(inbox_of(world, ada).empty());
}

TEST_CASE("inbox: news is whole, in his language, and does not go on")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = {{Topic::news}}});
    world
        .write([](Call& call) {
            return publish_news(
                call, {.texts = {{"de", "Neu", "Gut."}, {"en", "New", "Good."}}, .undo_s = 0});
        })
        .value();
    auto const items = inbox_of(world, ada);
    CHECK(shown(items) == Rows{"unread Good."});
    CHECK(items.at(0).title == "New");
    CHECK(items.at(0).about.is_news());
}

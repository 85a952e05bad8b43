#include "notify/previews/previews.hpp"

#include "notify/fanout/crowd.hpp"
#include "notify/press.hpp"
#include "notify/previews/audience.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<Preview> mails(support::World& world)
{
    return by(Medium::mail, previews(world));
}

}  // namespace

TEST_CASE("previews_of: one for each brand and language, as their first real reader gets it")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        add(world, {.name = "cyd", .language = "de"});
        add_at_partner(world, {.name = "dan"});
        add(world, {.name = "eve", .topics = std::vector<Topic>{}, .language = "de"});
        say(world, outage(1));
        auto const all = mails(world);
        REQUIRE(all.size() == 3);
        auto const with = [&](std::string_view word) {
            return std::ranges::count_if(
                all, [&](Preview const& one) { return one.text.contains(word); });
        };
        CHECK(with("ada Ltd") == 1);
        CHECK(with("bob Ltd") == 0);
        CHECK(with("cyd Ltd") == 1);
        CHECK(with("Lens & Light") == 1);
        for (auto const& one : all) {
            CHECK(one.subject == "[outage] Mail is down");
            CHECK(one.html.value_or("").contains("<html"));
        }
    });
}

TEST_CASE("previews_of: it is the mail that leaves")
{
    support::World world;
    add(world, {.name = "ada"});
    say(world, outage(1), 0s);
    auto const shown = previews(world).at(0);
    auto const sent = mime::parse(Press{world.house()}.make(claim_all(world)).mails.at(0).data);
    CHECK(shown.text == sent.body_text);
    CHECK(shown.html == sent.body_html);
}

TEST_CASE("previews_of: of a large audience that is still being written down there are some, too")
{
    support::World world;
    crowd(world, large);
    say(world, outage(1));
    CHECK(mails(world).size() == 1);
}

TEST_CASE("previews_of: where nobody hears of it there is nothing to be seen")
{
    support::World world;
    CHECK(previews(world).empty());
    say(world, outage(1));
    CHECK(previews(world).empty());
}

TEST_CASE("previews_of: channels that somebody has stand one after the other, others are left out")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1));
        auto const channels = [&] {
            Rows rows;
            for (auto const& one : previews(world))
                rows.push_back(fmt::format("{} {}", name_of(one.channel), one.language));
            return rows;
        };
        CHECK(channels() == Rows{"mail en", "inbox en", "copy en", "copy de"});
        add_by_all(world, {.name = "bob"});
        say(world, outage(2));
        CHECK(channels() == Rows{"mail en", "sms en", "push en", "inbox en", "copy en", "copy de"});
    });
}

TEST_CASE("previews_of: languages that read the same are seen once")
{
    support::World world;
    add_by_all(world, {.name = "ada"});
    add_by_all(world, {.name = "bob", .language = "en-GB"});
    say(world, outage(1));
    CHECK(by(Medium::sms, previews(world)).size() == 1);
}

TEST_CASE(
    "previews_of: a webhook can be chosen for a trial whatever its account's English is called")
{
    support::World world;
    for (auto const& [name, language] : {std::pair{"ada", "en"}, std::pair{"bob", "en-GB"}})
        hook(
            world, account_of(world, add(world, {.name = name, .language = language})),
            {.url = "https://hooks.example.test/in", .dialect = Dialect::slack});
    say(world, outage(1));
    auto const shown = by(Medium::webhook, previews(world));
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].places.size() == 2);
}

TEST_CASE("changes_of: what the newest word says otherwise than the one before it")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const changes = [&] {
        return world.write([](Call& call) { return changes_of(call, incident); });
    };
    CHECK(changes().all.empty());
    say(world, outage(1));
    CHECK_FALSE(changes().since);
    auto const first = world.now();
    world.pass(10min);
    auto identified = outage(2);
    identified.state = "identified";
    say(world, identified);
    CHECK(changes().since == first);
    REQUIRE(changes().all.size() == 1);
    CHECK(bool{changes().all[0].of == Aspect::condition});
}

TEST_CASE("changes_of: a word that was taken back was not said")
{
    support::World world;
    add(world, {.name = "ada"});
    say(world, outage(1));
    auto mistaken = outage(2);
    mistaken.state = "monitoring";
    auto const id = say(world, mistaken);
    (void)world.write([&](Call& call) { return cancel(call, id); });
    say(world, outage(3));
    CHECK(world.write([](Call& call) { return changes_of(call, incident); }).all.empty());
}

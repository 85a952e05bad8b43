#include "notify/copies/copies.hpp"

#include "notify/samples.hpp"
#include "notify/texts.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Result<CopyTexts> copied(support::World& world, NoticeId id, std::string const& zone = "Etc/UTC")
{
    return world.read([&](Call& call) { return copy_texts(call, id, zone); });
}

}  // namespace

TEST_CASE("copy_texts: no brand is named, and nothing that is not for everybody")
{
    support::for_each_database([](support::World& world) {
        (void)partner_of(world);
        auto words = outage(1);
        words.service_names = {"Lens & Light Mail"};
        words.hidden = {{.name = "Heron", .state = "major", .known_by = {web_service}}};
        words.workaround = "See https://status.lens.test/old.";
        auto const copies = copied(world, say(world, words)).value();
        REQUIRE(copies.texts.size() == 2);
        CHECK(copies.texts[0].language == "en");
        CHECK(copies.texts[0].text.starts_with("Mail: down"));
        CHECK(copies.texts[1].language == "de");
        CHECK(copies.texts[1].text.starts_with("Mail: ausgefallen"));
        for (auto const& copy : copies.texts)
            for (std::string_view const name : {"Lens", "lens", "Heron"})
                CHECK_FALSE(copy.text.contains(name));
    });
}

TEST_CASE("copy_texts: news is nothing to hand on")
{
    support::World world;
    auto const news = world.write([](Call& call) {
        return publish_news(call, {.texts = {{"en", "Faster galleries", "They open at once."}}});
    });
    CHECK(copied(world, news->id).error().code == "notice.not_found");
}

TEST_CASE("copy_text_in: the one in the reader's language, or none")
{
    support::World world;
    auto const notice = say(world, outage(1));
    world.read([&](Call& call) {
        CHECK(copy_text_in(call, notice, {.language = Language::de}).starts_with("Mail: ausg"));
        CHECK(copy_text_in(call, NoticeId{77}, {}).empty());
        return 0;
    });
}

TEST_CASE("copy_texts: its moments are those of the zone that is asked for")
{
    support::World world;
    auto const notice = say(world, outage(1));
    CHECK(copied(world, notice, "Europe/Berlin")->texts[0].text.contains("12:00 CET"));
    CHECK(copied(world, notice, "Europe/Lens").error().code == "zone.unknown");
    CHECK(copied(world, NoticeId{77}).error().code == "notice.not_found");
}

#include "notify/sms/text.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr std::string_view link = "https://help.example.test/incidents/aaaak3vq7x2m";

SmsText
text_of(Announcement const& words, std::string language = "en", std::string_view where = link)
{
    return sms_text(
        {.words = words,
         .said_at = support::test_start,
         .reader = {.language = words::language_of(language), .zone = "Europe/Berlin"},
         .link = where});
}

}  // namespace

TEST_CASE("sms_text: service, state, outlook and link stand in one part")
{
    auto const said = text_of(outage(1));
    CHECK(
        said.text ==
        "Mail: down, looking for the cause; end not known yet, next word by 12:00 CET. "
        "https://help.example.test/incidents/aaaak3vq7x2m");
    CHECK(said.length == SmsLength{.units = said.text.size()});
    CHECK(text_of(outage(1), "de").length.parts == 1);
}

TEST_CASE("sms_text: a link that would cost a part is left out")
{
    auto const where = "https://help.example.test/" + std::string(120, 'x');
    auto const said = text_of(outage(1), "en", where);
    CHECK(
        said.text ==
        "Mail: down, looking for the cause; end not known yet, next word by 12:00 CET.");
}

TEST_CASE("sms_text: many long names are counted instead of named, in one part")
{
    auto words = outage(1);
    words.service_names.clear();
    for (int i = 0; i < 20; ++i)
        words.service_names.push_back(fmt::format("Storage of pictures in region {}", i));
    auto const said = text_of(words);
    CHECK(said.length.parts == 1);
    CHECK(said.text.contains("19 more"));
    CHECK(said.text.contains("12:00 CET"));
}

TEST_CASE("sms_text: outside the GSM alphabet it is said in 70 characters where that says it all")
{
    auto words = outage(1);
    words.service_names = {"Хранилище изображений для магазинов и складов"};
    words.state = "resolved";
    words.ended_at = support::test_start;
    auto const said = text_of(words);
    CHECK(!said.length.is_gsm);
    CHECK(said.length.parts == 1);
    CHECK(said.text.contains("11:00 CET"));
}

TEST_CASE("sms_text: an outlook that 70 characters cannot hold is not cut but takes more parts")
{
    auto words = outage(1);
    words.service_names = {"Почта"};
    words.when = {
        .eta_at = support::test_start + 50h,
        .eta_from = support::test_start + 40h,
        .eta_words = {},
        .next_word_at = {}};
    auto const said = text_of(words, "de");
    CHECK(said.length.parts == 2);
    CHECK(said.text.ends_with("CET."));
}

TEST_CASE("marked_as_test: the mark stands first, and counts")
{
    auto const said = text_of(outage(1));
    auto const marked = marked_as_test(said);
    CHECK(marked.text == "[test] " + said.text);
    CHECK(marked.length.units == said.length.units + 9);  // brackets cost two each
}

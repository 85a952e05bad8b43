#include "notify/wording.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;
using support::test_start;

namespace {

Reader const english{};
Texts const& texts = texts_in(Language::en);

std::string outlook(When const& when)
{
    auto words = outage(1);
    words.when = when;
    return outlook_words(words, test_start, english);
}

}  // namespace

TEST_CASE("in_language: what was written in the reader's language, or as it is")
{
    auto words = outage(1);
    CHECK(in_language(words, Language::de).title == "Mail is down");
    words.wordings = {{.language = "de", .title = "Neu", .text = "Gut."}};
    CHECK(in_language(words, Language::de).title == "Neu");
    CHECK(in_language(words, Language::de).text == "Gut.");
    CHECK(in_language(words, Language::en).title == "Mail is down");
}

TEST_CASE("outlook_words: a moment, a bound, a range, or the next word")
{
    auto const at = test_start + 2h;
    CHECK(outlook({.eta_at = at}) == "expected back by 12:00 UTC");
    CHECK(outlook({.eta_at = at, .eta_words = "2h"}) == "expected back within 2 h, by 12:00 UTC");
    CHECK(
        outlook({.eta_at = at, .eta_from = test_start + 1h}) ==
        "expected back between 11:00 UTC and 12:00 UTC");
    CHECK(outlook({.next_word_at = at}) == "end not known yet, next word by 12:00 UTC");
    CHECK(outlook({}).empty());
}

TEST_CASE("outlook_words: how long is said with its unit, in the reader's language")
{
    Reader const german{.language = Language::de};
    for (auto const& [said, in_english, in_german] :
         std::vector<std::tuple<std::string, std::string, std::string>>{
             {"90m", "within 1 h 30 min, ", "höchstens 1 h 30 min, "},
             {"within 12h", "within 12 h, ", "höchstens 12 h, "},
             {"3d", "within 3 days, ", "höchstens 3 Tage, "},
             {"3 to 4 h", "within 3 to 4 h, ", "höchstens 3 to 4 h, "}}) {
        auto words = outage(1);
        words.when = {.eta_at = test_start + 2h, .eta_words = said};
        CHECK(outlook_words(words, test_start, english).contains(in_english));
        CHECK(outlook_words(words, test_start, german).contains(in_german));
    }
}

TEST_CASE("outlook_words: what is over says since when, and so does its review")
{
    CHECK(outlook_words(resolved(1), test_start, english) == "working again since 10:00 UTC");
    auto review = resolved(2);
    review.state = "review";
    CHECK(outlook_words(review, test_start, english) == "working again since 10:00 UTC");
}

TEST_CASE("times_of: what is to come starts, what has begun started, what is off was planned")
{
    auto const labels = [](std::string const& state) {
        auto words = work_planned(1);
        words.state = state;
        std::string said;
        for (auto const& row : times_of(words, english))
            said += std::string{row.label} + ". ";
        return said;
    };
    CHECK(labels("planned") == "Starts. Ends. ");
    CHECK(labels("reminder") == "Starts. Ends. ");
    CHECK(labels("started") == "Started. Ends. ");
    CHECK(labels("extended") == "Started. Ends. ");
    CHECK(labels("finished") == "Started. Ended. ");
    auto const off = times_of(work_cancelled(2), english);
    REQUIRE(off.size() == 1);
    CHECK(off[0].label == "Was planned for");
    CHECK(off[0].words == "Thu 5 Mar 2026, 10:00 UTC to Thu 5 Mar 2026, 12:00 UTC");
}

TEST_CASE("hello_words: who has no name but his address is greeted without it")
{
    CHECK(hello_words("Ada", "ada@example.test", texts) == "Hello Ada,");
    CHECK(hello_words("", "ada@example.test", texts) == "Hello,");
    CHECK(hello_words("ada@example.test", "ada@example.test", texts) == "Hello,");
}

TEST_CASE("condition_words: the service's state and how far we are")
{
    auto words = outage(1);
    CHECK(condition_words(words, texts) == "down, looking for the cause");
    words.service_state = "degraded";
    words.state = "identified";
    CHECK(condition_words(words, texts) == "slow or partly failing, cause found");
    CHECK(condition_words(resolved(1), texts) == "working again");
}

TEST_CASE("condition_words: each thing that there is to hear of a window has its own words")
{
    auto words = work_planned(1);
    for (auto const& [state, condition] : std::vector<std::pair<std::string, std::string>>{
             {"planned", "maintenance planned"},
             {"moved", "planned maintenance moved"},
             {"reminder", "maintenance is coming up"},
             {"started", "maintenance has begun"},
             {"extended", "maintenance takes longer"},
             {"finished", "maintenance is over"},
             {"cancelled", "planned maintenance cancelled"}}) {
        words.state = state;
        CHECK(condition_words(words, texts) == condition);
    }
}

TEST_CASE("outlook_words: a window says from when to when, and the day of its end if it is another")
{
    auto words = work_planned(1);
    CHECK(outlook_words(words, test_start, english) == "5 Mar 10:00 UTC to 12:00 UTC");
    words.ended_at = words.started_at + 15h;
    CHECK(outlook_words(words, test_start, english) == "5 Mar 10:00 UTC to 6 Mar 01:00 UTC");
}

TEST_CASE("condition_words: work is planned or cancelled")
{
    CHECK(condition_words(work_planned(1), texts) == "maintenance planned");
    CHECK(condition_words(work_cancelled(2), texts) == "planned maintenance cancelled");
}

TEST_CASE("services_words: as many names as fit, the rest is counted")
{
    auto words = outage(1);
    words.service_names = {"Mail", "Web"};
    CHECK(services_words(words, texts, 20) == "Mail, Web");
    words.service_names = {"Mail", "Web hosting", "Databases", "Backups"};
    CHECK(services_words(words, texts, 20) == "Mail and 3 more");
    CHECK(count_characters(services_words(words, texts, 14)) <= 14);
    words.service_names.clear();
    CHECK(services_words(words, texts, 20) == "Mail is down");
}

TEST_CASE("one_line: line ends and control characters become spaces")
{
    CHECK(one_line("a\r\nBcc: b\tc\x7f", 100) == "a  Bcc: b c ");
    CHECK(one_line("  ä  ", 1).empty());
}

TEST_CASE("cut_characters: it counts characters and never tears one")
{
    CHECK(cut_characters("größer", 6) == "größer");
    CHECK(cut_characters("größer", 4) == "grö…");
    CHECK(cut_characters("größer", 0).empty());
    CHECK(count_characters("größer…") == 7);
}

TEST_CASE("data_words: an answer is a sentence, and no answer is said elsewhere")
{
    Announcement words;
    CHECK(data_words(words, texts).empty());
    CHECK(data_unknown_words(words, texts).empty());
    words.data_safety = "not_yet_known";
    CHECK(data_words(words, texts).empty());
    CHECK_FALSE(data_unknown_words(words, texts).empty());
    words.data_safety = "at_risk";
    CHECK(data_words(words, texts) == "Your data: at risk.");
    words.data_safety = "lost";
    CHECK(data_words(words, texts_in(Language::de)) == "Ihre Daten: teilweise verloren.");
    CHECK(data_unknown_words(words, texts).empty());
}

TEST_CASE("help_words: what a brand says of its help, in one line")
{
    CHECK(help_words({}).empty());
    CHECK(help_words({.phone = "+49 30 12"}) == "+49 30 12");
    CHECK(
        help_words(
            {.text = "Weekdays",
             .email = address("a@b.test"),
             .phone = "+49 30 12",
             .url = "https://b.test/help"}) ==
        "Weekdays · a@b.test · +49 30 12 · https://b.test/help");
}

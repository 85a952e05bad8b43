#include "pages/outlook.hpp"

#include "pages/sample_site.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;

namespace {

std::string outlook_of(ShownIncident const& incident, Instant now = noon)
{
    std::string all;
    auto const moment = [](Instant at) { return to_rfc3339(at).substr(11, 5); };
    for (auto const& sentence :
         outlook_sentences(incident, texts_in(words::Language::en), now, moment))
        all += (all.empty() ? "" : " ") + sentence;
    return all;
}

ShownIncident expected(notify::When when)
{
    auto incident = outage();
    incident.when = std::move(when);
    return incident;
}

}  // namespace

TEST_CASE("outlook: unknown is said, with the moment of the next word")
{
    CHECK(outlook_of(outage()) == "When it will work is not known yet. Next word by 13:00.");
}

TEST_CASE("outlook: an estimate is a moment or a span")
{
    CHECK(outlook_of(expected({.eta_at = noon + 4h})) == "Expected to work by 16:00.");
    CHECK(
        outlook_of(expected({.eta_at = noon + 4h, .eta_from = noon + 3h})) ==
        "Expected to work between 15:00 and 16:00.");
}

TEST_CASE("outlook: an estimate that has passed is not repeated as if it were to come")
{
    CHECK(
        outlook_of(expected({.eta_at = noon - 1h, .next_word_at = noon + 1h})) ==
        "Later than we said. It was expected to work by 11:00. Next word by 13:00.");
}

//
TEST_CASE("outlook: an update is overdue by the next word, and what else is late is said, too")
{
    CHECK(
        outlook_of(expected({.next_word_at = noon - 1h})) ==
        "Update overdue. The next word was promised for 11:00. "
        "When it will work is not known yet.");
    CHECK(
        outlook_of(expected({.eta_at = noon - 1h})) ==
        "Later than we said. It was expected to work by 11:00.");
    CHECK(
        outlook_of(expected({.eta_at = noon - 2h, .next_word_at = noon - 1h})) ==
        "Update overdue. The next word was promised for 11:00. "
        "Later than we said. It was expected to work by 10:00.");
}

TEST_CASE("promised_in: a word keeps what it promised, and a last one promises nothing")
{
    auto const moment = [](Instant at) { return to_rfc3339(at).substr(11, 5); };
    auto const in = [&](status::Update const& word, words::Language language) {
        return fmt::format("{}", fmt::join(promised_in(word, texts_in(language), moment), " "));
    };
    status::Update word{.when = {.eta_at = noon, .eta_from = noon - 1h, .next_word_at = noon - 2h}};
    CHECK(
        in(word, words::Language::en) ==
        "Expected to work between 11:00 and 12:00. Next word by 10:00.");
    CHECK(
        in(word, words::Language::de) ==
        "Funktioniert voraussichtlich zwischen 11:00 und 12:00 wieder. Nächste Meldung bis 10:00.");
    word.when = {.next_word_at = noon};
    CHECK(
        in(word, words::Language::en) == "When it will work is not known yet. Next word by 12:00.");
    word.state = status::IncidentState::resolved;
    CHECK(in(word, words::Language::en).empty());
}

TEST_CASE("touch_words: what was not so bad all the time says how long it was")
{
    using words::Language;
    auto incident = outage();
    auto& touched = incident.services[0];
    CHECK(touch_words(incident, touched, Language::en) == "Down");
    incident.resolved_at = incident.started_at + 37min;
    touched.held_s = 28 * 60;
    CHECK(touch_words(incident, touched, Language::en) == "Down, for 28 min");
    CHECK(touch_words(incident, touched, Language::de) == "Ausgefallen, 28 min lang");
    touched.held_s = 37 * 60;
    CHECK(touch_words(incident, touched, Language::en) == "Down");
}

TEST_CASE("outlook: what is over has none")
{
    auto incident = outage();
    incident.resolved_at = noon;
    CHECK(outlook_of(incident).empty());
}

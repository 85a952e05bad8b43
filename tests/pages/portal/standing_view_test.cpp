#include "pages/portal/standing_view.hpp"

#include "pages/portal/portal_sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

View const english{.reader = {}, .now = sample::noon};
View const german{.reader = {.language = words::Language::de}, .now = sample::noon};

std::string text_of(Json const& said)
{
    return said.is_null() ? "" : std::string{said.at("text").as_string()};
}

// Verdict, sentence, what is left.
std::string told(status::Standing const& standing, View const& view)
{
    auto const filled = standing_view(standing, view);
    return fmt::format(
        "{}|{}|{}", text_of(filled.at("verdict")),
        std::string_view{filled.at("sentence").as_string()}, text_of(filled.at("rest")));
}

status::Standing violated()
{
    auto standing = sample::march();
    standing.shown = "99.80";
    standing.is_violated = true;
    standing.left_s = -61;
    return standing;
}

status::Standing without_target()
{
    auto standing = sample::march();
    standing.target.reset();
    return standing;
}

status::Standing fresh()
{
    auto standing = sample::march();
    standing.shown.clear();
    return standing;
}

}  // namespace

//
TEST_CASE("standing_view: says where the month stands, to the second")
{
    CHECK(
        told(sample::march(), english) ==
        "Not violated|99.95 % in March 2026 so far. Your plan Pro promises 99.9 %.|"
        "44 min 38 s of outage may still come this month before it is violated.");
    CHECK(
        told(violated(), english) ==
        "Violated|99.80 % in March 2026 so far. Your plan Pro promises 99.9 %.|"
        "That is 1 min 1 s of outage more than was agreed.");
    CHECK(
        told(without_target(), english) ==
        "|99.95 % in March 2026 so far. Your plan Pro promises no figure.|");
    CHECK(
        told(fresh(), english) ==
        "|There is no figure for March 2026 yet. Your plan Pro promises 99.9 %.|"
        "44 min 38 s of outage may still come this month before it is violated.");
}

TEST_CASE("standing_view: says it in German")
{
    CHECK(
        told(violated(), german) ==
        "Verletzt|99,80 % im März 2026 bisher. Ihr Tarif Pro verspricht 99,9 %.|"
        "Das sind 1 min 1 s mehr Ausfall als vereinbart.");
}

TEST_CASE("standing_view: time that is not known is said apart, and seconds make no month's figure")
{
    auto standing = sample::march();
    standing.unknown_s = 3 * 3600;
    CHECK(
        told(standing, english) ==
        "Not violated|99.95 % of the time of March 2026 that we know of; for 3 h nobody knows. "
        "Your plan Pro promises 99.9 %.|"
        "44 min 38 s of outage may still come this month before it is violated.");
    CHECK(
        month_view(standing, english).at("figure") ==
        "99.95 %, 99.9 % were promised, not known for 3 h");
    standing.counted_s = 16;
    CHECK(
        told(standing, english) ==
        "|For 3 h of March 2026 nobody knows how it was, so there is no figure. "
        "Your plan Pro promises 99.9 %.|");
    CHECK(
        told(standing, german) ==
        "|Über 3 h im März 2026 weiß niemand etwas, darum gibt es keinen Wert. "
        "Ihr Tarif Pro verspricht 99,9 %.|");
    CHECK(month_view(standing, english).at("figure") == "not known for 3 h");
    CHECK(month_view(standing, english).at("tone") == "unk");
}

TEST_CASE("standing_view: a service of which hardly anything is known has no per cent")
{
    auto standing = sample::march();
    standing.services[0].counted_s = 16;
    standing.services[0].unknown_s = 3 * 3600;
    auto const viewed = standing_view(standing, english);
    auto const& service = viewed.at("services").at(0);
    CHECK(service.at("shown").is_null());
    CHECK(service.at("unknown").at("text") == "not known for 3 h");
    CHECK(viewed.at("services").at(1).at("unknown").is_null());
}

TEST_CASE("standing_view: each service with how long it was not well")
{
    auto const viewed = standing_view(sample::march(), english);
    auto const& services = viewed.at("services").as_array();
    REQUIRE(services.size() == 2);
    CHECK(services.at(0).at("down") == "1 min 30 s");
    CHECK(services.at(1).at("down") == "0 s");
}

TEST_CASE("month_view: a month in one line, in the zone in which it is billed")
{
    auto standing = violated();
    standing.from = sample::at("2026-02-28T23:00:00Z");
    standing.zone = "Europe/Berlin";
    auto const month = month_view(standing, english);
    CHECK(month.at("month") == "March 2026");
    CHECK(month.at("figure") == "99.80 %, 99.9 % were promised");
    CHECK(month.at("tone") == "bad");
    CHECK(month_view(without_target(), english).at("figure") == "99.95 %");
    CHECK(month_view(fresh(), english).at("figure") == "no figures");
    CHECK(month_view(fresh(), english).at("tone") == "unk");
}

#include "pages/view/view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

View const at_noon{.reader = {}, .now = sample::noon, .root = "/de"};

Json aid_for(std::optional<status::Workaround> const& workaround, std::int64_t helped = 0)
{
    return aid_view({.workaround = workaround, .helped = helped, .path = "/issues/x"}, at_noon);
}

}  // namespace

TEST_CASE("time_markup: the reader's zone, and UTC where that is another time")
{
    CHECK(
        time_markup(sample::noon, at_noon) ==
        "<time datetime=\"2026-03-04T12:00:00Z\">12:00 UTC</time>");
    CHECK(
        time_markup(sample::noon, {.reader = {.zone = "Europe/Berlin"}, .now = sample::noon}) ==
        "<time datetime=\"2026-03-04T12:00:00Z\">13:00 CET (12:00 UTC)</time>");
}

TEST_CASE("time_markup: a day that is the same in both zones is said once")
{
    View const in_berlin{.reader = {.zone = "Europe/Berlin"}, .now = sample::noon};
    auto const shown = [&](Instant at) { return sample::without_tags(time_markup(at, in_berlin)); };
    CHECK(shown(sample::noon + 24h) == "5 Mar 13:00 CET (12:00 UTC)");
    CHECK(shown(sample::noon + 35h + 30min) == "6 Mar 00:30 CET (5 Mar 23:30 UTC)");
    CHECK(shown(sample::noon + 11h + 30min) == "5 Mar 00:30 CET (23:30 UTC)");
    CHECK(shown(sample::noon - 12h - 30min) == "00:30 CET (3 Mar 23:30 UTC)");
}

TEST_CASE("span_markup: the day of the end is said where it is another one")
{
    auto const shown = [](Instant to) {
        return sample::without_tags(span_markup(sample::noon + 10h, to, at_noon));
    };
    CHECK(shown(sample::noon + 11h) == "22:00 UTC to 23:00 UTC");
    CHECK(shown(sample::noon + 13h) == "22:00 UTC to 5 Mar 01:00 UTC");
}

//
TEST_CASE("span_markup: on both sides of a change of the clocks, in three zones")
{
    using namespace std::chrono;
    struct Case {
        std::string zone;
        Instant from;
        std::string_view shown;
    };
    Instant const before = sys_days{year{2026} / 3 / 28} + 21h;  // Europe changes on the 29th
    Instant const after = before + days{1};
    Instant const autumn = sys_days{year{2026} / 11 / 1} + 5h;  // New York changes at 06:00 UTC
    for (auto const& [zone, from, shown] : {
             Case{"Europe/Berlin", before, "22:00 CET (21:00 UTC) to 23:30 CET (22:30 UTC)"},
             Case{
                 "Europe/Berlin", after, "23:00 CEST (21:00 UTC) to 30 Mar 00:30 CEST (22:30 UTC)"},
             Case{"America/New_York", before, "17:00 EDT (21:00 UTC) to 18:30 EDT (22:30 UTC)"},
             Case{"America/New_York", autumn, "01:00 EDT (05:00 UTC) to 01:30 EST (06:30 UTC)"},
             Case{"Asia/Kolkata", autumn, "10:30 IST (05:00 UTC) to 12:00 IST (06:30 UTC)"},
         }) {
        View const view{.reader = {.zone = zone}, .now = from};
        CHECK(sample::without_tags(span_markup(from, from + 90min, view)) == shown);
    }
}

TEST_CASE("aid_view: a workaround, the counted way to where it is explained, and whom it helped")
{
    auto const aid =
        aid_for(status::Workaround{.text = "Use the *old* form.", .url = "https://a.test/"}, 12);
    CHECK(aid.at("html") == "<p>Use the <em>old</em> form.</p>");
    CHECK(aid.at("link").at("text") == "/de/issues/x/workaround");
    CHECK(aid.at("action") == "/de/issues/x/helped");
    CHECK(aid.at("count").at("text") == "Helped 12");
}

TEST_CASE("aid_view: none where nothing helps, no way to what is no address")
{
    CHECK(aid_for(std::nullopt).is_null());
    CHECK(aid_for(status::Workaround{.text = "", .url = {}}).is_null());
    auto const aid = aid_for(status::Workaround{.text = "x", .url = "javascript:alert(1)"});
    CHECK(aid.at("link").is_null());
    CHECK(aid.at("count").is_null());
}

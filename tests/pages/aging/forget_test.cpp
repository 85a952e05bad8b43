#include "pages/aging/forget.hpp"

#include "pages/badge.hpp"
#include "pages/print.hpp"
#include "pages/sample.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

using status::ServiceState;

std::string const galleries = "/services/" + id_letters(1);
std::string const statistics = "/services/" + id_letters(2);

// All files of a site as they are put up, and as they are when they are old.
class Shown {
  public:
    explicit Shown(Found const& found)
    {
        auto const site = sample::site_of(found);
        Printer{}.print(
            {.as_of = found.now, .default_host = "status.example.test", .open = {site}},
            [&](Snapshot snapshot) { copies_ = std::move(snapshot.copies); });
    }

    [[nodiscard]] std::string fresh(std::string_view path) const { return copy(path).body.text(); }
    [[nodiscard]] std::string old(std::string_view path) const
    {
        return forgetting().forget(copy(path)).value().body.text();
    }
    [[nodiscard]] Json old_json(std::string_view path) const
    {
        return parse_json(old(path)).value();
    }
    [[nodiscard]] Forgetting forgetting() const
    {
        return Forgetting{fresh("/status.json"), sample::noon};
    }
    [[nodiscard]] std::vector<Copy> const& copies() const { return copies_; }

  private:
    [[nodiscard]] Copy const& copy(std::string_view path) const
    {
        auto const found = std::ranges::find(copies_, path, &Copy::path);
        REQUIRE_MESSAGE(found != copies_.end(), std::string{path});
        return *found;
    }

    std::vector<Copy> copies_;
};

// Galleries, Statistics and Uploads work.
Shown well()
{
    auto found = sample::found();
    found.open.clear();
    found.services[1].state = ServiceState::operational;
    return Shown{found};
}

// Statistics is down.
Shown troubled()
{
    return Shown{sample::found()};
}

}  // namespace

TEST_CASE("forget: no file that tells programs of now says that anything is well")
{
    auto const site = well();
    for (auto const& copy : site.copies()) {
        if (!tells_of_now(copy.path))
            continue;
        CAPTURE(copy.path);
        auto const old = site.old(copy.path);
        for (std::string_view const word :
             {"\"operational\"", "\"none\"", "All Systems Operational", ">Works<"})
            CHECK_FALSE(old.contains(word));
    }
}

TEST_CASE("forget: badges of what worked say that it is not known, those of trouble stay")
{
    auto const site = troubled();
    CHECK(
        site.old(galleries + "/badge.svg") ==
        badge("Galleries", ServiceState::unknown, words::Language::en));
    CHECK(site.old(statistics + "/badge.svg") == site.fresh(statistics + "/badge.svg"));
    CHECK(site.old("/badge.svg") == site.fresh("/badge.svg"));
    CHECK(
        well().old("/badge.svg") ==
        badge("Pixel & Co", ServiceState::unknown, words::Language::en));
}

TEST_CASE("forget: status.json keeps when it was made and what is wrong, and knows no more")
{
    auto const site = troubled();
    auto const old = site.old_json("/status.json");
    CHECK(old.at("as_of").as_string() == to_rfc3339(sample::noon));
    auto const& services = old.at("services").as_array();
    REQUIRE(services.size() == 3);
    CHECK(services[0].at("state").as_string() == "unknown");
    CHECK(services[1].at("state").as_string() == "major");
    CHECK(services[2].at("state").as_string() == "unknown");
    CHECK(old.at("incidents").as_array().size() == 1);
}

TEST_CASE("forget: the dialect says the mildest that is not green, and that it is not known")
{
    auto const whole = well().old_json("/api/v2/status.json").at("status");
    CHECK(whole.at("indicator").as_string() == "minor");
    CHECK(whole.at("description").as_string() == "Status Not Known");
    auto const summary = troubled().old_json("/api/v2/summary.json");
    CHECK(summary.at("status") == troubled().old_json("/api/v2/status.json").at("status"));
    CHECK(summary.at("status").at("indicator").as_string() == "major");
    auto const& components = summary.at("components").as_array();
    CHECK(components[0].at("status").as_string() == "degraded_performance");
    CHECK(components[1].at("status").as_string() == "major_outage");
}

TEST_CASE("forget: the banner says until when things were known, beside the trouble of then")
{
    auto const news = troubled().old_json("/banner.json");
    auto const& banners = news.at("banners").as_array();
    REQUIRE(banners.size() == 2);
    CHECK(banners[0].at("kind").as_string() == "unknown");
    CHECK(banners[0].at("title").as_string() == "Pixel & Co");
    CHECK(banners[0].at("en").at("state").as_string() == "Not known");
    CHECK(
        banners[0].at("de").at("sentences").at(0).as_string() ==
        fmt::format("Zuletzt bekannt: {{{}}}.", to_rfc3339(sample::noon)));
    CHECK(banners[1].at("kind").as_string() == "incident");
}

TEST_CASE("forget: a page says that it is old to readers without a script, in its language")
{
    auto const site = well();
    auto const english = site.old("/");
    CHECK(english.contains(R"(<html class="is-old" lang="en")"));
    CHECK(english.contains(
        R"(id="old" role="status"><span>This copy is &gt; 3 min old; things may have)"));
    CHECK(site.old("/de/").contains("<span>Diese Kopie ist &gt; 3 min alt"));
    CHECK_FALSE(site.fresh("/").contains("&gt; 3 min"));
}

TEST_CASE("forget: what does not tell of now stays as it is")
{
    auto const site = well();
    for (auto const* const path :
         {"/feed.atom", "/feed.rss", "/calendar.ics", "/robots.txt", "/favicon.svg", "/404.html"})
        CHECK(site.old(path) == site.fresh(path));
}

TEST_CASE("forget: forgetting twice is as once")
{
    auto const site = troubled();
    for (auto const& copy : site.copies()) {
        CAPTURE(copy.path);
        auto const once = site.forgetting().forget(copy).value();
        Forgetting const again{site.old("/status.json"), sample::noon};
        CHECK(again.forget(once).value() == once);
    }
}

TEST_CASE("forget: what tells of now, in words that we cannot read, is left out")
{
    Forgetting const forgetting{"no status", sample::noon};
    for (auto const* const path : {"/status.json", "/api/v2/status.json", "/badge.svg"})
        CHECK_FALSE(forgetting.forget({.host = "a.test", .path = path, .body = "green"}));
    CHECK(forgetting.forget({.host = "a.test", .path = "/feed.atom", .body = "feed"}));
}

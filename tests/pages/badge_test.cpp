#include "pages/badge.hpp"

#include "kernel/text.hpp"
#include "support/naughty.hpp"
#include "wire/feed/parsed_xml.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using status::ServiceState;
using words::Language;

namespace {

std::string title_of(std::string const& svg)
{
    auto const parsed = feed::parse_xml(svg);
    REQUIRE(parsed.well_formed);
    return parsed.all("svg/title").at(0);
}

}  // namespace

TEST_CASE("badge: says the state in words, also to whoever hears it")
{
    auto const svg = badge("Uploads", ServiceState::partial, Language::en);
    CHECK(title_of(svg) == "Uploads: Partly down");
    CHECK(feed::parse_xml(svg).all("g/text") == std::vector<std::string>{"Uploads", "Partly down"});
    CHECK(
        title_of(badge("Uploads", ServiceState::operational, Language::de)) ==
        "Uploads: Funktioniert");
}

TEST_CASE("badge: each state has a ground of its own kind, and unknown is not green")
{
    auto const unknown = badge("x", ServiceState::unknown, Language::en);
    CHECK(unknown.contains("#565d68"));
    CHECK_FALSE(unknown.contains("#17693b"));
    CHECK(badge("x", ServiceState::operational, Language::en).contains("#17693b"));
    CHECK(badge("x", ServiceState::major, Language::en).contains("#b0201a"));
}

TEST_CASE("badge: a long label is cut before a character")
{
    std::string label;
    for (int i = 0; i < 50; ++i)
        label += "\xc3\xa4";
    auto const title = title_of(badge(label, ServiceState::operational, Language::en));
    CHECK(title.starts_with(label.substr(0, 60) + "\xe2\x80\xa6:"));
    CHECK(is_utf8(title));
}

TEST_CASE("badge: whatever a label holds, it is a small picture and nothing else")
{
    auto const elements =
        feed::parse_xml(badge("x", ServiceState::major, Language::en)).texts.size();
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto const svg = badge(text, ServiceState::major, Language::en);
        auto const parsed = feed::parse_xml(svg);
        CHECK(parsed.well_formed);
        CHECK(parsed.texts.size() == elements);
        CHECK(svg.size() < 2000);
    }
}

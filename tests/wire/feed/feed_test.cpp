#include "wire/feed/feed.hpp"

#include "support/naughty.hpp"
#include "wire/feed/parsed_xml.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::feed;
using namespace std::chrono_literals;

namespace {

constexpr Instant then = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 15h + 30min;

Feed sample()
{
    return {
        .id = "urn:uuid:1",
        .title = "Pixel & Co",
        .author = "Pixel & Co",
        .language = "en",
        .page = "https://status.example.test/",
        .atom = "https://status.example.test/feed.atom",
        .rss = "https://status.example.test/feed.rss",
        .updated = then + 2h,
        .entries = {
            {.id = "urn:uuid:2",
             .title = "Uploads are slow",
             .link = "https://status.example.test/incidents/2",
             .html = "<p>We are <b>looking</b>.</p>",
             .categories = {"investigating"},
             .published = then,
             .updated = then + 2h}}};
}

Feed saying(std::string const& text)
{
    auto feed = sample();
    feed.title = feed.author = feed.entries[0].title = feed.entries[0].html = text;
    feed.entries[0].categories = {text};
    return feed;
}

}  // namespace

TEST_CASE("atom: is written as RFC 4287 wants it")
{
    CHECK(
        write_atom(sample()) ==
        R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>urn:uuid:1</id><title>Pixel &amp; Co</title><updated>2026-11-21T17:30:00Z</updated>)"
        R"(<author><name>Pixel &amp; Co</name></author><generator>Pixel &amp; Co</generator>)"
        R"(<link rel="self" type="application/atom+xml" href="https://status.example.test/feed.atom"/>)"
        R"(<link rel="alternate" type="text/html" href="https://status.example.test/"/>
<entry><id>urn:uuid:2</id><title>Uploads are slow</title>)"
        R"(<published>2026-11-21T15:30:00Z</published><updated>2026-11-21T17:30:00Z</updated>)"
        R"(<link rel="alternate" type="text/html" href="https://status.example.test/incidents/2"/>)"
        R"(<category term="investigating"/>)"
        R"(<content type="html">&lt;p&gt;We are &lt;b&gt;looking&lt;/b&gt;.&lt;/p&gt;</content></entry>
</feed>
)");
}

TEST_CASE("rss: is written as RSS 2.0 wants it, dated by the last change")
{
    CHECK(
        write_rss(sample()) ==
        R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Pixel &amp; Co</title><link>https://status.example.test/</link>)"
        R"(<description>Pixel &amp; Co</description><language>en</language>)"
        R"(<lastBuildDate>Sat, 21 Nov 2026 17:30:00 GMT</lastBuildDate>)"
        R"(<generator>Pixel &amp; Co</generator>)"
        R"(<atom:link rel="self" type="application/rss+xml" href="https://status.example.test/feed.rss"/>
<item><title>Uploads are slow</title><link>https://status.example.test/incidents/2</link>)"
        R"(<guid isPermaLink="false">urn:uuid:2</guid>)"
        R"(<pubDate>Sat, 21 Nov 2026 17:30:00 GMT</pubDate><category>investigating</category>)"
        R"(<description>&lt;p&gt;We are &lt;b&gt;looking&lt;/b&gt;.&lt;/p&gt;</description></item>
</channel></rss>
)");
}

TEST_CASE("feeds: whatever a text holds, both spellings stay well-formed and have as many elements")
{
    auto const atom = parse_xml(write_atom(sample())).texts.size();
    auto const rss = parse_xml(write_rss(sample())).texts.size();
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto const in_atom = parse_xml(write_atom(saying(text)));
        auto const in_rss = parse_xml(write_rss(saying(text)));
        CHECK(in_atom.well_formed);
        CHECK(in_rss.well_formed);
        CHECK(in_atom.texts.size() == atom);
        CHECK(in_rss.texts.size() == rss);
        CHECK(in_atom.all("entry/title") == in_rss.all("item/title"));
    }
}

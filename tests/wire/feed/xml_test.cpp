#include "wire/feed/xml.hpp"

#include "kernel/text.hpp"
#include "support/naughty.hpp"
#include "wire/feed/parsed_xml.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::feed;

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

// What is left of a text after XML 1.0: the same, but for characters that it forbids.
std::string allowed(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const three = text.substr(at, 3);
        if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") {
            kept += replacement;
            at += 2;
        } else if (std::string_view{"\t\n\r"}.contains(text[at]) || text[at] < 0 || text[at] >= 32)
            kept += text[at];
        else
            kept += replacement;
    }
    return kept;
}

std::string read_back(std::string const& text)
{
    auto const parsed = parse_xml(element("x", text));
    return parsed.well_formed ? parsed.all("x").at(0) : "not well-formed";
}

}  // namespace

TEST_CASE("escape_xml: every naughty text is read back as what XML allows of it")
{
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        CHECK(read_back(text) == allowed(text));
    }
}

TEST_CASE("escape_xml: any bytes at all give a well-formed text")
{
    CHECK(rc::check([](std::string const& bytes) {
        RC_ASSERT(read_back(bytes) == allowed(repair_utf8(bytes)));
    }));
}

TEST_CASE("escape_xml: a text is inert inside an attribute, too")
{
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto const parsed = parse_xml("<x a=\"" + escape_xml(text) + "\"/>");
        CHECK(parsed.well_formed);
        CHECK(parsed.texts.size() == 2);  // the attribute and the element, nothing more
    }
}

TEST_CASE("escape_xml: what XML 1.0 forbids even as a reference is replaced")
{
    CHECK(escape_xml("a\x01z") == "a\xef\xbf\xbdz");
    CHECK(escape_xml("a\xef\xbf\xbfz") == "a\xef\xbf\xbdz");
    CHECK(escape_xml("a\tb\nc\rd") == "a\tb\nc&#13;d");
}

#include "kernel/text.hpp"
#include "support/naughty.hpp"
#include "wire/ical/ical.hpp"
#include "wire/ical/unfolded.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::ical;

namespace {

// What is left of a text in a calendar: its lines end in one way, and forbidden characters are
// replaced.
std::string kept(std::string text)
{
    auto const replace_all = [&text](std::string_view old, std::string_view fresh) {
        for (auto at = text.find(old); at != std::string::npos;
             at = text.find(old, at + fresh.size()))
            text.replace(at, old.size(), fresh);
    };
    for (auto const* const end : {"\r\n", "\r", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"})
        replace_all(end, "\n");
    std::string result;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7f)
            result += "\xef\xbf\xbd";
        else
            result += c;
    }
    return result;
}

void check_folding(std::string const& line)
{
    auto const folded = fold_line(line);
    for (auto const& physical : physical_lines(folded)) {
        RC_ASSERT(physical.size() <= 75U);
        RC_ASSERT(is_utf8(physical));
    }
    RC_ASSERT(unfolded(folded) == std::vector{line});
}

}  // namespace

TEST_CASE("escape_text: every naughty text is read back as what a calendar allows of it")
{
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto const read = texts(fold_line("SUMMARY:" + escape_text(text)), "SUMMARY");
        REQUIRE(read.size() == 1);
        CHECK(read[0] == kept(text));
    }
}

TEST_CASE("escape_text: any bytes at all stay on one line and are read back")
{
    CHECK(rc::check([](std::string const& bytes) {
        auto const line = fold_line("SUMMARY:" + escape_text(bytes));
        RC_ASSERT(unfolded(line).size() == 1U);
        RC_ASSERT(texts(line, "SUMMARY").at(0) == kept(repair_utf8(bytes)));
    }));
}

TEST_CASE("fold_line: no line has more than 75 octets, and no character is cut")
{
    CHECK(rc::check([] {
        auto const characters =
            *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "a", " ", "\xc3\xa4", "\xe6\x97\xa5", "\xf0\x9f\x94\xa5"));
        std::string line = "X:";
        for (auto const& character : characters)
            line += character;
        check_folding(line);
    }));
}

TEST_CASE("fold_line: a line of exactly 75 octets stays one line, one more makes two")
{
    CHECK(fold_line(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
    CHECK(fold_line(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
    CHECK(
        fold_line(std::string(74, 'x') + "\xc3\xa4") == std::string(74, 'x') + "\r\n \xc3\xa4\r\n");
}

#include "tickets/snippet.hpp"

#include "kernel/text.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using tickets::snippet_of;

TEST_CASE("snippet_of: is one line with single blanks, without any at its ends")
{
    CHECK(snippet_of(" Hello,\r\n\r\n\tit is  down. \n") == "Hello, it is down.");
    CHECK(snippet_of(" \n ").empty());
}

TEST_CASE("snippet_of: ends after 140 characters, and never inside one")
{
    CHECK(snippet_of(std::string(200, 'x')) == std::string(140, 'x'));
    std::string umlauts;
    for (int i = 0; i < 200; ++i)
        umlauts += "ä";
    CHECK(snippet_of(umlauts).size() == 280);
    CHECK(is_utf8(snippet_of(umlauts)));
    CHECK(snippet_of(std::string(139, 'x') + " yz") == std::string(139, 'x'));
}

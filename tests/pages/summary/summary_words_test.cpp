#include "pages/summary/summary_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("summary_words: each language has its own, and twelve months")
{
    auto const& english = summary_words_in(words::Language::en);
    auto const& german = summary_words_in(words::Language::de);
    CHECK(english.quiet != german.quiet);
    for (auto const* const said : {&english, &german})
        for (auto const month : said->months)
            CHECK_FALSE(month.empty());
}

#include "pages/pledges/pledge_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("pledge_words: each language has its own; what is filled in has a place")
{
    auto const& english = pledge_words_in(words::Language::en);
    auto const& german = pledge_words_in(words::Language::de);
    CHECK(english.title != german.title);
    for (auto const* const said : {&english, &german})
        for (auto const text : {said->notice, said->hours, said->first_word, said->by_mail})
            CHECK(text.contains("{}"));
}

#include "pages/summary/summary_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("summary_words: each language has its own")
{
    CHECK(
        summary_words_in(words::Language::en).quiet != summary_words_in(words::Language::de).quiet);
}

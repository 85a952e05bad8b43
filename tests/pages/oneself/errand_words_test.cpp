#include "pages/oneself/errand_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("errand_words: each mail names the brand and the link, and says what else it may be")
{
    for (auto const language : {words::Language::en, words::Language::de}) {
        auto const& words = errand_words_in(language);
        for (auto const errand : {Errand::copy, Errand::erase}) {
            auto const& said = words_of(errand, words);
            CHECK(said.mail_subject.contains("{brand}"));
            for (auto const slot : {"{brand}", "{link}", "{otherwise}"})
                CHECK(said.mail_text.contains(slot));
        }
    }
}

TEST_CASE("errand_words: the two errands do not read alike")
{
    auto const& words = errand_words_in(words::Language::en);
    CHECK(words.copy.button != words.erase.button);
    CHECK(words.copy.mail_subject != words.erase.mail_subject);
}

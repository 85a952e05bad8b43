#include "pages/preferences/centre_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("centre_words: every language has all of them")
{
    for (auto const language : {words::Language::en, words::Language::de})
        boost::mp11::mp_for_each<MembersOf<CentreWords>>([&](auto member) {
            CAPTURE(member.name);
            CHECK_FALSE((centre_words_in(language).*member.pointer).empty());
        });
}

TEST_CASE("centre_words: each topic, and each channel that somebody chooses, has a name of its own")
{
    auto const& words = centre_words_in(words::Language::en);
    CHECK(words_of(accounts::Topic::recovery, words) == "The end of outages");
    CHECK(words_of(accounts::Channel::push, words) == "Browser");
    CHECK(words_of(accounts::Channel::webhook, words).empty());
}

#include "pages/subscribing/subscribe_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("subscribe_words: every language has all of them, and no word is the other's")
{
    auto const& english = subscribe_words_in(words::Language::en);
    auto const& german = subscribe_words_in(words::Language::de);
    boost::mp11::mp_for_each<MembersOf<SubscribeWords>>([&](auto member) {
        CAPTURE(member.name);
        CHECK_FALSE((english.*member.pointer).empty());
        CHECK(english.*member.pointer != german.*member.pointer);
    });
}

TEST_CASE("subscribe_words: mails name the brand and the link, in every language")
{
    for (auto const language : {words::Language::en, words::Language::de}) {
        auto const& said = subscribe_words_in(language);
        for (auto const text : {said.mail_text, said.invitation_text}) {
            CHECK(text.contains("{brand}"));
            CHECK(text.contains("{link}"));
        }
    }
}

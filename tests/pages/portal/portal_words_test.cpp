#include "pages/portal/portal_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("portal words: none is missing, and each language has its own")
{
    auto const& english = portal_labels_in(words::Language::en);
    for (auto const& [name, text] : portal_labels_in(words::Language::de)) {
        CAPTURE(std::string{name});
        CHECK_FALSE(text.as_string().empty());
        CHECK((name == "month_reached" || text != english.at(name)));
    }
}

TEST_CASE("hand-on words: none is missing, and each language has its own")
{
    auto const& english = hand_on_labels_in(words::Language::en);
    for (auto const& [name, text] : hand_on_labels_in(words::Language::de)) {
        CAPTURE(std::string{name});
        CHECK_FALSE(text.as_string().empty());
        CHECK(text != english.at(name));
    }
}

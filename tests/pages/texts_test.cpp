#include "pages/texts.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("texts: no label is missing in any language")
{
    for (auto const language : {words::Language::en, words::Language::de})
        for (auto const& [name, text] : labels_in(language)) {
            CAPTURE(std::string{name});
            CHECK_FALSE(text.as_string().empty());
        }
}

TEST_CASE("texts: each state has a word of its own in each language")
{
    for (auto const language : {words::Language::en, words::Language::de}) {
        auto const& texts = texts_in(language);
        std::map<std::string_view, int> seen;
        for (auto const name : names_of<status::ServiceState>())
            ++seen[words_of(*parse_enum<status::ServiceState>(name), texts)];
        CHECK(seen.size() == names_of<status::ServiceState>().size());
        CHECK_FALSE(seen.contains(""));
        seen.clear();
        for (auto const name : names_of<status::IncidentState>())
            ++seen[words_of(*parse_enum<status::IncidentState>(name), texts)];
        CHECK(seen.size() == names_of<status::IncidentState>().size());
        CHECK_FALSE(seen.contains(""));
    }
}

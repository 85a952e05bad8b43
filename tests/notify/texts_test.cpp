#include "notify/texts.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::notify;

// A text that a language lacks would be an empty place in a mail.
TEST_CASE("texts: every language has all of them")
{
    static_assert(sizeof(Texts) % sizeof(std::string_view) == 0);
    constexpr auto count = sizeof(Texts) / sizeof(std::string_view);
    for (auto const language : {Language::en, Language::de}) {
        auto const* const first = reinterpret_cast<std::string_view const*>(&texts_in(language));
        for (std::size_t i = 0; i < count; ++i)
            CHECK_MESSAGE(!first[i].empty(), i);
    }
}

TEST_CASE("texts: each says in which language it is")
{
    CHECK(texts_in(Language::en).tag == "en");
    CHECK(texts_in(Language::de).tag == "de");
}

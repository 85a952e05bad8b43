#include "wire/words/fold.hpp"

#include <doctest/doctest.h>

using tellfirst::words::fold;

TEST_CASE("fold: case and accents make no difference")
{
    CHECK(fold("MÜLLER") == fold("muller"));
    CHECK(fold("Straße") == fold("STRASSE"));
    CHECK(fold("Ångström") == "angstrom");
    CHECK(fold("İstanbul") == fold("istanbul"));
}

TEST_CASE("fold: composed and decomposed letters are the same")
{
    CHECK(fold("Jos\u00e9") == fold("Jose\u0301"));
}

TEST_CASE("fold: letters that differ stay different")
{
    CHECK(fold("Ana") != fold("Anna"));
    CHECK(fold("Łódź") != fold("Lodz"));
    CHECK(fold("東京") == "東京");
}

TEST_CASE("fold: what is folded stays as it is")
{
    for (auto const text : {"", "a b@c.example", "ΣΊΣΥΦΟΣ", "ﬁn", "Ⅷ", "😀"})
        CHECK(fold(fold(text)) == fold(text));
}

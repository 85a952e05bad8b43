#include "wire/words/search_words.hpp"

#include "kernel/text.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using words::search_words;
using Words = std::vector<std::string>;

TEST_CASE("search_words: letters and digits make words, all else stands between them")
{
    CHECK(search_words("Foto-Ruiz <ann@a.test>", 10) == Words{"foto", "ruiz", "ann", "a", "test"});
    CHECK(search_words("  Re: order #1042! ", 10) == Words{"re", "order", "1042"});
    CHECK(search_words("...", 10).empty());
    CHECK(search_words("", 10).empty());
}

TEST_CASE("search_words: case and accents make no difference, in any script")
{
    CHECK(search_words("ÄRGER ärger arger", 10) == Words{"arger"});
    CHECK(search_words("ΣΊΣΥΦΟΣ", 10) == search_words("σίσυφος", 10));
    CHECK(search_words("写真が見えない", 10) == search_words("写真か見えない", 10));
}

TEST_CASE("search_words: there are no more than asked for, and none is long")
{
    CHECK(search_words("a b c d", 2) == Words{"a", "b"});
    auto const cut = search_words(std::string(63, 'x') + "ø", 1);
    CHECK(cut == Words{std::string(63, 'x')});
}

TEST_CASE("search_words: any bytes give words that a database takes")
{
    CHECK(rc::check([](std::string const& bytes) {
        for (auto const& word : search_words(bytes, 100)) {
            RC_ASSERT(is_utf8(word));
            RC_ASSERT(!word.empty());
            RC_ASSERT(word.find('\0') == word.npos);
            RC_ASSERT(search_words(word, 10) == Words{word});
        }
    }));
}

#include "accounts/brands/colour.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace tellfirst::accounts;

TEST_CASE("is_colour: a hash and six hex digits")
{
    CHECK(is_colour("#0a7f3C"));
    for (auto const* const wrong : {"", "#fff", "0a7f3cc", "#0a7f3g", "#0a7f3c0", "red"})
        CHECK_FALSE(is_colour(wrong));
}

TEST_CASE("contrast: it agrees with the figures of WCAG")
{
    CHECK(contrast("#ffffff", "#000000") == doctest::Approx(21));
    CHECK(contrast("#777777", "#ffffff") == doctest::Approx(4.478).epsilon(0.001));
    CHECK(contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff"));
    CHECK(contrast("#123456", "#123456") == doctest::Approx(1));
}

TEST_CASE("text_on: on any colour the text is read at 4.5 to 1 or better")
{
    CHECK(text_on("#000000") == "#ffffff");
    CHECK(text_on("#ffff00") == "#000000");
    REQUIRE(rc::check([] {
        auto const colour = fmt::format("#{:06x}", *rc::gen::inRange(0, 0x1000000));
        RC_ASSERT(contrast(colour, text_on(colour)) >= 4.5);
    }));
}

#include "status/windows/types.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

TEST_CASE("WindowPlace: it comes back from its text as it was")
{
    for (bool const is_over : {false, true}) {
        WindowPlace const place{
            .is_over = is_over, .starts_at = support::test_start, .window = WindowId{70}};
        CHECK(WindowPlace::parse(place.text()) == place);
    }
}

TEST_CASE("WindowPlace: any other text is none")
{
    auto const good = WindowPlace{.starts_at = support::test_start, .window = WindowId{70}}.text();
    REQUIRE(WindowPlace::parse(good));
    for (auto const& text :
         {std::string{}, WindowId{70}.text(), good + ".", "x" + good,
          good.substr(0, good.size() - 1), "open.1e3." + WindowId{70}.text(),
          "open.." + WindowId{70}.text()}) {
        CAPTURE(text);
        CHECK_FALSE(WindowPlace::parse(text));
    }
}

TEST_CASE("place_of: a window that was closed stands behind those that are to come")
{
    Window window{.id = WindowId{70}, .starts_at = support::test_start};
    CHECK_FALSE(place_of(window).is_over);
    window.closed_at = support::test_start;
    CHECK(place_of(window) == WindowPlace{true, support::test_start, WindowId{70}});
}
